"""What Today shows, and what the palette finds. Everything is the owner's own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.destinations.models import DestinationRevision
from turnpoint.apps.destinations.queries import Written
from turnpoint.apps.destinations.reality import Lacking, reality
from turnpoint.apps.occupations import queries as occupations
from turnpoint.apps.plans.aside import Waiting, waiting
from turnpoint.apps.plans.commands import Found, commands
from turnpoint.apps.plans.focus_queries import DayList, day_list
from turnpoint.apps.plans.goal_queries import open_goals
from turnpoint.apps.plans.models import Goal, WeekThing
from turnpoint.apps.plans.week_queries import still_open
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.routes import queries as routes
from turnpoint.apps.routes.pinned import PinnedRoute
from turnpoint.apps.transitions import queries as transitions
from turnpoint.core.transition.gaps import Gaps


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way in: what it is, why, and whether it has been taken."""

    name: str
    why: str
    address: str
    done: bool


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something with a date on the road to the destination."""

    by: dt.date
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Day:
    """Today's page: who one is, where one wants to be, and what comes next."""

    date: dt.date
    role: HeldRole | None
    destination: DestinationRevision | None
    steps: tuple[Step, ...]
    road: tuple[Milestone, ...]
    waiting: tuple[Waiting, ...]
    more: int
    week: tuple[WeekThing, ...]
    list: DayList

    @property
    def tomorrow(self) -> dt.date:
        return self.date + dt.timedelta(days=1)

    @property
    def next_step(self) -> Step | None:
        return next((step for step in self.steps if not step.done), None)


def day(*, owner: User) -> Day:
    role = profiles.present_role(owner=owner)
    active = destinations.active(owner=owner)
    destination = active.latest if active else None
    today = timezone.localdate()
    first, more = waiting(owner=owner, today=today)
    return Day(
        date=today,
        role=role,
        destination=destination,
        steps=_steps(role, destination),
        road=_road(destination, _pinned(owner, active)),
        waiting=first,
        more=more,
        week=still_open(owner=owner, today=today),
        list=day_list(owner=owner, day=today),
    )


def _steps(role: HeldRole | None, destination: DestinationRevision | None) -> tuple[Step, ...]:
    return (
        Step(
            "Say what your job is",
            "A title is enough. Turnpoint finds the occupation behind it.",
            reverse("profiles:profile"),
            role is not None and bool(role.occupation_code),
        ),
        Step(
            "Write where you want to be in five years",
            "In your own words, as a hypothesis: it may be wrong, and it may change.",
            reverse("destinations:write"),
            destination is not None,
        ),
        Step(
            "Hold it against reality",
            "What is missing, how long it takes, what it pays, how unusual it is.",
            reverse("destinations:read", args=[destination.destination_id])
            if destination
            else reverse("destinations:list"),
            False,
        ),
    )


def _pinned(owner: User, active: Written | None) -> PinnedRoute | None:
    """The route pinned first to the destination one heads for, where there is one."""
    if active is None:
        return None
    return next(iter(routes.pinned(owner=owner, destination=active.destination)), None)


def _road(
    destination: DestinationRevision | None, route: PinnedRoute | None
) -> tuple[Milestone, ...]:
    if destination is None:
        return ()
    stones = [
        Milestone(dream.by, dream.text, dream.kind)
        for dream in destination.dreams.all()
        if dream.by
    ]
    if route is not None:
        since = timezone.localdate(route.pinned_at)
        stones += [
            Milestone(_months_after(since, step.arrives), step.title, "pinned route")
            for step in route.steps
        ]
    arrival = Milestone(destination.by, destination.statement, "destination")
    return tuple(sorted([*stones, arrival], key=lambda stone: stone.by))


def _months_after(day: dt.date, months: int) -> dt.date:
    """The first of the month so many months later."""
    years, month = divmod(day.month - 1 + months, 12)
    return dt.date(day.year + years, month + 1, 1)


def find(*, owner: User, text: str) -> tuple[Found, ...]:
    """Commands, the owner's destinations and transitions, and occupations that ``text`` may mean."""
    if not text:
        return commands("")
    mine = tuple(
        Found(
            "My destinations",
            each.latest.statement,
            reverse("destinations:read", args=[each.destination.pk]),
        )
        for each in destinations.destinations(owner=owner)
        if text.casefold() in each.latest.statement.casefold()
    )
    mine += tuple(
        Found("My transitions", each.question, reverse("transitions:read", args=[each.pk]))
        for each in transitions.transitions(owner=owner)
        if text.casefold() in each.question.casefold()
    )
    jobs = tuple(
        Found(
            "Occupations",
            each.title,
            reverse("occupations:read", args=[each.code]),
            each.reason,
        )
        for each in occupations.occupations_begun(text)
    )
    return (*commands(text), *mine, *jobs)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the destination's work asks for that the person has not shown yet."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The active destination, its widest gaps, none where there is nothing to compare yet, and the
    goals of the quarter."""

    destination: DestinationRevision | None
    gaps: tuple[Gap, ...]
    goals: tuple[Goal, ...]


MOST_GAPS = 8


def plan(*, owner: User) -> PlanPage:
    """What to learn first, by the reality check of the active destination."""
    active = destinations.active(owner=owner)
    goals = open_goals(owner=owner, today=timezone.localdate())
    if active is None:
        return PlanPage(None, (), goals)
    found = reality(
        owner=owner,
        said=active.latest.hypothesis(),
        today=timezone.localdate(),
        assumptions=destinations.assumptions(owner=owner, destination=active.destination),
    )
    gaps = () if isinstance(found, Lacking) else _widest(found.check.gaps)
    return PlanPage(active.latest, gaps, goals)


def _widest(gaps: Gaps) -> tuple[Gap, ...]:
    """Rated skills and knowledge by importance × missing; activities where nothing is rated."""
    rated = sorted(
        (row for domain in gaps.rated for row in domain.rows if row.gap > 0),
        key=lambda row: -row.gap,
    )
    if rated:
        return tuple(
            Gap(row.name, f"asks for level {row.need:.1f}, yours shows {row.have or 0:.1f} of 7")
            for row in rated[:MOST_GAPS]
        )
    fresh = [row for row in gaps.activities.rows if row.new > 0] if gaps.activities else []
    return tuple(
        Gap(row.name, f"{row.new:.0%} of the work, and your roles share none or little of it")
        for row in fresh[:MOST_GAPS]
    )
