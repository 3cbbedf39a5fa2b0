"""The point of no return: after it, going back costs more than staying on, whatever one learns.

At month ``t`` the news so far sorts the simulated futures into groups. In a group ``g``, being back
would be worth ``gain_g(t) = −E[staying_t | g]`` more than staying on, and getting back costs
``C_g(t) = E[cost_t | g]``. Turning back pays in ``g`` if ``gain_g(t) > C_g(t)``. The point of no
return is the first month after which it pays in no group that is likely enough to matter, up to
the horizon: nothing that can still be learnt would make one turn back. It is a band, not a day: the
costs of turning back are not known exactly, so it is worked out with them as high as they may well
be (its early end), as expected, and as low as they may well be (its late end).

Money or value points, as long as both are in the same. One option at a time.

Axes: ``s`` future, ``t`` month, from 0 (the day of deciding).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from turnpoint.errors import BadInput

Array = NDArray[np.float64]
Groups = NDArray[np.intp]

LIKELY_ENOUGH = 0.05
"""News less likely than this makes no plan."""
GROUPS = 4
"""A quantity that is learnt is taken as: low, rather low, rather high, high."""
BAND = 0.1, 0.9
"""How low and how high costs may well be: quantiles of their draws."""


@dataclass(frozen=True, slots=True)
class News:
    """Something learnt at ``month``: ``told[s]`` is what each future says (a label or a figure)."""

    name: str
    month: int
    told: NDArray[np.generic] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Signal:
    """News that would make one turn back: what it says, how likely it is, and what turning saves.

    ``told`` is the label, or the range of figures in words.
    """

    name: str
    told: str
    month: int
    chance: float
    gain: float
    cost: float


@dataclass(frozen=True, slots=True)
class PointOfNoReturn:
    """The band ``earliest`` … ``latest`` in months, ``expected`` between them.

    A month is ``None`` where turning back can still pay at the horizon. ``cost_before`` and
    ``cost_after`` are what turning back costs in the last month before the band and the first
    month after it; ``staying_before`` and ``staying_after`` what staying on is then worth, on
    average. ``signals`` are what would turn one back before it, most likely first.
    """

    earliest: int | None
    expected: int | None
    latest: int | None
    cost_before: float
    cost_after: float
    staying_before: float
    staying_after: float
    signals: tuple[Signal, ...]


def point_of_no_return(
    turning_back: ArrayLike, staying: ArrayLike, news: Sequence[News] = ()
) -> PointOfNoReturn:
    """Where going back stops paying.

    ``turning_back[t]`` or ``[s, t]`` is what getting back costs in that month; ``staying[s, t]``
    what staying on from then is worth beyond being back (before that cost; negative where one had
    better be back). Raises ``BadInput`` for shapes that do not agree.
    """
    stay = np.atleast_2d(np.asarray(staying, np.float64))
    cost = np.broadcast_to(np.asarray(turning_back, np.float64), stay.shape)
    _check(cost, stay, news)
    low, high = np.quantile(cost, BAND, axis=0)
    middle = cost.mean(axis=0)
    excess = np.array([_best_excess(cost, stay, news, t) for t in range(stay.shape[1])])
    # ``excess`` is what the worst news makes turning back worth; dearer or cheaper by the band.
    earliest, expected, latest = (
        _after(excess - shift) for shift in (high - middle, np.zeros_like(middle), low - middle)
    )
    last = stay.shape[1] - 1
    before = max((last if earliest is None else earliest) - 1, 0)
    after = last if latest is None else min(latest, last)
    return PointOfNoReturn(
        earliest,
        expected,
        latest,
        float(middle[before]),
        float(middle[after]),
        float(stay[:, before].mean()),
        float(stay[:, after].mean()),
        tuple(_signals(cost, stay, news, last if expected is None else expected)),
    )


def _check(cost: Array, stay: Array, news: Sequence[News]) -> None:
    if not (np.isfinite(cost).all() and np.isfinite(stay).all()):
        raise BadInput("The cost of turning back and the worth of staying must be numbers.")
    for one in news:
        if one.told.shape != stay.shape[:1]:
            raise BadInput(f"“{one.name}” must say something in each future.", where=one.name)


def _grouped(told: NDArray[np.generic]) -> tuple[Groups, list[str]]:
    """The group of each future, and each group in words."""
    if told.dtype.kind in "fc" and np.unique(told).size > GROUPS:
        figures = told.astype(np.float64)
        edges = np.quantile(figures, np.linspace(0, 1, GROUPS + 1))
        words = [f"{a:,.4g} to {b:,.4g}" for a, b in pairwise(edges)]
        return np.searchsorted(edges[1:-1], figures, side="right"), words
    labels, group = np.unique(told, return_inverse=True)
    return group, [str(label) for label in labels]


def _means(group: Groups, cost: Array, stay: Array) -> tuple[Array, Array, Array]:
    """Chance, gain from being back and cost of getting back of each group."""
    size = np.bincount(group)
    count = np.maximum(size, 1)
    gain = -np.bincount(group, weights=stay) / count
    return size / len(group), gain, np.bincount(group, weights=cost) / count


def _best_excess(cost: Array, stay: Array, news: Sequence[News], month: int) -> float:
    """The most that turning back saves at ``month`` in any likely enough group of futures."""
    group = np.zeros(len(stay), np.intp)
    for one in news:
        if one.month <= month:
            finer, _ = _grouped(one.told)
            split = np.unique(group * (finer.max() + 1) + finer, return_inverse=True)[1]
            if np.bincount(split).max() >= LIKELY_ENOUGH * len(stay):
                group = split
    chance, gain, back = _means(group, cost[:, month], stay[:, month])
    likely = chance >= LIKELY_ENOUGH
    return float((gain - back)[likely].max())


def _after(excess: Array) -> int | None:
    """The first month from which turning back never pays again; ``None`` if it pays at the end."""
    paying = np.flatnonzero(excess > 0)
    if not paying.size:
        return 0
    first = int(paying[-1]) + 1
    return None if first == len(excess) else first


def _signals(cost: Array, stay: Array, news: Sequence[News], until: int) -> list[Signal]:
    found = []
    for one in news:
        month = max(one.month, 0)
        if month >= until:
            continue
        group, words = _grouped(one.told)
        for told, chance, gain, back in zip(
            words, *_means(group, cost[:, month], stay[:, month]), strict=True
        ):
            if chance >= LIKELY_ENOUGH and gain > back:
                found.append(Signal(one.name, told, month, chance, gain, back))
    return sorted(found, key=lambda each: (-each.chance, each.month, each.name))
