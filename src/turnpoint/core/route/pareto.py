"""Which of many candidates no other one is as good as in every respect, group by group.

A row is *dominated* by another one of its group that costs no more by any criterion and less by one,
or that costs the same and stands before it. Axes: ``x`` candidate; ``c`` criterion (less is better).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

ROUNDS = 8
"""Rounds of striking out by one champion a group before what is left is compared pair by pair."""


def nondominated(group: Ints, cost: Floats, *, dominators: int = 1) -> Mask:
    """Which rows fewer than ``dominators`` others dominate. ``group``: ``(x,)``, ``cost``: ``(c, x)``.

    In the order of the criteria a dominating row comes before the one it dominates, so that in the
    end each row need only be compared with those before it.
    """
    # Small integers are sorted by digits, which is several times as fast.
    small = group.astype(np.int16) if group.max(initial=0) < 2**15 else group
    left = np.argsort(small, kind="stable")
    left = left[_after_champions(group[left], cost[:, left], dominators)]
    left = left[np.lexsort((*cost[::-1, left], group[left]))]
    left = left[_after_pairs(group[left], cost[:, left], dominators)]
    kept = np.zeros(len(group), dtype=np.bool_)
    kept[left] = True
    return kept


def _after_champions(group: Ints, cost: Floats, dominators: int) -> Ints:
    """Rows left once each group's best by a mixture has struck out what it dominates."""
    rows, struck = np.arange(len(group)), np.zeros(len(group), dtype=np.int64)
    used = np.zeros(len(group), dtype=np.bool_)
    for turn in range(ROUNDS * dominators):
        if len(rows) < 2:
            break
        starts = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])
        sizes = np.diff(np.r_[starts, len(rows)])
        champion = _champions(cost, starts, sizes, used, turn)
        beaten = np.repeat(~used[champion], sizes)
        less = np.zeros(len(rows), dtype=np.bool_)
        for column in cost:
            best = np.repeat(column[champion], sizes)
            beaten &= best <= column
            less |= best < column
        used[champion] = True
        struck += beaten & less
        stay = struck < dominators
        rows, group, cost = rows[stay], group[stay], cost[:, stay]
        struck, used = struck[stay], used[stay]
    return rows


def _champions(cost: Floats, starts: Ints, sizes: Ints, used: Mask, turn: int) -> Ints:
    """The row of each group that is best by this turn's mixture; only speed depends on the mixture."""
    score = np.where(used, 1e6, 0.0)
    heavy = turn % (len(cost) + 1)
    for number, column in enumerate(cost):
        low = np.minimum.reduceat(column, starts)
        span = np.maximum.reduceat(column, starts) - low
        weight = 4.0 if number == heavy else 1.0
        scale = np.divide(weight, span, out=np.zeros_like(span), where=span > 0)
        score += (column - np.repeat(low, sizes)) * np.repeat(scale, sizes)
    best = np.flatnonzero(score == np.repeat(np.minimum.reduceat(score, starts), sizes))
    champion = np.zeros(len(starts), dtype=np.int64)
    champion[np.repeat(np.arange(len(starts)), sizes)[best]] = best
    return champion


def _after_pairs(group: Ints, cost: Floats, dominators: int) -> Mask:
    """Which rows are left after comparing each with all of its group that stand before it."""
    struck = np.zeros(len(group), dtype=np.int64)
    rows = np.arange(len(group))
    for shift in range(1, len(group)):
        rows = rows[rows >= shift]
        rows = rows[(group[rows] == group[rows - shift]) & (struck[rows] < dominators)]
        if not len(rows):
            break
        behind = rows
        for column in cost[1:]:
            behind = behind[column[behind - shift] <= column[behind]]
        struck[behind] += 1
    return struck < dominators
