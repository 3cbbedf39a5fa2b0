"""A row as JSON says it, and back: dates in ISO 8601, exact numbers as text, bytes in base64."""

from __future__ import annotations

import base64
import datetime as dt
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models

from turnpoint.apps.accounts.sealing import EncryptedJSONField


def plain(value: Any) -> Any:
    """``value`` of a field as JSON can say it without loss."""
    if isinstance(value, (dt.datetime, dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, (Decimal, UUID)):
        return str(value)
    if isinstance(value, (bytes, memoryview)):
        return base64.b64encode(bytes(value)).decode("ascii")
    return value


def stored(field: models.Field[Any, Any], value: Any, row: models.Model) -> Any:
    """The value a field keeps, from what an archive says; raises ``ValidationError``.

    What may be left open in a form may be open here too, so that only what is said is checked.
    """
    if isinstance(field, models.BinaryField) and isinstance(value, str):
        return base64.b64decode(value, validate=True)
    if value is None:
        if not field.null:
            raise ValidationError("is missing")
        return None
    if isinstance(field, (models.JSONField, EncryptedJSONField)):
        return value
    if isinstance(value, (dict, list)):
        raise ValidationError("is no single value")
    if isinstance(value, str) and "\0" in value:
        raise ValidationError("holds a character that cannot be stored")
    if value in field.empty_values:
        return field.to_python(value)
    return field.clean(value, row)
