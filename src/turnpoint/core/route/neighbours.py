"""Which moves a route may be made of: the usual ones out of a role, and the usual ones into it.

Market-first: out of a role, the ``COMMON`` most common moves. Destination-first: into a role, the
``ENTERING`` roles that most of its newcomers come from, and out of a role the ``FITTING`` best fitting
moves, however rare they are. How many leave a role is taken to be as
many as enter it, so the share of ``i`` among those who enter ``j`` goes by ``p(j|i) · Σ_k p(i|k)``.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.route.graph import Ints, Mask

COMMON, FITTING, ENTERING = 40, 20, 40


class Neighbours(NamedTuple):
    """Moves, ``(e,)`` each, sorted by origin and then destination."""

    origin: Ints
    destination: Ints
    usual: Mask
    entering: Mask


def neighbours(
    probability: NDArray[np.float32],
    lift: NDArray[np.float32],
    start: int,
    target: int | None,
    moves: int,
) -> Neighbours:
    """The moves kept for a person at ``start``; with a target, back from it over ``moves`` moves.

    With a target every first move from the start and every last move to the target is there too, so
    that no search fails because of what was left out.
    """
    usual, entering = _most(probability, COMMON), _most(lift, FITTING)
    if target is not None:
        entering |= entering_moves(probability, target, moves)
        entering[start] = True
    kept = usual | entering
    if target is not None:
        kept[:, target] = True
    np.fill_diagonal(kept, val=False)
    origin, destination = np.nonzero(kept)
    return Neighbours(
        origin, destination, usual[origin, destination], entering[origin, destination]
    )


def entering_moves(probability: NDArray[np.float32], target: int, moves: int) -> Mask:
    """``(k, k)``: walked back from the target, the roles that each role is most entered from."""
    share = probability * probability.sum(axis=0)[:, None]
    found = np.zeros(probability.shape, dtype=np.bool_)
    met, edge = np.zeros(len(probability), dtype=np.bool_), np.array([target])
    for _ in range(moves):
        met[edge] = True
        sources = _most(share[:, edge].T, ENTERING)
        found[:, edge] |= sources.T
        edge = np.flatnonzero(sources.any(axis=0) & ~met)
    return found


def _most(value: NDArray[np.float32], count: int) -> Mask:
    """The ``count`` highest of each row."""
    kept = np.zeros(value.shape, dtype=np.bool_)
    count = min(count, value.shape[1])
    highest = np.argpartition(-value, count - 1, axis=1)[:, :count]
    np.put_along_axis(kept, highest, values=True, axis=1)
    return kept
