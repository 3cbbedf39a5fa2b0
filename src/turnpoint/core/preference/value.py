"""Value functions: what a step on a criterion is worth, from 0 at the worst to 1 at the best.

The anchors are the worst and the best that the person would seriously consider. They belong to the
criterion, never to the options on the table: a scale stretched between the options at hand turns
old ranks round whenever an offer comes or goes (rank reversal; Belton & Gear 1983). Outside the
anchors the value is clipped. A criterion of zero range makes no difference: everything is worth 0.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from turnpoint.errors import BadInput

Array = NDArray[np.float64]


def _finite(*figures: float) -> None:
    if not all(map(math.isfinite, figures)):
        raise BadInput("An anchor must be a number. One of these is not.")


@dataclass(frozen=True, slots=True)
class Linear:
    """Straight from ``worst`` (0) to ``best`` (1), in the criterion’s unit; either may be larger."""

    worst: float
    best: float

    def __post_init__(self) -> None:
        _finite(self.worst, self.best)

    @property
    def ends(self) -> tuple[float, float]:
        return self.worst, self.best

    @property
    def makes_no_difference(self) -> bool:
        return self.worst == self.best

    def of(self, x: ArrayLike) -> Array:
        """The value of ``x``, clipped to 0 … 1."""
        if self.makes_no_difference:
            return np.zeros(np.shape(x))
        share = np.asarray(np.asarray(x) - self.worst)
        share = np.divide(share, self.best - self.worst)
        return np.asarray(np.clip(share, 0.0, 1.0))

    def at(self, value: float) -> float:
        """The ``x`` that is worth ``value``."""
        return self.worst + value * (self.best - self.worst)


@dataclass(frozen=True, slots=True)
class Piecewise:
    """Straight between named points: ``x`` rising, values all rising or all falling, 0 to 1."""

    x: tuple[float, ...]
    values: tuple[float, ...]

    def __post_init__(self) -> None:
        _finite(*self.x, *self.values)
        if len(self.x) != len(self.values) or len(self.x) < 2:
            raise BadInput("A value curve needs at least two points, each with its value.")
        if any(b <= a for a, b in zip(self.x, self.x[1:], strict=False)):
            raise BadInput("The points of a value curve must rise from each to the next.")
        steps = np.diff(self.values)
        if not ((steps >= 0).all() or (steps <= 0).all()):
            raise BadInput("A value curve must rise or fall all the way, not turn round.")
        if {min(self.values), max(self.values)} != {0.0, 1.0}:
            raise BadInput("A value curve starts at 0 for the worst and ends at 1 for the best.")

    @property
    def ends(self) -> tuple[float, float]:
        rising = self.values[0] < self.values[-1]
        return (self.x[0], self.x[-1]) if rising else (self.x[-1], self.x[0])

    @property
    def makes_no_difference(self) -> bool:
        return False

    def of(self, x: ArrayLike) -> Array:
        """The value of ``x``; outside the points that of the nearest one."""
        return np.interp(np.asarray(x, np.float64), self.x, self.values)

    def at(self, value: float) -> float:
        """An ``x`` that is worth ``value``."""
        order = slice(None) if self.values[0] < self.values[-1] else slice(None, None, -1)
        return float(np.interp(value, self.values[order], self.x[order]))


@dataclass(frozen=True, slots=True)
class Levels:
    """Named levels and what each is worth, in any order. ``x`` is the number of a level, from 0."""

    names: tuple[str, ...]
    values: tuple[float, ...]

    def __post_init__(self) -> None:
        _finite(*self.values)
        if len(self.names) != len(self.values) or not self.names:
            raise BadInput("Each level needs a name and a value.")
        if len(set(self.names)) != len(self.names):
            raise BadInput("Two levels have the same name. Tell them apart.")
        if min(self.values) < 0 or max(self.values) > 1:
            raise BadInput("The value of a level lies between 0 (worst) and 1 (best).")

    @property
    def ends(self) -> tuple[float, float]:
        return float(np.argmin(self.values)), float(np.argmax(self.values))

    @property
    def makes_no_difference(self) -> bool:
        return len(set(self.values)) == 1

    def number(self, name: str) -> int:
        if name not in self.names:
            known = ", ".join(f"“{each}”" for each in self.names)
            raise BadInput(f"There is no level “{name}”. There are {known}.", where=name)
        return self.names.index(name)

    def of(self, x: ArrayLike) -> Array:
        """The value of level number ``x``."""
        return np.asarray(np.asarray(self.values)[np.asarray(x).astype(np.intp)])

    def at(self, value: float) -> float:
        """The number of the level whose value is nearest."""
        return float(np.argmin(np.abs(np.asarray(self.values) - value)))


ValueFunction = Linear | Piecewise | Levels


@dataclass(frozen=True, slots=True)
class Criterion:
    """What matters: its key, how it is called, what it is worth, and its unit."""

    key: str
    name: str
    value: ValueFunction
    unit: str = ""
