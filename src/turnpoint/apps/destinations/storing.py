"""Holding a destination while something is written, and checking a row before it is."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries
from turnpoint.apps.destinations.models import Destination
from turnpoint.errors import BadInput


def hold(owner: User, destination_id: int, *, trashed: bool = False) -> Destination:
    """The destination, locked until the transaction ends, so that saves come one after another."""
    found = queries.destination(owner=owner, destination_id=destination_id, trashed=trashed)
    return Destination.objects.select_for_update().get(pk=found.pk)


def store(row: models.Model) -> None:
    """Save a new row. Raises ``BadInput`` naming the field where it cannot be stored."""
    for field in row._meta.concrete_fields:
        if "\0" in str(getattr(row, field.attname)):
            raise BadInput("A text holds a character that cannot be stored.", where=field.name)
    try:
        row.full_clean(validate_unique=False)
    except ValidationError as error:
        where, messages = next(iter(error.message_dict.items()))
        raise BadInput(messages[0], where=where) from error
    row.save(force_insert=True)
