"""The two databases of a move: the one here, which is only read, and the empty one it goes to."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from turnpoint.apps.archive.backup.restoring import sync
from turnpoint.errors import Conflict

SOURCE = "source"
PATIENCE = "10s"
"""How long PostgreSQL waits for those who write to the source."""


@contextlib.contextmanager
def in_use(target: dict[str, Any]) -> Iterator[BaseDatabaseWrapper]:
    """Let everything work on ``target`` for a while; gives the database that was in use.

    Not the other way round, since migrations write to whatever is in use.
    """
    here, said = connections[DEFAULT_DB_ALIAS], connections.settings[DEFAULT_DB_ALIAS]
    told = connections.configure_settings({DEFAULT_DB_ALIAS: dict(target)})[DEFAULT_DB_ALIAS]
    connections.settings[DEFAULT_DB_ALIAS] = told
    there = connections[DEFAULT_DB_ALIAS] = connections.create_connection(DEFAULT_DB_ALIAS)
    try:
        yield here
    finally:
        there.close()
        connections[DEFAULT_DB_ALIAS] = here
        connections.settings[DEFAULT_DB_ALIAS] = said


@contextlib.contextmanager
def as_source(here: BaseDatabaseWrapper) -> Iterator[None]:
    """Let ``SOURCE`` name the database that was in use."""
    connections.settings[SOURCE] = here.settings_dict
    connections[SOURCE] = here
    here.alias = SOURCE
    try:
        yield
    finally:
        here.alias = DEFAULT_DB_ALIAS
        del connections[SOURCE]
        del connections.settings[SOURCE]


@contextlib.contextmanager
def one_moment_of_the_source(tables: list[str]) -> Iterator[None]:
    """Read the source as it is at one moment, and let nobody write to it meanwhile."""
    here = connections[SOURCE]
    with here.cursor() as cursor:
        cursor.execute("SELECT 1")  # whose rows may be seen is told now, before the transaction
    # SQLite: every transaction begins as one that writes, so that another can only read.
    with transaction.atomic(using=SOURCE):
        if here.vendor == "postgresql":
            named = ", ".join(here.ops.quote_name(table) for table in tables)
            with here.cursor() as cursor:
                if not here.savepoint_ids:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}'")
                cursor.execute(f"LOCK TABLE {named} IN SHARE MODE")
        yield


@contextlib.contextmanager
def whole_or_not_at_all(target: dict[str, Any]) -> Iterator[None]:
    """Put ``target`` in use; what is written there stays only where nothing goes wrong.

    On PostgreSQL it is one transaction, tables and all. SQLite cannot alter tables in one: a file
    beside is filled, and moved into place. Raises ``Conflict`` where something is there already.
    """
    if target["ENGINE"].endswith("sqlite3"):
        with (
            _file_beside(Path(target["NAME"])) as fresh,
            in_use(target | {"NAME": str(fresh)}) as here,
            as_source(here),
        ):
            yield
    else:
        with in_use(target) as here, as_source(here), transaction.atomic():
            refuse_what_is_not_empty()
            yield


def refuse_what_is_not_empty() -> None:
    """Raise ``Conflict`` where the database in use holds any table."""
    with connection.cursor() as cursor:
        found = sorted(each.name for each in connection.introspection.get_table_list(cursor))
    if found:
        raise Conflict(
            f"That database is not empty: it has {len(found)} tables, such as “{found[0]}”. Make a "
            "new one (createdb NAME) and move there; nothing was changed."
        )


@contextlib.contextmanager
def _file_beside(place: Path) -> Iterator[Path]:
    if place.exists():
        raise Conflict(
            f"There is a file {place} already. Name one that is not there yet; nothing was changed."
        )
    try:
        with tempfile.TemporaryDirectory(dir=place.parent, prefix=".turnpoint-") as folder:
            fresh = Path(folder) / "fresh.sqlite3"
            yield fresh
            with closing(sqlite3.connect(fresh)) as database:
                database.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
            fresh.chmod(0o600)
            sync(fresh)
            os.link(fresh, place)
            sync(place.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Conflict(f"{place} cannot be written ({reason}). Nothing was changed.") from error
