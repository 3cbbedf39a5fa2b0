"""Scores of predictions."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from turnpoint.core.decision.forecast import Forecast, brier, log_loss, reliability
from turnpoint.errors import BadInput

PUBLISHED = [
    Forecast(0.1, False),
    Forecast(0.9, True),
    Forecast(0.8, True),
    Forecast(0.3, False),
]


def test_the_published_scores() -> None:
    assert brier(PUBLISHED) == pytest.approx(0.0375)
    assert log_loss(PUBLISHED) == pytest.approx(0.197635, abs=5e-7)


def test_always_saying_half_scores_a_quarter() -> None:
    half = [Forecast(0.5, each.happened) for each in PUBLISHED]
    assert brier(half) == 0.25
    assert log_loss(half) == pytest.approx(0.693147, abs=5e-7)


def test_ruling_out_what_happened_is_infinitely_surprising() -> None:
    assert log_loss([Forecast(0, True)]) == math.inf
    assert log_loss([Forecast(0, False), Forecast(1, True)]) == 0


def test_bins_say_how_many_they_hold() -> None:
    bins = reliability([*PUBLISHED, Forecast(0.85, False), Forecast(1, True)])
    assert [(each.low, each.count) for each in bins] == [(0.1, 1), (0.3, 1), (0.8, 2), (0.9, 2)]
    assert [each.happened for each in bins] == [0, 0, 0.5, 1]
    assert reliability([]) == ()


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40))
def test_bins_hold_every_prediction_once(pairs: list[tuple[float, bool]]) -> None:
    forecasts = [Forecast(*pair) for pair in pairs]
    assert sum(each.count for each in reliability(forecasts)) == len(forecasts)
    assert 0 <= brier(forecasts) <= 1
    assert brier(forecasts[::-1]) == brier(forecasts)


def test_nothing_is_scored_before_anything_has_happened() -> None:
    with pytest.raises(BadInput, match="nothing to score"):
        brier([])
    with pytest.raises(BadInput, match="100%"):
        Forecast(1.2, True)
