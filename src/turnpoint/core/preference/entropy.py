"""How open the question still is, in bits: over which option is first, and over whole rankings.

After van Valkenhoef & Tervonen (2016), Omega 64. Axes: ``o`` option, ``s`` draw.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.preference.array_kernel import Floats, places

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and its standard error."""

    value: float
    error: float


def entropy(share: Array, draws: int) -> Estimate:
    """``−Σ p log2 p`` of shares counted over ``draws``; its error by the delta method.

    Shares that sum past 1 because ties share a rank are read as parts of their sum.
    """
    p = share[share > 0] / share.sum()
    surprise = -np.log2(p)
    mean = float(p @ surprise)
    variance = max(float(p @ surprise**2) - mean**2, 0.0)
    return Estimate(abs(mean), float(np.sqrt(variance / draws)))


def ranking_entropy(score: Floats) -> Estimate:
    """Entropy over complete rankings of ``score[o, s]``.

    It cannot exceed ``log2`` of the number of draws: with many options read it as “at least”.
    """
    above, _ = places(score)
    code = np.zeros(score.shape[1], np.uint64)
    for row in above:
        code = code * np.uint64(len(score)) + row
    counts = np.unique(code, return_counts=True)[1]
    return entropy(counts / score.shape[1], score.shape[1])
