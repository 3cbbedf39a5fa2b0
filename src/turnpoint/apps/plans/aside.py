"""What waits on Today: collected from every part, in order, a few at most; any of it can be put aside."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.nudge import Nudge
from turnpoint.apps.destinations.experiments.nudges import nudges as of_experiments
from turnpoint.apps.facilitation.dates import nudges as of_sessions
from turnpoint.apps.plans import week_queries
from turnpoint.apps.plans.early import nudges as of_a_role
from turnpoint.apps.plans.models import Focus, PutAside
from turnpoint.apps.plans.week import looked_back_on
from turnpoint.apps.skills.nudges import nudges as of_skills
from turnpoint.apps.transitions.nudges import nudges as of_transitions
from turnpoint.errors import BadInput

MOST = 5
"""More than these at once would be a second list beside the day’s."""

THURSDAY = 3


@dataclass(frozen=True, slots=True)
class Waiting:
    """A nudge, and the name by which it is put aside."""

    nudge: Nudge
    key: str


def waiting(*, owner: User, today: dt.date) -> tuple[tuple[Waiting, ...], int]:
    """The few that come first: what has a date by it, then the rest; and how many more there are."""
    found = [nudge for source in SOURCES for nudge in source(owner=owner, today=today)]
    put = PutAside.objects.filter(owner=owner) if found else PutAside.objects.none()
    aside = set(put.values_list("key", flat=True))
    all_of_them = [each for each in map(_named, found) if each.key not in aside]
    ordered = sorted(all_of_them, key=lambda each: each.nudge.by or dt.date.max)
    return tuple(ordered[:MOST]), max(len(ordered) - MOST, 0)


def of_the_week(*, owner: User, today: dt.date) -> tuple[Nudge, ...]:
    """From Thursday to Sunday: the week can be looked back on, where anything of it was written."""
    if today.weekday() < THURSDAY or week_queries.written(owner=owner, today=today):
        return ()
    days = (looked_back_on(today), today)
    if not Focus.objects.filter(owner=owner, day__range=days, trashed_at__isnull=True).exists():
        return ()
    return (Nudge("look back", "What did this week move?", reverse("plans:week")),)


SOURCES: tuple[Callable[..., Iterable[Nudge]], ...] = (
    of_experiments,
    of_skills,
    of_transitions,
    of_sessions,
    of_the_week,
    of_a_role,
)


def _named(nudge: Nudge) -> Waiting:
    """The name holds what makes it another one: its kind, its page, its words and its date."""
    said = "\n".join((nudge.kind, nudge.address, nudge.text, str(nudge.by or "")))
    if nudge.kind == "look back" and nudge.by is None:
        said += f"\n{looked_back_on(timezone.localdate())}"
    return Waiting(nudge, hashlib.sha256(said.encode()).hexdigest())


def put_aside(*, owner: User, key: str) -> None:
    """Not show something again. Raises ``BadInput`` for what is no name."""
    if len(key) != hashlib.sha256().digest_size * 2:
        raise BadInput("Nothing of that name waits on Today.")
    with transaction.atomic():
        PutAside.objects.get_or_create(owner=owner, key=key, defaults={"at": timezone.now()})


def take_back(*, owner: User, key: str) -> None:
    """Show it again."""
    PutAside.objects.filter(owner=owner, key=key).delete()
