"""Writing down what would bring a skill: a project, a course, a rotation, somebody’s time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.skills import opportunity_queries as queries
from turnpoint.apps.skills.models import Opportunity, OpportunityLevel
from turnpoint.apps.skills.queries import target
from turnpoint.apps.skills.services.storing import stored
from turnpoint.core.planning.schedule import refuse_circles
from turnpoint.errors import BadInput, Conflict

TWICE = "There is an opportunity of this name already."


def add(
    *,
    owner: User,
    levels: Mapping[int, float],
    after: Collection[int] = (),
    **said: Any,
) -> Opportunity:
    """Write one down. ``levels``: the level it leads each skill to, by the key of the skill.

    Costs are in the currency of the profile. Raises ``BadInput`` where it cannot be so, or where
    opportunities would wait for one another.
    """
    said.setdefault("currency", profiles.profile(owner=owner).currency)
    return _said(owner, Opportunity(owner=owner), levels, after, said)


def change(
    *,
    owner: User,
    opportunity_id: int,
    levels: Mapping[int, float],
    after: Collection[int] = (),
    **said: Any,
) -> Opportunity:
    """Say something else of it."""
    row = queries.opportunity(owner=owner, opportunity_id=opportunity_id)
    said.setdefault("currency", profiles.profile(owner=owner).currency)
    return _said(owner, row, levels, after, said)


@transaction.atomic
def _said(
    owner: User,
    row: Opportunity,
    levels: Mapping[int, float],
    after: Collection[int],
    said: Mapping[str, Any],
) -> Opportunity:
    for field, value in said.items():
        setattr(row, field, value)
    stored(row, wrong=TWICE)
    row.levels.all().delete()
    for target_id, level in levels.items():
        skill = target(owner=owner, target_id=target_id)
        stored(OpportunityLevel(opportunity=row, target=skill, level=level))
    row.after.set(queries.opportunity(owner=owner, opportunity_id=key) for key in after)
    try:
        refuse_circles([each.value() for each in queries.opportunities(owner=owner)])
    except BadInput as error:
        raise BadInput(str(error), where="after") from error
    return row


@transaction.atomic
def remove(*, owner: User, opportunity_id: int) -> Opportunity:
    """Think of it no longer; it can be taken back."""
    row = queries.opportunity(owner=owner, opportunity_id=opportunity_id)
    row.trashed_at = timezone.now()
    row.save(update_fields=["trashed_at"])
    return row


@transaction.atomic
def restore(*, owner: User, opportunity_id: int) -> Opportunity:
    """Think of it again, as it was. Raises ``Conflict`` where another has its name since."""
    row = queries.opportunity(owner=owner, opportunity_id=opportunity_id, trashed=True)
    row.trashed_at = None
    try:
        with transaction.atomic():
            row.save(update_fields=["trashed_at"])
    except IntegrityError as error:
        raise Conflict(TWICE) from error
    return row


@transaction.atomic
def finish(*, owner: User, opportunity_id: int, on: dt.date) -> Opportunity:
    """It is done: nothing is planned for it any more, and what waited for it can begin."""
    return _done(owner, opportunity_id, on)


@transaction.atomic
def reopen(*, owner: User, opportunity_id: int) -> Opportunity:
    """It is not done after all."""
    return _done(owner, opportunity_id, None)


def _done(owner: User, opportunity_id: int, on: dt.date | None) -> Opportunity:
    row = queries.opportunity(owner=owner, opportunity_id=opportunity_id)
    row.done_on = on
    row.save(update_fields=["done_on"])
    return row
