"""The trajectory against what can be reckoned by hand."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turnpoint.core.trajectory.course import NO_OFFERS, Benefit, Bonus, Course, Equity, Offers
from turnpoint.core.trajectory.futures import CALM, Futures
from turnpoint.core.trajectory.interval import Interval
from turnpoint.core.trajectory.money import Money, OneOff
from turnpoint.core.trajectory.simulate import simulate
from turnpoint.core.trajectory.trajectory import Trajectory

exactly = Interval.exactly
SAFE = {"loss": 0.0, "rise_chance": 0.0, "kept": 1.0, "offers": NO_OFFERS}
PENNILESS = Course("none", loss=0.0, offers=NO_OFFERS)
"""Nothing comes in, and nothing will."""


def one(money: Money, course: Course, futures: Futures) -> Trajectory:
    return simulate(money, [course], futures)


@given(st.integers(0, 2_000_000), st.integers(100, 500_000))
@settings(max_examples=60, deadline=None)
def test_a_constant_deficit_ruins_in_the_month_that_division_says(cash: int, deficit: int) -> None:
    money = Money(cash / 100, exactly(deficit / 100))
    found = one(money, PENNILESS, Futures(1, 3, 240))
    month = max(-(-cash // deficit), 1)
    assert found.ruin_month("none", 0.5) == (month if month <= 240 else None)


@pytest.mark.parametrize(("chance", "months"), [(0.15, 6), (0.3, 4), (0.05, 12)])
def test_ruin_comes_where_no_offer_comes_within_the_runway(chance: float, months: int) -> None:
    pays = Offers(chance, pay=exactly(36_000.0), delay=0, loss=0.0, rise_chance=0.0)
    course = Course("search", kept=1.0, offers=pays)
    found = one(Money(months * 2_000, exactly(2_000)), course, Futures(5, 40_000, 60, CALM))
    expected = (1 - chance) ** months
    ruin = found.ruin("search")
    assert abs(ruin.value - expected) < 4 * math.sqrt(expected * (1 - expected) / 40_000)
    assert abs(ruin.value - expected) < 2.1 * ruin.error


def test_the_time_to_an_offer_is_geometric() -> None:
    pays = Offers(0.2, pay=exactly(36_000.0), delay=0)
    found = one(Money(1e6, exactly(0)), Course("s", offers=pays), Futures(2, 40_000, 60, CALM))
    months = found.taken[0]
    assert months.mean() == pytest.approx(5, abs=4 * math.sqrt(20 / 40_000))
    assert found.offer_month("s", 0.5) == 4
    assert found.offer_taken("s").value == 1.0


def test_a_chance_a_year_is_met_a_year_later() -> None:
    course = replace(PENNILESS, key="job", pay=exactly(30_000.0), loss=0.3)
    found = one(Money(1e6, exactly(0)), course, Futures(3, 40_000, 24, CALM))
    assert found.employed[11, 0] == pytest.approx(0.7, abs=4 * math.sqrt(0.21 / 40_000))
    assert found.employed[23, 0] == pytest.approx(0.49, abs=4 * math.sqrt(0.25 / 40_000))


def test_every_kind_of_money_is_counted_once() -> None:
    money = Money(
        10_000, exactly(2_000), exactly(500), once=(OneOff("roof", exactly(3_000), month=4),)
    )
    course = Course(
        "offer",
        exactly(60_000.0),
        start=2,
        before=48_000,
        bonus=Bonus(1.0, exactly(6_000)),
        equity=(Equity(1.0, exactly(7_000), vests=10),),
        costs=(OneOff("relocation", exactly(5_000), month=3),),
        spending=100,
        partner_share=0.5,
        partner_gap=4,
        **SAFE,  # type: ignore[arg-type]  # keywords of different types
    )
    found = one(money, course, Futures(1, 2, 14))
    expected = 10_000 + 2 * 4_000 + 12 * 5_000 - 14 * 2_000  # pay and spending
    expected += 2 * 500 + 8 * 250 - 12 * 100  # the partner, and what the new place costs more
    expected += 6_000 + 7_000 - 5_000 - 3_000
    assert found.cash[0].tolist() == [expected, expected]


def test_a_venture_earns_its_pay_by_and_by() -> None:
    course = Course("venture", exactly(12_000.0), ramp=4, **SAFE)  # type: ignore[arg-type]  # as above
    found = one(Money(0.01, exactly(0)), course, Futures(1, 1, 6))
    assert np.diff(found.fan[2, :, 0]).round().tolist() == [0, 250, 500, 750, 1_000, 1_000]


def test_benefits_end_and_do_not_come_to_who_left_unless_said() -> None:
    quits = Course("quit", offers=NO_OFFERS, benefit=Benefit(900, 3))
    entitled = Course("entitled", offers=NO_OFFERS, benefit=Benefit(900, 3, at_once=True))
    laid_off = Course("off", exactly(12_000.0), loss=1.0, offers=NO_OFFERS, benefit=Benefit(900, 3))
    found = simulate(Money(10, exactly(0)), [quits, entitled, laid_off], Futures(1, 4, 9))
    assert found.cash[:, 0].tolist() == [10, 2_710, 2_710]


def test_pay_grows_in_the_years_after_the_first() -> None:
    course = Course("job", exactly(12_000.0), growth=0.1, **SAFE)  # type: ignore[arg-type]  # as above
    found = one(Money(1, exactly(0)), course, Futures(1, 1, 36))
    assert found.cash[0, 0] == 1 + 12_000 + 13_200 + 14_520
    assert [at.middle for at in found.pay_at("job")] == pytest.approx([12_000, 14_520])


def test_where_an_option_does_not_come_off_life_goes_on_as_before() -> None:
    stays = Offers(0.0, loss=0.0, rise_chance=0.0)
    course = Course(
        "p", exactly(60_000.0), start=1, before=48_000, comes_off=0.25, loss=0.0, rise_chance=0.0,
        kept=1.0, offers=stays, costs=(OneOff("move", exactly(1_000), 2),),
    )  # fmt: skip
    found = one(Money(0.5, exactly(0)), course, Futures(9, 20_000, 3))
    assert set(found.cash[0]) == {12_000.5, 13_000.5}
    share = float((found.cash[0] == 13_000.5).mean())
    assert share == pytest.approx(0.25, abs=4 * math.sqrt(0.25 * 0.75 / 20_000))


def test_pay_of_offers_is_distributed_as_stated() -> None:
    offers = Offers(1.0, pay=Interval.between(40_000, 60_000), delay=0, loss=0, rise_chance=0)
    found = one(Money(0, exactly(0)), Course("s", offers=offers), Futures(4, 40_000, 12))
    (at,) = found.pay_at("s")
    assert (at.low, at.high) == pytest.approx((40_000, 60_000), rel=5e-3)
    assert at.middle == pytest.approx(math.sqrt(24e8), rel=5e-3)
