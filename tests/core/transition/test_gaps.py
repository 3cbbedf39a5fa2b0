"""What the destination asks against what the person has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sample_market import (
    IT_MANAGER,
    LAWYER,
    MANAGER,
    SUPERVISOR,
    SUPPORT,
    WAITER,
    tiny_market,
)

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.gaps import GapRow, Standing, gaps_of
from turnpoint.core.transition.likeness import likeness
from turnpoint.core.transition.person import HeldRole, Person

MARKET = tiny_market(onet=True)
DEFAULTS = Assumptions()
LAW = "2.C.8.b"


def law(person: Person, to: int = LAWYER) -> GapRow:
    knowledge = gaps_of(MARKET, person, to, DEFAULTS).domain("knowledge")
    assert knowledge is not None
    return next(row for row in knowledge.rows if row.id == LAW)


def test_a_gap_is_importance_times_what_is_missing() -> None:
    row = law(Person((HeldRole(MANAGER),)))
    assert row.need == pytest.approx(6.5)
    assert row.have == pytest.approx(3.2)
    assert row.missing == pytest.approx(3.3)
    assert row.weight == pytest.approx(6.5 / 7)
    assert row.gap == pytest.approx(3.3 * 6.5 / 7)
    assert row.standing is Standing.MISSING


def test_what_is_left_over_is_to_spare() -> None:
    row = law(Person((HeldRole(LAWYER),)), MANAGER)
    assert row.spare == pytest.approx(3.3)
    assert row.standing is Standing.SPARE


@given(st.floats(0, 7), st.floats(0, 7))
def test_declaring_more_never_widens_a_gap(one: float, other: float) -> None:
    low, high = (
        law(Person((HeldRole(WAITER),), skills={LAW: level})) for level in sorted((one, other))
    )
    assert high.gap <= low.gap
    assert low.gap <= law(Person((HeldRole(WAITER),))).gap


def test_a_declared_skill_counts_only_where_it_is_higher_than_the_role_says() -> None:
    assert not law(Person((HeldRole(MANAGER),), skills={LAW: 1.0})).declared
    assert law(Person((HeldRole(MANAGER),), skills={LAW: 5.0})).have == 5.0


def test_an_earlier_role_fades_by_half_in_a_half_life() -> None:
    long_ago = Person((HeldRole(WAITER), HeldRole(LAWYER, 5, years_since=8.0)))
    assert law(long_ago).have == pytest.approx(6.5 / 2)


@given(st.integers(0, 7), st.integers(0, 7), st.integers(0, 7))
def test_another_role_never_widens_a_gap(first: int, second: int, to: int) -> None:
    one = gaps_of(MARKET, Person((HeldRole(first),)), to, DEFAULTS)
    both = gaps_of(MARKET, Person((HeldRole(first), HeldRole(second, 2, 3))), to, DEFAULTS)
    assert one.activities is not None
    assert both.activities is not None
    assert both.activities.coverage >= one.activities.coverage


def test_activities_are_covered_by_thirds() -> None:
    """The manager's leading is shared exactly, one detailed activity of the same family is new."""
    found = gaps_of(MARKET, Person((HeldRole(MANAGER),)), SUPERVISOR, DEFAULTS).activities
    assert found is not None
    leading = next(row for row in found.rows if row.id == "4.A.4.b.4")
    assert (leading.detailed, leading.known) == (2, 1)
    assert 0 < leading.new < leading.share
    physical = next(row for row in found.rows if row.id == "4.A.3.a.1")
    assert physical.covered == 0
    assert physical.standing is Standing.MISSING


@given(st.integers(0, 7), st.integers(0, 7))
def test_shares_of_activities_sum_to_the_whole(origin: int, to: int) -> None:
    found = gaps_of(MARKET, Person((HeldRole(origin),)), to, DEFAULTS).activities
    assert found is not None
    assert sum(row.share for row in found.rows) == pytest.approx(1.0)
    assert sum(row.covered for row in found.rows) == pytest.approx(found.coverage)
    assert [row.new for row in found.rows] == sorted((row.new for row in found.rows), reverse=True)


def test_an_occupation_covers_itself() -> None:
    found = gaps_of(MARKET, Person((HeldRole(SUPPORT),)), SUPPORT, DEFAULTS).activities
    assert found is not None
    assert found.coverage == pytest.approx(1.0)


def test_embedded_facts_give_activities_and_no_ratings() -> None:
    found = gaps_of(tiny_market(), Person((HeldRole(SUPPORT),)), IT_MANAGER, DEFAULTS)
    assert found.activities is not None
    assert found.rated == ()


def test_likeness_runs_from_what_lots_share_to_what_close_moves_share() -> None:
    assert likeness(0.10, DEFAULTS) == 0.0
    assert likeness(0.32, DEFAULTS) == pytest.approx(0.5)
    assert likeness(0.80, DEFAULTS) == 1.0
