"""Ranking activities: begin, choose of a set, go back, use what came out."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles import queries, ranked
from turnpoint.apps.roles.models import Change, ChosenSet, Ranking
from turnpoint.apps.roles.services.changes import keep
from turnpoint.core.role.activity import MOST
from turnpoint.core.role.best_worst import FEWEST, PRIOR_SD
from turnpoint.errors import BadInput, Conflict

FAR = 1.5 * PRIOR_SD
"""The utility of what is loved; less than one in ten activities lies beyond it."""


@transaction.atomic
def begin_ranking(*, owner: User, held: HeldRole, seed: int | None = None) -> Ranking:
    """Begin to rank the activities of a role; an earlier ranking is laid aside, and undo finds it."""
    mine = queries.activities(owner=owner, held=held)
    if len(mine) < FEWEST:
        raise BadInput(f"Ranking takes {FEWEST} activities or more; there are {len(mine)}.")
    seed = secrets.randbelow(2**31) if seed is None else seed
    row = Ranking(owner=owner, held=held, items=[each.pk for each in mine], seed=seed)
    earlier = ranked.ranking_row(owner=owner, held=held)
    if earlier is not None:
        earlier.trashed_at = timezone.now()
        keep(owner=owner, rows=[earlier])
    keep(owner=owner, rows=[row])
    return row


@transaction.atomic
def choose(*, owner: User, held: HeldRole, number: int, best: int, worst: int) -> Change:
    """Say the best and the worst of the set that is shown.

    Raises ``Conflict`` where another set is shown by now, ``BadInput`` for what is not in it.
    """
    found = ranked.ranked(owner=owner, held=held)
    if found is None or number != len(found.choices):
        raise Conflict("This set was answered already. Go on with the one that is shown now.")
    shown = [row.pk for row in found.shown]
    if best not in shown or worst not in shown:
        raise BadInput("Choose the best and the worst of those shown.")
    row = ChosenSet(
        owner=owner,
        held=held,
        ranking=found.row,
        number=number,
        shown=shown,
        best_id=best,
        worst_id=worst,
    )
    return keep(owner=owner, rows=[row])


@transaction.atomic
def go_back(*, owner: User, held: HeldRole) -> Change:
    """Take the last choice back; its set is shown again."""
    found = ranked.ranked(owner=owner, held=held)
    last = found.choices[-1] if found and found.choices else None
    if last is None:
        raise BadInput("There is no choice to take back.")
    last.trashed_at = timezone.now()
    return keep(owner=owner, rows=[last])


@transaction.atomic
def use_as_enjoyment(*, owner: User, held: HeldRole) -> Change:
    """Let each ranked activity feel as its utility, rounded to the five steps.

    ``FAR`` from the average and beyond is the most there is to like or dislike.
    """
    found = ranked.ranked(owner=owner, held=held)
    if found is None or not found.choices:
        raise BadInput("There is nothing ranked yet.")
    for row, utility in zip(found.items, found.utilities.mode.tolist(), strict=True):
        row.enjoyment = round(max(-MOST, min(MOST, MOST * utility / FAR)))
    return keep(owner=owner, rows=list(found.items))
