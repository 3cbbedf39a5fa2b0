"""Putting another role beside one's own, and saying what its time is spent on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.occupations.queries import market
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles import queries
from turnpoint.apps.roles.guessing import guesses
from turnpoint.apps.roles.models import Change, OtherActivity, OtherRole
from turnpoint.apps.roles.models.other import MOST_OTHERS
from turnpoint.apps.roles.services.changes import keep
from turnpoint.core.role.activity import Share
from turnpoint.errors import BadInput

FULL = f"Up to {MOST_OTHERS} roles stand beside yours. Remove one that you would not take first."
MOST_NEW = 24


@transaction.atomic
def put_beside(
    *,
    owner: User,
    held: HeldRole,
    name: str,
    origin: str,
    words: str = "",
    occupation_code: str = "",
) -> OtherRole:
    """Put a role beside the present one; where its occupation is known, its time is guessed.

    Raises ``BadInput`` where four stand there already.
    """
    taken = {row.slot for row in queries.others(owner=owner, held=held)}
    free = next((slot for slot in range(MOST_OTHERS) if slot not in taken), None)
    if free is None:
        raise BadInput(FULL)
    row = OtherRole(
        owner=owner,
        held=held,
        name=name,
        origin=origin,
        words=words,
        occupation_code=occupation_code,
        slot=free,
    )
    keep(owner=owner, rows=[row])
    if occupation_code:
        mine = queries.activities(owner=owner, held=held)
        for guess in guesses(market(), occupation_code, mine):
            guess.owner, guess.held, guess.other = owner, held, row
            guess.full_clean()
            guess.save()
    return row


@transaction.atomic
def remove_other(*, owner: User, other_id: int) -> Change:
    """Take a role away again; undoing brings it back with all that was said."""
    row = queries.other(owner=owner, other_id=other_id)
    row.trashed_at = timezone.now()
    return keep(owner=owner, rows=[row])


@transaction.atomic
def answer(
    *,
    owner: User,
    other_id: int,
    shares: Mapping[int, Share | None],
    new: Mapping[int, Mapping[str, Any]] | None = None,
) -> Change:
    """Say shares of one's own activities by their keys, and of what is new there by its keys.

    ``None`` stands for unknown. ``new`` may hold ``share`` and ``enjoyment``.
    """
    other = queries.other(owner=owner, other_id=other_id)
    mine = {row.pk: row for row in queries.activities(owner=owner, held=other.held)}
    there = queries.activities_there(owner=owner, other=other)
    stored = {row.activity_id: row for row in there if row.activity_id}
    rows = []
    for key, share in shares.items():
        if key not in mine:
            raise BadInput("This activity is no longer among yours. Load the page again.")
        row = stored.get(key) or OtherActivity(
            owner=owner, held=other.held, other=other, activity=mine[key], name=mine[key].name
        )
        rows.append(_with_share(row, share))
    only_there = {row.pk: row for row in there if not row.activity_id}
    for key, said in (new or {}).items():
        if key not in only_there:
            raise BadInput("This activity is no longer in that role. Load the page again.")
        row = only_there[key]
        if "share" in said:
            row = _with_share(row, said["share"])
        if "enjoyment" in said:
            row.enjoyment = said["enjoyment"]
        rows.append(row)
    return keep(owner=owner, rows=rows)


@transaction.atomic
def add_there(
    *,
    owner: User,
    other_id: int,
    name: str,
    share: Share | None = None,
    enjoyment: int | None = None,
    leading: bool | None = None,
    repeatable: bool | None = None,
) -> Change:
    """Something the other role would bring that one does not do today."""
    other = queries.other(owner=owner, other_id=other_id)
    there = queries.activities_there(owner=owner, other=other)
    if sum(not row.activity_id for row in there) >= MOST_NEW:
        raise BadInput("That role holds as many new activities as can be told apart.")
    row = OtherActivity(
        owner=owner,
        held=other.held,
        other=other,
        name=name,
        enjoyment=enjoyment,
        leading=leading,
        repeatable=repeatable,
    )
    return keep(owner=owner, rows=[_with_share(row, share)])


@transaction.atomic
def remove_there(*, owner: User, other_id: int, there_id: int) -> Change:
    """Take something new out of the other role."""
    row = queries.activity_there(owner=owner, other_id=other_id, there_id=there_id)
    row.trashed_at = timezone.now()
    return keep(owner=owner, rows=[row])


def _with_share(row: OtherActivity, share: Share | None) -> OtherActivity:
    row.low, row.high = share if share is not None else (None, None)
    row.said = True
    return row
