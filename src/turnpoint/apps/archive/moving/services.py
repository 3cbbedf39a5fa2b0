"""Moving a whole workspace from one database to another: every row, compared field by field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.management import call_command
from django.db import DatabaseError, connections, transaction

from turnpoint.apps.archive.moving import comparing, copying, ends
from turnpoint.apps.archive.moving.tables import MovedTable, moved_tables
from turnpoint.errors import CannotServe

Progress = Callable[[int, int, str], None]
"""Told what is done, of how much, and what is being done."""


@dataclass(frozen=True, slots=True)
class Moved:
    """``rows[label]`` of each table with any; ``fields`` that were compared; ``left`` behind."""

    rows: dict[str, int]
    fields: int
    left: tuple[str, ...]

    @property
    def all(self) -> int:
        return sum(self.rows.values())


def move(target: dict[str, Any], progress: Progress) -> Moved:
    """Copy the database in use into the empty ``target``, and compare all of it.

    Nobody can write to the source meanwhile, and nothing in it is changed. Raises ``Conflict``
    where ``target`` is not empty or a row does not fit, ``CannotServe`` where a database does not
    answer; ``target`` is then as empty as it was.
    """
    tables = moved_tables()
    try:
        with (
            ends.whole_or_not_at_all(target),
            ends.one_moment_of_the_source([table.name for table in tables]),
        ):
            call_command("migrate", interactive=False, verbosity=0)
            return _move(tables, progress)
    except DatabaseError as error:
        reason = str(error).partition("\n")[0].rstrip(".")
        raise CannotServe(
            f"Nothing was moved, and nothing here was changed: {reason}. That database is as empty "
            "as before; put right what is said here, and move again."
        ) from error


def _move(tables: tuple[MovedTable, ...], progress: Progress) -> Moved:
    counts = {table: table.rows(ends.SOURCE).count() for table in tables}
    total = 2 * sum(counts.values())
    done = 0

    def told(what: str) -> Callable[[int], None]:
        def tell(rows: int) -> None:
            nonlocal done
            done += rows
            progress(done, total, what)

        return tell

    with transaction.atomic():
        copying.copy(tables, told("copying"))
    compared = {table: comparing.compare(table, told("comparing")) for table in tables}
    return Moved(
        rows={table.label: rows for table, rows in compared.items() if rows},
        fields=sum(rows * len(table.fields) for table, rows in compared.items()),
        left=_left(tables),
    )


def _left(tables: tuple[MovedTable, ...]) -> tuple[str, ...]:
    """Tables of the source that this version does not know, such as another program’s."""
    known = {table.name for table in tables} | {"django_migrations"}
    here = connections[ends.SOURCE]
    with here.cursor() as cursor:
        found = here.introspection.get_table_list(cursor)
    return tuple(sorted({each.name for each in found if each.type in "tp"} - known))
