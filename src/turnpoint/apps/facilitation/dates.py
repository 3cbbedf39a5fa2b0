"""Dates of sessions for the calendar feed, and what of a process waits on Today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from turnpoint.apps.accounts.calendar_dates import DatedThing
from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.nudge import Nudge
from turnpoint.apps.facilitation.invitations import BEFORE
from turnpoint.apps.facilitation.models import Engagement, Question, Session


def _of(person: User, *, path: str = "") -> Q:
    """What somebody sits in, on either chair, while it runs and both accounts are open."""
    mine = Q(**{f"{path}owner": person}) | Q(**{f"{path}facilitator": person})
    return mine & Q(**{f"{path}ended_at__isnull": True, f"{path}owner__is_active": True})


def _seen_by(person: User, given: Engagement) -> tuple[str, str]:
    """On which side somebody sits, and who sits opposite."""
    if given.owner_id == person.pk:
        return "mine", given.facilitator_name
    return "led", given.owner.shown_name


def dates(*, owner: User) -> list[DatedThing]:
    """Sessions to come that have a date, for the calendar feed."""
    rows = Session.objects.filter(
        _of(owner, path="engagement__"), starts_at__isnull=False, attended=Session.Attended.OPEN
    ).select_related("engagement__owner")
    found = []
    for row in rows:
        side, other = _seen_by(owner, row.engagement)
        found.append(
            DatedThing(
                uid=f"facilitation-session-{row.pk}",
                starts=row.starts_at or timezone.now(),
                title=f"Session {row.number} with {other}",
                address=reverse("facilitation:session", args=[side, row.engagement_id, row.number]),
                minutes=row.minutes,
                alarm=BEFORE,
            )
        )
    return found


def nudges(*, owner: User, today: dt.date) -> list[Nudge]:
    """A session soon, a question to answer, a process with no next date, and who asks one to sign."""
    return [
        *_soon(owner, today),
        *_asked(owner),
        *_without_a_date(owner),
        *_to_sign(owner),
    ]


def _soon(owner: User, today: dt.date) -> list[Nudge]:
    found = []
    for thing in dates(owner=owner):
        starts = thing.starts if isinstance(thing.starts, dt.datetime) else timezone.now()
        on = timezone.localdate(starts)
        if on <= today + dt.timedelta(days=2):
            found.append(Nudge("session", thing.title, thing.address, by=on))
    return found


def _asked(owner: User) -> list[Nudge]:
    rows = Question.objects.filter(
        engagement__owner=owner, engagement__ended_at__isnull=True, answered_at__isnull=True
    )
    return [
        Nudge(
            "question",
            row.text,
            reverse("facilitation:questions", args=["mine", row.engagement_id]),
        )
        for row in rows.order_by("asked_at")[:1]
    ]


def _without_a_date(owner: User) -> list[Nudge]:
    """A process that has sessions to come and no date for any of them tends to end there."""
    to_come = Q(sessions__attended=Session.Attended.OPEN)
    dated = Session.objects.filter(attended=Session.Attended.OPEN, starts_at__isnull=False)
    rows = Engagement.objects.filter(_of(owner) & to_come).exclude(sessions__in=dated)
    found = list(rows.select_related("owner").distinct())
    return _each_or_all(
        owner,
        found,
        Said(
            "no date", "engagement", "When do you and {} meet next?", "{} people have no next date"
        ),
    )


def _to_sign(owner: User) -> list[Nudge]:
    """Somebody asks one to facilitate, or proposed other words, and has signed already."""
    rows = Engagement.objects.filter(_of(owner)).select_related("owner")
    found = []
    for row in rows.prefetch_related("agreements"):
        latest = max(row.agreements.all(), key=lambda each: each.version)
        mine = row.owner_id == owner.pk
        if (latest.signed_by_person_at if mine else latest.signed_by_facilitator_at) is None:
            found.append(row)
    return _each_or_all(
        owner,
        found,
        Said(
            "agreement", "agreement", "{} has signed. Will you?", "{} people wait for you to sign"
        ),
    )


@dataclass(frozen=True, slots=True)
class Said:
    """A nudge about one engagement and its page, and the same about several that one facilitates."""

    kind: str
    page: str
    one: str
    several: str


def _each_or_all(owner: User, rows: Sequence[Engagement], said: Said) -> list[Nudge]:
    """Each by itself; of several people one facilitates, a single line that leads to all of them."""
    led = [row for row in rows if row.owner_id != owner.pk]
    each = rows if len(led) <= 1 else [row for row in rows if row.owner_id == owner.pk]
    found = []
    for row in each:
        side, other = _seen_by(owner, row)
        address = reverse(f"facilitation:{said.page}", args=[side, row.pk])
        found.append(Nudge(said.kind, said.one.format(other), address))
    if len(led) > 1:
        several = said.several.format(len(led))
        found.append(Nudge(said.kind, several, reverse("facilitation:clients")))
    return found
