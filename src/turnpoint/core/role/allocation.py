"""The least and the greatest that a measure of a role can be, over all ways its time may be spent.

Time ``t[a]`` lies between stated bounds and sums to 1. What is measured changes slope where ``t[a]``
passes the present share ``s[a]``, so each share is split there: ``t = low + x + y`` with ``x`` up to
``s`` and ``y`` beyond it, and ``y`` only once ``x`` is full. That is a small mixed-integer programme
(where a slope falls, a linear one would cheat by taking ``y`` first), solved exactly; nothing is sampled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.role.activity import Share
from turnpoint.errors import BadInput

Array = NDArray[np.float64]
TOLERANCE = 1e-9


class Extent(NamedTuple):
    """The least and the greatest of a measure."""

    low: float
    high: float

    @property
    def width(self) -> float:
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Allocation:
    """All ways to spend the time of a role: ``low[a] ≤ t[a] ≤ high[a]``, ``Σ t = 1``.

    ``present[a]`` is where the slopes change. Bounds are as tight as the others allow.
    """

    present: Array
    low: Array
    high: Array

    @classmethod
    def of(cls, present: Sequence[float], shares: Sequence[Share]) -> Allocation:
        """Raises ``BadInput`` where no way of spending the time is left."""
        low = np.array([share.low for share in shares], dtype=float)
        high = np.array([share.high for share in shares], dtype=float)
        if low.sum() > 1 + TOLERANCE:
            message = (
                f"The shares come to at least {low.sum():.0%} of the time. Lower some of them."
            )
            raise BadInput(message)
        if high.sum() < 1 - TOLERANCE:
            message = (
                f"The shares come to at most {high.sum():.0%} of the time. Say what the rest is."
            )
            raise BadInput(message)
        tightest = np.clip(1 - (low.sum() - low), low, high)
        least = np.clip(1 - (high.sum() - high), low, tightest)
        return cls(np.asarray(present, dtype=float), least, tightest)

    @property
    def middle(self) -> Array:
        """The one way in which every share lies as high as any other between its bounds."""
        room = float((self.high - self.low).sum())
        height = (1 - float(self.low.sum())) / room if room > 0 else 0.0
        return np.asarray(self.low + height * (self.high - self.low), dtype=np.float64)

    def knowing(self, number: int, share: float) -> Allocation:
        """The same, were one share known."""
        low, high = self.low.copy(), self.high.copy()
        low[number] = high[number] = share
        shares = [Share(*each) for each in zip(low, high, strict=True)]
        return Allocation.of(self.present.tolist(), shares)

    def extent(self, below: Array, beyond: Array) -> Extent:
        """Extent of ``Σ below[a]·min(t, s) + beyond[a]·max(t − s, 0)``, slopes per share of time."""
        base = below @ np.minimum(self.low, self.present)
        base += beyond @ np.maximum(self.low - self.present, 0)
        least = self._least(below, beyond)
        greatest = -self._least(-below, -beyond)
        return Extent(float(base + least), float(base + greatest))

    def _least(self, below: Array, beyond: Array) -> float:
        """The least of ``below·x + beyond·y`` over what is left to spend."""
        up_to = np.maximum(np.minimum(self.high, self.present) - self.low, 0)
        past = self.high - self.low - up_to
        bends = [
            Bend(*each)
            for each in zip(up_to, past, below, beyond, strict=True)
            if each[0] + each[1] > 0
        ]
        return cheapest(bends, float(1 - self.low.sum()))


class Bend(NamedTuple):
    """A share that can grow: ``up_to`` at slope ``below``, then ``past`` at slope ``beyond``."""

    up_to: float
    past: float
    below: float
    beyond: float

    @property
    def falls(self) -> bool:
        """Whether it gets cheaper once the first part is full, which no sorting can settle."""
        return self.beyond < self.below and self.up_to > 0 and self.past > 0


def cheapest(bends: Sequence[Bend], amount: float) -> float:
    """The least that spending ``amount`` can cost, exactly.

    Branch and bound: a share whose slope falls is taken at its mean slope, which is never dearer
    than the truth. Sorted by slope, at most one such share is then spent in part; it is either kept
    within its first part or filled through it, and each of the two is a smaller task of its kind.
    """
    best = np.inf
    tasks: list[tuple[Sequence[Bend], float, float]] = [(bends, amount, 0.0)]
    while tasks:
        these, left, spent = tasks.pop()
        bound, partly = _sorted_by_slope(these, left)
        if spent + bound >= best - TOLERANCE:
            continue
        if partly is None:
            best = spent + bound
            continue
        one = these[partly]
        others = (*these[:partly], *these[partly + 1 :])
        tasks.append(((*others, one._replace(past=0.0)), left, spent))
        if one.up_to <= left:
            through = Bend(one.past, 0.0, one.beyond, 0.0)
            tasks.append(((*others, through), left - one.up_to, spent + one.below * one.up_to))
    return float(best)


def _sorted_by_slope(bends: Sequence[Bend], amount: float) -> tuple[float, int | None]:
    """A lower bound, and the number of the falling share that it spends in part, if any."""
    parts: list[tuple[float, float, int | None]] = []
    for number, (up_to, past, below, beyond) in enumerate(bends):
        if bends[number].falls:
            whole = up_to + past
            parts.append(((below * up_to + beyond * past) / whole, whole, number))
        else:
            parts += [(below, up_to, None), (beyond, past, None)]
    cost = 0.0
    for slope, size, falling in sorted(parts, key=lambda part: part[0]):
        taken = min(size, amount)
        cost += slope * taken
        amount -= taken
        if amount <= TOLERANCE:
            return cost, falling if taken < size - TOLERANCE else None
    return (np.inf, None) if amount > 1e-6 else (cost, None)
