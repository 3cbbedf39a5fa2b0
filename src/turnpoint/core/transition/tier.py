"""Close, reachable, stretch, long shot: how far down the list of likely moves one stands.

A move's *reach* is the model's probability of all moves from the same origin that are at least as
likely, itself included. Cut-offs on reach are fitted so that the tiers hold about 50, 30, 15 and 5%
of real moves from origins the model has not seen: prediction sets of growing size. A cut-off on rank
or on probability would mean something else for every origin; one on reach does not.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Real = TypeVar("Real", bound=np.floating[Any])

SHARES = (0.50, 0.30, 0.15, 0.05)


class Tier(StrEnum):
    CLOSE = "close"
    REACHABLE = "reachable"
    STRETCH = "stretch"
    LONG_SHOT = "long shot"


TIERS = tuple(Tier)


def reach(probability: NDArray[Real]) -> NDArray[Real]:
    """``reach[i, j] = Σ p(j'|i)`` over ``j'`` at least as likely as ``j``; ties keep their order."""
    order = np.argsort(-probability, axis=1, kind="stable")
    result = np.empty_like(probability)
    total = np.cumsum(np.take_along_axis(probability, order, axis=1), axis=1)
    np.put_along_axis(result, order, np.minimum(total, 1), axis=1)
    return result


def fit_cutoffs(
    reached: NDArray[np.floating[Any]], weight: NDArray[np.floating[Any]]
) -> tuple[float, float, float]:
    """Reach below which 50, 80 and 95% of the weight of real moves lie."""
    order = np.argsort(reached)
    below = np.cumsum(weight[order]) / weight.sum()
    at = np.searchsorted(below, np.cumsum(SHARES)[:3])
    first, second, third = reached[order][np.minimum(at, len(order) - 1)]
    return float(first), float(second), float(third)


def shares_held(
    reached: NDArray[np.floating[Any]],
    weight: NDArray[np.floating[Any]],
    cutoffs: tuple[float, float, float],
) -> tuple[float, float, float, float]:
    """The share of real moves each tier holds under given cut-offs."""
    tier = np.searchsorted(cutoffs, reached, side="left")
    held = np.bincount(tier, weights=weight, minlength=4) / weight.sum()
    return float(held[0]), float(held[1]), float(held[2]), float(held[3])


def tier_at(reached: float, cutoffs: tuple[float, float, float]) -> Tier:
    return TIERS[int(np.searchsorted(cutoffs, reached, side="left"))]
