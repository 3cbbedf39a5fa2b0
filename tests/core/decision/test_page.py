"""The answers in words: each number leads to a cell, others’ words stay their own, no verdict."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from tests.decisions import small_file

from turnpoint.core.decision.answers import Answers, answer
from turnpoint.core.decision.page import page
from turnpoint.core.decision.preferences import Preferences
from turnpoint.core.decision.said import sentence
from turnpoint.core.decision.share import Share
from turnpoint.core.decision.toml_text import read
from turnpoint.core.decision.wording import amount, days, percent
from turnpoint.interfaces.samples.decisions import NAMES, text


@cache
def sample(name: str) -> Answers:
    return answer(read(text(name)).file, draws=1_000)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_has_no_verdict_and_leads_every_figure_to_a_cell(name: str) -> None:
    answers = sample(name)
    for section in page(answers):
        for said in section.sentences:
            assert not re.search(r"\b(you should|we recommend|recommended|winner)\b", str(said))
            for part in said.parts:
                percentages = re.findall(r"\d+%|of 100 futures", part.text)
                assert part.where or not percentages, str(said)


def test_what_others_said_stands_beside_and_in_their_words() -> None:
    sections = {section.key: section for section in page(sample("promotion-with-a-move"))}
    said = [str(each) for each in sections["people"].sentences]
    assert "“I would come for five years, not for two.”" in said[0]
    assert said[0].endswith("(Camille, my partner, of “Lyon, the family moves”, 18 November 2026)")
    assert "Camille, my partner" not in str(sections["standing"].sentences)


def test_searching_says_what_to_accept() -> None:
    sections = {section.key: section for section in page(sample("quit-or-search"))}
    said = " ".join(map(str, sections["search"].sentences))
    assert "accept above €47,200 a year at first" in said
    assert "less than “Look for the next job beside this one”" in said


def test_the_point_of_no_return_is_a_dated_band() -> None:
    sections = {section.key: section for section in page(sample("promotion-with-a-move"))}
    said = [str(each) for each in sections["turning"].sentences]
    assert "is 4–12 January 2027: the lease is signed." in said[0]
    assert "about €2,100 before it and about €31,000 after it" in said[0]


def test_names_with_braces_are_no_places_for_figures() -> None:
    stay, berlin = small_file().options
    odd = replace(berlin, name="{} {0} {x}")
    answers = answer(small_file(options=(stay, odd)), draws=200)
    assert any("() (0) (x)" in str(each) for section in page(answers) for each in section.sentences)


def test_without_criteria_the_page_speaks_of_money_and_what_is_missing() -> None:
    file = small_file(criteria=(), effects=(), preferences=Preferences(), questions=())
    keys = [section.key for section in page(answer(file, draws=200))]
    assert keys == ["runway", "turning", "people", "problems"]


def test_a_sentence_wants_a_figure_for_each_place() -> None:
    assert str(sentence("a {} b {}.", ("1", "x"), ("2", "y"))) == "a 1 b 2."
    with pytest.raises(ValueError, match="1 figures for 2 places"):
        sentence("{} {}", ("1", "x"))


def test_figures_are_spelt_as_people_read_them() -> None:
    answers = sample("promotion-with-a-move")
    lyon = answers.turnings[0].point
    assert lyon is not None
    assert days(lyon.earliest, lyon.latest) == "4–12 January 2027"
    assert amount(38_437, "EUR") == "€38,400"
    assert amount(-1_254, "CHF") == "−CHF 1,250"
    assert amount(0.2, "GBP") == "£0"
    assert percent(0.001) == "under 1%"
    assert percent(0.999) == "over 99%"
    assert Share(0.944, 0.012).in_hundred == "94 ± 1 of 100"
    assert Share(0.999, 0.001).in_hundred == "more than 99 of 100"
    assert str(Share(0.944, 0.012).rest) == "6% ± 1%"
