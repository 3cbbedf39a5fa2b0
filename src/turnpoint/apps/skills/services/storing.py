"""Checking a row against the constraints of the database before it is saved."""

from __future__ import annotations

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction

from turnpoint.errors import BadInput


def stored(row: models.Model, *, wrong: str = "This cannot be saved as it is.") -> None:
    """Strip its texts, check it, save it. Raises ``BadInput`` at the first thing that is wrong.

    ``wrong`` is said where only the database knows that it cannot be.
    """
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(value, str):
            if "\0" in value:
                message = "A text holds a character that cannot be stored."
                raise BadInput(message, where=field.name)
            setattr(row, field.attname, value.strip())
    try:
        row.full_clean()
    except ValidationError as error:
        where, messages = next(iter(error.message_dict.items()))
        raise BadInput(messages[0], where="" if where == NON_FIELD_ERRORS else where) from error
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise BadInput(wrong) from error
