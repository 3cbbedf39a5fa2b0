"""The compiled months end every future as NumPy does, to the last bit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from turnpoint.core.trajectory.course import Benefit, Bonus, Course, Equity, Offers
from turnpoint.core.trajectory.futures import Futures, Market
from turnpoint.core.trajectory.interval import Interval
from turnpoint.core.trajectory.money import Money, OneOff
from turnpoint.core.trajectory.simulate import simulate

pytest.importorskip("numba", reason="the extra “fast” is not installed")

between = Interval.between
HOUSEHOLD = Money(
    8_000.55, between(2_400, 3_200), between(0, 900), once=(OneOff("roof", between(1, 5_000), 7),)
)
HARD = Offers(0.3, 0.2, between(30_000, 70_000), loss=0.6, rise_chance=0.6, rise=0.07, delay=2)
COURSES = [
    Course("plain", between(38_000, 44_000)),
    Course(
        "turbulent",
        between(45_000, 60_000),
        start=3,
        before=40_123,
        comes_off=0.6,
        loss=0.9,
        rise_chance=0.5,
        growth=0.031,
        offers=HARD,
        benefit=Benefit(1_111.11, 5, at_once=True),
        bonus=Bonus(0.5, between(2_000, 6_000)),
        costs=(OneOff("move", between(3_000, 9_000), 4),),
        partner_gap=5,
        partner_share=0.7,
        spending=-120,
    ),
    Course("search", offers=replace(HARD, delay=0), benefit=Benefit(900, 3, at_once=True)),
    Course(
        "venture", between(30_000, 90_000), ramp=12, equity=(Equity(0.4, between(1, 300_000), 30),)
    ),
]


@pytest.mark.parametrize("months", [1, 35, 61])
@pytest.mark.parametrize("market", [Market(), Market(0.9, 0.8, -0.6, 0.97)])
def test_both_kernels_agree_to_the_last_bit(months: int, market: Market) -> None:
    futures = Futures(21, 4_501, months, market)
    numpy = simulate(HOUSEHOLD, COURSES, futures, compiled=False)
    compiled = simulate(HOUSEHOLD, COURSES, futures, compiled=True, threads=2)
    for name in ("gain", "lasted", "taken", "pay", "employed", "fan", "cash"):
        assert np.array_equal(getattr(numpy, name), getattr(compiled, name)), name


def test_threads_change_no_bit_of_the_compiled_months() -> None:
    futures = Futures(22, 9_000, 24)
    alone, together = (
        simulate(HOUSEHOLD, COURSES, futures, compiled=True, threads=threads) for threads in (1, 3)
    )
    assert np.array_equal(alone.gain, together.gain)
    assert np.array_equal(alone.fan, together.fan)
