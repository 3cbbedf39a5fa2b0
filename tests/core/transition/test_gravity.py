"""The conditional logit: its gradient, its laws, its signs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from turnpoint.core.transition.gravity import Choices, fit, log_probability, loss, smoothed, weights

K, N = 3, 6


def choices(seed: int) -> Choices:
    rng = np.random.default_rng(seed)
    log_inflow = np.log(rng.dirichlet(np.ones(N), size=N))
    np.fill_diagonal(log_inflow, -np.inf)
    movers = rng.gamma(0.5, 100, size=(N, N)) * (rng.random((N, N)) < 0.7)
    np.fill_diagonal(movers, 0)
    movers[:, 0] += 1
    movers[0, 1] += 1
    movers[0, 0] = 0
    return Choices.of(rng.normal(size=(K, N, N)), log_inflow, movers)  # type: ignore[arg-type]  # float64, so that differences are sharp


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000), scale=st.floats(0.1, 2))
def test_gradient_agrees_with_finite_differences(seed: int, scale: float) -> None:
    given_choices = choices(seed)
    beta = scale * np.random.default_rng(seed + 1).normal(size=K)
    _, gradient = loss(beta, given_choices, 0.01)
    step = 1e-6
    for k in range(K):
        up, down = beta.copy(), beta.copy()
        up[k] += step
        down[k] -= step
        difference = (loss(up, given_choices, 0.01)[0] - loss(down, given_choices, 0.01)[0]) / (
            2 * step
        )
        assert np.isclose(gradient[k], difference, rtol=1e-4, atol=1e-6)


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000), scale=st.floats(0, 20))
def test_rows_sum_to_one_and_nobody_moves_to_where_they_are(seed: int, scale: float) -> None:
    given_choices = choices(seed)
    beta = scale * np.ones(K)
    p = np.exp(log_probability(beta, given_choices.z, given_choices.log_inflow))
    assert np.allclose(p.sum(axis=1), 1)
    assert not np.diag(p).any()


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_a_fitted_sign_never_flips(seed: int) -> None:
    signs = np.array([1, -1, 1])
    assert (fit(choices(seed), signs) * signs >= 0).all()


def test_finds_the_coefficients_that_made_the_moves() -> None:
    drawn = choices(7)
    truth = np.array([0.8, -0.5, 0.0])
    movers = 1e6 * np.exp(log_probability(truth, drawn.z, drawn.log_inflow))
    found = fit(Choices.of(drawn.z, drawn.log_inflow, movers), np.array([1, -1, 1]), ridge=0)
    assert np.allclose(found, truth, atol=1e-3)


def test_a_fit_ends_where_the_gradient_does_with_paths_of_any_size() -> None:
    """The scale of the factors decides how far W has to go; the search must get there all the same."""
    drawn = choices(3)
    rng = np.random.default_rng(3)
    for size in (0.01, 1.0, 10.0):
        u, v = size * rng.normal(size=(N, 2)), rng.normal(size=(N, 2))
        known = replace(drawn, u=u, v=v)  # type: ignore[arg-type]  # float64, so that it is sharp
        found = fit(known, np.array([1, -1, 1]), ridge=0.01, paths_ridge=0.01)
        _, gradient = loss(found, known, 0.01, 0.01)
        free = np.concatenate([found[:K] != 0, np.ones(4, dtype=bool)])
        assert np.abs(gradient[free]).max() < 1e-3 * max(size, 1)


def test_the_largest_origins_do_not_drown_the_others() -> None:
    movers = np.diag([1.0] * 9 + [1000.0])
    assert weights(movers).max() < 0.95


def test_a_destination_nobody_was_seen_entering_stays_possible() -> None:
    share = np.exp(smoothed(np.array([0.0, 90.0]), np.array([1.0, 3.0]), 1 / 9))
    assert np.isclose(share[0], 0.025)
    assert np.isclose(share.sum(), 1)
