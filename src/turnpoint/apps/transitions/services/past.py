"""Transitions from before: write one down, change it, remove it."""

from __future__ import annotations

from typing import TypedDict, Unpack

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.models import PastTransition
from turnpoint.apps.transitions.services.storing import store


class PastSaid(TypedDict, total=False):
    question: str
    kind: str
    year: int
    chosen: str
    made_hard: str
    how_decided: str
    led_to: str
    again: bool | None


@transaction.atomic
def write_past(*, owner: User, **said: Unpack[PastSaid]) -> PastTransition:
    """Write down a transition of earlier years. Raises ``BadInput``."""
    return store(PastTransition(owner=owner), said)


@transaction.atomic
def change_past(*, owner: User, past_id: int, **said: Unpack[PastSaid]) -> PastTransition:
    return store(queries.past_transition(owner=owner, past_id=past_id), said)


@transaction.atomic
def remove_past(*, owner: User, past_id: int) -> PastTransition:
    """Move it to the trash; ``restore_past`` brings it back."""
    row = queries.past_transition(owner=owner, past_id=past_id)
    return store(row, {"trashed_at": timezone.now()})


@transaction.atomic
def restore_past(*, owner: User, past_id: int) -> PastTransition:
    row = queries.past_transition(owner=owner, past_id=past_id, trashed=True)
    return store(row, {"trashed_at": None})
