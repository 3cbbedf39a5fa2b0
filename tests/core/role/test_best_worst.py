"""Ranking by best and worst: the posterior's mathematics, and how well known utilities come back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import spearmanr

from turnpoint.core.role.best_worst import (
    Choice,
    Utilities,
    _log_posterior,
    next_set,
    standing,
    utilities,
)
from turnpoint.errors import BadInput


def answered(truth: np.ndarray, sets: int, seed: int) -> list[Choice]:
    """What somebody with these utilities says, by the model's own chances."""
    rng = np.random.default_rng([seed, len(truth)])
    choices: list[Choice] = []
    for _ in range(sets):
        shown = np.array(next_set(len(truth), choices, seed=seed))
        best = shown[np.argmax(truth[shown] + rng.gumbel(size=4))]
        left = shown[shown != best]
        worst = left[np.argmax(-truth[left] + rng.gumbel(size=3))]
        choices.append(Choice(tuple(shown.tolist()), int(best), int(worst)))
    return choices


@st.composite
def some_choices(draw: st.DrawFn) -> tuple[int, list[Choice]]:
    items = draw(st.integers(5, 9))
    orders = draw(st.lists(st.permutations(range(items)), max_size=8))
    return items, [Choice(tuple(sorted(each[:4])), each[0], each[1]) for each in orders]


@settings(max_examples=30)
@given(some_choices(), st.integers(0, 9999))
def test_gradient_and_curvature_are_those_of_the_posterior(
    given_choices: tuple[int, list[Choice]], seed: int
) -> None:
    items, choices = given_choices
    u = np.random.default_rng(seed).normal(size=items)
    _, gradient, precision = _log_posterior(u, choices)
    for item, step in enumerate(1e-5 * np.eye(items)):
        above, below = _log_posterior(u + step, choices), _log_posterior(u - step, choices)
        assert (above[0] - below[0]) / 2e-5 == pytest.approx(gradient[item], abs=1e-5)
        assert (below[1] - above[1]) / 2e-5 == pytest.approx(precision[item], abs=1e-4)


@given(some_choices())
def test_the_mode_is_where_the_gradient_vanishes(given_choices: tuple[int, list[Choice]]) -> None:
    items, choices = given_choices
    assert _log_posterior(utilities(items, choices).mode, choices)[1] == pytest.approx(
        np.zeros(items), abs=1e-3
    )


@given(some_choices(), st.randoms())
def test_neither_the_order_of_answers_nor_the_place_in_a_set_tells_anything(
    given_choices: tuple[int, list[Choice]], random: object
) -> None:
    items, choices = given_choices
    turned = [Choice(choice.shown[::-1], choice.best, choice.worst) for choice in choices[::-1]]
    assert utilities(items, turned).mode == pytest.approx(utilities(items, choices).mode, abs=1e-5)


def test_what_nobody_compared_is_average_and_uncertain() -> None:
    found = utilities(8, [])
    assert found.mode == pytest.approx(np.zeros(8))
    assert found.sd == pytest.approx(np.full(8, 2.5))


def test_the_same_answers_lead_to_the_same_next_set() -> None:
    choices = answered(np.linspace(-3, 3, 12), 6, seed=2)
    assert next_set(12, choices, seed=2) == next_set(12, choices, seed=2)
    assert len(set(next_set(12, choices, seed=2))) == 4


TABLE = {
    (12, 2.5): {8: 0.84, 12: 0.89, 15: 0.91},
    (12, 4.0): {8: 0.88, 12: 0.92, 15: 0.94},
    (20, 2.5): {12: 0.83, 15: 0.86, 20: 0.90, 25: 0.92},
    (20, 4.0): {12: 0.88, 15: 0.91, 20: 0.93, 25: 0.95},
    (41, 2.5): {20: 0.81, 30: 0.87, 40: 0.90},
}
"""The design’s table: by items and decisiveness, the mean rank correlation after so many sets."""

RESPONDENTS = 8
"""``benchmarks/ranking.py`` takes a hundred, and compares their mean as it is."""


@pytest.mark.parametrize(("items", "decisiveness"), TABLE)
def test_brings_known_utilities_back_at_least_as_well_as_the_design_asks(
    items: int, decisiveness: float
) -> None:
    """Every cell of the table, within two standard errors of so few simulated respondents."""
    found: dict[int, list[float]] = {sets: [] for sets in TABLE[items, decisiveness]}
    for seed in range(RESPONDENTS):
        truth = np.random.default_rng([7, seed]).normal(0, decisiveness, items)
        choices = answered(truth, max(found), seed)
        for sets, correlations in found.items():
            mode = utilities(items, choices[:sets]).mode
            correlations.append(spearmanr(mode, truth)[0])
    for sets, published in TABLE[items, decisiveness].items():
        error = np.std(found[sets]) / RESPONDENTS**0.5
        assert np.mean(found[sets]) > published - 2 * error, f"after {sets} sets"


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    held = []
    for seed in range(16):
        truth = np.random.default_rng([8, seed]).normal(0, 2.5, 12)
        interval = utilities(12, answered(truth, 15, seed)).interval
        held.append((interval[:, 0] <= truth) & (truth <= interval[:, 1]))
    assert 0.9 < np.mean(held) < 0.99


def test_stops_when_both_ends_are_sure_and_not_before() -> None:
    truth = np.array([9.0, 8.5, 8, 7.5, 0, 0, 0, 0, -7.5, -8, -8.5, -9])
    unsure = standing(utilities(12, answered(truth, 2, seed=3)), seed=0)
    assert not unsure.settled
    assert unsure.most_sets == 15
    sure = standing(utilities(12, answered(truth * 3, 70, seed=3)), seed=0)
    assert sure.settled
    assert set(sure.top) == {0, 1, 2, 3}
    assert set(sure.bottom) == {8, 9, 10, 11}


@pytest.mark.parametrize(("apart", "settled"), [(1.2, False), (1.6, True)])
def test_a_place_at_the_top_must_be_nine_tenths_sure(apart: float, settled: bool) -> None:
    """The fourth and the fifth differ by 1: ahead in .885 of draws, and in .945."""
    mode = np.array([40, 30, 20, apart / 2, -apart / 2, -10, -20, -30, -40, -50, -60, -70.0])
    found = Utilities(mode, np.eye(12) / 2)
    assert standing(found, seed=1).settled is settled


def test_refuses_what_is_no_choice() -> None:
    with pytest.raises(BadInput, match="two different ones"):
        utilities(6, [Choice((0, 1, 2, 3), 1, 1)])
    with pytest.raises(BadInput, match="takes 5 to 48"):
        utilities(3, [])
