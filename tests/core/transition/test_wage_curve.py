"""The pay scale goes through what is published, never falls, and says what it had to fill in."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sample_market import LAWYER, MANAGER, SUPPORT, tiny_market

from turnpoint.core.transition.wage_curve import WageCurve, pays, wage_curve
from turnpoint.labour.wage import QUANTILES, Area, WageCell

NAN = float("nan")
NATION = Area("0000000", "United States", "nation")


def cell(*pay: float, mean: float = NAN, coded: tuple[bool, ...] = (False,) * 5) -> WageCell:
    five = (*pay, *(NAN,) * (5 - len(pay)))
    return WageCell("11-1021", NATION, 100.0, mean, five, coded)  # type: ignore[arg-type]  # five each


def curve_of(*pay: float, mean: float = NAN) -> WageCurve:
    curve = wage_curve(cell(*pay, mean=mean), 0.45)
    assert curve is not None
    return curve


def test_goes_through_every_published_percentile_exactly() -> None:
    published = (39_000.0, 47_000.0, 61_000.0, 78_000.0, 99_000.0)
    curve = curve_of(*published)
    for quantile, pay in zip(QUANTILES, published, strict=True):
        assert curve.pay(quantile) == pytest.approx(pay, rel=1e-9)
        assert curve.rank(pay) == pytest.approx(quantile, abs=1e-9)


def test_a_lognormal_scale_comes_back_as_itself() -> None:
    from scipy.special import ndtri

    published = [60_000 * math.exp(0.4 * ndtri(quantile)) for quantile in QUANTILES]
    for rank in (0.12, 0.3, 0.45, 0.66, 0.88):
        expected = 60_000 * math.exp(0.4 * ndtri(rank))
        assert curve_of(*published).pay(rank) == pytest.approx(expected, rel=1e-6)


steps = st.lists(st.floats(0, 60_000), min_size=4, max_size=4)


@given(st.floats(15_000, 90_000), steps, st.floats(0, 1), st.floats(0, 1))
def test_never_falls(lowest: float, rises: list[float], one: float, other: float) -> None:
    curve = curve_of(*np.cumsum([lowest, *rises]).tolist())
    low, high = sorted((one, other))
    assert curve.pay(low) <= curve.pay(high) * (1 + 1e-9)


@given(st.floats(15_000, 90_000), steps, st.floats(10_000, 300_000), st.floats(0, 50_000))
def test_more_pay_is_never_a_lower_rank(
    lowest: float, rises: list[float], pay: float, more: float
) -> None:
    curve = curve_of(*np.cumsum([lowest, *rises]).tolist())
    assert 0.1 <= curve.rank(pay) <= curve.rank(pay + more) + 1e-9 <= 0.9 + 1e-8


def test_a_missing_upper_end_goes_on_as_straight_as_before_and_says_so() -> None:
    lawyers = tiny_market().pay(LAWYER)
    assert lawyers is not None
    curve = wage_curve(lawyers, 0.45)
    assert curve is not None
    assert curve.pay(0.75) == pytest.approx(218_000)
    z = {0.5: 0.0, 0.75: 0.6744897501960817, 0.9: 1.2815515655446004}
    slope = math.log(218_000 / 152_000) / z[0.75]
    assert curve.pay(0.9) == pytest.approx(218_000 * math.exp(slope * (z[0.9] - z[0.75])))
    assert "upper end" in curve.notes[0]


def test_top_coded_pay_counts_as_its_limit_and_says_so() -> None:
    managers = tiny_market().pay(MANAGER)
    assert managers is not None
    curve = wage_curve(managers, 0.45)
    assert curve is not None
    assert curve.pay(0.9) == pytest.approx(239_200)
    assert "$239,200 or more" in curve.notes[0]


def test_a_mean_alone_gives_a_lognormal_scale_with_that_mean() -> None:
    curve = curve_of(mean=70_000)
    assert curve.pay(0.5) == pytest.approx(70_000 / math.exp(0.45**2 / 2))
    assert "only the mean" in curve.notes[0]


def test_one_percentile_alone_is_gone_through() -> None:
    assert curve_of(30_000).pay(0.1) == pytest.approx(30_000)


def test_nothing_published_gives_no_scale() -> None:
    assert wage_curve(cell(), 0.45) is None


def test_the_fallback_to_another_place_is_passed_on() -> None:
    support = tiny_market().pay(SUPPORT, "5300000")
    assert support is not None
    curve = wage_curve(support, 0.45)
    assert curve is not None
    assert "Washington" in curve.notes[0]


def test_many_scales_at_once_pay_what_each_pays_alone_to_the_bit() -> None:
    curves = [
        curve_of(39_000, 47_000, 61_000, 78_000, 99_000),
        None,
        curve_of(41_000, 44_000, 60_000, 91_000, 120_000),
        curve_of(NAN, 47_000, 61_000),
        curve_of(mean=52_000),
    ]
    percentiles = np.linspace(0.05, 0.95, 81)
    together = pays(curves, percentiles)
    for curve, row in zip(curves, together, strict=True):
        alone = np.full(81, np.nan) if curve is None else curve.at(percentiles)
        assert np.array_equal(row, alone, equal_nan=True)
