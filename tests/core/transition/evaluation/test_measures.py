"""Measures against cases reckoned by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from turnpoint.core.transition.evaluation.designs import HeldOut
from turnpoint.core.transition.evaluation.measures import auc, by_origin, summary


def held(probability: list[float], movers: list[float]) -> HeldOut:
    """One origin, the first class."""
    return HeldOut(np.array([0]), np.array([probability]), np.array([movers]))


def test_auc_counts_a_tie_as_half() -> None:
    score = np.array([0.9, 0.5, 0.5, 0.1])
    observed = np.array([False, True, False, False])
    assert auc(score, observed) == pytest.approx((0 + 0.5 + 1) / 3)


def test_auc_of_a_perfect_an_inverted_and_a_flat_ranking() -> None:
    observed = np.array([True, True, False])
    assert auc(np.array([3.0, 2.0, 1.0]), observed) == 1
    assert auc(np.array([1.0, 2.0, 3.0]), observed) == 0
    assert auc(np.ones(3), observed) == 0.5


def test_recall_is_the_share_of_movers_among_the_likeliest() -> None:
    probability = np.arange(61, dtype=float)
    probability[0] = 999
    movers = np.zeros(61)
    movers[[60, 51, 50, 41, 11, 10]] = [10, 20, 30, 5, 15, 20]
    row = by_origin(held(probability.tolist(), movers.tolist()))[0]
    assert row[:3] == pytest.approx([0.30, 0.65, 0.80])


def test_perplexity_is_the_number_of_equally_likely_guesses() -> None:
    flat = held([0, 0.25, 0.25, 0.25, 0.25], [0, 3, 1, 0, 0])
    assert summary(by_origin(flat), seed=1)["perplexity"][0] == pytest.approx(4)
    sure = held([0, 0.5, 0.5], [0, 1, 1])
    assert math.exp(by_origin(sure)[0, 4]) == pytest.approx(2)


def test_a_score_that_is_no_probability_has_no_perplexity() -> None:
    assert "perplexity" not in summary(by_origin(held([9, 2, 1], [0, 1, 0])), seed=1)


def test_a_large_origin_counts_as_one() -> None:
    two = HeldOut(
        np.array([0, 1]),
        np.array([[0, *([1.0] * 10), 0.5, 0.5], [1.0, 0, *([1.0] * 9), 0.5, 0.5]]),
        np.array([[0.0, 1, *([0] * 11)], [*([0.0] * 12), 1e6]]),
    )
    assert summary(by_origin(two), seed=1)["R@10"][0] == 0.5
