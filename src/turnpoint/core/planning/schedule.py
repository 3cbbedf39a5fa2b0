"""Choosing and scheduling opportunities: a mixed-integer programme, solved by HiGHS.

The programme (``programme.py``) maximises the discounted gap that a plan closes; of plans that are
worth the same, the one with the fewest hours is taken (a second solve). A small task is solved
outright. For a large one three things bring the bound and the plan together within the time: the
programme without whole numbers gives a bound at once; ``search.py`` a plan; then HiGHS looks for a
better plan among starts near both while it tightens the bound over all starts, in two threads.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from turnpoint.core.planning.opportunity import Limits, Opportunity, Taken, Target
from turnpoint.core.planning.outcome import TOLERANCE, effort, problems, value
from turnpoint.core.planning.programme import programme_of
from turnpoint.core.planning.search import search
from turnpoint.core.planning.solving import PROVEN, fewest_hours, large, outright, relaxed, solved
from turnpoint.core.planning.windows import Window, windows_of
from turnpoint.errors import BadInput

TIME_LIMIT = 4.5
"""Seconds for a plan, unless said otherwise; what is not proven by then is said."""
SMALL = 240
"""Starts up to which a task is solved outright."""
FEWER = 0.15
"""The share of the time for a plan of the same worth with fewer hours."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A plan: what is taken up and when, its ``value`` and the proven upper ``bound`` on any plan's."""

    taken: tuple[Taken, ...]
    value: float
    bound: float

    @property
    def gap(self) -> float:
        """How far the best possible plan could be above this one, as a share of it."""
        return 0.0 if self.bound <= TOLERANCE else max(self.bound - self.value, 0.0) / self.bound

    @property
    def proven(self) -> bool:
        return self.gap <= PROVEN * 2

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(each.opportunity.key for each in self.taken)


def schedule(
    opportunities: Sequence[Opportunity],
    targets: Sequence[Target],
    limits: Limits,
    *,
    pinned: Mapping[str, int] | None = None,
    seconds: float = TIME_LIMIT,
) -> Schedule:
    """The plan that closes most, and of those the one with the fewest hours.

    ``pinned`` are starts that stay. Raises ``BadInput`` for opportunities that wait for one another
    or for one that is not there, and where what is pinned cannot be kept to.
    """
    ends = time.monotonic() + seconds
    kept = dict(pinned or {})
    windows = _windows(opportunities, targets, limits, kept)
    programme = programme_of(windows, targets, limits, kept)
    if not programme.starts:
        return Schedule((), 0.0, 0.0)
    left = (ends - time.monotonic()) * (1 - FEWER)
    if len(programme.starts) <= SMALL:
        found = outright(programme, left)
    else:
        found = large(programme, windows, targets, limits, pinned=kept, seconds=left)
    if found is None:
        raise _impossible(opportunities, kept, limits)
    taken, bound = found
    fewer = fewest_hours(programme, value(taken, targets), ends - time.monotonic())
    if fewer is not None and value(fewer, targets) >= value(taken, targets) - TOLERANCE:
        taken = fewer
    return Schedule(taken, value(taken, targets), max(bound, value(taken, targets)))


def first_plan(
    opportunities: Sequence[Opportunity],
    targets: Sequence[Target],
    limits: Limits,
    *,
    pinned: Mapping[str, int] | None = None,
    seconds: float = 0.3,
) -> Schedule:
    """A plan at once, with the bound of the programme without whole numbers. Raises as ``schedule``."""
    kept = dict(pinned or {})
    windows = _windows(opportunities, targets, limits, kept)
    programme = programme_of(windows, targets, limits, kept)
    if not programme.starts:
        return Schedule((), 0.0, 0.0)
    held = [Taken(each.opportunity, each.first) for each in windows if each.opportunity.key in kept]
    if not problems(held, limits):
        taken = search(windows, targets, limits, kept, seconds=seconds)
    elif (found := outright(programme, seconds)) is not None:
        taken = found[0]
    else:
        raise _impossible(opportunities, kept, limits)
    bound, _ = relaxed(programme)
    return Schedule(taken, value(taken, targets), max(bound, value(taken, targets)))


def alternative(
    found: Schedule,
    opportunities: Sequence[Opportunity],
    targets: Sequence[Target],
    limits: Limits,
    *,
    pinned: Mapping[str, int] | None = None,
    within: float = 0.05,
    seconds: float = TIME_LIMIT,
) -> Schedule | None:
    """A plan worth at least 95% of the first that shares as few of its opportunities as possible.

    ``None`` where every such plan takes up all of the same.
    """
    if not found.taken:
        return None
    kept = dict(pinned or {})
    windows = _windows(opportunities, targets, limits, kept)
    programme = programme_of(windows, targets, limits, kept)
    hours = max(sum(effort([each]) for each in programme.starts), 1.0)
    cost = [
        float(each.opportunity.key in found.keys) + 1e-3 * effort([each]) / hours
        for each in programme.starts
    ]
    least = found.value * (1 - within)
    other = solved(programme, programme.per_start(cost), seconds, at_least=least)
    if other.x is None:
        return None
    taken = programme.taken(other.x)
    if found.keys <= {each.opportunity.key for each in taken}:
        return None
    return Schedule(taken, value(taken, targets), found.bound)


def refuse_circles(opportunities: Sequence[Opportunity]) -> None:
    """Raises ``BadInput`` where opportunities wait for one another, or for one that is not there."""
    waiting = {each.key: set(each.after) for each in opportunities}
    names = {each.key: each.name for each in opportunities}
    for key, after in waiting.items():
        if unknown := after - names.keys():
            raise BadInput(f"“{names[key]}” comes after “{min(unknown)}”, which is not there.")
    while free := {key for key, after in waiting.items() if not after & waiting.keys()}:
        waiting = {key: after for key, after in waiting.items() if key not in free}
    if waiting:
        circle = " and ".join(f"“{names[key]}”" for key in sorted(waiting))
        raise BadInput(f"{circle} wait for one another. Take one of them out of the other’s list.")


def _windows(
    opportunities: Sequence[Opportunity],
    targets: Sequence[Target],
    limits: Limits,
    pinned: Mapping[str, int],
) -> tuple[Window, ...]:
    refuse_circles(opportunities)
    return windows_of(opportunities, targets, limits, pinned)


def _impossible(
    opportunities: Sequence[Opportunity], pinned: Mapping[str, int], limits: Limits
) -> BadInput:
    held = [Taken(each, pinned[each.key]) for each in opportunities if each.key in pinned]
    why = " ".join(problems(held, limits))
    return BadInput(f"What is pinned cannot be kept to. {why}".strip(), where="pinned")
