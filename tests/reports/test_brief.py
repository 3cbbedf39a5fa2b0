"""A brief says on paper what the page says: its text is read back from the PDF."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sample_market import IT_MANAGER, SUPPORT, tiny_market

from turnpoint.charts.readiness_tracks import readiness_tracks
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.findings import RealityCheck
from turnpoint.core.transition.person import HeldRole, Person, Wish
from turnpoint.core.transition.reality_check import check
from turnpoint.reports.brief import Brief, Drawing, Line, RouteSaid, Stage, brief_pdf

EMPTY = Brief(
    person="Ada Byrne",
    statement="I run the machines that help a clinic see more patients.",
    by="June 2031",
    subtitle="head of clinic systems · revision 2",
    dated="22 November 2026",
    day=dt.date(2026, 11, 22),
)


def found() -> RealityCheck:
    person = Person((HeldRole(SUPPORT, 5),), education=5, pay=62_000.0)
    wish = Wish(IT_MANAGER, pay_floor=90_000, constraints=("Evenings at home",))
    return check(tiny_market(onet=True, projections=True), None, person, wish, Assumptions())


def whole() -> Brief:
    reality = found()
    return replace(
        EMPTY,
        said=(Line("Why", "My father waited nine hours."), Line("Pay, at least", "$90,000 a year")),
        check=reality,
        place="Seattle",
        charts=(Drawing("Months to be ready", readiness_tracks(reality.readiness)),),
        routes=(
            RouteSaid(
                "Fastest",
                "14 months, two steps",
                (Stage("Operations manager", "8 months"), Stage("IT manager", "6 months")),
                "Nine months sooner than the direct move.",
            ),
        ),
        open=("Whether the clinic would hire from outside.",),
    )


def text_of(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_reads_back_what_the_person_said_and_what_the_facts_say() -> None:
    brief = whole()
    text = text_of(brief_pdf(brief))
    assert brief.statement in text
    assert brief.check
    for figure in brief.check.figures:
        if figure.key in {"ready", "first_year", "five_years"}:
            assert figure.text.replace("−", "") in text.replace("−", "")
    wanted = ("My father waited nine hours.", "Operations manager", "Nine months sooner")
    assert [
        each for each in (*wanted, "Evenings at home", "22 November 2026") if each not in text
    ] == []
    assert "OEWS (US Bureau of Labor Statistics)" in text
    assert "Turnpoint" in text.split("Where the figures come from")[1]


def test_is_two_to_four_pages_with_charts_as_vectors_and_a_title() -> None:
    document = pypdf.PdfReader(io.BytesIO(brief_pdf(whole())))
    assert 2 <= len(document.pages) <= 4
    assert not any(page.images for page in document.pages)
    assert document.metadata
    assert document.metadata.title == f"Brief: {EMPTY.statement}"


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert brief_pdf(whole()) == brief_pdf(whole())


def test_says_which_assumptions_the_person_changed() -> None:
    term = next(each for each in Assumptions().described() if not each.choices)
    reality = found()
    varied = replace(reality, assumptions=Assumptions().varied(**{term.name: term.high}))
    text = text_of(brief_pdf(replace(EMPTY, check=varied)))
    assert "Assumptions changed" in text
    assert term.label in text


def test_prints_a_destination_that_no_figure_speaks_to_yet() -> None:
    text = text_of(brief_pdf(replace(EMPTY, lacking="No role is written down yet.")))
    assert EMPTY.statement in text
    assert "No role is written down yet." in text


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300), st.text(max_size=80))
def test_prints_whatever_a_person_may_have_written(words: str, label: str) -> None:
    brief = replace(EMPTY, statement=words, said=(Line(label, words),), open=(words,))
    assert brief_pdf(brief).startswith(b"%PDF")


@pytest.mark.parametrize("words", ["#panic()", "*[_$`</", "@import", "\\", "a" * 400, "中文 שלום"])
def test_takes_words_that_look_like_markup_as_words(words: str) -> None:
    text = text_of(brief_pdf(replace(EMPTY, open=(words,))))
    assert words[:20].replace(" ", "") in text.replace(" ", "") or not words.isascii()
