"""The facilitator’s own page: whom one facilitates, in the order in which they need something."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from turnpoint.apps.accounts import access
from turnpoint.apps.accounts.models import Grant, User
from turnpoint.apps.facilitation.models import Agreement, Engagement, Session
from turnpoint.apps.facilitation.queries import next_of

SOON = dt.timedelta(days=7)
SIGN, PAST, WEEK, NO_DATE, LATER, WAIT, HELD = range(7)
PLACES = (
    (SIGN, "Your signature"),
    (PAST, "Say who came"),
    (WEEK, "Within a week"),
    (NO_DATE, "No next date"),
    (LATER, "Later"),
    (WAIT, "Their signature"),
    (HELD, "Every session held"),
)


@dataclass(frozen=True, slots=True)
class Client:
    """One person of a facilitator’s page. ``shared`` are the grants that hold now."""

    engagement: Engagement
    place: int
    next_session: Session | None
    sessions: int
    unanswered: int
    shared: tuple[Grant, ...]


def led(*, facilitator: User) -> list[Client]:
    """The people somebody facilitates now: by what they need, and then by when they meet."""
    rows = (
        Engagement.objects.filter(
            facilitator=facilitator, ended_at__isnull=True, owner__is_active=True
        )
        .select_related("owner")
        .prefetch_related("agreements", "sessions")
        .annotate(unanswered=Count("questions", filter=Q(questions__answered_at__isnull=True)))
    )
    grants: dict[int, list[Grant]] = {}
    for grant in access.granted(reader=facilitator).prefetch_related("parts"):
        grants.setdefault(grant.owner_id, []).append(grant)
    clients = [_client(row, tuple(grants.get(row.owner_id, ()))) for row in rows]
    return sorted(clients, key=_order)


def grouped(clients: Sequence[Client]) -> list[tuple[str, list[Client]]]:
    """The same under headings, those with somebody under them."""
    found = [(name, [each for each in clients if each.place == place]) for place, name in PLACES]
    return [(name, some) for name, some in found if some]


def _client(row: Engagement, shared: tuple[Grant, ...]) -> Client:
    sessions = list(row.sessions.all())
    upcoming = next_of(sessions)
    return Client(
        engagement=row,
        place=_place(list(row.agreements.all()), upcoming),
        next_session=upcoming,
        sessions=len(sessions),
        unanswered=getattr(row, "unanswered", 0),
        shared=shared,
    )


def _place(versions: Sequence[Agreement], upcoming: Session | None) -> int:
    latest = max(versions, key=lambda each: each.version)
    if latest.signed_by_facilitator_at is None:
        return SIGN
    if not any(each.in_force for each in versions):
        return WAIT
    if upcoming is None:
        return HELD
    if upcoming.starts_at is None:
        return NO_DATE
    now = timezone.now()
    if upcoming.starts_at + dt.timedelta(minutes=upcoming.minutes) < now:
        return PAST
    return WEEK if upcoming.starts_at <= now + SOON else LATER


def _order(client: Client) -> tuple[int, dt.datetime, str]:
    meeting = client.next_session.starts_at if client.next_session else None
    place = [each for each, _ in PLACES].index(client.place)
    return place, meeting or client.engagement.began_at, client.engagement.owner.shown_name
