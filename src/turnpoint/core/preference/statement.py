"""What a person says about their weights: a ranking, trade-offs in real units, swing points.

Every statement is linear and homogeneous in the weights ``w ≥ 0``, ``Σ w = 1``: rows ``a`` with
``a · w ≤ 0``. Trade-offs are compared through the criteria’s value functions: “€6,000 more a year,
or 40 minutes less of commuting?” says ``w_pay Δv_pay ≥ w_commute Δv_commute`` or the reverse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.preference.value import Criterion
from turnpoint.errors import BadInput

Array = NDArray[np.float64]

SAME_WITHIN = 0.1
"""“About the same” is read as: neither is worth more than a tenth more than the other."""


class Answer(StrEnum):
    FIRST = "first"
    SECOND = "second"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Order:
    """Criteria from the most to the least important; those in one group are not ordered.

    Criteria that are not named may lie anywhere.
    """

    groups: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        named = [key for group in self.groups for key in group]
        twice = sorted({key for key in named if named.count(key) > 1})
        if twice:
            raise BadInput(f"“{twice[0]}” is ranked twice. Give it one place.", where=twice[0])


@dataclass(frozen=True, slots=True)
class Gain:
    """An improvement of one criterion, in its value from 0 (worst) to 1 (best): ``0 < value ≤ 1``.

    ``words`` say it in real units (“€6,000 more a year”).
    """

    criterion: str
    value: float
    words: str = ""

    def __post_init__(self) -> None:
        if not 0 < self.value <= 1:
            raise BadInput(
                f"A trade-off needs a real improvement of “{self.criterion}”, between its worst and "
                "its best. This one gains nothing, or more than the whole scale.",
                where=self.criterion,
            )

    @classmethod
    def of(cls, criterion: Criterion, start: float, end: float, words: str = "") -> Gain:
        """The gain from ``start`` to ``end`` in the criterion’s unit (or numbers of levels)."""
        gained = float(criterion.value.of(end)) - float(criterion.value.of(start))
        return cls(criterion.key, gained, words)


@dataclass(frozen=True, slots=True)
class Tradeoff:
    """Which of two gains the person would rather have."""

    first: Gain
    second: Gain
    answer: Answer

    def __post_init__(self) -> None:
        if self.first.criterion == self.second.criterion:
            raise BadInput(
                "A trade-off sets two different criteria against each other.",
                where=self.first.criterion,
            )


@dataclass(frozen=True, slots=True)
class Swing:
    """Points for moving a criterion from worst to best, beside the most important one, ± a margin."""

    criterion: str
    points: float
    margin: float

    def __post_init__(self) -> None:
        if not (0 <= self.points < float("inf") and 0 <= self.margin < float("inf")):
            raise BadInput(
                f"Points for “{self.criterion}” must be zero or more, and so must the ±.",
                where=self.criterion,
            )


@dataclass(frozen=True, slots=True)
class Swings:
    """Swing points. Only their ratios count: 100, 60 and 40 say the same as 50, 30 and 20."""

    each: tuple[Swing, ...]

    def __post_init__(self) -> None:
        if not self.each or max(swing.points for swing in self.each) <= 0:
            raise BadInput("Give the criterion that matters most some points, 100 for example.")


Statement = Order | Tradeoff | Swings


@dataclass(frozen=True, slots=True)
class Said:
    """One elementary thing said, with its rows ``a · w ≤ 0`` ``(n, c)`` and where it came from."""

    statement: Statement
    words: str
    rows: Array


def _row(keys: Sequence[str], *terms: tuple[str, float]) -> Array:
    row = np.zeros(len(keys))
    for key, coefficient in terms:
        if key not in keys:
            raise BadInput(f"There is no criterion “{key}” here.", where=key)
        row[keys.index(key)] += coefficient
    return row


def _of_order(keys: Sequence[str], order: Order) -> Iterator[Said]:
    for upper, lower in zip(order.groups, order.groups[1:], strict=False):
        for high in upper:
            for low in lower:
                row = _row(keys, (low, 1.0), (high, -1.0))
                yield Said(order, f"{high} matters at least as much as {low}", row[None])


def _of_tradeoff(keys: Sequence[str], asked: Tradeoff) -> Said:
    a, b = asked.first, asked.second
    named = (a.words or a.criterion, b.words or b.criterion)
    if asked.answer is Answer.SAME:
        slack = 1 + SAME_WITHIN
        rows = [
            _row(keys, (a.criterion, a.value), (b.criterion, -slack * b.value)),
            _row(keys, (b.criterion, b.value), (a.criterion, -slack * a.value)),
        ]
        return Said(asked, f"{named[0]} is worth about the same as {named[1]}", np.array(rows))
    if asked.answer is Answer.SECOND:
        a, b, named = b, a, named[::-1]
    row = _row(keys, (b.criterion, b.value), (a.criterion, -a.value))
    return Said(asked, f"{named[0]} rather than {named[1]}", row[None])


def _of_swings(keys: Sequence[str], swings: Swings) -> Iterator[Said]:
    top = max(swings.each, key=lambda swing: swing.points)
    for swing in swings.each:
        if swing is top:
            _row(keys, (swing.criterion, 1.0))
            continue
        low = max(swing.points - swing.margin, 0.0) / top.points
        high = (swing.points + swing.margin) / top.points
        rows = [
            _row(keys, (swing.criterion, 1.0), (top.criterion, -high)),
            _row(keys, (swing.criterion, -1.0), (top.criterion, low)),
        ]
        words = (
            f"{swing.criterion} has {swing.points:g} ± {swing.margin:g} points "
            f"to the {top.points:g} of {top.criterion}"
        )
        yield Said(swings, words, np.array(rows))


def said(keys: Sequence[str], statements: Sequence[Statement]) -> list[Said]:
    """The elementary things said, one after the other, as linear rows over ``keys``."""
    every: list[Said] = []
    for statement in statements:
        if isinstance(statement, Order):
            every.extend(_of_order(keys, statement))
        elif isinstance(statement, Swings):
            every.extend(_of_swings(keys, statement))
        else:
            every.append(_of_tradeoff(keys, statement))
    return every
