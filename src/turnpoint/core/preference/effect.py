"""What an option does to a criterion, as uncertain as it is.

A range says what it means. “80% sure” and “90% sure”: as likely above ``likely`` as below it, and
with the stated chance between ``low`` and ``high``, split evenly outside; a normal curve with a
half of its own on either side. “At least and at most”: never outside, thinning out evenly from
``likely`` to both ends (a triangle). “Don’t know” is the whole range between the anchors, every
part as likely.

One variable is one draw wherever it appears (``Shared``): the rent two options share is the same
rent in every future.

Axis: ``s`` draw.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.preference.value import Criterion, Levels
from turnpoint.errors import BadInput

Floats = NDArray[np.float32]


class Meaning(StrEnum):
    """What the low and high of a range mean."""

    SURE_80 = "80% sure"
    SURE_90 = "90% sure"
    ENDS = "at least and at most"


HALF_WIDTH = {Meaning.SURE_80: 1.2815515655446004, Meaning.SURE_90: 1.6448536269514722}
"""How many standard deviations of a normal curve lie between its middle and either end."""


@dataclass(frozen=True, slots=True)
class Exactly:
    """No uncertainty: ``value`` in the criterion’s unit."""

    value: float

    def __post_init__(self) -> None:
        if not math.isfinite(self.value):
            raise BadInput("An effect must be a number. Choose “don’t know” if it is not known.")


@dataclass(frozen=True, slots=True)
class Between:
    """``low ≤ likely ≤ high`` in the criterion’s unit, and what low and high mean."""

    low: float
    likely: float
    high: float
    meaning: Meaning

    def __post_init__(self) -> None:
        if not all(map(math.isfinite, (self.low, self.likely, self.high))):
            raise BadInput("An effect must be a number. Choose “don’t know” if it is not known.")
        if not self.low <= self.likely <= self.high:
            raise BadInput(
                f"The likely value must lie between low and high, and {self.low:g}, "
                f"{self.likely:g}, {self.high:g} do not rise. Swap those that are the wrong way round."
            )


@dataclass(frozen=True, slots=True)
class AtLevel:
    """One of these named levels; if more than one, with these chances (equal unless given)."""

    names: tuple[str, ...]
    chances: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not self.names:
            raise BadInput("Choose a level, or “don’t know”.")
        if not self.chances:
            return
        if len(self.chances) != len(self.names) or not all(p >= 0 for p in self.chances):
            raise BadInput("Each level needs a chance of zero or more.")
        if abs(math.fsum(self.chances) - 1) > 1e-6:
            raise BadInput(
                f"The chances of the levels add up to {math.fsum(self.chances):.0%}, not to 100%."
            )


@dataclass(frozen=True, slots=True)
class Unknown:
    """Anything between the anchors."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Draws made elsewhere, in the criterion’s unit, one for each future (a trajectory’s cash)."""

    draws: NDArray[np.floating] = field(compare=False)

    def __post_init__(self) -> None:
        if not np.isfinite(self.draws).all():
            raise BadInput("Every simulated future must give a number, and one does not.")


Plain = Exactly | Between | AtLevel | Unknown | Drawn


@dataclass(frozen=True, slots=True)
class Shared:
    """A variable with a name: the same draw in every cell that names it."""

    name: str
    effect: Plain


Effect = Plain | Shared


def certain(effect: Effect) -> bool:
    """Whether one draw says it all."""
    plain = effect.effect if isinstance(effect, Shared) else effect
    return isinstance(plain, Exactly) or (isinstance(plain, AtLevel) and len(plain.names) == 1)


def _between(effect: Between, rng: np.random.Generator, size: int) -> Floats:
    below, above = effect.likely - effect.low, effect.high - effect.likely
    if effect.meaning is Meaning.ENDS:
        u = rng.random(size, dtype=np.float32)
        width = max(below + above, 1e-300)
        turn = np.float32(below / width)
        left = np.float32(effect.low) + np.sqrt(u * np.float32(width * below))
        right = np.float32(effect.high) - np.sqrt((1 - u) * np.float32(width * above))
        return np.asarray(np.where(u < turn, left, right), np.float32)
    z = rng.standard_normal(size, dtype=np.float32)
    unit = HALF_WIDTH[effect.meaning]
    side = np.where(z < 0, np.float32(below / unit), np.float32(above / unit))
    return np.float32(effect.likely) + side * z


def _levels(effect: AtLevel, levels: Levels, rng: np.random.Generator, size: int) -> Floats:
    numbers = np.array([levels.number(name) for name in effect.names], np.float32)
    chances = effect.chances or (1 / len(numbers),) * len(numbers)
    edges = np.cumsum(chances)[:-1]
    chosen: Floats = numbers[np.searchsorted(edges, rng.random(size), side="right")]
    return chosen


def draw(
    effect: Plain, criterion: Criterion, rng: np.random.Generator, start: int, size: int
) -> Floats:
    """Draws ``[s]`` in the criterion’s unit (or numbers of levels); ``start`` places ``Drawn``."""
    function = criterion.value
    if isinstance(effect, Exactly):
        return np.full(size, effect.value, np.float32)
    if isinstance(effect, Between):
        return _between(effect, rng, size)
    if isinstance(effect, Drawn):
        return np.asarray(effect.draws[start : start + size], np.float32)
    if isinstance(function, Levels):
        known = effect if isinstance(effect, AtLevel) else AtLevel(function.names)
        return _levels(known, function, rng, size)
    if isinstance(effect, AtLevel):
        raise BadInput(f"“{criterion.name}” is a number, not a level.", where=criterion.key)
    worst, best = function.ends
    u = rng.random(size, dtype=np.float32)
    return np.float32(worst) + np.float32(best - worst) * u
