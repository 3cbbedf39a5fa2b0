"""Problems of the preferences, each by itself. Whether they contradict one another is reckoned."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from turnpoint.core.decision.as_comparison import worth
from turnpoint.core.decision.criterion import LEVELS, MORE, Criterion
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.preferences import FIRST, SAME, SECOND, Change
from turnpoint.core.decision.problem import Problem, figure, finite, spelt
from turnpoint.errors import BadInput


def preferences(file: DecisionFile) -> Iterator[Problem]:
    """What is wrong with the ranking, the trade-offs and the swings."""
    yield from _ranking(file)
    for number, trade in enumerate(file.preferences.trade_offs, 1):
        where = f"preferences.trade_offs.{number}"
        yield from _change(f"{where}.first", trade.first, file)
        yield from _change(f"{where}.second", trade.second, file)
        if trade.first.criterion == trade.second.criterion:
            said = "Both sides are the same criterion; a trade-off needs two."
            yield Problem(f"{where}.second.criterion", said)
        if trade.prefers not in (FIRST, SECOND, SAME):
            said = "Say which you would rather have: “first”, “second” or “same”."
            yield Problem(f"{where}.prefers", said)
    yield from _swings(file)


def _ranking(file: DecisionFile) -> Iterator[Problem]:
    if () in file.preferences.ranking:
        yield Problem("preferences.ranking", "One place of the ranking is empty; leave it out.")
    ranked = list(chain.from_iterable(file.preferences.ranking))
    for key in dict.fromkeys(ranked):
        if file.criterion(key) is None:
            yield Problem("preferences.ranking", f"There is no criterion “{key}” to rank.")
        if ranked.count(key) > 1:
            yield Problem("preferences.ranking", f"“{key}” is ranked twice; keep one place.")
    if ranked:
        missing = [each.name or each.key for each in file.criteria if each.key not in ranked]
        if missing:
            said = f"Not ranked yet: {', '.join(missing)}; they share the last place."
            yield Problem("preferences.ranking", said, warning=True)


def _swings(file: DecisionFile) -> Iterator[Problem]:
    seen: set[str] = set()
    swings = file.preferences.swings
    if swings and not any(swing.points > 0 for swing in swings):
        said = "Every criterion has no points; give the one that matters most 100."
        yield Problem("preferences.swings", said)
    for number, swing in enumerate(swings, 1):
        where = f"preferences.swings.{number}"
        if file.criterion(swing.criterion) is None:
            yield Problem(f"{where}.criterion", f"There is no criterion “{swing.criterion}”.")
        if swing.criterion in seen:
            yield Problem(f"{where}.criterion", f"“{swing.criterion}” is weighed twice; keep one.")
        seen.add(swing.criterion)
        yield from figure(f"{where}.points", "The number", swing.points, least=0, most=100)
        yield from figure(f"{where}.give", "The give", swing.give, least=0, most=100)


def _change(where: str, change: Change, file: DecisionFile) -> Iterator[Problem]:
    criterion = file.criterion(change.criterion)
    if criterion is None:
        yield Problem(f"{where}.criterion", f"There is no criterion “{change.criterion}”.")
    elif criterion.shape == LEVELS:
        yield from _level_change(where, change, criterion)
    else:
        yield from _figure_change(where, change, criterion)


def _level_change(where: str, change: Change, criterion: Criterion) -> Iterator[Problem]:
    worse, better = criterion.level(change.worse_level), criterion.level(change.better_level)
    for name, level in (("worse_level", worse), ("better_level", better)):
        if level is None:
            known = ", ".join(f"“{each.name}”" for each in criterion.levels)
            yield Problem(f"{where}.{name}", f"Name one of its levels: {known}.")
    if worse and better and worse.worth >= better.worth:
        said = f"“{better.name}” is worth no more than “{worse.name}”; swap the two."
        yield Problem(f"{where}.better_level", said)


def _figure_change(where: str, change: Change, criterion: Criterion) -> Iterator[Problem]:
    worse, better = change.worse, change.better
    for name, value in (("worse", worse), ("better", better)):
        if value is None:
            yield Problem(f"{where}.{name}", f"Say the {name} figure, in {criterion.unit}.")
        elif not finite(value):
            yield from figure(f"{where}.{name}", f"The {name} figure", value)
    if worse is None or better is None or not (finite(worse) and finite(better)):
        return
    if worse == better or (better > worse) != (criterion.better == MORE):
        said = (
            f"From {spelt(worse)} to {spelt(better)} is no improvement where "
            f"{criterion.better} is better; swap the two."
        )
        yield Problem(f"{where}.better", said)
    else:
        yield from _within(where, change, criterion)


def _within(where: str, change: Change, criterion: Criterion) -> Iterator[Problem]:
    """A change outside the ends of its criterion, or where its worth is level, gains nothing."""
    if criterion.worst is None or criterion.best is None:
        return
    try:
        gained = worth(criterion, change)
    except BadInput:
        return  # what is wrong with the criterion is told at the criterion
    if gained <= 0:
        least, most = sorted((criterion.worst, criterion.best))
        said = (
            f"From {spelt(change.worse or 0.0)} to {spelt(change.better or 0.0)} nothing is gained "
            f"between the ends, {spelt(least)} and {spelt(most)}; choose figures between them."
        )
        yield Problem(f"{where}.better", said)
