"""The same values and ranks as ``array_kernel``, compiled by Numba (``pip install turnpoint[fast]``).

Each loop adds and compares exactly as the NumPy kernel does, without fused or reordered sums, so
that both give the same counts to the last bit. Importing this module needs Numba; the first call
compiles, and Numba keeps what it compiled on disk.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

from turnpoint.core.preference.array_kernel import WEIGHT_STEPS, Counts, Floats

Places = NDArray[np.int32]
USUAL_THREADS: int | None = None
"""One for each core: the loops run without the interpreter."""
LANES = 512
"""Draws handled together, so that a few options’ scores stay in the first-level cache."""


def _fixed_scores(value: Floats, weight: Floats, score: Floats) -> None:
    options, criteria = value.shape
    draws = weight.shape[1]
    for start in range(0, draws, LANES):
        stop = min(start + LANES, draws)
        for o in range(options):
            row = score[o, start:stop]
            row[:] = 0
            for c in range(criteria):
                m = value[o, c]
                w = weight[c, start:stop]
                for s in range(len(row)):
                    row[s] += m * w[s]


def _drawn_scores(value: Floats, weight: Floats, score: Floats) -> None:
    options, criteria, draws = value.shape
    for start in range(0, draws, LANES):
        stop = min(start + LANES, draws)
        for o in range(options):
            row = score[o, start:stop]
            row[:] = 0
            for c in range(criteria):
                m = value[o, c, start:stop]
                w = weight[c, start:stop]
                for s in range(len(row)):
                    row[s] += m[s] * w[s]


def _tally(score: Floats, weight: Floats, rank: Counts, wins: Counts, central: Counts) -> None:
    options, draws = score.shape
    above = np.empty((options, LANES), np.int32)
    for start in range(0, draws, LANES):
        stop = min(start + LANES, draws)
        above[:] = 0
        for i in range(options):
            high = score[i, start:stop]
            for k in range(options):
                if i != k:
                    low = score[k, start:stop]
                    row = above[k]
                    count = np.int32(0)
                    for s in range(len(high)):
                        beats = np.int32(high[s] > low[s])
                        row[s] += beats
                        count += beats
                    wins[i, k] += count
        _add_ranks(above, stop - start, rank)
        _add_weights(above, stop - start, weight, start, central)


def _add_ranks(above: Places, size: int, rank: Counts) -> None:
    for i in range(len(above)):
        row = above[i]
        for s in range(size):
            rank[i, row[s]] += 1


def _add_weights(above: Places, size: int, weight: Floats, start: int, central: Counts) -> None:
    options, criteria = len(above), len(weight)
    steps, half = np.float32(WEIGHT_STEPS), np.float32(0.5)
    whole = np.empty((size, criteria), np.int32)
    for c in range(criteria):
        w = weight[c, start : start + size]
        for s in range(size):
            whole[s, c] = np.int32(w[s] * steps + half)
    # One option is first nearly always: its number is had without a branch the processor must guess.
    lead, firsts = np.zeros(size, np.int32), np.zeros(size, np.int32)
    for i in range(options):
        row = above[i]
        for s in range(size):
            first = np.int32(row[s] == 0)
            lead[s] += np.int32(i) * first
            firsts[s] += first
    for s in range(size):
        if firsts[s] == 1:
            for c in range(criteria):
                central[lead[s], c] += whole[s, c]
        else:
            for i in range(options):
                if above[i, s] == 0:
                    for c in range(criteria):
                        central[i, c] += whole[s, c]


def _compiled(function: Any) -> Any:
    return numba.njit(nogil=True, cache=True)(function)


_fixed_scores_compiled = _compiled(_fixed_scores)
_drawn_scores_compiled = _compiled(_drawn_scores)
_add_ranks = _compiled(_add_ranks)
_add_weights = _compiled(_add_weights)
_tally_compiled = _compiled(_tally)


def scores(value: Floats, weight: Floats) -> Floats:
    """As ``array_kernel.scores``."""
    score = np.empty((len(value), weight.shape[1]), np.float32)
    weight = np.ascontiguousarray(weight)
    if value.shape[2] == 1:
        _fixed_scores_compiled(np.ascontiguousarray(value[:, :, 0]), weight, score)
    else:
        _drawn_scores_compiled(np.ascontiguousarray(value), weight, score)
    return score


def tally(score: Floats, weight: Floats) -> tuple[Counts, Counts, Counts]:
    """As ``array_kernel.tally``."""
    options = len(score)
    rank = np.zeros((options, options), np.int64)
    wins = np.zeros((options, options), np.int64)
    central = np.zeros((options, len(weight)), np.int64)
    _tally_compiled(score, np.ascontiguousarray(weight), rank, wins, central)
    return rank, wins, central
