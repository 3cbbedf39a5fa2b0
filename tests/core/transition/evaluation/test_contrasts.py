"""Three tests that popularity alone should not pass, against cases reckoned by hand."""

from __future__ import annotations

import numpy as np
import pytest

from turnpoint.core.transition.evaluation.contrasts import (
    balanced_accuracy,
    direction,
    matched_accuracy,
)
from turnpoint.core.transition.evaluation.designs import HeldOut
from turnpoint.labour.flow import MOVERS_TO_ONE_SAMPLED


def test_an_observed_destination_is_held_against_never_observed_ones_as_popular() -> None:
    popularity = np.array([[0.0, 0.30, 0.30, 0.30, 0.05, 0.05]])
    movers = np.array([[0.0, 9, 0, 0, 1, 0]])
    score = np.array([[0.0, 0.5, 0.4, 0.6, 0.2, 0.1]])
    held = HeldOut(np.array([0]), score, movers)
    assert matched_accuracy(held, popularity) == pytest.approx([(0.5 + 1) / 2])


def test_popularity_itself_is_right_in_half_of_equal_pairs() -> None:
    popularity = np.array([[0.0, 0.25, 0.25, 0.25, 0.25]])
    held = HeldOut(np.array([0]), popularity, np.array([[0.0, 1, 1, 0, 0]]))
    assert matched_accuracy(held, popularity) == pytest.approx([0.5])


def test_an_origin_without_a_match_is_left_out() -> None:
    popularity = np.array([[0.0, 0.9, 0.1]])
    held = HeldOut(np.array([0]), popularity, np.array([[0.0, 5, 0]]))
    assert np.isnan(matched_accuracy(held, popularity)).all()


def test_balanced_accuracy_weighs_observed_and_unobserved_alike() -> None:
    score = np.array([[0.0, 0.9, 0.8, 0.3, 0.2, 0.1]] * 2)
    score[1] = [0.9, 0.0, 0.1, 0.8, 0.2, 0.3]
    movers = np.array([[0.0, 4, 4, 0, 0, 0], [4.0, 0, 4, 0, 0, 0]])
    found = balanced_accuracy(HeldOut(np.array([0, 1]), score, movers), np.array([0, 1]))
    # The cut-off of the other origin: .9 for the first, .8 for the second.
    assert found == pytest.approx([(1 / 2 + 1) / 2, (1 / 2 + 2 / 3) / 2])


def test_a_flat_score_tells_nothing_apart() -> None:
    movers = np.array([[0.0, 4, 0, 0], [4.0, 0, 0, 0]])
    held = HeldOut(np.array([0, 1]), np.full((2, 4), 0.25), movers)
    assert balanced_accuracy(held, np.array([0, 1])) == pytest.approx([0.5, 0.5])


def people(rows: list[list[float]]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return MOVERS_TO_ONE_SAMPLED * np.array(rows)


def test_direction_compares_the_shares_of_both_ends() -> None:
    movers = people([[0, 40, 60], [10, 0, 90], [1, 1, 0]])
    score = np.array([[0.0, 0.4, 0.6], [0.1, 0, 0.9], [0.5, 0.5, 0]])
    right, asked = direction(HeldOut(np.array([0, 1]), score[:2], movers[:2]))
    assert asked.sum() == 1
    assert right.sum() == 1
    right, _ = direction(HeldOut(np.array([0, 1]), 1 - score[:2], movers[:2]))
    assert right.sum() == 0


def test_direction_is_not_asked_where_few_were_seen_or_both_ways_are_alike() -> None:
    few = people([[0, 1, 60], [0, 0, 90]])
    alike = people([[0, 50, 50], [50, 0, 50]])
    for movers in (few, alike):
        _, asked = direction(HeldOut(np.array([0, 1]), movers, movers))
        assert asked.sum() == 0


def test_a_symmetric_score_is_right_in_half() -> None:
    movers = people([[0, 40, 60], [10, 0, 90]])
    score = np.array([[0, 0.3, 0.1], [0.3 + 1e-9, 0, 0.1]])
    right, asked = direction(HeldOut(np.array([0, 1]), score, movers))
    assert right.sum() / asked.sum() == 0.5
