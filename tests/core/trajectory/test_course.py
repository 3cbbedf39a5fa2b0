"""What is said of a household and an option is checked where it is said."""

from __future__ import annotations

import pytest

from turnpoint.core.trajectory.assumptions import TrajectoryAssumptions
from turnpoint.core.trajectory.course import Benefit, Bonus, Course, Equity, Offers
from turnpoint.core.trajectory.interval import Interval
from turnpoint.core.trajectory.money import Money, OneOff
from turnpoint.errors import BadInput

PAY = Interval.between(40_000, 60_000)


@pytest.mark.parametrize(
    ("make", "where"),
    [
        (lambda: Money(-1, PAY), "cash"),
        (lambda: Money(1, Interval.exactly(-1)), "spending"),
        (lambda: Course("a", PAY, comes_off=1.5), "comes_off"),
        (lambda: Course("a", PAY, start=-1), "start"),
        (lambda: Course("a", Interval.exactly(-1)), "pay"),
        (lambda: Offers(searching=-0.1), "searching"),
        (lambda: Offers(pay=Interval.between(-1, 1)), "pay"),
        (lambda: Bonus(2.0, PAY), "chance"),
        (lambda: Equity(0.1, PAY, vests=0), "vests"),
    ],
)
def test_refuses_what_cannot_be_and_names_the_cell(make, where) -> None:  # type: ignore[no-untyped-def]  # parametrised over constructors
    with pytest.raises(BadInput) as refused:
        make()
    assert refused.value.where == where


def test_refuses_a_cost_before_the_first_month() -> None:
    with pytest.raises(BadInput, match="first month is 1"):
        OneOff("Move", PAY, month=0)


def test_offers_lie_around_the_pay_where_nothing_else_was_said() -> None:
    assert Course("a", PAY).offered.likely == PAY.likely
    assert Course("b", before=50_000).offered.likely == 50_000
    assert Course("c", PAY, offers=Offers(pay=Interval.exactly(9.0))).offered.likely == 9.0


def test_every_default_is_a_stated_assumption() -> None:
    stated = {each.name: each for each in TrajectoryAssumptions().described()}
    assert all(each.label and each.unit and each.source for each in stated.values())
    assert Course("a").kept == stated["kept"].value
    assert Course("a").loss == stated["loss"].value
    assert Offers().searching == stated["offer_searching"].value
    assert Benefit().months == stated["benefit_months"].value
