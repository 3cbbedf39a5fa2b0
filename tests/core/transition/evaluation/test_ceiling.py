"""The ceiling: what knowing the true shares would reach, found again from moves drawn from them."""

from __future__ import annotations

import numpy as np
import pytest

from turnpoint.core.transition.evaluation.ceiling import ceiling, concentration
from turnpoint.core.transition.evaluation.designs import HeldOut
from turnpoint.labour.flow import MOVERS_TO_ONE_SAMPLED


def drawn(
    seed: int, alpha: float, n: int = 80, people: int = 90
) -> tuple[HeldOut, np.ndarray[tuple[int, ...], np.dtype[np.float64]]]:
    rng = np.random.default_rng(seed)
    popularity = rng.dirichlet(np.full(n, 0.3))
    truth = rng.dirichlet(np.maximum(alpha * popularity, 1e-6), size=200)
    counts = np.array([rng.multinomial(people, row) for row in truth])
    prior = np.repeat(popularity[None], 200, axis=0)
    return HeldOut(np.arange(200), prior, MOVERS_TO_ONE_SAMPLED * counts), truth


def test_finds_the_concentration_that_scattered_the_shares() -> None:
    held, _ = drawn(1, alpha=40)
    found = concentration(held.probability, held.movers / MOVERS_TO_ONE_SAMPLED)
    assert found == pytest.approx(40, rel=0.1)


def test_equals_what_the_true_shares_reach() -> None:
    held, truth = drawn(2, alpha=40)
    found = ceiling(held, seed=1)
    best = np.sort(truth, axis=1)[:, ::-1]
    assert found.recall["R@10"].mean() == pytest.approx(best[:, :10].sum(axis=1).mean(), abs=0.02)
    entropy = -(truth * np.log(np.maximum(truth, 1e-300))).sum(axis=1)
    assert found.entropy.mean() == pytest.approx(entropy.mean(), abs=0.05)


def test_is_the_same_for_the_same_seed() -> None:
    held, _ = drawn(3, alpha=20)
    assert np.array_equal(ceiling(held, seed=5).entropy, ceiling(held, seed=5).entropy)
