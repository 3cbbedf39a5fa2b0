"""A role that begins, and one that has gone on for years: what each is told, and taking it up.

Both lines are for the person alone. They are reckoned when Today is opened and stored nowhere, so
that no feed, grant or export has them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.nudge import Nudge
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.plans import focus_services, goal_services
from turnpoint.apps.plans.first_things import PARTS, THINGS, FirstThing, Part
from turnpoint.apps.plans.goal_queries import open_goals
from turnpoint.apps.plans.models import MOST_GOALS, Area, Focus, Goal
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.skills.accepted import in_force
from turnpoint.errors import NotFound

MONTHS_NEW = 3
"""A role is new for so many months, about ninety days: a profile knows months, not days."""
MONTHS_AHEAD = 3
"""A role that starts within so many months starts soon."""
YEARS_SETTLED = 3.0
SERVES = "a good start in my role"


def beginning(*, owner: User, today: dt.date) -> HeldRole | None:
    """The role that began lately or starts soon; of several the latest."""
    found = [
        (row.start_year, row.start_month, row)
        for row in profiles.held_roles(owner=owner)
        if row.is_current and row.start_year and row.start_month
    ]
    new = [
        each
        for each in found
        if -MONTHS_AHEAD <= (today.year - each[0]) * 12 + today.month - each[1] <= MONTHS_NEW
    ]
    return max(new, key=lambda each: each[:2])[2] if new else None


def nudges(*, owner: User, today: dt.date) -> tuple[Nudge, ...]:
    """At most one line. Its words and address stay the same, so that putting it aside is for good."""
    role = beginning(owner=owner, today=today)
    if role is not None:
        address = f"{reverse('plans:first-days')}?role={role.pk}"
        return (Nudge("early start", "A new role: a plan for its first ninety days", address),)
    if not _settled_without_a_plan(owner, today):
        return ()
    text = (
        "You have been in your role for some years. Where would you like it to lead, if anywhere?"
    )
    return (Nudge("said once, to you alone", text, reverse("destinations:write")),)


def _settled_without_a_plan(owner: User, today: dt.date) -> bool:
    role = profiles.present_role(owner=owner)
    if role is None or not role.is_current or role.start is None:
        return False
    return (
        role.start.years_before(today) >= YEARS_SETTLED
        and not destinations.destinations(owner=owner)
        and in_force(owner=owner) is None
        and not open_goals(owner=owner, today=today)
    )


@dataclass(frozen=True, slots=True)
class Offered:
    """One thing as the page offers it, and whether it was taken up already."""

    thing: FirstThing
    goal: bool
    day: bool


@dataclass(frozen=True, slots=True)
class FirstDays:
    """The page of the first ninety days. ``room``: how many more goals the quarter takes."""

    role: HeldRole | None
    parts: tuple[tuple[Part, tuple[Offered, ...]], ...]
    room: int


def first_days(*, owner: User, today: dt.date) -> FirstDays:
    """What to do in a new role, with what of it is a goal or on a day by now."""
    words = [thing.text for thing in THINGS.values()]
    goals, days = (
        set(
            kind.objects.filter(
                owner=owner, text__in=words, serves=SERVES, trashed_at__isnull=True
            ).values_list("text", flat=True)
        )
        for kind in (Goal, Focus)
    )
    return FirstDays(
        role=beginning(owner=owner, today=today),
        parts=tuple(
            (
                part,
                tuple(Offered(each, each.text in goals, each.text in days) for each in part.things),
            )
            for part in PARTS
        ),
        room=MOST_GOALS - len(open_goals(owner=owner, today=today)),
    )


def make_goal(*, owner: User, name: str, today: dt.date) -> Goal:
    """Make one a goal of the quarter. Raises ``QuarterFull`` beside three open ones."""
    thing = _thing(name)
    return goal_services.add_goal(
        owner=owner, today=today, text=thing.text, know=thing.know, serves_words=SERVES
    )


def do_today(
    *, owner: User, name: str, today: dt.date, gravy: bool = False, instead: int | None = None
) -> Focus:
    """Put one on today’s list. Raises ``DayFull`` where that has no room."""
    return focus_services.add(
        owner=owner,
        day=today,
        area=Area.HOME if name in AT_HOME else Area.WORK,
        text=_thing(name).text,
        serves_words=SERVES,
        gravy=gravy,
        instead=instead,
    )


AT_HOME = frozenset({"evenings"})


def _thing(name: str) -> FirstThing:
    if name not in THINGS:
        raise NotFound("There is nothing of that name among the first things.")
    return THINGS[name]
