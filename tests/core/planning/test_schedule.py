"""A development plan: equal to trying everything on small cases, and honest about its limits."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turnpoint.core.planning.binding import reliefs
from turnpoint.core.planning.opportunity import Kind, Limits, Opportunity, Taken, Target
from turnpoint.core.planning.outcome import effort, problems, reached, value
from turnpoint.core.planning.schedule import alternative, schedule
from turnpoint.errors import BadInput

SKILLS = ("speaking", "finance", "law")


def course(key: str, **said: object) -> Opportunity:
    return Opportunity(key, key.title(), Kind.COURSE, **{"hours": 2, "length": 1} | said)  # type: ignore[arg-type]  # Opportunity's fields


def wanted(skill: str, by: int = 6, required: float = 5.0, weight: float = 1.0) -> Target:
    return Target(skill, 2.0, required, weight, by)


@st.composite
def tasks(draw: st.DrawFn) -> tuple[list[Opportunity], list[Target], Limits]:
    months = draw(st.integers(1, 4))
    opportunities = []
    for number in range(draw(st.integers(1, 4))):
        raises = draw(st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 7), max_size=2))
        earlier = [each.key for each in opportunities]
        opportunities.append(
            course(
                f"o{number}",
                hours=draw(st.integers(0, 5)),
                length=draw(st.integers(1, 3)),
                raises=raises,
                cost=draw(st.sampled_from([0, 100, 250])),
                earliest=draw(st.integers(0, 2)),
                after=tuple(earlier[-1:]) if earlier and draw(st.booleans()) else (),
                seats=draw(st.sampled_from([None, None, 0, 3])),
            )
        )
    targets = [
        Target(skill, 2, draw(st.integers(2, 6)), draw(st.integers(1, 5)), draw(st.integers(0, 4)))
        for skill in SKILLS
    ]
    return (
        opportunities,
        targets,
        Limits(draw(st.integers(0, 8)), draw(st.integers(0, 400)), months),
    )


def every_plan(opportunities: list[Opportunity], limits: Limits) -> list[tuple[Taken, ...]]:
    starts = [
        [None, *(Taken(one, month) for month in range(limits.months))] for one in opportunities
    ]
    plans = (tuple(filter(None, each)) for each in itertools.product(*starts))
    return [plan for plan in plans if not problems(plan, limits)]


@settings(max_examples=120, deadline=None)
@given(tasks())
def test_is_the_best_of_everything_that_could_be_done(
    task: tuple[list[Opportunity], list[Target], Limits],
) -> None:
    opportunities, targets, limits = task
    found = schedule(opportunities, targets, limits)
    plans = every_plan(opportunities, limits)
    best = max(value(plan, targets) for plan in plans)
    assert found.value == pytest.approx(best, rel=2e-4, abs=1e-5)
    assert found.bound >= best - 1e-5
    assert problems(found.taken, limits) == ()
    least = min(effort(plan) for plan in plans if value(plan, targets) >= found.value - 1e-9)
    assert effort(found.taken) == pytest.approx(least)


@settings(max_examples=40, deadline=None)
@given(tasks())
def test_the_alternative_is_nearly_as_good_and_shares_as_little_as_it_can(
    task: tuple[list[Opportunity], list[Target], Limits],
) -> None:
    opportunities, targets, limits = task
    found = schedule(opportunities, targets, limits)
    other = alternative(found, opportunities, targets, limits)
    plans = [
        frozenset(each.opportunity.key for each in plan)
        for plan in every_plan(opportunities, limits)
        if found.taken and value(plan, targets) >= 0.95 * found.value
    ]
    shared = min((len(found.keys & keys) for keys in plans), default=len(found.keys))
    if other is None:
        assert shared == len(found.keys)
    else:
        assert len(found.keys & other.keys) == shared
        assert other.value >= 0.95 * found.value - 1e-5
        assert problems(other.taken, limits) == ()


def test_an_alternative_worth_nine_tenths_is_none_and_one_of_ninety_six_is() -> None:
    opportunities = [course("whole", raises={"law": 7.0}), course("most", raises={"law": 6.5})]
    for required, key in ((7.0, None), (6.7, "most")):
        targets, limits = [wanted("law", required=required)], Limits(2, 0, 1)
        found = schedule(opportunities, targets, limits)
        other = alternative(found, opportunities, targets, limits)
        assert (other and other.keys) == (key and {key})


def test_takes_up_nothing_that_closes_no_gap() -> None:
    found = schedule([course("pottery", raises={"clay": 6.0})], [wanted("law")], Limits(10, 0, 12))
    assert found.taken == ()
    assert found.proven


def test_what_is_done_too_late_counts_for_nothing() -> None:
    late = course("law", length=7, raises={"law": 6.0})
    assert schedule([late], [wanted("law", by=6)], Limits(10, 0, 12)).taken == ()


def test_says_what_two_more_hours_would_bring() -> None:
    one = course("speaking", hours=3, length=4, raises={"speaking": 5.0})
    two = course("law", hours=3, length=4, raises={"law": 5.0})
    targets = [wanted("speaking", by=12), wanted("law", by=12)]
    limits = Limits(4, 0, 12)
    found = schedule([one, two], targets, limits)
    first = reliefs(found, [one, two], targets, limits)[0]
    assert first.limit == "hours"
    assert first.sooner == 4
    assert first.words == "2 more hours a week would bring what this plan brings 4 months forward."


def test_says_what_a_larger_budget_would_close() -> None:
    paid = course("law", cost=800, raises={"law": 5.0})
    targets = [wanted("law"), wanted("speaking")]
    found = schedule([paid], targets, Limits(10, 100, 12))
    (first, *_) = reliefs(found, [paid], targets, Limits(10, 100, 12))
    assert first.limit == "budget"
    assert first.closed == pytest.approx(0.5)


def test_checks_a_plan_made_by_hand_in_sentences() -> None:
    base = course("basics", length=2)
    law = course("law", hours=9, cost=500, after=("basics",), earliest=1, seats=0)
    said = " ".join(problems([Taken(law, 0), Taken(base, 0)], Limits(5, 100, 1)))
    for words in (
        "no seat left",
        "starts in month 2 at the earliest",
        "needs “Basics” to be finished before",
        "Month 1: 11 hours a week; you have 5",
        "costs 500 in all; the budget is 100",
        "would end after month 1, the last month of the plan",
    ):
        assert words in said


def test_of_two_that_bring_the_same_the_sooner_is_named() -> None:
    quick, slow = (
        course("quick", raises={"law": 5.0}),
        course("slow", length=3, raises={"law": 5.0}),
    )
    (law,) = reached([Taken(slow, 0), Taken(quick, 0)], [wanted("law")])
    assert (law.through, law.month, law.met) == ("quick", 1, True)


def test_refuses_opportunities_that_wait_for_one_another() -> None:
    one, two = course("one", after=("two",)), course("two", after=("one",))
    with pytest.raises(BadInput, match="wait for one another"):
        schedule([one, two], [wanted("law")], Limits(5, 0, 6))
    with pytest.raises(BadInput, match="which is not there"):
        schedule([replace(one, after=("three",))], [wanted("law")], Limits(5, 0, 6))


@pytest.mark.parametrize("wrong", [{"hours": -1}, {"cost": -5}, {"length": 0}, {"earliest": -2}])
def test_refuses_figures_that_cannot_be(wrong: dict[str, float]) -> None:
    with pytest.raises(BadInput, match="Wrong"):
        course("wrong", **wrong)
