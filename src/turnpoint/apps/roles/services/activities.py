"""What a person does with the activities of the present role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.occupations.queries import market
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles import queries
from turnpoint.apps.roles.models import Change, RoleActivity
from turnpoint.apps.roles.models.activity import Unit
from turnpoint.apps.roles.services.changes import keep
from turnpoint.core.role.guess import leads
from turnpoint.errors import BadInput

MOST_ACTIVITIES = 24
FULL = (
    f"A role holds up to {MOST_ACTIVITIES} activities; more blur the picture. Put two that feel "
    "alike together, or remove one."
)


class ActivitySaid(TypedDict, total=False):
    name: str
    code: str
    time: float
    enjoyment: int | None
    strength: int | None
    wanted: str
    leading: bool | None
    repeatable: bool | None


@transaction.atomic
def add_activity(*, owner: User, held: HeldRole, **said: Unpack[ActivitySaid]) -> RoleActivity:
    """Add an activity in one's own words. Raises ``BadInput``."""
    _room(owner, held, 1)
    row = RoleActivity(owner=owner, held=held, **said)
    keep(owner=owner, rows=[row])
    return row


@transaction.atomic
def pick_activities(*, owner: User, held: HeldRole, codes: Sequence[str]) -> Change:
    """Add activities of the facts by their codes; those that are there already are left alone."""
    names = market().activities.names
    unknown = [code for code in codes if code not in names]
    if unknown:
        raise BadInput(f"There is no activity “{unknown[0]}” among the facts.", where="code")
    there = {row.name.casefold() for row in queries.activities(owner=owner, held=held)}
    new = [code for code in dict.fromkeys(codes) if names[code].casefold() not in there]
    _room(owner, held, len(new))
    rows = [
        RoleActivity(
            owner=owner, held=held, name=names[code][:120], code=code, leading=leads(code) or None
        )
        for code in new
    ]
    return keep(owner=owner, rows=rows)


@transaction.atomic
def change_activity(*, owner: User, activity_id: int, **said: Unpack[ActivitySaid]) -> Change:
    """Say an activity differently."""
    return keep(
        owner=owner, rows=[_said(queries.activity(owner=owner, activity_id=activity_id), said)]
    )


@transaction.atomic
def change_activities(*, owner: User, held: HeldRole, said: Mapping[int, ActivitySaid]) -> Change:
    """Say several at once; those that are not named stay as they are."""
    rows = queries.activities(owner=owner, held=held)
    return keep(owner=owner, rows=[_said(row, said[row.pk]) for row in rows if row.pk in said])


@transaction.atomic
def remove_activity(*, owner: User, activity_id: int) -> Change:
    """Move an activity to the trash; undoing brings it back."""
    row = queries.activity(owner=owner, activity_id=activity_id)
    row.trashed_at = timezone.now()
    return keep(owner=owner, rows=[row])


@transaction.atomic
def come_to_whole(*, owner: User, held: HeldRole) -> Change:
    """Keep the proportions of the times and let them come to the whole of the week."""
    rows = queries.activities(owner=owner, held=held)
    total = sum(row.time for row in rows)
    if not total:
        raise BadInput("No time is said yet, so there is nothing to spread.")
    whole = queries.week(owner=owner, held=held).whole
    for row in rows:
        row.time = round(row.time * whole / total, 2)
    return keep(owner=owner, rows=rows)


@transaction.atomic
def set_week(*, owner: User, held: HeldRole, hours: float, unit: str) -> Change:
    """Say how long the week is and in which unit time is said; times said so far are converted."""
    row = queries.week(owner=owner, held=held)
    before = row.whole
    row.hours, row.unit = hours, Unit(unit) if unit in Unit.values else unit
    rows = queries.activities(owner=owner, held=held)
    for each in rows:
        each.time = round(each.time * row.whole / before, 2)
    return keep(owner=owner, rows=[row, *rows])


def _said(row: RoleActivity, said: Mapping[str, Any]) -> RoleActivity:
    for name, value in said.items():
        setattr(row, name, value)
    return row


def _room(owner: User, held: HeldRole, wanted: int) -> None:
    if len(queries.activities(owner=owner, held=held)) + wanted > MOST_ACTIVITIES:
        raise BadInput(FULL)
