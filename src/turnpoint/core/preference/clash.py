"""Contradictory statements: the smallest set that cannot all be true is named, never dropped.

Statements are homogeneous rows ``a · w ≤ 0``. They agree if some ``w ≥ 1`` satisfies them all (any
scale will do). Where none does, a clash is a set of statements of which every proper part agrees:
a pair if there is one, else what remains after leaving out each statement that is not needed.
Infeasibility is decided by linear programming (HiGHS).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from scipy.optimize import linprog

from turnpoint.core.preference.statement import Answer, Array, Said, Tradeoff

GREATEST_RATIO = 1e6
"""No two weights are thought of as further apart than this."""

STRICTLY = 1e-3
"""How much more the preferred of two gains is worth, at least."""


def agree(rows: Array) -> bool:
    """Whether some positive weights satisfy ``rows @ w ≤ 0``.

    Only a criterion that was given no points at all may have no weight.
    """
    nothing = rows[((rows > 0).sum(axis=1) == 1) & ~(rows < 0).any(axis=1)]
    lowest = np.where((nothing > 0).any(axis=0), 0.0, 1.0)
    scale = np.maximum(np.abs(rows).max(axis=1, keepdims=True), 1e-12)
    found = linprog(
        np.zeros(rows.shape[1]),
        A_ub=rows / scale,
        b_ub=np.zeros(len(rows)),
        bounds=[(low, GREATEST_RATIO) for low in lowest],
        method="highs",
    )
    return bool(found.status == 0)


def _together(every: Sequence[Said]) -> bool:
    if not every:
        return True
    return agree(np.concatenate([_strictly(one) for one in every]))


def _strictly(one: Said) -> Array:
    """The rows of a statement. “Rather this than that” is more than “worth the same”: two opposite
    answers clash, and are not read as meeting in the middle."""
    if isinstance(one.statement, Tradeoff) and one.statement.answer is not Answer.SAME:
        return np.where(one.rows > 0, one.rows * (1 + STRICTLY), one.rows)
    return one.rows


def clash(every: Sequence[Said]) -> tuple[Said, ...]:
    """The smallest set found of statements that cannot all hold; empty if all agree."""
    if _together(every):
        return ()
    for one in every:
        if not _together([one]):
            return (one,)
    for pair in combinations(every, 2):
        if not _together(pair):
            return pair
    needed = list(every)
    for one in every:
        rest = [other for other in needed if other is not one]
        if not _together(rest):
            needed = rest
    return tuple(needed)
