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
from turnpoint.apps.facilitation.models import Agreement, Engagement, Question, Session

SIGNATURES = ("engagement_id", "version", "signed_by_person_at", "signed_by_facilitator_at")


def _running(person: User) -> list[Engagement]:
    """What somebody sits in, on either chair, while it runs and both accounts are open."""
    mine = Q(owner=person) | Q(facilitator=person)
    rows = Engagement.objects.filter(mine, ended_at__isnull=True, owner__is_active=True)
    return list(rows.select_related("owner"))


def _to_come(given: Sequence[Engagement]) -> list[Session]:
    """Their sessions that are still to come, with a date or without."""
    return list(Session.objects.filter(engagement__in=given, attended=Session.Attended.OPEN))


def _seen_by(person: User, given: Engagement) -> tuple[str, str]:
    """On which side somebody sits, and who sits opposite."""
    if given.owner_id == person.pk:
        return "mine", given.facilitator_name
    return "led", given.owner.shown_name


def dates(*, owner: User) -> list[DatedThing]:
    """Sessions to come that have a date, for the calendar feed."""
    running = _running(owner)
    return _dated(owner, running, _to_come(running))


def _dated(
    owner: User, running: Sequence[Engagement], to_come: Sequence[Session]
) -> list[DatedThing]:
    engagements = {row.pk: row for row in running}
    found = []
    for row in to_come:
        if row.starts_at is None:
            continue
        side, other = _seen_by(owner, engagements[row.engagement_id])
        found.append(
            DatedThing(
                uid=f"facilitation-session-{row.pk}",
                starts=row.starts_at,
                title=f"Session {row.number} with {other}",
                address=reverse("facilitation:session", args=[side, row.engagement_id, row.number]),
                minutes=row.minutes,
                alarm=BEFORE,
            )
        )
    return found


def nudges(*, owner: User, today: dt.date) -> list[Nudge]:
    """A session soon, a question to answer, a process with no next date, and who asks one to sign."""
    running = _running(owner)
    if not running:
        return []
    to_come = _to_come(running)
    return [
        *_soon(_dated(owner, running, to_come), today),
        *_asked([row for row in running if row.owner_id == owner.pk]),
        *_without_a_date(owner, running, to_come),
        *_to_sign(owner, running),
    ]


def _soon(dated: Sequence[DatedThing], today: dt.date) -> list[Nudge]:
    found = []
    for thing in dated:
        starts = thing.starts if isinstance(thing.starts, dt.datetime) else timezone.now()
        on = timezone.localdate(starts)
        if on <= today + dt.timedelta(days=2):
            found.append(Nudge("session", thing.title, thing.address, by=on))
    return found


def _asked(mine: Sequence[Engagement]) -> list[Nudge]:
    rows = Question.objects.filter(engagement__in=mine, answered_at__isnull=True)
    return [
        Nudge(
            "question",
            row.text,
            reverse("facilitation:questions", args=["mine", row.engagement_id]),
        )
        for row in rows.only("engagement_id", "text").order_by("asked_at")[:1]
    ]


def _without_a_date(
    owner: User, running: Sequence[Engagement], to_come: Sequence[Session]
) -> list[Nudge]:
    """A process that has sessions to come and no date for any of them tends to end there."""
    dated = {row.engagement_id for row in to_come if row.starts_at}
    open_ones = {row.engagement_id for row in to_come} - dated
    return _each_or_all(
        owner,
        [row for row in running if row.pk in open_ones],
        Said(
            "no date", "engagement", "When do you and {} meet next?", "{} people have no next date"
        ),
    )


def _to_sign(owner: User, running: Sequence[Engagement]) -> list[Nudge]:
    """Somebody asks one to facilitate, or proposed other words, and has signed already."""
    signed = Agreement.objects.filter(engagement__in=running).order_by("version")
    latest = {row.engagement_id: row for row in signed.only(*SIGNATURES)}
    found = []
    for row in running:
        mine = row.owner_id == owner.pk
        each = latest[row.pk]
        if (each.signed_by_person_at if mine else each.signed_by_facilitator_at) is None:
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
