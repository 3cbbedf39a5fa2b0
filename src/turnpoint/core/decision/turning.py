"""The point of no return: the day after which going back costs more than it would save.

Each step that is hard to take back has a cost of turning back before it and after it. Turning back
saves, in a future that went badly, what staying would have been worth more; where a criterion is
money, that is money too (``price``). A step is the point of no return when after it turning back
would still pay in fewer than one future in ten, and before it in more; otherwise it is the step
that raises the cost the most.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.interval import Interval
from turnpoint.core.decision.option import Option, Step
from turnpoint.core.decision.price import Price
from turnpoint.core.decision.share import Share, counted
from turnpoint.core.decision.worlds import Array, Worlds

STILL = 0.1
"""Below this share of futures turning back no longer pays."""


@dataclass(frozen=True, slots=True)
class StepBack:
    """A step with the share of futures in which turning back would pay before it and after it;
    ``None`` where nothing says what a point of worth is in money."""

    where: str
    name: str
    earliest: date
    latest: date
    before: Interval
    after: Interval
    pays_before: Share | None
    pays_after: Share | None


@dataclass(frozen=True, slots=True)
class Turning:
    """The way back from one option. ``point`` is the point of no return, ``steps`` all of them in
    order; ``dearest`` where it is only the step that makes going back dearest. ``after_deadline`` is how many days lie between the deadline and its first day."""

    option: str
    steps: tuple[StepBack, ...]
    point: StepBack | None
    dearest: bool
    after_deadline: int | None
    learn: tuple[str, ...]
    signals: tuple[str, ...]
    tactics: tuple[str, ...]


def turnings(file: DecisionFile, worlds: Worlds, price: Price | None) -> tuple[Turning, ...]:
    """The way back from each option that has one, in the order of the file."""
    return tuple(
        _turning(file, option, _saved(worlds, option, price))
        for option in file.options
        if option.way_back.steps and not option.stays
    )


def _saved(worlds: Worlds, option: Option, price: Price | None) -> Array | None:
    """Money that being back where one was would be worth, in each future; not below nothing."""
    staying = worlds.file.staying
    if price is None or staying is None:
        return None
    keys = [each.key for each in worlds.file.options]
    score = worlds.mean_score.astype(np.float64)
    short = score[keys.index(staying.key)] - score[keys.index(option.key)]
    return np.asarray(np.maximum(short, 0.0) * 100 * price.lump)


def _turning(file: DecisionFile, option: Option, saved: Array | None) -> Turning:
    steps = tuple(
        _step(f"options.{option.key}.way_back.steps.{number}", step, saved)
        for number, step in enumerate(option.way_back.steps, 1)
    )
    crossing = _crossing(steps)
    point = crossing or _dearest(steps)
    days = (point.earliest - file.deadline).days if point and file.deadline else None
    back = option.way_back
    return Turning(
        option.key, steps, point, crossing is None, days, back.learn, back.signals, back.after
    )


def _step(where: str, step: Step, saved: Array | None) -> StepBack:
    earliest = step.earliest or step.latest
    latest = step.latest or step.earliest
    assert earliest is not None and latest is not None  # noqa: S101, PT018  # ``check`` has seen to it
    return StepBack(
        where=where,
        name=step.name,
        earliest=earliest,
        latest=latest,
        before=step.before,
        after=step.after,
        pays_before=_pays(saved, step.before),
        pays_after=_pays(saved, step.after),
    )


def _pays(saved: Array | None, cost: Interval) -> Share | None:
    if saved is None:
        return None
    return counted(float((saved > cost.figures[1]).mean()), len(saved))


def _crossing(steps: tuple[StepBack, ...]) -> StepBack | None:
    """The first step after which turning back no longer pays."""
    for step in steps:
        before, after = step.pays_before, step.pays_after
        if before is not None and after is not None and before.value >= STILL > after.value:
            return step
    return None


def _dearest(steps: tuple[StepBack, ...]) -> StepBack | None:
    """The step that raises the cost of turning back the most, where any does."""
    rise = [step.after.figures[1] - step.before.figures[1] for step in steps]
    return steps[int(np.argmax(rise))] if steps and max(rise) > 0 else None
