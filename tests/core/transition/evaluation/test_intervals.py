"""Bootstrap intervals: as wide as they should be, and the same for the same seed."""

from __future__ import annotations

import numpy as np
import pytest

from turnpoint.core.transition.evaluation.intervals import (
    figure,
    interval,
    mean,
    ratio,
    samples,
)


def test_holds_the_truth_about_ninety_five_times_in_a_hundred() -> None:
    rng = np.random.default_rng(8)
    held = 0
    for draw in range(200):
        _, low, high = interval(rng.gamma(2, size=60), seed=draw, draws=400)
        held += low <= 2 <= high
    assert 0.88 < held / 200 < 0.99


def test_is_as_wide_as_the_standard_error_says() -> None:
    values = np.random.default_rng(1).normal(size=400)
    _, low, high = interval(values, seed=2, draws=2000)
    assert high - low == pytest.approx(2 * 1.96 * values.std() / 20, rel=0.1)


def test_is_the_same_for_the_same_seed() -> None:
    values = np.arange(20.0)
    assert interval(values, seed=3) == interval(values, seed=3)
    assert interval(values, seed=3) != interval(values, seed=4)


def test_a_constant_has_no_width() -> None:
    assert interval(np.full(9, 0.25), seed=1) == pytest.approx((0.25, 0.25, 0.25))


def test_a_ratio_weighs_origins_by_what_they_count() -> None:
    weights = samples(2, seed=1)
    value, low, high = figure(ratio(np.array([9.0, 0.0]), np.array([9.0, 1.0]), weights))
    assert value == pytest.approx(0.9)
    assert low <= value <= high


def test_an_origin_without_a_value_is_left_out_of_a_mean() -> None:
    assert mean(np.array([1.0, np.nan, 3.0]), samples(3, seed=1))[0] == pytest.approx(2)
