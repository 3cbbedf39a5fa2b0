"""Weights, as uncertain as the person left them: uniform over all that agree with what was said.

Nothing said: uniform on the simplex, as normalised exponentials. A ranking: uniform on the ordered
simplex, from sorted normalised exponentials; the sorted ones are made directly, without sorting
(Rényi 1953: the ``j``-th largest of ``n`` is ``Σ_{k≥j} x_k / k``). Trade-offs or swing points:
uniform on a polytope, by hit-and-run. Weights are shares: they sum to 1 by definition. Points never
need to, and only their ratios count.

Axes: ``c`` criterion in the order of ``keys``, ``s`` draw.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.preference import polytope, streams
from turnpoint.core.preference.array_kernel import Floats
from turnpoint.core.preference.clash import clash
from turnpoint.core.preference.statement import Order, Said, Statement, said
from turnpoint.errors import Conflict

Array = NDArray[np.float64]


class Contradiction(Conflict):
    """Statements that cannot all be true; ``statements`` are the fewest that clash."""

    def __init__(self, statements: tuple[Said, ...]) -> None:
        words = "; ".join(f"“{one.words}”" for one in statements)
        super().__init__(
            f"These answers cannot all be true: {words}. Change one of them, or take one back."
        )
        self.statements = statements


@dataclass(frozen=True, slots=True)
class WeightSpace:
    """The criteria that have weights, and everything said about these."""

    keys: tuple[str, ...]
    statements: tuple[Statement, ...] = ()

    def check(self) -> None:
        """Raise ``Contradiction`` if the statements cannot all be true."""
        found = clash(said(self.keys, self.statements))
        if found:
            raise Contradiction(found)


def centroid(criteria: int) -> Array:
    """Rank-order centroid: the mean of the ordered simplex, most important first."""
    return np.cumsum(1 / np.arange(criteria, 0, -1))[::-1] / criteria


def draw(space: WeightSpace, *, seed: int, draws: int) -> Floats:
    """All draws at once, ``[c, s]``."""
    blocks = [
        draw_block(space, seed=seed, block=block, size=size)
        for block, size in enumerate(streams.sizes(draws))
    ]
    return np.concatenate(blocks, axis=1)


def draw_block(space: WeightSpace, *, seed: int, block: int, size: int) -> Floats:
    """One block of draws ``[c, s]``, each draw summing to 1. Raises ``Contradiction``."""
    again = block < BLOCKS_ASKED_AGAIN
    return (_kept_block if again else _block)(space, seed, block, size)


BLOCKS_ASKED_AGAIN = 8
"""Blocks of what a page asks for at each change of an effect, and refines afterwards."""


@lru_cache(maxsize=2 * BLOCKS_ASKED_AGAIN)
def _kept_block(space: WeightSpace, seed: int, block: int, size: int) -> Floats:
    drawn = _block(space, seed, block, size)
    drawn.flags.writeable = False
    return drawn


def _block(space: WeightSpace, seed: int, block: int, size: int) -> Floats:
    if all(isinstance(one, Order) for one in space.statements) and len(space.statements) < 2:
        order = space.statements[0] if space.statements else Order(())
        assert isinstance(order, Order)  # noqa: S101 (said by the condition above)
        return _ordered(space.keys, order, seed, block, size)
    canonical = tuple(sorted(space.keys))
    region = _region(WeightSpace(canonical, space.statements), seed)
    drawn = polytope.draw(region, streams.stream(seed, block, "hit-and-run"), size)
    return drawn[[canonical.index(key) for key in space.keys]].astype(np.float32)


@lru_cache(maxsize=32)
def _region(space: WeightSpace, seed: int) -> polytope.Region:
    space.check()
    rows = np.concatenate([one.rows for one in said(space.keys, space.statements)])
    rankings = [one for one in space.statements if isinstance(one, Order)]
    alone = [order for order in rankings if all(len(group) == 1 for group in order.groups)]
    chain = [space.keys.index(key) for (key,) in alone[0].groups] if alone else []
    return polytope.region(rows, seed=seed, chain=chain)


def _ordered(keys: Sequence[str], order: Order, seed: int, block: int, size: int) -> Floats:
    said(keys, [order])
    drawn = np.empty((len(keys), size), np.float32)
    for row, key in zip(drawn, keys, strict=True):
        streams.stream(seed, block, f"weight of {key}").standard_exponential(
            dtype=np.float32, out=row
        )
    place = [[keys.index(key) for key in group] for group in order.groups]
    ranked = [c for group in place for c in group]
    if len(ranked) > 1:
        chain = drawn[ranked]
        chain /= np.arange(1, len(ranked) + 1, dtype=np.float32)[:, None]
        drawn[ranked] = np.cumsum(chain[::-1], axis=0)[::-1]
    for group in place:
        if len(group) > 1:
            rng = streams.stream(
                seed, block, "order within " + ", ".join(sorted(keys[c] for c in group))
            )
            sorted_group = sorted(group, key=lambda c: keys[c])
            drawn[sorted_group] = rng.permuted(drawn[sorted_group], axis=0)
    drawn /= drawn.sum(axis=0)
    return drawn
