"""Values and ranks of one block of draws, in NumPy.

Axes: ``o`` option, ``c`` criterion, ``s`` draw, ``r`` rank. ``value[o, c, s]`` may have one draw
(length 1), which then holds for all. Products are added in the order of the criteria and in single
precision, and everything that is counted is an integer, so that the answer is the same to the last
bit on any machine, with any number of threads, and in the compiled kernel.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Counts = NDArray[np.int64]

WEIGHT_STEPS = 2.0**24
"""Central weights are summed in whole steps of 2⁻²⁴, so that the order of adding cannot matter."""

USUAL_THREADS: int | None = 1
"""NumPy’s calls are too short here for two threads: they would wait for the interpreter in turn."""
BLAS_ALONE = 200_000
"""Products up to this size are multiplied on the calling thread alone; threads are ours to give."""


def scores(value: Floats, weight: Floats) -> Floats:
    """``v_o = Σ_c w_c m_oc``: ``value[o, c, s or 1]``, ``weight[c, s]`` → ``[o, s]``."""
    options, criteria, _ = value.shape
    score = np.empty((options, weight.shape[1]), np.float32)
    term = np.empty_like(score)
    np.multiply(value[:, 0], weight[0], out=score)
    for c in range(1, criteria):
        np.multiply(value[:, c], weight[c], out=term)
        score += term
    return score


def places(score: Floats) -> tuple[NDArray[np.uint8], Counts]:
    """How many options lie above each, ``[o, s]`` (ties share the better rank), and wins ``[o, k]``."""
    options, draws = score.shape
    above = np.zeros((options, draws), np.uint8)
    wins = np.zeros((options, options), np.int64)
    beats = np.empty(draws, np.bool_)
    for i in range(options):
        for k in range(options):
            if i != k:
                np.greater(score[i], score[k], out=beats)
                wins[i, k] = np.count_nonzero(beats)
                above[k] += beats.view(np.uint8)
    return above, wins


def tally(score: Floats, weight: Floats) -> tuple[Counts, Counts, Counts]:
    """Counts ``rank[o, r]`` and ``wins[o, k]``, and ``weight[o, c]`` summed where ``o`` is first.

    The third is in steps of ``1 / WEIGHT_STEPS``.
    """
    above, wins = places(score)
    options = len(score)
    rank = np.array(
        [[np.count_nonzero(row == r) for r in range(options)] for row in above], np.int64
    )
    return rank, wins, _central(above == 0, weight)


def _central(first: NDArray[np.bool_], weight: Floats) -> Counts:
    """Weights summed over the draws where each option is first, in whole steps: ``[o, c]``."""
    options, criteria = len(first), len(weight)
    total = np.zeros((options, criteria))
    size = max(BLAS_ALONE // (options * criteria), 256)
    half = np.float32(0.5)
    for start in range(0, weight.shape[1], size):
        here = slice(start, start + size)
        steps = np.floor(weight[:, here] * np.float32(WEIGHT_STEPS) + half)
        # Whole numbers below 2⁵³: exact in double precision, in whatever order they are added.
        total += first[:, here].astype(np.float64) @ steps.astype(np.float64).T
    return total.astype(np.int64)
