"""Choosing and scheduling opportunities: a mixed-integer programme, solved by HiGHS.

``x[o, m] ∈ {0, 1}``: opportunity ``o`` starts in month ``m``. ``y[k, o, m] ∈ [0, 1]``: skill ``k`` is
credited to it. Maximise ``Σ worth(k, o, m) · y`` with ``Σ_m x[o] ≤ 1``, ``y[k, o, m] ≤ x[o, m]``,
``Σ y[k] ≤ 1``, hours a week in each month, the budget, and prerequisites finished before. Of plans
that are worth the same, the one with the fewest hours is taken (a second solve).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import coo_array, vstack

from turnpoint.core.planning.opportunity import Limits, Opportunity, Taken, Target
from turnpoint.core.planning.outcome import TOLERANCE, effort, value, worth
from turnpoint.errors import BadInput

Array = NDArray[np.float64]
TIME_LIMIT = 4.0
"""Seconds for a solve, unless said otherwise; what is not proven by then is said."""
PROVEN = 1e-4
"""Relative gap at which a plan counts as the best there is."""


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


class Start(NamedTuple):
    """One ``x``: an opportunity and a month in which it may start."""

    number: int
    taken: Taken


class Credit(NamedTuple):
    """One ``y``: a target credited to a start, and what that is worth."""

    target: int
    start: int
    worth: float


@dataclass(frozen=True, slots=True)
class Programme:
    """The variables (``x`` before ``y``) and the rows ``A v ≤ b`` of one task."""

    starts: tuple[Start, ...]
    credits: tuple[Credit, ...]
    rows: coo_array
    most: Array

    @property
    def size(self) -> int:
        return len(self.starts) + len(self.credits)

    def worths(self) -> Array:
        return np.array([0.0] * len(self.starts) + [each.worth for each in self.credits])

    def per_start(self, figure: Sequence[float]) -> Array:
        return np.array([*figure, *([0.0] * len(self.credits))])


def schedule(
    opportunities: Sequence[Opportunity],
    targets: Sequence[Target],
    limits: Limits,
    *,
    seconds: float = TIME_LIMIT,
) -> Schedule:
    """The plan that closes most, and of those the one with the fewest hours.

    Raises ``BadInput`` for opportunities that wait for one another or for one that is not there.
    """
    refuse_circles(opportunities)
    programme = _programme(opportunities, targets, limits)
    if not programme.credits:
        return Schedule((), 0.0, 0.0)
    found = _solved(programme, -programme.worths(), seconds)
    best = -float(found.fun)
    bound = max(-float(found.mip_dual_bound), best)
    taken = _taken(programme, found.x)
    spent = programme.per_start([effort([each.taken]) for each in programme.starts])
    fewer = _solved(programme, spent, seconds / 2, at_least=best * (1 - 1e-7) - TOLERANCE)
    if fewer.x is not None:
        taken = _taken(programme, fewer.x)
    return Schedule(taken, value(taken, targets), max(bound, value(taken, targets)))


def alternative(
    found: Schedule,
    opportunities: Sequence[Opportunity],
    targets: Sequence[Target],
    limits: Limits,
    *,
    within: float = 0.05,
    seconds: float = TIME_LIMIT,
) -> Schedule | None:
    """A plan worth at least 95% of the first that shares as few of its opportunities as possible.

    ``None`` where every such plan takes up all of the same.
    """
    programme = _programme(opportunities, targets, limits)
    if not found.taken:
        return None
    hours = max(sum(effort([each.taken]) for each in programme.starts), 1.0)
    cost = [
        float(each.taken.opportunity.key in found.keys) + 1e-3 * effort([each.taken]) / hours
        for each in programme.starts
    ]
    other = _solved(
        programme, programme.per_start(cost), seconds, at_least=found.value * (1 - within)
    )
    if other.x is None:
        return None
    taken = _taken(programme, other.x)
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


def _programme(
    opportunities: Sequence[Opportunity], targets: Sequence[Target], limits: Limits
) -> Programme:
    starts = tuple(
        Start(number, Taken(one, month))
        for number, one in enumerate(opportunities)
        if one.seats != 0
        for month in range(one.earliest, limits.months - one.length + 1)
    )
    credited = tuple(
        Credit(k, place, gained)
        for place, each in enumerate(starts)
        for k, target in enumerate(targets)
        if (gained := worth(each.taken, target)) > TOLERANCE
    )
    rows, most = _rows(opportunities, len(targets), limits, starts, credited)
    return Programme(starts, credited, rows, most)


def _rows(
    opportunities: Sequence[Opportunity],
    targets: int,
    limits: Limits,
    starts: tuple[Start, ...],
    credited: tuple[Credit, ...],
) -> tuple[coo_array, Array]:
    """Sparse rows of every limit, as triplets of row, column and coefficient."""
    x, y = range(len(starts)), range(len(starts), len(starts) + len(credited))
    entries: list[tuple[int, int, float]] = []
    most: list[float] = []

    def row(limit: float, *coefficients: tuple[int, float]) -> None:
        entries.extend((len(most), column, by) for column, by in coefficients if by)
        most.append(limit)

    for number in range(len(opportunities)):
        row(1, *((place, 1.0) for place in x if starts[place].number == number))
    for k in range(targets):
        row(1, *((place, 1.0) for place, each in zip(y, credited, strict=True) if each.target == k))
    for place, each in zip(y, credited, strict=True):
        row(0, (place, 1.0), (each.start, -1.0))
    for month in range(limits.months):
        running = (
            (place, starts[place].taken.opportunity.hours)
            for place in x
            if starts[place].taken.start <= month < starts[place].taken.end
        )
        row(limits.hours, *running)
    row(limits.budget, *((place, starts[place].taken.opportunity.cost) for place in x))
    keys = {each.key: number for number, each in enumerate(opportunities)}
    for place in x:
        taken = starts[place].taken
        for key in taken.opportunity.after:
            before = (
                (other, -1.0)
                for other in x
                if starts[other].number == keys[key] and starts[other].taken.end <= taken.start
            )
            row(0, (place, 1.0), *before)
    rows, columns, by = zip(*entries, strict=True) if entries else ((), (), ())
    shape = (len(most), len(starts) + len(credited))
    return coo_array((by, (rows, columns)), shape=shape), np.array(most)


def _solved(
    programme: Programme, cost: Array, seconds: float, *, at_least: float | None = None
) -> OptimizeResult:
    """Minimise ``cost · v``; with ``at_least``, among plans that are worth as much."""
    rows, most = programme.rows, programme.most
    if at_least is not None:
        rows = vstack([rows, coo_array(-programme.worths()[None])])
        most = np.append(most, -at_least)
    whole = np.concatenate([np.ones(len(programme.starts)), np.zeros(len(programme.credits))])
    return milp(
        cost,
        integrality=whole,
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(rows.tocsc(), -np.inf, most),
        options={"time_limit": seconds, "mip_rel_gap": PROVEN},
    )


def _taken(programme: Programme, v: Array | None) -> tuple[Taken, ...]:
    if v is None:
        return ()
    chosen = (each.taken for each, on in zip(programme.starts, v, strict=False) if on > 0.5)
    return tuple(sorted(chosen, key=lambda one: (one.start, one.opportunity.key)))
