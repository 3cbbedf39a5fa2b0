"""Problems of criteria and of what each option does to them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from turnpoint.core.decision.criterion import (
    LESS,
    LEVELS,
    MEASURES,
    MORE,
    PIECEWISE,
    SHAPES,
    Criterion,
    Effect,
)
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.problem import Problem, figure, finite, interval, spelt

PAY_MONTHS = ("pay_12", "pay_36", "pay_60")


def criteria(file: DecisionFile) -> Iterator[Problem]:
    """What is wrong with each criterion."""
    if not file.criteria:
        said = "There are no criteria yet; say what matters, and two or three are enough to begin."
        yield Problem("criteria", said, warning=True)
    for each in file.criteria:
        yield from _criterion(f"criteria.{each.key}", each)
        month = int(each.measure.removeprefix("pay_")) if each.measure in PAY_MONTHS else 0
        if month > file.horizon:
            said = f"It looks at month {month}, beyond the horizon of {file.horizon} months."
            yield Problem(f"criteria.{each.key}.measure", said)


def _criterion(where: str, criterion: Criterion) -> Iterator[Problem]:
    if not criterion.name.strip():
        yield Problem(f"{where}.name", "The criterion has no name; say what matters.")
    if criterion.better not in (MORE, LESS):
        yield Problem(f"{where}.better", "Say whether “more” or “less” of it is better.")
    if criterion.measure and criterion.measure not in MEASURES:
        known = ", ".join(MEASURES)
        said = f"“{criterion.measure}” is no result of the money months; there are {known}."
        yield Problem(f"{where}.measure", said)
    if criterion.shape not in SHAPES:
        known = ", ".join(SHAPES)
        yield Problem(f"{where}.shape", f"“{criterion.shape}” is no shape; there are {known}.")
    elif criterion.shape == LEVELS:
        yield from _levels(where, criterion)
    else:
        yield from _ends(where, criterion)


def _levels(where: str, criterion: Criterion) -> Iterator[Problem]:
    if len(criterion.levels) < 2:
        yield Problem(f"{where}.levels", "Name at least two levels, a worse and a better one.")
    if criterion.measure:
        said = "A result of the money months is a figure; it cannot have named levels."
        yield Problem(f"{where}.measure", said)
    names = [level.name for level in criterion.levels]
    for number, level in enumerate(criterion.levels, 1):
        yield from figure(
            f"{where}.levels.{number}.worth", "Its worth", level.worth, least=0, most=1
        )
        if names.index(level.name) < number - 1:
            said = f"The level “{level.name}” stands twice; keep one."
            yield Problem(f"{where}.levels.{number}.name", said)


def _ends(where: str, criterion: Criterion) -> Iterator[Problem]:
    missing = False
    for name in ("worst", "best"):
        value = getattr(criterion, name)
        if value is None:
            missing = True
            said = (
                f"Say the {name} you would seriously consider, in {criterion.unit or 'its unit'}."
            )
            yield Problem(f"{where}.{name}", said)
        elif not finite(value):
            missing = True
            yield from figure(f"{where}.{name}", f"The {name} end", value)
    if not missing:
        yield from _direction(where, criterion)
    if criterion.shape == PIECEWISE:
        yield from _points(where, criterion)


def _direction(where: str, criterion: Criterion) -> Iterator[Problem]:
    worst, best = criterion.worst or 0.0, criterion.best or 0.0
    if worst == best:
        said = f"Worst and best are both {spelt(best)}, so it makes no difference; spread them."
        yield Problem(f"{where}.best", said, warning=True)
    elif (best > worst) != (criterion.better == MORE) and criterion.better in (MORE, LESS):
        said = (
            f"{criterion.better.capitalize()} is better, and yet the best, {spelt(best)}, is on the "
            f"wrong side of the worst, {spelt(worst)}; swap the two or the direction."
        )
        yield Problem(f"{where}.best", said)


def _points(where: str, criterion: Criterion) -> Iterator[Problem]:
    if len(criterion.points) < 2:
        yield Problem(f"{where}.points", "A piecewise value needs at least two corners.")
    at = [point.at for point in criterion.points]
    for number, point in enumerate(criterion.points, 1):
        yield from figure(f"{where}.points.{number}.at", "The figure", point.at)
        yield from figure(
            f"{where}.points.{number}.worth", "Its worth", point.worth, least=0, most=1
        )
    if any(after <= before for before, after in pairwise(at)):
        yield Problem(f"{where}.points", "The corners should go from the lowest figure up.")
    else:
        yield from _rising(where, criterion)


def _rising(where: str, criterion: Criterion) -> Iterator[Problem]:
    worth = [point.worth for point in criterion.points]
    sign = 1 if criterion.better == MORE else -1
    if any(sign * (after - before) < 0 for before, after in pairwise(worth)):
        said = f"{criterion.better.capitalize()} is better, and yet the worth turns on the way."
        yield Problem(f"{where}.points", said)
    elif worth and {min(worth), max(worth)} != {0.0, 1.0}:
        yield Problem(f"{where}.points", "The worth goes from 0 at one end to 1 at the other.")


def effects(file: DecisionFile) -> Iterator[Problem]:
    """What is wrong with each effect, and which are still missing."""
    seen: set[tuple[str, str]] = set()
    for effect in file.effects:
        where = f"effects.{effect.option}.{effect.criterion}"
        criterion = file.criterion(effect.criterion)
        if file.option(effect.option) is None:
            yield Problem(where, f"There is no option “{effect.option}”.")
        elif criterion is None:
            yield Problem(where, f"There is no criterion “{effect.criterion}”.")
        elif (effect.option, effect.criterion) in seen:
            yield Problem(where, "This cell is filled twice; keep one.")
        elif not effect.unknown:
            yield from _effect(where, effect, criterion)
        seen.add((effect.option, effect.criterion))
    yield from _empty(file, seen)


def _empty(file: DecisionFile, seen: set[tuple[str, str]]) -> Iterator[Problem]:
    for option in file.options:
        for criterion in file.criteria:
            if (option.key, criterion.key) not in seen and not criterion.measure:
                said = (
                    f"Nothing is said yet of {criterion.name or criterion.key} with "
                    f"“{option.name or option.key}”; it counts as “don’t know”."
                )
                yield Problem(f"effects.{option.key}.{criterion.key}", said, warning=True)


def _effect(where: str, effect: Effect, criterion: Criterion) -> Iterator[Problem]:
    if criterion.shape == LEVELS:
        if not effect.levels:
            yield Problem(f"{where}.levels", "Say which level it will be, or that you don’t know.")
        for name in effect.levels:
            if criterion.level(name) is None:
                known = ", ".join(f"“{level.name}”" for level in criterion.levels)
                yield Problem(f"{where}.levels", f"“{name}” is no level of it; there are {known}.")
        return
    found = list(interval(where, effect.interval))
    yield from found
    ends = (criterion.worst, criterion.best)
    if found or criterion.measure or None in ends:
        return
    least, most = sorted(each for each in ends if each is not None)
    low, likely, high = effect.interval.figures
    ends_said = (
        f"{spelt(least)} to {spelt(most)}, the ends set for {criterion.name or criterion.key}"
    )
    if least < most and not least <= likely <= most:
        name = "likely" if effect.likely is not None else "high" if likely > most else "low"
        said = f"The likeliest figure, {spelt(likely)}, is outside {ends_said}. Move the end that leaves it out."
        yield Problem(f"{where}.{name}", said)
        return
    for name, value, outside in (("low", low, low < least), ("high", high, high > most)):
        if outside:
            said = (
                f"The {name} figure, {spelt(value)}, is outside {ends_said}; it counts as the end. "
                "Move the end if it should count for more."
            )
            yield Problem(f"{where}.{name}", said, warning=True)
