"""SMAA-2: in how much of what a person may want, and of what may happen, is each option first?

Lahdelma & Salminen (2001), “SMAA-2: stochastic multicriteria acceptability analysis for group
decision making”, Operations Research 49(3). ``v_o = Σ_c w_c m_oc``; the rank of an option is the
number of options above it, so that ties share the better rank. Choice and ranking entropy after
van Valkenhoef & Tervonen (2016), “Entropy-optimal weight constraint elicitation with additive
multi-attribute utility models”, Omega 64.

A percentage here is a share of preference space, not a chance of being right.

Axes: ``o``, ``k`` option, ``c`` criterion, ``s`` draw, ``r`` rank (0 is first).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.preference import streams
from turnpoint.core.preference.array_kernel import BLAS_ALONE, Counts, Floats
from turnpoint.core.preference.entropy import Estimate, entropy, ranking_entropy
from turnpoint.core.preference.kernel import Kernel, fastest

Array = NDArray[np.float64]
Drawn = tuple[Floats, Floats]
"""One block: ``value[o, c, s or 1]`` in 0 … 1 and ``weight[c, s]``, each draw summing to 1."""

CACHED = 8_192
CONFIDENCE_DRAWS = 4_096
"""Futures looked at for confidence factors: a standard error of at most .008."""


def share_error(share: Array, draws: int) -> Array:
    """Standard error of a share of ``draws``: ``sqrt(b (1 − b) / N)``."""
    return np.asarray(np.sqrt(share * (1 - share) / draws))


@dataclass(frozen=True, slots=True)
class Acceptability:
    """What SMAA-2 says. Shares come with their standard errors, each of the same shape.

    ``rank[o, r]`` share of draws at each rank; ``central[o, c]`` mean weights where ``o`` is first,
    NaN where it never is; ``confidence[o]`` share of futures where ``o`` is first under its own
    central weights (0 if it has none); ``wins[o, k]`` share of draws where ``o`` lies above ``k``.
    """

    draws: int
    rank: Array
    rank_error: Array
    central: Array
    confidence: Array
    confidence_error: Array
    wins: Array
    wins_error: Array
    mean_weight: Array
    choice_entropy: Estimate
    ranking_entropy: Estimate

    @property
    def first(self) -> Array:
        """First-rank acceptability ``[o]``."""
        return self.rank[:, 0]

    @property
    def first_error(self) -> Array:
        return self.rank_error[:, 0]


@dataclass(frozen=True, slots=True)
class _Counted:
    rank: Counts
    wins: Counts
    central: Counts
    weight: Array
    first: tuple[Floats, Floats]


def _slices(value: Floats, weight: Floats) -> list[Drawn]:
    """A block in parts that stay in the processor’s cache."""
    starts = range(0, weight.shape[1], CACHED)
    fixed = value.shape[2] == 1
    return [
        (value if fixed else value[:, :, s : s + CACHED], weight[:, s : s + CACHED]) for s in starts
    ]


def _count(use: Kernel, drawn: Drawn) -> _Counted:
    value, weight = drawn
    score = use.scores(value, weight)
    rank, wins, central = use.tally(score, weight)
    return _Counted(rank, wins, central, weight.sum(axis=1, dtype=np.float64), (value, score))


def _sum(parts: list[_Counted]) -> _Counted:
    """All parts in the order given; values and scores of the first."""
    rank, wins, central = parts[0].rank.copy(), parts[0].wins.copy(), parts[0].central.copy()
    weight = parts[0].weight.copy()
    for part in parts[1:]:
        rank += part.rank
        wins += part.wins
        central += part.central
        weight += part.weight
    return _Counted(rank, wins, central, weight, parts[0].first)


def smaa(
    value: Floats, weight: Floats, *, threads: int | None = None, kernel: Kernel | None = None
) -> Acceptability:
    """SMAA-2 over draws held in memory: ``value[o, c]`` or ``value[o, c, s]``, ``weight[c, s]``."""
    value = np.asarray(value, np.float32)
    weight = np.asarray(weight, np.float32)
    value = value[:, :, None] if value.ndim == 2 else value

    def block(b: int) -> Drawn:
        here = slice(b * streams.BLOCK, (b + 1) * streams.BLOCK)
        return (value if value.shape[2] == 1 else value[:, :, here]), weight[:, here]

    return smaa_of_blocks(block, weight.shape[1], threads=threads, kernel=kernel)


def smaa_of_blocks(
    block: Callable[[int], Drawn],
    draws: int,
    *,
    threads: int | None = None,
    kernel: Kernel | None = None,
) -> Acceptability:
    """SMAA-2 over blocks of draws made when asked for; memory is that of a few blocks.

    Counts are whole numbers, so the answer is the same for any number of threads and either kernel.
    """
    use = kernel or fastest(draws)

    def counted(b: int) -> _Counted:
        value, weight = block(b)
        return _sum([_count(use, part) for part in _slices(value, weight)])

    parts = streams.over(counted, len(streams.sizes(draws)), threads=threads or use.USUAL_THREADS)
    return _answer(parts, draws)


def _answer(parts: list[_Counted], draws: int) -> Acceptability:
    total = _sum(parts)
    rank, wins = total.rank / draws, total.wins / draws
    value, score = total.first
    central = central_weights(total.central)
    sure, tried = confidence(value, central)
    return Acceptability(
        draws=draws,
        rank=rank,
        rank_error=share_error(rank, draws),
        central=central,
        confidence=sure,
        confidence_error=share_error(sure, tried),
        wins=wins,
        wins_error=share_error(wins, draws),
        mean_weight=total.weight / draws,
        choice_entropy=entropy(rank[:, 0], draws),
        ranking_entropy=ranking_entropy(score),
    )


def central_weights(total: Counts) -> Array:
    """Mean weights where each option is first, from sums in steps; NaN where it never is."""
    steps = total.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore"):
        return np.asarray(np.where(steps > 0, total / np.maximum(steps, 1), np.nan))


def confidence(value: Floats, central: Array) -> tuple[Array, int]:
    """Share of measurement draws in which each option is first under its own central weights.

    Returns the shares ``[o]`` and the number of measurement draws looked at.
    """
    tried = min(value.shape[2], CONFIDENCE_DRAWS)
    sure = np.zeros(len(value))
    ever = np.flatnonzero(~np.isnan(central).any(axis=1))
    weight = central[ever].astype(np.float32)
    size = max(BLAS_ALONE // max(weight.size, 1), 256)
    for start in range(0, tried, size):
        score = weight @ value[:, :, start : min(start + size, tried)]  # [o, k, s]
        own = score[ever, np.arange(len(ever))]
        sure[ever] += np.count_nonzero(own >= score.max(axis=0), axis=1)
    return sure / tried, tried
