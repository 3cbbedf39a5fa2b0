"""Whether each field of each row is the one it came from, read again from both databases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import DEFAULT_DB_ALIAS

from turnpoint.apps.archive.moving.ends import SOURCE
from turnpoint.apps.archive.moving.tables import MovedTable
from turnpoint.errors import Conflict


def compare(table: MovedTable, told: Callable[[int], None]) -> int:
    """Compare every row with its source; gives how many there are.

    By key, not in order: databases sort texts in different ways. Raises ``Conflict`` at the first
    difference.
    """
    rows = 0
    for heap in table.heaps(SOURCE):
        keys = [row[table.key] for row in heap]
        found = {row[table.key]: row for row in table.rows(DEFAULT_DB_ALIAS).filter(pk__in=keys)}
        for row in heap:
            there = found.get(row[table.key])
            if there is None:
                raise _differs(table, row[table.key], "is not there")
            for field, before, after in zip(table.fields, row, there, strict=True):
                if not same(before, after):
                    raise _differs(table, row[table.key], f"has another “{field.name}” there")
        rows += len(heap)
        told(len(heap))
    there_are = table.rows(DEFAULT_DB_ALIAS).count()
    if there_are != rows:
        raise _differs(table, "", f"{there_are:,} rows are there, and {rows:,} here")
    return rows


def same(before: Any, after: Any) -> bool:
    """Whether two values are the same value of the same kind."""
    before, after = (
        bytes(each) if isinstance(each, memoryview) else each for each in (before, after)
    )
    return type(before) is type(after) and bool(before == after)


def _differs(table: MovedTable, key: object, how: str) -> Conflict:
    return Conflict(
        f"The copy differs: {table.label} {key} {how}. Nothing was moved, and nothing here was "
        "changed. Please report this; a backup is “turnpoint backup”."
    )
