"""What would have to be true for another option to lead: the nearest change of each single thing.

The leader is the option of the highest expected value ``Σ_c E[w_c] E[v_oc]``, over everything left
open (what one wants and what will happen are drawn apart). That is linear in any one cell, so the change that makes another option lead is exact:

- an effect: the value a cell must have is ``v ± gap / E[w_c]``, told in the criterion’s unit;
- a weight: ``w_c → t``, the others keeping their proportions; the gap is linear in ``t``;
- an anchor of a straight scale, weights as they are: found by bisection.

A change that would leave the scale is no flip: nothing the person would seriously consider does it.
Changing an anchor in earnest invalidates the weights, which were given for the old scale.

Axes: ``o`` option, ``c`` criterion, ``s`` draw.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.preference.comparison import Comparison, Draws
from turnpoint.core.preference.value import Criterion, Levels, Linear

Array = NDArray[np.float64]

LOOKED_AT = 2_048
"""Draws that anchors are moved on: means hardly need more."""
REACHES = tuple(2.0 ** (n / 2) for n in range(-12, 7))
"""Shares of a scale by which an anchor is moved while a flip is looked for."""


class What(StrEnum):
    EFFECT = "effect"
    WEIGHT = "weight"
    WORST = "worst anchor"
    BEST = "best anchor"


@dataclass(frozen=True, slots=True)
class Flip:
    """If this were ``then`` rather than ``now``, ``new_leader`` would lead.

    In the criterion’s unit (a level’s number) for effects and anchors, as a share for weights;
    ``distance`` is the change as a share of the scale, to sort by. ``option`` is empty unless
    ``what`` is an effect.
    """

    what: What
    option: str
    criterion: str
    now: float
    then: float
    distance: float
    new_leader: str


@dataclass(frozen=True, slots=True)
class Flips:
    """The leader by expected value, and every flip there is, the nearest first."""

    leader: str
    flips: tuple[Flip, ...]


def flips(table: Comparison, draws: Draws) -> Flips:
    """Every single change that would make another option lead, the nearest first."""
    weight = draws.weight.mean(axis=1, dtype=np.float64)
    part = draws.value.mean(axis=2, dtype=np.float64) * weight
    total = part.sum(axis=1)
    leader = int(total.argmax())
    if len(table.options) == 1:
        return Flips(table.options[0], ())
    found = [
        *_effects(table, part, weight, leader),
        *_weights(table, part, weight, leader),
        *_anchors(table, draws, part, weight, leader),
    ]
    found.sort(key=lambda flip: (round(flip.distance, 6), flip.what, flip.option, flip.criterion))
    return Flips(table.options[leader], tuple(found))


def _effects(table: Comparison, part: Array, weight: Array, leader: int) -> Iterator[Flip]:
    total = part.sum(axis=1)
    rival = int(np.argsort(-total, kind="stable")[1])
    for c, criterion in enumerate(table.criteria):
        if criterion.value.makes_no_difference or weight[c] <= 0:
            continue
        for o, option in enumerate(table.options):
            now = part[o, c] / weight[c]
            if o == leader:
                then, new = now - (total[leader] - total[rival]) / weight[c], rival
            else:
                then, new = now + (total[leader] - total[o]) / weight[c], o
            end = _in_units(criterion, then, up=o != leader)
            if end is not None:
                start = criterion.value.at(now)
                changed = float(abs(then - now))
                yield Flip(
                    What.EFFECT, option, criterion.key, start, end, changed, table.options[new]
                )


def _in_units(criterion: Criterion, value: float, *, up: bool) -> float | None:
    """The figure worth ``value``, or the first level past it; ``None`` if the scale has none."""
    function = criterion.value
    if not isinstance(function, Levels):
        return function.at(value) if 0 <= value <= 1 else None
    worth = np.asarray(function.values)
    fits = np.flatnonzero(worth >= value if up else worth <= value)
    return float(fits[np.argmin(np.abs(worth[fits] - value))]) if fits.size else None


def _weights(table: Comparison, part: Array, weight: Array, leader: int) -> Iterator[Flip]:
    total = part.sum(axis=1)
    for c, criterion in enumerate(table.criteria):
        if not 0 < weight[c] < 1:
            continue
        alone, rest = part[:, c] / weight[c], (total - part[:, c]) / (1 - weight[c])
        at_one, at_zero = alone[leader] - alone, rest[leader] - rest
        slope = at_one - at_zero
        with np.errstate(divide="ignore", invalid="ignore"):
            crossing = -at_zero / slope
        able = np.isfinite(crossing) & (crossing >= 0) & (crossing <= 1)
        able[leader] = False
        if able.any():
            change = np.where(able, np.abs(crossing - weight[c]), np.inf)
            o = int(change.argmin())
            yield Flip(
                What.WEIGHT,
                "",
                criterion.key,
                float(weight[c]),
                float(crossing[o]),
                float(change[o]),
                table.options[o],
            )


def _anchors(
    table: Comparison, draws: Draws, part: Array, weight: Array, leader: int
) -> Iterator[Flip]:
    for c, criterion in enumerate(table.criteria):
        function = criterion.value
        if not isinstance(function, Linear) or function.makes_no_difference:
            continue
        effect = draws.effect[:, c, :LOOKED_AT].astype(np.float64)
        others = part.sum(axis=1) - part[:, c]
        # The mean over fewer draws is shifted to agree with that over all where nothing is moved.
        shift = part[:, c] - weight[c] * function.of(effect).mean(axis=1)
        fixed = others + shift
        for what, name in ((What.WORST, "worst"), (What.BEST, "best")):
            totals = _moving(function, name, effect, float(weight[c]), fixed)
            now: float = getattr(function, name)
            span = abs(function.best - function.worst)
            end = _nearest(totals, now, span, leader, away_from=sum(function.ends) - now)
            if end is not None:
                new = totals(end)
                new[leader] = -np.inf
                rival = table.options[int(new.argmax())]
                yield Flip(what, "", criterion.key, now, end, abs(end - now) / span, rival)


def _moving(
    function: Linear, name: str, x: Array, weight: float, fixed: Array
) -> Callable[[float], Array]:
    """Totals ``[o]`` as a function of where the named anchor stands."""

    def totals(end: float) -> Array:
        scale = replace(function, worst=end) if name == "worst" else replace(function, best=end)
        return np.asarray(fixed + weight * scale.of(x).mean(axis=1))

    return totals


def _nearest(
    totals: Callable[[float], Array], now: float, span: float, leader: int, *, away_from: float
) -> float | None:
    """The end nearest to ``now`` at which the leader is overtaken; never past the other end."""

    def led(end: float) -> bool:
        return int(totals(end).argmax()) == leader

    inward = 1.0 if away_from > now else -1.0
    for reach in REACHES:
        for side in (inward, -inward):
            if (side == inward and reach >= 1) or led(now + side * reach * span):
                continue
            near, far = 0.0, reach
            for _ in range(24):
                middle = (near + far) / 2
                near, far = (middle, far) if led(now + side * middle * span) else (near, middle)
            return float(now + side * far * span)
    return None
