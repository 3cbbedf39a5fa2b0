"""Keeping totals of a calendar by the groups a person named, and using them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles import calendar_queries, queries
from turnpoint.apps.roles.calendar_tokens import Minutes
from turnpoint.apps.roles.models import CalendarTime, CalendarTotal, Change
from turnpoint.apps.roles.models.activity import LONGEST_NAME
from turnpoint.apps.roles.services.changes import keep
from turnpoint.apps.roles.services.log import spend
from turnpoint.errors import BadInput

NOTHING = "Nothing was named, so nothing was kept. Name what at least one of them counts as."


@transaction.atomic
def keep_totals(*, owner: User, held: HeldRole, read: Minutes, names: Mapping[int, str]) -> Change:
    """Keep the minutes of the groups that were named, by their numbers; the rest is forgotten.

    Totals that were kept before are laid aside, and undo finds them. Raises ``BadInput``.
    """
    minutes: defaultdict[str, int] = defaultdict(int)
    spelt: dict[str, str] = {}
    for number, name in names.items():
        words = " ".join(name.split())
        if len(words) > LONGEST_NAME:
            raise BadInput(f"A name has up to {LONGEST_NAME} characters.")
        if words and number < len(read.minutes):
            key = spelt.setdefault(words.casefold(), words)
            minutes[key] += read.minutes[number]
    named = {name: total for name, total in minutes.items() if total > 0}
    if not named:
        raise BadInput(NOTHING)
    row = CalendarTime(owner=owner, held=held, since=read.since, weeks=read.weeks, days=read.days)
    before = calendar_queries.kept(owner=owner, held=held)
    if before is not None:
        before.time.trashed_at = timezone.now()
    change = keep(owner=owner, rows=[row, *([before.time] if before else [])])
    for name, total in named.items():
        total_row = CalendarTotal(owner=owner, held=held, calendar=row, name=name, minutes=total)
        total_row.full_clean()
        total_row.save()
    return change


@transaction.atomic
def forget_totals(*, owner: User, held: HeldRole) -> Change:
    """Move the totals of a calendar to the trash."""
    found = calendar_queries.kept(owner=owner, held=held)
    if found is None:
        raise BadInput("There are no totals of a calendar.")
    found.time.trashed_at = timezone.now()
    return keep(owner=owner, rows=[found.time])


@transaction.atomic
def use_calendar(*, owner: User, held: HeldRole) -> Change:
    """Give activities the hours of the calendar; the others share what is left as they did before."""
    found = calendar_queries.kept(owner=owner, held=held)
    if found is None:
        raise BadInput("There are no totals of a calendar to use.")
    booked = {each.total.name: each.share for each in found.shares}
    most = max(1.0, sum(booked.values()))
    shares = {name: share / most for name, share in booked.items()}
    there = {name.casefold() for name in shares}
    rest = [
        row
        for row in queries.activities(owner=owner, held=held)
        if row.name.casefold() not in there and row.time > 0
    ]
    time, left = sum(row.time for row in rest), 1 - sum(shares.values())
    shares |= {row.name: left * row.time / time for row in rest}
    return spend(owner=owner, held=held, shares=shares)
