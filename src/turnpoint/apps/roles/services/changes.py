"""Every change keeps what stood there before, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.roles.models import Change, Piece
from turnpoint.errors import BadInput, Conflict, NotFound


@transaction.atomic
def keep(*, owner: User, rows: Sequence[Piece]) -> Change:
    """Check rows against the constraints of the database, save them, and remember what was there.

    Raises ``BadInput`` at the first that cannot be stored; then nothing is saved.
    """
    before = [_image(row) for row in rows]
    for row in rows:
        _store(row)
    for image, row in zip(before, rows, strict=True):
        image["pk"] = row.pk
    return Change.objects.create(owner=owner, before=before)


@transaction.atomic
def undo(*, owner: User, change_id: int) -> Change:
    """Put back what stood there before a change. Undoing the answer does it again.

    Raises ``NotFound`` for a change of somebody else, ``Conflict`` where it was undone already or
    something else has taken the place since.
    """
    change = Change.objects.select_for_update().filter(owner=owner, pk=change_id).first()
    if change is None:
        raise NotFound("There is no such change to take back.")
    if change.undone_at is not None:
        raise Conflict("This was taken back already.")
    rows = [_put_back(owner, image) for image in change.before]
    change.undone_at = timezone.now()
    change.save(update_fields=["undone_at"])
    try:
        with transaction.atomic():
            return keep(owner=owner, rows=rows)
    except (IntegrityError, BadInput) as error:
        message = "Something else has taken its place since. Remove that first, then undo again."
        raise Conflict(message) from error


def _image(row: Piece) -> dict[str, Any]:
    kind = row._meta.model_name
    if row.pk is None:
        return {"kind": kind, "pk": None, "fields": None}
    stored = type(row)._default_manager.get(pk=row.pk)
    fields = {field.attname: getattr(stored, field.attname) for field in row._meta.concrete_fields}
    return {"kind": kind, "pk": row.pk, "fields": fields}


def _put_back(owner: User, image: dict[str, Any]) -> Piece:
    model = apps.get_model("roles", image["kind"])
    row: Any = model._default_manager.get(pk=image["pk"], owner=owner)
    if image["fields"] is None:
        row.trashed_at = timezone.now()
        return row  # type: ignore[no-any-return]  # the model is known by its name only
    for field in model._meta.concrete_fields:
        setattr(row, field.attname, field.to_python(image["fields"][field.attname]))
    return row  # type: ignore[no-any-return]  # the model is known by its name only


def _store(row: Piece) -> None:
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
    row.save()
