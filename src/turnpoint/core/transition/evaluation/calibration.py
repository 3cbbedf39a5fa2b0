"""Whether “about 1 in N” comes true: predicted beside observed shares, by tenth of predicted mass.

Pairs are ranked by prediction and cut in ten groups of equal predicted mass, so that each says how
often “about 1 in N” came true, and every mover counts alike.

Axes: ``t`` test origin, ``g`` tenth, from the least likely pairs to the likeliest.
"""

from __future__ import annotations

import numpy as np

from turnpoint.core.transition.evaluation.designs import HeldOut
from turnpoint.core.transition.evaluation.fitter import Array

GROUPS = 10


def tenths(held: HeldOut, groups: int = GROUPS) -> tuple[Array, Array, Array]:
    """Predicted and observed share of movers and the number of pairs by tenth, each ``(t, g)``."""
    share = held.movers / held.movers.sum(axis=1, keepdims=True)
    order = np.argsort(held.probability, axis=None)
    mass = np.cumsum(held.probability.ravel()[order])
    group = np.empty(held.probability.size, dtype=np.int64)
    group[order] = np.minimum((mass / mass[-1] * groups).astype(np.int64), groups - 1)
    rows = len(held.origins)
    cell = group + groups * np.repeat(np.arange(rows), held.probability.shape[1])

    def total(values: Array | None) -> Array:
        weight = None if values is None else values.ravel()
        return np.bincount(cell, weight, rows * groups).reshape(rows, groups).astype(float)

    return total(held.probability), total(share), total(None)


def calibration(held: HeldOut) -> tuple[tuple[float, float], ...]:
    """Mean predicted and observed share of movers of the pairs in each tenth."""
    predicted, observed, pairs = (each.sum(axis=0) for each in tenths(held))
    size = np.maximum(pairs, 1)
    return tuple(zip((predicted / size).tolist(), (observed / size).tolist(), strict=True))


def calibration_error(predicted: Array, observed: Array, weights: Array) -> Array:
    """Mean over tenths of ``|log(observed / predicted)|`` in every sample, ``(s,)``.

    .1 means that where 1 in 10 was said, about 1 in 9 or 1 in 11 was seen. ``weights``: ``(s, t)``.
    """
    seen, said = np.maximum(weights @ observed, 1e-12), np.maximum(weights @ predicted, 1e-12)
    return np.asarray(np.abs(np.log(seen / said)).mean(axis=1))
