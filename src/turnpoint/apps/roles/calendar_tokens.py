"""What the second page of a calendar import gets back: minutes by number, signed, never a title."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.core import signing

from turnpoint.apps.accounts.models import User
from turnpoint.apps.roles.calendar_reading import CalendarRead
from turnpoint.errors import BadInput

MOST_AGE = dt.timedelta(hours=2)
MOST_GROUPS = 120
"""Titles shown one by one; the rest, each of little time, can only be left out."""
EXPIRED = "This page lay open too long, or was changed on the way. Choose the calendar again."


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of each group, in the order they were shown."""

    since: dt.date
    weeks: int
    days: int
    minutes: tuple[int, ...]


def sealed(read: CalendarRead, *, owner: User) -> str:
    """Signed for one person."""
    minutes = [round(group.minutes) for group in read.tally.groups[:MOST_GROUPS]]
    said = [read.since.isoformat(), read.weeks, read.tally.days, minutes]
    return signing.dumps(said, salt=_salt(owner))


def opened(token: str, *, owner: User) -> Minutes:
    """Raises ``BadInput`` for what was not signed for this person in the last two hours."""
    try:
        since, weeks, days, minutes = signing.loads(token, salt=_salt(owner), max_age=MOST_AGE)
    except signing.BadSignature as error:
        raise BadInput(EXPIRED) from error
    return Minutes(dt.date.fromisoformat(since), weeks, days, tuple(minutes))


def _salt(owner: User) -> str:
    return f"roles.calendar.{owner.pk}"
