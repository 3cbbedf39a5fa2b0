"""Logging where time went, and taking what came out over as the shares of one’s role."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles import log_queries, queries
from turnpoint.apps.roles.models import Change, LogEntry, RoleActivity
from turnpoint.apps.roles.models.time import MINUTES_A_DAY
from turnpoint.apps.roles.services.activities import FULL, MOST_ACTIVITIES
from turnpoint.apps.roles.services.changes import keep
from turnpoint.errors import BadInput


class EntrySaid(TypedDict):
    day: dt.date
    about: str
    minutes: int
    energy: int | None
    engagement: int | None


@transaction.atomic
def log(*, owner: User, held: HeldRole, **said: Unpack[EntrySaid]) -> Change:
    """Log some minutes of a day. What is no activity of the role stays in the person’s words."""
    return keep(owner=owner, rows=[_said(LogEntry(owner=owner, held=held), said)])


@transaction.atomic
def change_entry(*, owner: User, entry_id: int, **said: Unpack[EntrySaid]) -> Change:
    """Say an entry differently."""
    return keep(owner=owner, rows=[_said(log_queries.entry(owner=owner, entry_id=entry_id), said)])


@transaction.atomic
def remove_entry(*, owner: User, entry_id: int) -> Change:
    """Move an entry to the trash; undoing brings it back."""
    row = log_queries.entry(owner=owner, entry_id=entry_id)
    row.trashed_at = timezone.now()
    return keep(owner=owner, rows=[row])


@transaction.atomic
def use_log(*, owner: User, held: HeldRole, today: dt.date) -> Change:
    """Let the shares that came out of the log be those of the role; own words become activities."""
    found = log_queries.logged(owner=owner, held=held, today=today)
    if found.shares is None:
        raise BadInput(f"Shares need {log_queries.FEWEST_DAYS} logged days or more.")
    means = found.shares.mean.tolist()
    shares = {line.name: mean for line, mean in zip(found.lines, means, strict=True)}
    return spend(owner=owner, held=held, shares=shares)


def spend(*, owner: User, held: HeldRole, shares: Mapping[str, float]) -> Change:
    """Give activities their share of the week by name; a name that is none yet becomes one."""
    whole = queries.week(owner=owner, held=held).whole
    mine = {row.name.casefold(): row for row in queries.activities(owner=owner, held=held)}
    new = [name for name in shares if name.casefold() not in mine]
    if len(mine) + len(new) > MOST_ACTIVITIES:
        raise BadInput(FULL)
    for name in new:
        mine[name.casefold()] = RoleActivity(owner=owner, held=held, name=name)
    rows = []
    for name, share in shares.items():
        row = mine[name.casefold()]
        row.time = round(share * whole, 1)
        rows.append(row)
    return keep(owner=owner, rows=rows)


def _said(row: LogEntry, said: EntrySaid) -> LogEntry:
    words = " ".join(said["about"].split())
    mine = queries.activities(owner=row.owner, held=row.held)
    row.activity = next((each for each in mine if each.name.casefold() == words.casefold()), None)
    row.words = "" if row.activity else words
    row.day, row.minutes = said["day"], said["minutes"]
    row.energy, row.engagement = said["energy"], said["engagement"]
    same_day = LogEntry.objects.filter(
        owner=row.owner, held=row.held, day=row.day, trashed_at__isnull=True
    ).exclude(pk=row.pk)
    if sum(same_day.values_list("minutes", flat=True)) + row.minutes > MINUTES_A_DAY:
        raise BadInput("With this the day would have more than 24 hours.", where="minutes")
    return row
