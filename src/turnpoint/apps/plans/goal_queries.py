"""Reading the goals of a quarter, and what could become one. Everything is the owner’s own."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Exists, OuterRef, QuerySet

from turnpoint.apps.accounts.models import User
from turnpoint.apps.plans.addresses import addresses
from turnpoint.apps.plans.models import MOST_GOALS, Focus, Goal, GoalState
from turnpoint.apps.plans.quarter import Quarter
from turnpoint.apps.plans.serving import Serves, servable
from turnpoint.errors import NotFound

MOST_OFFERED = 8
OFFERED = ("experiment", "finding", "target", "route", "destination")
"""What a goal is offered from, in this order: the nearest first."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done for a goal."""

    day: dt.date
    text: str


@dataclass(frozen=True, slots=True)
class ShownGoal:
    """A goal as a page shows it. ``steps``: what was done for it, the latest first."""

    id: int
    text: str
    know: str
    serves: str
    address: str
    state: GoalState
    word: str
    closed_on: dt.date | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class PastQuarter:
    """An earlier quarter and what became of its goals."""

    quarter: Quarter
    goals: tuple[ShownGoal, ...]


@dataclass(frozen=True, slots=True)
class GoalsPage:
    """This quarter’s goals; ``left``: what the latest earlier one left open; ``offered``: what the
    person’s own pages ask for."""

    quarter: Quarter
    weeks: int
    open: tuple[ShownGoal, ...]
    closed: tuple[ShownGoal, ...]
    left: tuple[ShownGoal, ...]
    offered: tuple[Serves, ...]
    past: tuple[PastQuarter, ...]

    @property
    def room(self) -> int:
        return MOST_GOALS - len(self.open)


def goals_page(*, owner: User, today: dt.date) -> GoalsPage:
    """The page of goals, as of ``today``."""
    now = Quarter.of(today)
    rows = list(_live(owner))
    steps, leads = _steps(rows), addresses(owner=owner, rows=rows)
    goals = {row.pk: _shown(row, steps.get(row.pk, ()), leads.get(row.pk, "")) for row in rows}
    mine = [row for row in rows if Quarter(row.year, row.quarter) == now]
    return GoalsPage(
        quarter=now,
        weeks=now.weeks_left(today),
        open=tuple(goals[row.pk] for row in mine if row.state == GoalState.OPEN),
        closed=tuple(goals[row.pk] for row in mine if row.state != GoalState.OPEN),
        left=tuple(goals[row.pk] for row in _left_open(now, rows)),
        offered=_offered(owner, mine),
        past=_past(now, rows, goals),
    )


def open_goals(*, owner: User, today: dt.date) -> tuple[Goal, ...]:
    """The open goals of the quarter ``today`` lies in."""
    now = Quarter.of(today)
    rows = _live(owner).filter(year=now.year, quarter=now.number, state=GoalState.OPEN)
    return tuple(rows)


def _left_open(now: Quarter, rows: Sequence[Goal]) -> list[Goal]:
    """What the latest earlier quarter left open and no later one goes on with."""
    before = [row for row in rows if Quarter(row.year, row.quarter) < now]
    last = max((Quarter(row.year, row.quarter) for row in before), default=None)
    went_on = {row.carried_from_id for row in rows}
    return [
        row
        for row in before
        if Quarter(row.year, row.quarter) == last
        and row.state == GoalState.OPEN
        and row.pk not in went_on
    ]


def goal(*, owner: User, goal_id: int, trashed: bool = False) -> Goal:
    """One goal of the person’s. Raises ``NotFound`` for anybody else’s."""
    found = Goal.objects.filter(owner=owner, pk=goal_id, trashed_at__isnull=not trashed).first()
    if found is None:
        raise NotFound("There is no such goal among yours. It may have been removed since.")
    return found


def _shown(row: Goal, steps: Sequence[Step], address: str) -> ShownGoal:
    return ShownGoal(
        id=row.pk,
        text=row.text,
        know=row.know,
        serves=row.serves,
        address=address,
        state=GoalState(row.state),
        word=row.word,
        closed_on=row.closed_on,
        steps=tuple(steps),
    )


def _live(owner: User) -> QuerySet[Goal]:
    return Goal.objects.filter(owner=owner, trashed_at__isnull=True)


def _steps(rows: Iterable[Goal]) -> dict[int, list[Step]]:
    """What was done for each goal. A day that another goes on with counts once, when it was done."""
    went_on = Focus.objects.filter(carried_from=OuterRef("pk"), trashed_at__isnull=True)
    done = Focus.objects.filter(
        ~Exists(went_on), goal__in=[row.pk for row in rows], done_at__isnull=False
    )
    steps: dict[int, list[Step]] = defaultdict(list)
    for each in done.filter(trashed_at__isnull=True).order_by("-day", "-pk"):
        if each.goal_id is not None:
            steps[each.goal_id].append(Step(each.day, each.text))
    return steps


def _offered(owner: User, mine: list[Goal]) -> tuple[Serves, ...]:
    """What can be served and no goal of this quarter serves yet."""
    served = {
        f"{kind}:{getattr(row, f'{kind}_id')}"
        for row in mine
        for kind in OFFERED
        if getattr(row, f"{kind}_id")
    }
    offered = [
        each
        for each in servable(owner=owner, goals=False)
        if each.kind in OFFERED and each.key not in served
    ]
    return tuple(sorted(offered, key=lambda each: OFFERED.index(each.kind))[:MOST_OFFERED])


def _past(
    now: Quarter, rows: Sequence[Goal], goals: Mapping[int, ShownGoal]
) -> tuple[PastQuarter, ...]:
    """Earlier quarters, the latest first."""
    earlier = [row for row in rows if Quarter(row.year, row.quarter) < now]
    return tuple(
        PastQuarter(quarter, tuple(goals[row.pk] for row in group))
        for quarter, group in reversed(
            [
                (key, list(group))
                for key, group in groupby(earlier, key=lambda row: Quarter(row.year, row.quarter))
            ]
        )
    )
