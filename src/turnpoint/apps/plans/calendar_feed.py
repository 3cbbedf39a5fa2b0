"""The calendar feed: its secret address, and what it says.

The address holds 256 bits by chance; only a SHA-256 digest of them is kept and looked up, so that
neither the database nor the time an answer takes tells it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from turnpoint.apps.accounts import sight
from turnpoint.apps.accounts.calendar_dates import DatedThing
from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.time_zone import zone_of
from turnpoint.apps.destinations.experiments.dates import dates as of_experiments
from turnpoint.apps.facilitation.dates import dates as of_sessions
from turnpoint.apps.plans.calendar_text import DISCREET, Entry, calendar_text
from turnpoint.apps.plans.goal_queries import open_goals
from turnpoint.apps.plans.models import CalendarEntry, CalendarFeed
from turnpoint.apps.plans.quarter import Quarter
from turnpoint.apps.plans.week import monday_of
from turnpoint.apps.skills.dates import dates as of_skills
from turnpoint.apps.transitions.dates import dates as of_transitions
from turnpoint.errors import BadInput, NotFound

SECRET_BYTES = 32
KEPT = dt.timedelta(days=30)
"""What is longer ago goes from the calendar."""
WEEKS_AHEAD = 12
REVIEW_MINUTES = 15
NO_FEED = "There is no calendar at this address. It may have been changed or taken away."


@dataclass(frozen=True, slots=True)
class Feed:
    """What a calendar programme is given, and since when it is so."""

    text: bytes
    changed_at: dt.datetime


def feed_of(*, owner: User) -> CalendarFeed | None:
    """The person’s feed, whether it has an address or not; none before the first."""
    return CalendarFeed.objects.filter(owner=owner).first()


@transaction.atomic
def make_address(*, owner: User) -> str:
    """A new secret, which is told this once; the one before it stops working."""
    token = secrets.token_urlsafe(SECRET_BYTES)
    now = timezone.now()
    CalendarFeed.objects.update_or_create(
        owner=owner,
        defaults={"digest": _digest(token), "made_at": now},
        create_defaults={"digest": _digest(token), "made_at": now, "changed_at": now},
    )
    return token


def revoke(*, owner: User) -> None:
    """The address stops working; the names of things stay for a new one."""
    CalendarFeed.objects.filter(owner=owner).update(digest=None)


def say_how(
    *, owner: User, discreet: bool, review_day: int | None, review_at: dt.time | None
) -> None:
    """Whether titles are hidden, and when the weekly review stands in the calendar."""
    if (review_day is None) != (review_at is None):
        raise BadInput(
            "Say both the day and the time of the review, or neither.", where="review_at"
        )
    CalendarFeed.objects.filter(owner=owner).update(
        discreet=discreet, review_day=review_day, review_at=review_at
    )


def feed(*, token: str, site: str) -> Feed:
    """What the feed at a secret address says now. Raises ``NotFound`` for an unknown one."""
    with sight.everyone("a calendar is looked up by the digest of its address"):
        row = CalendarFeed.objects.select_related("owner").filter(digest=_digest(token)).first()
    if row is None or not row.owner.is_active:
        raise NotFound(NO_FEED)
    with sight.seeing(row.owner):
        with timezone.override(zone_of(row.owner.time_zone)):
            things = _things(row)
        entries = _numbered(row, things)
    return Feed(calendar_text(entries, site=site), row.changed_at)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _things(row: CalendarFeed) -> list[DatedThing]:
    """Everything with a date, from a month ago on, as this feed says it."""
    today = timezone.localdate()
    found = [thing for source in SOURCES for thing in source(owner=row.owner)]
    found += [*_quarter(row.owner, today), *_reviews(row, today)]
    kept = [thing for thing in found if _day(thing) >= today - KEPT]
    if row.discreet:
        kept = [replace(thing, title=DISCREET) for thing in kept]
    return sorted(kept, key=lambda thing: (_day(thing), thing.uid))


SOURCES: tuple[Callable[..., Iterable[DatedThing]], ...] = (
    of_experiments,
    of_skills,
    of_transitions,
    of_sessions,
)


def _day(thing: DatedThing) -> dt.date:
    if isinstance(thing.starts, dt.datetime):
        return timezone.localdate(thing.starts)
    return thing.starts


def _quarter(owner: User, today: dt.date) -> list[DatedThing]:
    """The end of the quarter, for whoever has goals in it."""
    goals = open_goals(owner=owner, today=today)
    now = Quarter.of(today)
    if not goals:
        return []
    return [
        DatedThing(
            uid=f"quarter-{now.year}-{now.number}-ends",
            starts=now.ends,
            title="The quarter ends: " + "; ".join(goal.text for goal in goals),
            address=reverse("plans:goals"),
            alarm=dt.timedelta(days=7),
        )
    ]


def _reviews(row: CalendarFeed, today: dt.date) -> list[DatedThing]:
    """The weekly review of this week and the next ones, each by itself: clocks may change between."""
    if row.review_day is None or row.review_at is None:
        return []
    first = monday_of(today)
    days = [first + dt.timedelta(weeks=week, days=row.review_day) for week in range(WEEKS_AHEAD)]
    return [
        DatedThing(
            uid=f"weekly-review-{monday_of(day).isoformat()}",
            starts=timezone.make_aware(dt.datetime.combine(day, row.review_at)),
            title="What did this week move?",
            address=reverse("plans:week"),
            minutes=REVIEW_MINUTES,
            alarm=dt.timedelta(0),
        )
        for day in days
    ]


def _numbered(row: CalendarFeed, things: list[DatedThing]) -> list[Entry]:
    """Each thing with its name, and with how often it has changed since it was first said."""
    try:
        with transaction.atomic():
            kept = _kept(row, things)
    except IntegrityError:  # the same feed was fetched twice at once, and the other was quicker
        with transaction.atomic():
            kept = _kept(row, things)
    return [
        Entry(thing, str(uuid.uuid5(row.space, thing.uid)), known.sequence, known.changed_at)
        for thing in things
        for known in (kept[thing.uid],)
    ]


def _kept(row: CalendarFeed, things: list[DatedThing]) -> dict[str, CalendarEntry]:
    known = {entry.uid: entry for entry in row.entries.all()}
    now = timezone.now().replace(microsecond=0)
    for thing in things:
        content = hashlib.sha256(repr(thing).encode()).hexdigest()
        entry = known.get(thing.uid)
        if entry is None:
            known[thing.uid] = row.entries.create(uid=thing.uid, content=content, changed_at=now)
        elif entry.content != content:
            entry.content, entry.changed_at = content, now
            entry.sequence += 1
            entry.save()
    said = "\n".join(f"{thing.uid} {known[thing.uid].sequence}" for thing in things)
    whole = hashlib.sha256(said.encode()).hexdigest()
    if row.content != whole:
        row.content, row.changed_at = whole, now
        row.save(update_fields=["content", "changed_at"])
    return known
