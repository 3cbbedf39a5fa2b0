"""Restoring an archive, and erasing a person: each whole, or not at all."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, models, transaction
from django.utils import timezone

from turnpoint.apps.accounts import sight
from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive import queries
from turnpoint.apps.archive.contents import LEFT_OUT, Table, of_ours, tables
from turnpoint.apps.archive.models import Receipt
from turnpoint.apps.archive.reading import Archive
from turnpoint.apps.archive.references import REFERENCES
from turnpoint.apps.archive.rows import stored
from turnpoint.apps.archive.writing import KEY
from turnpoint.errors import BadFile, Conflict

Keys = dict[str, dict[int, Any]]
CIRCLE = "names rows in a circle"


@transaction.atomic
def restore(*, owner: User, archive: Archive) -> int:
    """Write everything of ``archive`` for ``owner``; gives how many rows that were.

    Raises ``Conflict`` where something is here already: two lives are not mixed. Raises
    ``BadFile``, and writes nothing, where a row does not fit the tables or their rules.
    """
    if not is_empty(owner=owner):
        raise Conflict(
            "Something is written here already, and an archive is restored into an empty "
            "workspace only, so that nothing of the two is mixed. Erase this one first, or start "
            "another with --data-dir."
        )
    keys: Keys = {}
    try:
        with transaction.atomic():
            for table in tables():
                _restore_table(table, archive.tables.get(table.label, []), owner, keys)
    except (IntegrityError, DataError, OverflowError) as error:
        message = "This archive contradicts itself, so that nothing of it was restored."
        raise BadFile(message) from error
    for name, value in archive.person.items():
        setattr(owner, name, value)
    owner.save(update_fields=list(archive.person))
    return archive.rows


def is_empty(*, owner: User) -> bool:
    """Whether the person has written nothing so far."""
    return not any(table.rows(owner).exists() for table in tables())


def _restore_table(table: Table, rows: list[dict[str, Any]], owner: User, keys: Keys) -> None:
    mine = keys.setdefault(table.label, {})
    _check_numbers(table, rows)
    own = [field.name for field in table.fields if field.related_model is table.model]
    there = {row[KEY] for row in rows}
    waiting: dict[int, list[int]] = {}
    for first in range(1, len(rows) + 1):  # in their order, so that keys sort as they did
        ready = [first]
        while ready:
            place = ready.pop()
            said = rows[place - 1]
            named = [said[name] for name in own if said.get(name) in there]
            if missing := [number for number in named if number not in mine]:
                waiting.setdefault(missing[0], []).append(place)
                continue
            row = _row(table, place, said, owner, keys)
            # As it was: what fills dates by itself would write today's.
            row.save_base(raw=True, force_insert=True)
            mine[said[KEY]] = row.pk
            ready += reversed(waiting.pop(said[KEY], []))
    if waiting:
        raise _misfit(table, min(min(places) for places in waiting.values()), CIRCLE)


def _check_numbers(table: Table, rows: list[dict[str, Any]]) -> None:
    """Each row has a number of its own, and names others by numbers."""
    keys = [field.name for field in table.fields if field.is_relation]
    seen: set[int] = set()
    for place, row in enumerate(rows, 1):
        if not isinstance(row.get(KEY), int) or row[KEY] in seen:
            raise _misfit(table, place, "has no number of its own")
        seen.add(row[KEY])
        for name in keys:
            if not isinstance(row.get(name), int | None):
                raise _misfit(table, place, f"has a “{name}” that cannot be")


def _row(table: Table, place: int, said: dict[str, Any], owner: User, keys: Keys) -> models.Model:
    fields = {field.name: field for field in table.fields}
    if unknown := sorted(set(said) - set(fields) - {KEY}):
        raise _misfit(table, place, f"says “{unknown[0]}”, which this version does not know")
    row = table.model()
    if any(field.name == "owner" for field in table.model._meta.concrete_fields):
        row.owner = owner  # type: ignore[attr-defined]  # the model has it: see the line above
    for name, value in said.items():
        if name == KEY:
            continue
        field = fields[name]
        try:
            setattr(row, field.attname, _value(table, field, value, row, keys))
        except (ValidationError, ValueError, TypeError, KeyError, LookupError) as error:
            raise _misfit(table, place, f"has a “{name}” that cannot be") from error
    return row


def _value(table: Table, field: Any, value: Any, row: models.Model, keys: Keys) -> Any:
    if field.is_relation:
        if value is None and field.null:
            return None
        return keys[field.related_model._meta.label][value]
    if reference := REFERENCES.get(f"{table.label}.{field.name}"):
        return reference.put(value, lambda label, key: keys.get(label, {}).get(key))
    return stored(field, value, row)


def _misfit(table: Table, place: int, why: str) -> BadFile:
    name = table.model._meta.verbose_name
    return BadFile(
        f"This archive cannot be restored: in {table.label}, row {place} ({name}) {why}. "
        "Nothing was changed."
    )


def erase(*, owner: User) -> Receipt:
    """Remove everything of a person for good, the account too; only the receipt stays.

    Parents go first: what may never be changed goes along with what it belongs to, and only so.
    """
    # What others have from this person, such as a remark or a receipt, loses its name by it.
    with sight.everyone("erasing somebody reaches what others have of them"), transaction.atomic():
        found = [
            (table, list(table.rows(owner).values_list("pk", flat=True))) for table in tables()
        ]
        for table, keys in found:
            _remove_what_hangs_on(table, keys)
            rows = table.model._base_manager.filter(pk__in=keys)
            rows._raw_delete(rows.db)
        _end_sessions(owner)
        owner.delete()
        receipt = Receipt.objects.create(
            erased_at=timezone.now(), rows={table.label: len(keys) for table, keys in found if keys}
        )
    _leave_no_trace()
    return receipt


def _remove_what_hangs_on(table: Table, keys: list[Any]) -> None:
    """Rows of tables that stay behind, such as what a facilitator noted about an engagement."""
    for model in of_ours():
        if model._meta.label in LEFT_OUT:
            for field in model._meta.concrete_fields:
                if field.related_model is table.model:
                    model._base_manager.filter(**{f"{field.name}__in": keys}).delete()


@transaction.atomic
def empty_trash() -> int:
    """Remove for good what was removed longer ago than it is kept; gives how many rows went."""
    gone = 0
    for table in queries.with_trash():
        old = table.model._base_manager.filter(trashed_at__lt=queries.gone_since())
        gone += old.delete()[0]
    return gone


def _end_sessions(owner: User) -> None:
    """A session holds what was told last, such as the title of what was removed."""
    for session in Session.objects.all():
        if session.get_decoded().get("_auth_user_id") == str(owner.pk):
            session.delete()


def _leave_no_trace() -> None:
    """Overwrite what SQLite keeps of removed rows in free pages and in the log beside the file."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
