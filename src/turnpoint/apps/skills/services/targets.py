"""Wanting a skill: from the reality check of the destination, or by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.skills import queries
from turnpoint.apps.skills.models import SkillTarget
from turnpoint.apps.skills.offers import offers, origin_of
from turnpoint.apps.skills.services.storing import stored
from turnpoint.errors import BadInput

TWICE = "You want this skill already. Open it to change what you said."


@transaction.atomic
def want(
    *,
    owner: User,
    name: str,
    required: float,
    weight: float,
    by: dt.date,
    shown: float | None = None,
    **known: Any,
) -> SkillTarget:
    """Want a skill at a level by a date. One that was let go comes back with what was said of it.

    ``known`` says where it comes from (``origin``, ``element_id``, ``destination``), where that is
    known; without, the name is looked up among the facts. Raises ``BadInput`` for one wanted twice.
    """
    clean = " ".join(name.split())
    row = SkillTarget.objects.filter(owner=owner, name__iexact=clean).first()
    if row is not None and row.trashed_at is None:
        raise BadInput(TWICE, where="name")
    row = row or SkillTarget(owner=owner)
    row.trashed_at = None
    said = {"name": clean, "required": required, "weight": weight, "by": by, "shown": shown}
    for field, value in (said | (known or origin_of(clean))).items():
        setattr(row, field, value)
    stored(row, wrong=TWICE)
    return row


@transaction.atomic
def take(*, owner: User, today: dt.date, keys: Collection[str] | None = None) -> list[SkillTarget]:
    """Want what the reality check asks for: those of ``keys``, or everything that is missing."""
    offered = offers(owner=owner, today=today)
    taken = [
        want(
            owner=owner,
            name=each.name,
            required=each.required,
            weight=each.weight,
            by=each.by,
            shown=each.shown,
            origin=each.origin,
            element_id=each.element_id,
            destination=each.destination,
        )
        for each in offered
        if keys is None or each.element_id in keys
    ]
    if not taken:
        raise BadInput("None of these is offered any more. Load the page again.")
    return taken


@transaction.atomic
def change(*, owner: User, target_id: int, **said: Any) -> SkillTarget:
    """Say something else of it: level, date, how much it counts."""
    row = queries.target(owner=owner, target_id=target_id)
    for field, value in said.items():
        setattr(row, field, value)
    stored(row, wrong=TWICE)
    return row


@transaction.atomic
def let_go(*, owner: User, target_ids: Collection[int]) -> None:
    """Want it no longer. What was said of it is kept, and can be taken back."""
    for target_id in target_ids:
        row = queries.target(owner=owner, target_id=target_id)
        row.trashed_at = timezone.now()
        row.save(update_fields=["trashed_at"])


@transaction.atomic
def restore(*, owner: User, target_id: int) -> SkillTarget:
    """Want it again, as it was."""
    row = queries.target(owner=owner, target_id=target_id, trashed=True)
    row.trashed_at = None
    row.save(update_fields=["trashed_at"])
    return row
