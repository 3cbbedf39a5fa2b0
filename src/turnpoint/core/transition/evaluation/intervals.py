"""95% percentile bootstraps over origins, and paired differences between two models.

Origins differ far more from one another than models do: an interval of one model says how well it
would do on other origins, and only the interval of the paired difference says which model is better.
Every statistic is a weighted mean over origins, so one matrix of weights serves all of them, and the
same draws serve both sides of a difference.

Axes: ``s`` sample (the first is everybody once, the others are drawn), ``t`` test origin.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from turnpoint.core.transition.evaluation.fitter import Array

Figure = tuple[float, float, float]
"""A value, and its 95% interval."""

DRAWS = 1000


def samples(origins: int, *, seed: int, draws: int = DRAWS) -> Array:
    """Weights of origins, ``(1 + draws, t)``, rows summing to 1; the first row weighs all alike."""
    rng = np.random.default_rng(seed)
    chosen = rng.integers(0, origins, size=(draws, origins))
    counts = np.zeros((1 + draws, origins))
    counts[0] = 1
    np.add.at(counts, (1 + np.arange(draws)[:, None], chosen), 1.0)
    return counts / origins


def mean(values: Array, weights: Array) -> Array:
    """Mean of ``values`` ``(t,)`` in every sample, ``(s,)``; origins without one (NaN) are left out."""
    known = ~np.isnan(values)
    return ratio(np.where(known, values, 0), known.astype(float), weights)


def ratio(top: Array, bottom: Array, weights: Array) -> Array:
    """``Σ top / Σ bottom`` over the origins of every sample, ``(s,)``."""
    return np.asarray((weights @ top) / np.maximum(weights @ bottom, 1e-12))


def figure(statistic: Array) -> Figure:
    """The value of the first sample, with the middle 95% of the others."""
    low, high = np.quantile(statistic[1:], [0.025, 0.975]).tolist()
    return float(statistic[0]), low, high


def interval(
    values: Array, *, seed: int, draws: int = DRAWS, of: Callable[[Array], Array] | None = None
) -> Figure:
    """The mean of ``values`` ``(t,)`` with its interval; ``of`` is applied to every mean."""
    found = mean(values, samples(len(values), seed=seed, draws=draws))
    return figure(of(found) if of is not None else found)
