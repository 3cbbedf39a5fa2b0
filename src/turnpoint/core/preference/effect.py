"""What an option does to a criterion, as uncertain as it is.

A stated interval says what it is (``Interval``: “90% sure: 40,000 to 60,000”; the trajectory reads
it the same way). ``Ends`` are never left: at least, likely, at most, thinning out evenly from
``likely`` to both (a triangle). “Don’t know” is the whole range between the anchors, every part as
likely.

One variable is one draw wherever it appears: an interval with a ``variable`` is drawn from that
name alone, here as in the trajectory, so that the rent two options share is the same rent in every
future.

Axis: ``s`` draw.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.preference import streams
from turnpoint.core.preference.value import Criterion, Levels
from turnpoint.core.trajectory import futures
from turnpoint.core.trajectory.interval import Interval
from turnpoint.errors import BadInput

Floats = NDArray[np.float32]
NORMAL: Floats = futures.NORMAL.astype(np.float32)


@dataclass(frozen=True, slots=True)
class Exactly:
    """No uncertainty: ``value`` in the criterion’s unit."""

    value: float

    def __post_init__(self) -> None:
        if not math.isfinite(self.value):
            raise BadInput("An effect must be a number. Choose “don’t know” if it is not known.")


@dataclass(frozen=True, slots=True)
class Ends:
    """``low ≤ likely ≤ high`` in the criterion’s unit: at least, likely, at most."""

    low: float
    likely: float
    high: float

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


Effect = Exactly | Interval | Ends | AtLevel | Unknown | Drawn


@dataclass(frozen=True, slots=True)
class Place:
    """Which draws are wanted: of which cell, under which seed, in which block."""

    cell: str
    seed: int
    block: int
    size: int

    @property
    def first(self) -> int:
        return self.block * streams.BLOCK

    def stream(self) -> np.random.Generator:
        return streams.stream(self.seed, self.block, self.cell)


def certain(effect: Effect) -> bool:
    """Whether one draw says it all."""
    if isinstance(effect, Interval):
        return effect.known
    return isinstance(effect, Exactly) or (isinstance(effect, AtLevel) and len(effect.names) == 1)


def _unnamed(place: Place) -> Floats:
    """Standard normal draws: 65,536 equally likely values, chosen by 16 random bits each."""
    raw = place.stream().bit_generator.random_raw(-(-place.size // 4))
    chosen: Floats = NORMAL.take(raw.view(np.uint16)[: place.size])
    return chosen


def _normal(variable: str, place: Place) -> Floats:
    """Standard normal draws; a named variable gets those that the trajectory makes for it."""
    if not variable:
        return _unnamed(place)
    shared = futures.Futures(seed=place.seed, count=place.first + place.size)
    firsts = range(place.first, shared.count, futures.BLOCK)
    return np.concatenate([shared.normal(variable, first) for first in firsts]).astype(np.float32)


def _interval(effect: Interval, place: Place) -> Floats:
    """``Interval.at`` in single precision."""
    if effect.known:
        return np.full(place.size, effect.likely, np.float32)
    z = _normal(effect.variable, place)
    if effect.positive:
        up, down = math.log(effect.high / effect.likely), math.log(effect.likely / effect.low)
    else:
        up, down = effect.high - effect.likely, effect.likely - effect.low
    unit = 2 * NormalDist().inv_cdf((1 + effect.sure) / 2)
    lean = np.abs(z)
    lean *= np.float32((up - down) / unit)
    z = z * np.float32((up + down) / unit)
    z += lean
    likely = np.float32(effect.likely)
    if not effect.positive:
        return np.add(likely, z, out=z)
    np.exp(z, out=z)
    return np.multiply(likely, z, out=z)


def _ends(effect: Ends, place: Place) -> Floats:
    u = place.stream().random(place.size, dtype=np.float32)
    below, above = effect.likely - effect.low, effect.high - effect.likely
    width = max(below + above, 1e-300)
    left = np.float32(effect.low) + np.sqrt(u * np.float32(width * below))
    right = np.float32(effect.high) - np.sqrt((1 - u) * np.float32(width * above))
    return np.asarray(np.where(u < np.float32(below / width), left, right), np.float32)


def _levels(effect: AtLevel, levels: Levels, place: Place) -> Floats:
    number = np.array([levels.number(name) for name in effect.names], np.float32)
    if len(number) == 1:
        return np.full(place.size, number[0])
    chances = effect.chances or (1 / len(number),) * len(number)
    edges = np.cumsum(chances)[:-1]
    chosen = np.searchsorted(edges, place.stream().random(place.size), side="right")
    return np.asarray(number[chosen], np.float32)


def _anything(worst: float, best: float, place: Place) -> Floats:
    u = place.stream().random(place.size, dtype=np.float32)
    return np.float32(worst) + np.float32(best - worst) * u


def levels_of(effect: AtLevel, criterion: Criterion) -> Levels:
    """The levels that the effect names. Raises ``BadInput`` where the criterion has no such level."""
    if not isinstance(criterion.value, Levels):
        raise BadInput(f"“{criterion.name}” is a number, not a level.", where=criterion.key)
    for name in effect.names:
        criterion.value.number(name)
    return criterion.value


def draw(effect: Effect, criterion: Criterion, place: Place) -> Floats:
    """Draws ``[s]`` in the criterion’s unit (or numbers of levels)."""
    function = criterion.value
    match effect:
        case Exactly():
            drawn = np.full(place.size, effect.value, np.float32)
        case Interval():
            drawn = _interval(effect, place)
        case Ends():
            drawn = _ends(effect, place)
        case Drawn():
            here = slice(place.first, place.first + place.size)
            drawn = np.asarray(effect.draws[here], np.float32)
        case AtLevel():
            drawn = _levels(effect, levels_of(effect, criterion), place)
        case Unknown() if isinstance(function, Levels):
            drawn = _levels(AtLevel(function.names), function, place)
        case Unknown():
            drawn = _anything(*function.ends, place)
    return drawn
