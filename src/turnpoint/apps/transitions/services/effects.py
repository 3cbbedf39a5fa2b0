"""What each option does to each criterion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from django.db import transaction

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions.models import Criterion, Effect, Option
from turnpoint.apps.transitions.services.storing import hold_open, store


class EffectSaid(TypedDict, total=False):
    low: float | None
    likely: float | None
    high: float | None
    sure: float
    levels: list[str]
    unknown: bool
    source: str
    note: str


@transaction.atomic
def say_effects(
    *, owner: User, transition_id: int, cells: Mapping[tuple[int, int], EffectSaid]
) -> int:
    """Say cells by option and criterion; what is not said of a cell stays. Gives how many."""
    of = hold_open(owner, transition_id)
    live = {"transition": of, "trashed_at__isnull": True}
    options = {row.pk: row for row in Option.objects.filter(**live)}
    criteria = {row.pk: row for row in Criterion.objects.filter(**live)}
    there = Effect.objects.filter(option__in=options, criterion__in=criteria)
    known = {(row.option_id, row.criterion_id): row for row in there}
    stored = 0
    for (option, criterion), said in cells.items():
        if option in options and criterion in criteria:
            empty = Effect(option=options[option], criterion=criteria[criterion])
            store(known.get((option, criterion), empty), said)
            stored += 1
    return stored
