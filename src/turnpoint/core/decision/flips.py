"""What would have to be true for the answer to flip: the nearest such points, in real units.

At the mean weights ``w̄`` and the mean effects, leader ``L`` is ahead of rival ``R`` by
``gap = Σ_c w̄_c (m_Lc − m_Rc)``. The gap closes where one cell is worth ``gap / w̄_c`` less (of L) or
more (of R) than it is on average; the value function gives the figure that is worth that. Or it
closes where criterion ``c`` has the weight ``w_c′`` and all others keep their proportions::

    d = m_L − m_R        w_c′ = s / (s − d_c)        s = Σ_{k≠c} w̄_k d_k / (1 − w̄_c)
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from turnpoint.core.decision.criterion import LEVELS, Criterion
from turnpoint.core.decision.share import Share, counted
from turnpoint.core.decision.worlds import Worlds

MOST = 6


@dataclass(frozen=True, slots=True)
class CellFlip:
    """The cell (``where``) would have to be ``needed`` rather than ``usual``, in the criterion’s unit,
    or at ``level`` where it has named levels; then ``rival`` is level with ``leader``. ``chance`` is
    the share of futures in which it is at least so."""

    where: str
    option: str
    criterion: str
    rival: str
    usual: float
    needed: float
    level: str
    chance: Share


@dataclass(frozen=True, slots=True)
class WeightFlip:
    """The criterion would have to have the weight ``needed`` rather than ``usual``."""

    criterion: str
    rival: str
    usual: float
    needed: float


@dataclass(frozen=True, slots=True)
class Flips:
    """``leader`` is ahead on average by ``gap`` points of 100 before ``rival``, the next."""

    leader: str
    rival: str
    gap: float
    cells: tuple[CellFlip, ...]
    weights: tuple[WeightFlip, ...]


def flips(worlds: Worlds) -> Flips | None:
    """The nearest flip points; ``None`` where there is one option only."""
    keys = [option.key for option in worlds.file.options]
    if len(keys) < 2:
        return None
    mean = worlds.mean_value
    score = mean @ worlds.mean_weight
    first, second = (int(o) for o in np.argsort(-score, kind="stable")[:2])
    turns = [
        turn
        for rival in range(len(keys))
        if rival != first
        for turn in _turns(worlds, first, rival, float(score[first] - score[rival]))
    ]
    turns.sort(key=lambda each: -each.chance)
    weights = [
        flip
        for rival in range(len(keys))
        if rival != first
        for flip in _weights(worlds, first, rival)
    ]
    weights.sort(key=lambda each: abs(each.needed - each.usual))
    gap = float(100 * (score[first] - score[second]))
    cells = tuple(_cell(worlds, turn) for turn in turns[:MOST])
    return Flips(keys[first], keys[second], gap, cells, tuple(weights[:MOST]))


@dataclass(frozen=True, slots=True)
class _Turn:
    """Cell ``[option, criterion]`` worth ``wanted``, less than it is (``falls``) or more."""

    option: int
    criterion: int
    rival: int
    wanted: float
    falls: bool
    level: str
    chance: float


def _turns(worlds: Worlds, leader: int, rival: int, gap: float) -> list[_Turn]:
    found = []
    for c, weight in enumerate(worlds.mean_weight):
        if weight <= 0:
            continue
        if _one_figure(worlds, leader, rival, c):
            continue
        for o, change in ((leader, -gap / weight), (rival, gap / weight)):
            wanted, falls = float(worlds.mean_value[o, c] + change), change < 0
            criterion = worlds.file.criteria[c]
            level = _level(criterion, wanted, falls)
            if 0 <= wanted <= 1 and (level or criterion.shape != LEVELS):
                value = worlds.value[o, c]
                reached = np.count_nonzero(value <= wanted if falls else value >= wanted)
                share = float(reached / value.size)
                found.append(_Turn(o, c, rival, wanted, falls, level, share))
    return found


def _one_figure(worlds: Worlds, leader: int, rival: int, c: int) -> bool:
    """Whether both options’ cells are the same figure, so that neither can move alone."""
    file = worlds.file
    pair = [file.effect(file.options[o].key, file.criteria[c].key) for o in (leader, rival)]
    names = {each.variable for each in pair if each is not None}
    return None not in pair and len(names) == 1 and names != {""}


def _cell(worlds: Worlds, turn: _Turn) -> CellFlip:
    file, o, c = worlds.file, turn.option, turn.criterion
    option, criterion = file.options[o], file.criteria[c]
    return CellFlip(
        where=f"effects.{option.key}.{criterion.key}",
        option=option.key,
        criterion=criterion.key,
        rival=file.options[turn.rival].key,
        usual=_figure(worlds, c, float(worlds.usual_value[o, c])),
        needed=_figure(worlds, c, turn.wanted),
        level=turn.level,
        chance=counted(turn.chance, worlds.closely),
    )


def _figure(worlds: Worlds, c: int, value: float) -> float:
    """The figure in the criterion’s unit that is worth ``value``."""
    assert worlds.table is not None  # noqa: S101  # asked for only where there are criteria
    return worlds.table.criteria[c].value.at(value)


def _level(criterion: Criterion, wanted: float, falls: bool) -> str:
    """The nearest named level that is low or high enough; empty where none is, or none has names."""
    if criterion.shape != LEVELS:
        return ""
    enough = [
        each
        for each in criterion.levels
        if (each.worth <= wanted if falls else each.worth >= wanted)
    ]
    enough.sort(key=lambda each: abs(each.worth - wanted))
    return enough[0].name if enough else ""


def _weights(worlds: Worlds, leader: int, rival: int) -> list[WeightFlip]:
    weight, d = worlds.mean_weight, worlds.mean_value[leader] - worlds.mean_value[rival]
    found = []
    for c, usual in enumerate(weight):
        if usual >= 1:
            continue
        rest = float((weight @ d - usual * d[c]) / (1 - usual))
        if rest == d[c]:
            continue
        needed = rest / (rest - d[c])
        if 0 <= needed <= 1:
            file = worlds.file
            keys = file.criteria[c].key, file.options[rival].key
            found.append(WeightFlip(*keys, float(usual), float(needed)))
    return found
