"""Writing every row into the empty database, past the triggers that keep rows as they are."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connection, connections, models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from turnpoint.apps.archive.moving.ends import SOURCE
from turnpoint.apps.archive.moving.tables import MovedTable, Row
from turnpoint.errors import Conflict

Told = Callable[[int], None]


def copy(tables: tuple[MovedTable, ...], told: Told) -> None:
    """Write the rows of the source into the database in use, and go on counting keys as it did.

    ``told`` hears how many rows were written. Raises ``Conflict`` where a row does not fit.
    """
    with without_triggers():
        for table in tables:
            # What migrations wrote by themselves, such as permissions, is in the source as well.
            models.QuerySet(table.model, using=DEFAULT_DB_ALIAS)._raw_delete(DEFAULT_DB_ALIAS)
        for table in tables:
            for heap in table.heaps(SOURCE):
                _write(table, heap)
                told(len(heap))
        connection.check_constraints()  # on PostgreSQL now, not at the end
        _go_on_counting(tables)


def _write(table: MovedTable, heap: list[Row]) -> None:
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in table.fields)
    places = ", ".join(["%s"] * len(table.fields))
    insert = f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({places})"  # noqa: S608  # names of our own
    prepared = [table.prepared(row, DEFAULT_DB_ALIAS) for row in heap]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(insert, prepared)
    except (DatabaseError, ValueError) as error:
        raise Conflict(_misfit(table, heap, insert, prepared)) from error


def _misfit(table: MovedTable, heap: list[Row], insert: str, prepared: list[list[Any]]) -> str:
    """Which row of a heap does not fit, and why: written again one by one."""
    for row, values in zip(heap, prepared, strict=True):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(insert, values)
        except (DatabaseError, ValueError) as error:
            why = str(error).partition("\n")[0]
            return (
                f"The row {row[table.key]} of {table.label} does not fit into that database: "
                f"{why}. Nothing was moved, and nothing here was changed."
            )
    return f"Rows of {table.label} do not fit into that database together. Nothing was moved."


@contextlib.contextmanager
def without_triggers() -> Iterator[None]:
    """Let rows be written that triggers would refuse, since they come in no order of theirs."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
            )
            tables = [name for (name,) in cursor.fetchall()]
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            yield
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        else:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
            for name, _ in triggers:
                cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(name)}")
            yield
            for _, sql in triggers:
                cursor.execute(sql)


def _go_on_counting(tables: tuple[MovedTable, ...]) -> None:
    """A key that was given once is not given again, even where its row is gone."""
    counted = _counters(connections[SOURCE], tables)
    here = _counters(connection, tables)
    with connection.cursor() as cursor:
        for table in tables:
            if not (last := max(counted.get(table.name, 0), _highest(table))):
                continue
            if connection.vendor == "postgresql":
                cursor.execute(
                    "SELECT setval(pg_get_serial_sequence(%s, %s), %s)",
                    [table.name, table.fields[table.key].column, last],
                )
            elif table.name in here:
                cursor.execute(
                    "UPDATE sqlite_sequence SET seq = %s WHERE name = %s", [last, table.name]
                )
            else:
                cursor.execute("INSERT INTO sqlite_sequence VALUES (%s, %s)", [table.name, last])


def _highest(table: MovedTable) -> int:
    if not _counts(table):
        return 0
    found = models.QuerySet(table.model, using=SOURCE).aggregate(last=models.Max("pk"))
    return int(found["last"] or 0)


def _counts(table: MovedTable) -> bool:
    return isinstance(table.fields[table.key], models.AutoField)


def _counters(there: BaseDatabaseWrapper, tables: tuple[MovedTable, ...]) -> dict[str, int]:
    """The last key that each table gave, by its name."""
    with there.cursor() as cursor:
        if there.vendor == "sqlite":
            cursor.execute("SELECT name, seq FROM sqlite_sequence")
            return dict(cursor.fetchall())
        found = {}
        for table in filter(_counts, tables):
            column = table.fields[table.key].column
            cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [table.name, column])
            (sequence,) = cursor.fetchone()
            cursor.execute(
                f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}"  # noqa: S608  # as PostgreSQL quotes it
            )
            (found[table.name],) = cursor.fetchone()
        return found
