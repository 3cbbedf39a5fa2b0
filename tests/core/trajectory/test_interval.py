"""A stated interval says what it is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import ndtri

from turnpoint.core.trajectory.interval import Interval
from turnpoint.errors import BadInput

Z = ndtri(np.array([0.05, 0.5, 0.95]))


def test_nine_in_ten_of_an_interval_lie_between_its_ends() -> None:
    assert Interval.between(40_000, 60_000).at(Z) == pytest.approx([40_000, 24e8**0.5, 60_000])
    assert Interval.between(-10, 30).at(Z) == pytest.approx([-10, 10, 30])


def test_a_stated_likely_value_is_the_median_and_the_ends_stay() -> None:
    skewed = Interval.between(40_000, 90_000, likely=45_000)
    assert skewed.at(Z) == pytest.approx([40_000, 45_000, 90_000])


def test_certainty_moves_the_tails_and_not_the_ends() -> None:
    z = ndtri(np.array([0.25, 0.75]))
    assert Interval.between(40_000, 60_000, sure=0.5).at(z) == pytest.approx([40_000, 60_000])


def test_an_interval_and_a_mean_with_deviation_cannot_be_taken_for_each_other() -> None:
    ends, moments = Interval.between(0, 1), Interval.with_mean_and_deviation(0, 1)
    z = ndtri((np.arange(20_000) + 0.5) / 20_000)
    assert ends.at(z).mean() == pytest.approx(0.5)
    assert ends.at(z).std() == pytest.approx(0.5 / 1.6449, rel=1e-3)
    assert moments.at(z).mean() == pytest.approx(0, abs=1e-9)
    assert moments.at(z).std() == pytest.approx(1, rel=1e-3)


@pytest.mark.parametrize(
    ("low", "likely", "high", "sure"),
    [(2, 1, 3, 0.9), (3, 2, 1, 0.9), (1, float("nan"), 3, 0.9), (1, 2, 3, 1.0)],
)
def test_refuses_a_range_that_is_none(low: float, likely: float, high: float, sure: float) -> None:
    with pytest.raises(BadInput):
        Interval(low, likely, high, sure)


@given(
    st.floats(1, 1e6),
    st.floats(1, 1e6),
    st.floats(0.5, 0.99),
    st.lists(st.floats(-6, 6), min_size=2, max_size=20),
)
def test_a_higher_draw_never_means_a_lower_value(
    one: float, other: float, sure: float, draws: list[float]
) -> None:
    interval = Interval.between(min(one, other), max(one, other), sure=sure)
    values = interval.at(np.sort(np.array(draws)))
    assert (np.diff(values) >= 0).all()
    assert (values > 0).all()


def test_says_itself_in_words() -> None:
    assert Interval.between(40_000, 60_000).words("euros") == "90% sure: 40,000 to 60,000 euros"
    assert Interval.exactly(40_000).words() == "40,000"
