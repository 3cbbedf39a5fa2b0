"""95% percentile bootstraps over origins, and paired differences between two models.

Origins differ far more from one another than models do: an interval of one model says how well it
would do on other origins, and only the interval of the paired difference says which model is better.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from turnpoint.core.transition.evaluation.fitter import Array

Figure = tuple[float, float, float]
"""A value, and its 95% interval."""

DRAWS = 1000


def resampled(origins: int, *, seed: int, draws: int = DRAWS) -> Array:
    """How often each origin is drawn, as weights ``(draws, origins)`` whose rows sum to 1."""
    rng = np.random.default_rng(seed)
    chosen = rng.integers(0, origins, size=(draws, origins))
    counts = np.zeros((draws, origins))
    np.add.at(counts, (np.arange(draws)[:, None], chosen), 1.0)
    return counts / origins


def interval(
    values: Array, *, seed: int, draws: int = DRAWS, of: Callable[[Array], Array] | None = None
) -> Figure:
    """The mean of ``values`` ``(origins,)`` with its interval; ``of`` is applied to every mean."""
    means = resampled(len(values), seed=seed, draws=draws) @ values
    found = np.array([values.mean(), *np.quantile(means, [0.025, 0.975])])
    value, low, high = (of(found) if of is not None else found).tolist()
    return value, low, high


def ratio_interval(top: Array, bottom: Array, *, seed: int, draws: int = DRAWS) -> Figure:
    """``Σ top / Σ bottom`` over origins, with its interval: for counts that origins share unequally."""
    weight = resampled(len(top), seed=seed, draws=draws)
    ratios = (weight @ top) / np.maximum(weight @ bottom, 1e-12)
    low, high = np.quantile(ratios, [0.025, 0.975]).tolist()
    return float(top.sum() / max(bottom.sum(), 1e-12)), low, high
