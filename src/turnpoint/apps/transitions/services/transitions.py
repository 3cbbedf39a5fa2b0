"""Open a transition, change what it asks, lay it aside, remove it."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions.models import Option, Status, Transition
from turnpoint.apps.transitions.plain_parts import household_as_stored
from turnpoint.apps.transitions.services.storing import hold, hold_open, store
from turnpoint.core.decision.option import STAY
from turnpoint.errors import Conflict


class TransitionSaid(TypedDict, total=False):
    question: str
    kind: str
    opened: dt.date
    deadline: dt.date | None
    currency: str
    horizon: int
    facts: str
    signals: list[str]
    foreseen: dict[str, Any]


@transaction.atomic
def open_transition(
    *, owner: User, staying: str = "Stay where I am", **said: Unpack[TransitionSaid]
) -> Transition:
    """Open a transition; staying is its first option. Raises ``BadInput``."""
    opened = said.get("opened") or timezone.localdate()
    row = store(Transition(owner=owner, opened=opened), said)
    store(Option(transition=row, slot=0, key=STAY, name=staying, stays=True))
    return row


@transaction.atomic
def change_transition(
    *, owner: User, transition_id: int, **said: Unpack[TransitionSaid]
) -> Transition:
    """Ask it another way, or move the deadline."""
    return store(hold_open(owner, transition_id), said)


@transaction.atomic
def say_household(*, owner: User, transition_id: int, cells: dict[str, Any]) -> Transition:
    """Say some cells of the household’s money; the others stay. ``None`` empties a cell."""
    row = hold_open(owner, transition_id)
    said = {name: value for name, value in (row.household | cells).items() if value is not None}
    return store(row, {"household": household_as_stored(said)})


@transaction.atomic
def lay_aside(*, owner: User, transition_id: int) -> Transition:
    """Leave a transition without a decision; ``take_up`` brings it back."""
    return store(hold_open(owner, transition_id), {"status": Status.ABANDONED})


@transaction.atomic
def take_up(*, owner: User, transition_id: int) -> Transition:
    """Open a transition again that was laid aside, or decided: then the decision stays readable."""
    row = hold(owner, transition_id)
    if row.status == Status.OPEN:
        raise Conflict("This transition is open already.")
    return store(row, {"status": Status.OPEN})


@transaction.atomic
def remove(*, owner: User, transition_id: int) -> Transition:
    """Move a transition to the trash; ``restore`` brings it back."""
    return store(hold(owner, transition_id), {"trashed_at": timezone.now()})


@transaction.atomic
def restore(*, owner: User, transition_id: int) -> Transition:
    """Bring a transition back from the trash, as it was."""
    return store(hold(owner, transition_id, trashed=True), {"trashed_at": None})
