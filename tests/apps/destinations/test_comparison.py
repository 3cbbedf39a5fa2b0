from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from turnpoint.apps.destinations.comparison import Change, compare, word_runs
from turnpoint.apps.destinations.hypothesis import Dream, DreamKind, Hypothesis

SCHOOL = Dream(DreamKind.PEOPLE, "Sofie starts school.", dt.date(2028, 9, 1))
KOI = Hypothesis(
    statement="I run a koi-pond business with three people.",
    by=dt.date(2031, 11, 1),
    pay_floor=Decimal(45_000),
    currency="EUR",
    dreams=(SCHOOL,),
)
TEXTS = st.text(st.sampled_from("ab \n"), max_size=40)


def test_the_same_has_no_differences() -> None:
    assert compare(KOI, KOI) == ()


def test_names_each_answer_that_differs() -> None:
    found = compare(KOI, replace(KOI, pay_floor=Decimal(50_000), own_business=True))
    assert [(each.label, each.was, each.now) for each in found] == [
        ("My own business", "no", "yes"),
        ("Pay floor", "€45,000 a year", "€50,000 a year"),
    ]


def test_shows_the_words_that_went_and_came() -> None:
    (found,) = compare(KOI, replace(KOI, statement="I run a koi-pond business with two people."))
    assert [(run.change, run.text) for run in found.runs] == [
        (Change.SAME, "I run a koi-pond business with "),
        (Change.WAS, "three "),
        (Change.IS, "two "),
        (Change.SAME, "people."),
    ]


def test_says_which_dreams_came_went_and_changed() -> None:
    house = Dream(DreamKind.PLACE, "A house by the sea.")
    later = replace(SCHOOL, by=dt.date(2029, 9, 1))
    (came,) = compare(KOI, replace(KOI, dreams=(SCHOOL, house)))
    assert (came.was, came.now) == ("", "place: A house by the sea.")
    (went,) = compare(KOI, replace(KOI, dreams=()))
    assert (went.was, went.now) == ("people: Sofie starts school. (by 1 September 2028)", "")
    (moved,) = compare(KOI, replace(KOI, dreams=(later,)))
    assert [run.text for run in moved.runs if run.change is not Change.SAME] == ["2028)", "2029)"]


def test_says_that_only_the_order_of_dreams_changed() -> None:
    house = Dream(DreamKind.PLACE, "A house by the sea.")
    (found,) = compare(replace(KOI, dreams=(SCHOOL, house)), replace(KOI, dreams=(house, SCHOOL)))
    assert found.label == "Order of dreams"


def test_very_long_texts_differ_as_a_whole() -> None:
    runs = word_runs("a " * 3_000, "b " * 3_000)
    assert [run.change for run in runs] == [Change.WAS, Change.IS]


@given(TEXTS, TEXTS)
def test_both_texts_can_be_put_together_from_the_runs(was: str, now: str) -> None:
    runs = word_runs(was, now)
    assert "".join(run.text for run in runs if run.change is not Change.IS) == was
    assert "".join(run.text for run in runs if run.change is not Change.WAS) == now
