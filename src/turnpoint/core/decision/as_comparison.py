"""A decision file as the comparison that ``core.preference`` reckons with.

Cells whose criterion is measured by the money months are filled with ``measured``, draws made by
the trajectory; all others are drawn by the comparison itself.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.decision.as_trajectory import interval
from turnpoint.core.decision.criterion import LEVELS, LINEAR, Criterion
from turnpoint.core.decision.criterion import Effect as Said
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.preferences import Change
from turnpoint.core.decision.problem import spelt
from turnpoint.core.preference import statement, value
from turnpoint.core.preference.comparison import Comparison
from turnpoint.core.preference.effect import AtLevel, Drawn, Effect, Unknown
from turnpoint.core.trajectory.futures import Futures

Measured = Mapping[tuple[str, str], NDArray[np.floating]]
"""By option and measure: one figure for each future."""


def comparison(file: DecisionFile, measured: Measured, futures: Futures) -> Comparison:
    """The table of a file in which ``check`` found nothing that stands in the way."""
    return Comparison(
        options=tuple(option.key for option in file.options),
        criteria=tuple(criterion(each) for each in file.criteria),
        effects=dict(_effects(file, measured, futures)),
        statements=statements(file),
    )


def criterion(said: Criterion) -> value.Criterion:
    """A criterion with its value function."""
    return value.Criterion(said.key, said.name or said.key, value_function(said), said.unit)


def value_function(said: Criterion) -> value.ValueFunction:
    """What a step on the criterion is worth, 0 to 1."""
    if said.shape == LEVELS:
        levels = said.levels
        names, worths = tuple(each.name for each in levels), tuple(each.worth for each in levels)
        return value.Levels(names, worths)
    if said.shape == LINEAR:
        return value.Linear(said.worst or 0.0, said.best or 0.0)
    points = said.points
    return value.Piecewise(tuple(each.at for each in points), tuple(each.worth for each in points))


def _effects(
    file: DecisionFile, measured: Measured, futures: Futures
) -> list[tuple[tuple[str, str], Effect]]:
    found: list[tuple[tuple[str, str], Effect]] = []
    for option in file.options:
        for each in file.criteria:
            cell = (option.key, each.key)
            if each.measure:
                found.append((cell, Drawn(measured[option.key, each.measure])))
            elif (said := file.effect(*cell)) is not None:
                found.append((cell, _effect(said, each, futures)))
    return found


def _effect(said: Said, of: Criterion, futures: Futures) -> Effect:
    if said.unknown:
        return Unknown()
    if of.shape == LEVELS:
        return _shared_level(said, of, futures) if said.variable else AtLevel(said.levels)
    return interval(said.interval, said.variable)


def _shared_level(said: Said, of: Criterion, futures: Futures) -> Drawn:
    """One of the levels, drawn once a future from the word that several cells share."""
    names = [level.name for level in of.levels]
    numbers = np.array([names.index(name) for name in said.levels])
    place = f"{of.key}/{said.variable}"
    u = np.concatenate([futures.uniform(place, first) for first in futures.blocks()])
    return Drawn(numbers[(u * len(numbers)).astype(np.intp)].astype(np.float32))


def statements(file: DecisionFile) -> tuple[statement.Statement, ...]:
    """The ladder: a ranking, trade-offs and swings, as far as they were given."""
    wanted, found = file.preferences, list[statement.Statement]()
    if wanted.ranking:
        ranked = {key for group in wanted.ranking for key in group}
        rest = tuple(each.key for each in file.criteria if each.key not in ranked)
        found.append(statement.Order((*wanted.ranking, *((rest,) if rest else ()))))
    for trade in wanted.trade_offs:
        first, second = gain(file, trade.first), gain(file, trade.second)
        found.append(statement.Tradeoff(first, second, statement.Answer(trade.prefers)))
    if wanted.swings:
        given = (statement.Swing(each.criterion, each.points, each.give) for each in wanted.swings)
        found.append(statement.Swings(tuple(given)))
    return tuple(found)


def gain(file: DecisionFile, change: Change) -> statement.Gain:
    """An improvement of one criterion, in its value and in words."""
    of = file.criterion(change.criterion)
    assert of is not None  # noqa: S101  # ``check`` has seen to it
    return statement.Gain(of.key, worth(of, change), words(of, change))


def worth(of: Criterion, change: Change) -> float:
    """What a change is worth on its criterion, 0 to 1."""
    if of.shape == LEVELS:
        worse, better = of.level(change.worse_level), of.level(change.better_level)
        return better.worth - worse.worth if worse and better else 0.0
    ends = value_function(of).of(np.array([change.worse or 0.0, change.better or 0.0]))
    return float(ends[1] - ends[0])


def words(of: Criterion, change: Change) -> str:
    """A change as a sentence says it: “Commute from 70 to 30 minutes a day”."""
    name = of.name or of.key
    if of.shape == LEVELS:
        return f"{name} from “{change.worse_level}” to “{change.better_level}”"
    said = f"{name} from {spelt(change.worse or 0.0)} to {spelt(change.better or 0.0)}"
    return f"{said} {of.unit}".rstrip()
