"""What every service needs: hold a transition, find a free place and key, store a checked row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.models import Status, Transition
from turnpoint.apps.transitions.models.transition import LONGEST_KEY
from turnpoint.errors import BadInput, Conflict

R = TypeVar("R", bound=models.Model)

DECIDED = (
    "This was decided, and its file is as it was on that day. Reopen the transition to change it; "
    "what was recorded stays readable."
)


def hold(owner: User, transition_id: int, *, trashed: bool = False) -> Transition:
    """The transition, locked until the transaction ends, so that changes come one by one."""
    found = queries.transition(owner=owner, transition_id=transition_id, trashed=trashed)
    return Transition.objects.select_for_update().get(pk=found.pk)


def hold_open(owner: User, transition_id: int) -> Transition:
    """The same, for a change of its file. Raises ``Conflict`` once it is decided."""
    found = hold(owner, transition_id)
    if found.status in {Status.DECIDED, Status.REVIEWED}:
        raise Conflict(DECIDED)
    return found


def store(row: R, said: Any = None) -> R:
    """Set what was said, check it against the constraints of the database, and save."""
    for name, value in dict(said or {}).items():
        setattr(row, name, value.strip() if isinstance(value, str) else value)
    for field in row._meta.concrete_fields:
        if "\0" in str(getattr(row, field.attname)):
            raise BadInput("A text holds a character that cannot be stored.", where=field.name)
    try:
        row.full_clean(validate_unique=False)
    except ValidationError as error:
        where, messages = next(iter(error.message_dict.items()))
        raise BadInput(messages[0], where="" if where == "__all__" else where) from error
    row.save()
    return row


def free_key(name: str, taken: Iterable[str], *, otherwise: str) -> str:
    """A key that says the name and that nothing else has, not even what was removed."""
    known = set(taken)
    base = slugify(name).replace("_", "-").strip("-")[: LONGEST_KEY - 4].strip("-") or otherwise
    tries = (base, *(f"{base}-{number}" for number in range(2, 999)))
    return next(key for key in tries if key not in known)


def free_slot(taken: Iterable[int], *, places: int, full: str) -> int:
    """The first place that nothing stands in. Raises ``BadInput`` where there is none."""
    known = set(taken)
    for place in range(places):
        if place not in known:
            return place
    raise BadInput(full)
