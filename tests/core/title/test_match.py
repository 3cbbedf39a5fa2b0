from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.sample_market import LAWYER, NURSE, SAMPLES, WAITER, tiny_market

from turnpoint.core.title.index import TitleIndex, title_index
from turnpoint.core.title.match import match
from turnpoint.core.title.normalise import words_of
from turnpoint.labour.market import LabourMarket


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> tuple[LabourMarket, TitleIndex]:
    """What the package ships, without any wages."""
    market = LabourMarket.load(tmp_path_factory.mktemp("no-facts"))
    return market, title_index(market)


Embedded = tuple[LabourMarket, TitleIndex]


def best(embedded: Embedded, text: str) -> str:
    market, index = embedded
    found = match(index, text)
    return market.occupations[found[0].occupation].code if found else ""


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Registered Nurses", "29-1141.00"),
        ("registered nurse", "29-1141.00"),
        ("RN", "29-1141.00"),
        ("C.E.O.", "11-1011.00"),
        ("Waitress", "35-3031.00"),
        ("solicitor", "23-1011.00"),
        ("lorry driver", "53-3032.00"),
        ("Estate agent", "41-9022.00"),
        ("GP", "29-1215.00"),
        ("Head of HR", "11-3121.00"),
        ("Senior Data Scientist II", "15-2051.00"),
        ("Statistician - London", "15-2041.00"),
        ("statistican", "15-2041.00"),
        ("Économiste", "19-3011.00"),
    ],
)
def test_reads_titles_as_people_write_them(embedded: Embedded, text: str, code: str) -> None:
    assert best(embedded, text) == code


def test_knows_small_words_that_mean_something_in_capitals() -> None:
    assert words_of("IS Manager") == ("information", "system", "manager")
    assert words_of("OR nurse") == ("operating", "room", "nurse")
    assert words_of("NURSE OR MIDWIFE") == ("nurse", "or", "midwife")


def test_says_that_an_official_title_is_one() -> None:
    (found, *_) = match(title_index(tiny_market()), "registered nurses")
    assert (found.occupation, found.reason, found.exact) == (NURSE, "official title", True)


def test_says_what_was_read_as_what() -> None:
    (found, *_) = match(title_index(tiny_market()), "solicitor")
    assert found.occupation == LAWYER
    assert found.reason == "official title (“solicitor” read as “lawyer”)"
    assert not found.exact


def test_says_which_word_was_a_slip() -> None:
    (found, *_) = match(title_index(tiny_market()), "waitres")
    assert found.occupation == WAITER
    assert found.reason.startswith("close spelling of")


def test_sets_seniority_levels_and_unknown_words_aside() -> None:
    (found, *_) = match(title_index(tiny_market()), "Senior lawyer III at Zyxwvut")
    assert found.recognised == ("lawyer",)
    assert found.set_aside == ("senior", "iii", "zyxwvut")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\x00\x07\x1b",
        "🙂🙂",
        "xqzvkj wqpzx",
        "¿?¡!",
        "12345",
        "ночной сторож",
        "\n\n",
        "(((",
    ],
)
def test_finds_nothing_in_what_says_nothing(embedded: Embedded, text: str) -> None:
    assert match(embedded[1], text) == ()


def test_reads_only_the_beginning_of_an_endless_title(embedded: Embedded) -> None:
    start = time.perf_counter()
    found = match(embedded[1], "registered nurse " + "word " * 2_000)
    assert time.perf_counter() - start < 1
    assert found
    assert match(embedded[1], "(" * 10_000) == ()


def test_gives_as_many_as_asked_for_and_scores_between_nought_and_one(embedded: Embedded) -> None:
    found = match(embedded[1], "engineer", limit=7)
    assert len(found) == 7
    assert match(embedded[1], "engineer", limit=0) == ()
    assert all(0 < each.score <= 1 for each in found)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


def test_gives_the_same_answer_every_time(embedded: Embedded) -> None:
    again = title_index(embedded[0])
    for text in ("head of IT", "nurse and midwife", "sofware develper"):
        assert match(again, text) == match(embedded[1], text)


def test_every_official_title_finds_its_own_occupation(embedded: Embedded) -> None:
    market, index = embedded
    missed = [
        known.title
        for number, known in enumerate(market.occupations)
        if match(index, known.title, limit=1)[0].occupation != number
    ]
    assert missed == []


def test_hears_the_title_among_words_that_nobody_knows(embedded: Embedded) -> None:
    text = "senoir manger of teh sofware develoment " + "zzqx " * 20
    (found, *_) = match(embedded[1], text)
    assert "zzqx" in found.set_aside
    assert "of" not in found.set_aside


def test_every_sample_is_found_by_its_title() -> None:
    index = title_index(tiny_market())
    for number, title in enumerate(SAMPLES.values()):
        assert match(index, title)[0].occupation == number


def test_no_facts_folder_is_needed(tmp_path: Path) -> None:
    assert title_index(LabourMarket.load(tmp_path)).prior.max() == 0
