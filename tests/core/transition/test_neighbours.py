"""People from jobs like yours: weights, lifts, and a kernel learned from others alone."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from turnpoint.core.transition.neighbours import (
    Kernel,
    Left,
    entering_lift,
    lift_of,
    mixture_loss,
    weights_of,
)
from turnpoint.core.transition.posterior import Posterior

N, LIKENESSES = 7, 3


def drawn(seed: int) -> Left:
    rng = np.random.default_rng(seed)
    share = rng.dirichlet(np.ones(N), size=N)
    np.fill_diagonal(share, 0)
    share /= share.sum(axis=1, keepdims=True)
    popularity = rng.dirichlet(np.ones(N))
    posterior = Posterior(np.arange(N), rng.uniform(1, 50, N), share, popularity)
    seen = rng.dirichlet(np.full(N, 0.4), size=N)
    np.fill_diagonal(seen, 0)
    seen /= seen.sum(axis=1, keepdims=True)
    by_row = np.repeat(popularity[None], N, axis=0)
    np.fill_diagonal(by_row, 0)
    s = rng.normal(size=(LIKENESSES, N, N))
    return Left(s, posterior, seen, by_row, np.full(N, 1 / N))  # type: ignore[arg-type]  # float64, so that differences are sharp


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_mixtures_gradient_agrees_with_finite_differences(seed: int) -> None:
    left = drawn(seed)
    theta = np.random.default_rng(seed + 1).normal(size=LIKENESSES + 2) * 0.5
    z = left.s.astype(np.float32)
    _, gradient = mixture_loss(theta, z, left)
    step = 1e-3
    for place in range(len(theta)):
        up, down = theta.copy(), theta.copy()
        up[place] += step
        down[place] -= step
        difference = (mixture_loss(up, z, left)[0] - mixture_loss(down, z, left)[0]) / (2 * step)
        assert np.isclose(gradient[place], difference, rtol=1e-2, atol=2e-4)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), anyone=st.floats(-5, 5))
def test_weights_sum_to_one_and_nobody_is_their_own_neighbour(seed: int, anyone: float) -> None:
    left = drawn(seed)
    kernel = Kernel(np.zeros(LIKENESSES), np.ones(LIKENESSES), np.ones(LIKENESSES), 0.5, anyone)
    found = weights_of(kernel, left.s, left.posterior, np.eye(N, dtype=bool))
    assert np.allclose(found.sum(axis=1), 1)
    assert not np.diag(found).any()


def test_without_neighbours_popularity_is_all_there_is() -> None:
    left = drawn(1)
    nobody = np.zeros((N, N + 1))
    nobody[:, -1] = 1
    assert np.allclose(lift_of(nobody, left.posterior, left.posterior.popularity), 0)
    assert np.allclose(entering_lift(nobody, left.posterior, np.arange(N)), 0)


def test_who_enters_a_class_does_not_depend_on_who_left_it() -> None:
    left = drawn(2)
    kernel = Kernel(np.zeros(LIKENESSES), np.ones(LIKENESSES), np.ones(LIKENESSES), 0.0, 0.0)
    weights = weights_of(kernel, left.s, left.posterior, np.eye(N, dtype=bool))
    before = entering_lift(weights, left.posterior, np.array([3]))
    left.posterior.share[3] = np.roll(left.posterior.share[3], 2)
    left.posterior.share[3, 3] = 0
    assert np.allclose(before, entering_lift(weights, left.posterior, np.array([3])))
