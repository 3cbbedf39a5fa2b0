"""How long the cash lasts, by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from turnpoint.core.trajectory.course import Benefit, Course
from turnpoint.core.trajectory.interval import Interval
from turnpoint.core.trajectory.money import Money, OneOff
from turnpoint.core.trajectory.runway import Runway, runway, runway_months

exactly, between = Interval.exactly, Interval.between
QUIT = Course("quit")


@given(st.integers(0, 10_000_000), st.integers(100_000, 900_000))
def test_a_constant_deficit_lasts_as_long_as_division_says(cash: int, deficit: int) -> None:
    found = runway_months(Money(cash / 100, exactly(deficit / 100)), QUIT)
    assert found == max(-(-cash // deficit), 1)


def test_cash_that_never_ends_has_no_runway() -> None:
    assert runway_months(Money(10, exactly(1_000), exactly(1_000)), QUIT) is None


def test_benefits_a_partners_gap_and_costs_count_in_their_months() -> None:
    money = Money(10_000, exactly(3_000), exactly(1_000), once=(OneOff("roof", exactly(500), 2),))
    course = Course("quit", benefit=Benefit(500, 2, at_once=True), partner_gap=1)
    # 10,000 − 2,500 − (1,500 + 500) − 2,000 − 2,000 leaves 1,500 after four months
    assert runway_months(money, course) == 5


def test_the_ends_of_all_ranges_are_its_ends() -> None:
    found = runway(Money(12_000, between(1_000, 3_000, likely=2_000)), QUIT)
    assert found == Runway(4, 6, 12)
