"""Putting a backup in the place of the database: whole or not at all, and the old one kept aside."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from turnpoint.apps.accounts import sealing
from turnpoint.apps.archive.backup import postgres
from turnpoint.apps.archive.backup.opening import open_backup
from turnpoint.apps.archive.backup.taking import check_sqlite
from turnpoint.errors import Conflict

BESIDE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """When the backup was made, and where the database is kept that it replaced."""

    made_at: str
    aside: str
    keys: bool


def restore(path: Path) -> Restored:
    """Put the backup ``path`` in the place of the database; no server may run on it meanwhile.

    Raises ``BadFile`` or ``Conflict``, and changes nothing, where it is damaged, does not fit, or
    the database is in use.
    """
    stamp = f"before-restore-{timezone.localtime():%Y-%m-%d-%H%M%S}"
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR, prefix=".turnpoint-") as folder:
        opened = open_backup(path, into=Path(folder))
        if connection.vendor == "sqlite":
            aside = _replace_sqlite(opened.database, stamp)
        else:
            aside = f"the schema {stamp}"
            postgres.put_back(opened.database, aside=stamp)
            call_command("migrate", interactive=False, verbosity=0)
        _add_keys(opened.keys)
    return Restored(opened.made_at, aside, bool(opened.keys))


def _replace_sqlite(fresh: Path, stamp: str) -> str:
    with _database_at(fresh):
        call_command("migrate", interactive=False, verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode = DELETE")
    check_sqlite(fresh, named="The restored database")
    sync(fresh)
    place = Path(connection.settings_dict["NAME"])
    connection.close()
    aside = place.with_name(f"{place.name}.{stamp}")
    if place.exists():
        _settle(place)
        _keep_aside(place, aside)
    fresh.replace(place)
    sync(place.parent)
    return str(aside) if aside.exists() else ""


@contextlib.contextmanager
def _database_at(path: Path) -> Iterator[None]:
    """Let Django work on the file ``path`` for a while."""
    connection.close()
    kept = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = str(path)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = kept


def _settle(place: Path) -> None:
    """Bring all of the old database into its one file, which works only where nobody else has it.

    A damaged one is what a backup is for: it is then kept aside with what lies beside it.
    """
    try:
        with closing(sqlite3.connect(place, timeout=2)) as database:
            database.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (
            sqlite3.SQLITE_BUSY,
            sqlite3.SQLITE_LOCKED,
        ):
            raise Conflict(
                f"{place} is in use by another program. Stop it first; nothing was changed."
            ) from error


def _keep_aside(place: Path, aside: Path) -> None:
    try:
        os.link(place, aside)
    except OSError:  # a file system without links
        shutil.copy2(place, aside)
    for ending in BESIDE:
        beside = place.with_name(place.name + ending)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + ending))


def sync(path: Path) -> None:
    """See to it that a file, or what a folder lists, outlives a power cut."""
    with contextlib.suppress(PermissionError):  # Windows opens no folder
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _add_keys(given: tuple[str, ...]) -> None:
    """Let the keys of the backup read again; the key that writes here stays the one that writes."""
    if not given or settings.KEYS:
        return
    here = sealing.keys() if sealing.key_file().exists() else ()
    if missing := tuple(each for each in given if each not in here):
        sealing.write_keys((*here, *missing))
