"""Taking a backup while the database is in use: whole, checked, readable by its owner only."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from turnpoint import __version__
from turnpoint.apps.accounts.sealing import keys
from turnpoint.apps.archive.backup import postgres
from turnpoint.errors import BadFile, BadInput, CannotServe

FORMAT = 1
MEMBERS = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
README = """A backup of a whole Turnpoint database, as of {made_at}.

Restore it with “turnpoint restore FILE” while no server runs.
{keys}
It is not encrypted. Keep it where you would keep a diary.
"""
WITH_KEYS = "The keys that unseal private notes are in it: whoever has this file reads everything."
WITHOUT_KEYS = """Private notes in it are sealed, and cannot be read without the file “keys” of the
data folder they were written in. Keep a copy of that file in another place."""


def take(path: Path, *, with_keys: bool = False) -> int:
    """Write a backup to ``path``, whole or not at all; gives its size in bytes.

    Raises ``BadInput`` where it cannot be written, ``BadFile`` where the database is damaged, and
    ``CannotServe`` where PostgreSQL’s own programs are missing or refuse.
    """
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".turnpoint-") as folder:
            copy = Path(folder) / MEMBERS[connection.vendor]
            if connection.vendor == "sqlite":
                _copy_sqlite(copy)
            else:
                postgres.dump(copy)
            part = Path(folder) / "part.zip"
            _pack(copy, part, with_keys=with_keys)
            part.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"The backup {path} cannot be written ({reason}). Choose another place for it."
        raise BadInput(message, where="out") from error
    except DatabaseError as error:
        raise CannotServe(f"The database cannot be read ({error}). Nothing was written.") from error
    return path.stat().st_size


def _copy_sqlite(copy: Path) -> None:
    """SQLite’s online backup: one moment of the database, while others go on writing."""
    place = Path(connection.settings_dict["NAME"])
    if not place.exists():
        raise CannotServe(f"There is no database yet at {place}. Look at --data-dir.")
    connection.ensure_connection()
    with closing(sqlite3.connect(copy)) as target:
        connection.connection.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, nothing beside it
    check_sqlite(copy, named="The database")


def check_sqlite(path: Path, *, named: str) -> None:
    """Raise ``BadFile`` where the file is damaged or a row names one that is not there."""
    try:
        with closing(sqlite3.connect(path)) as database:
            said = [row[0] for row in database.execute("PRAGMA integrity_check")]
            astray = database.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        said, astray = [str(error)], None
    if said != ["ok"] or astray:
        found = said[0] if said != ["ok"] else f"a row of {astray[0]} names one that is not there"
        message = f"{named} is damaged ({found}), so that nothing was done. Use an older backup."
        raise BadFile(message)


def _pack(copy: Path, part: Path, *, with_keys: bool) -> None:
    made_at = timezone.now().isoformat()
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "turnpoint": __version__,
        "made_at": made_at,
        "database": connection.vendor,
        "sha256": digest(copy),
        "migrations": sorted(MigrationRecorder(connection).applied_migrations()),
    }
    handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w+b") as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
            said = WITH_KEYS if with_keys else WITHOUT_KEYS
            archive.writestr("README.txt", README.format(made_at=made_at, keys=said))
            archive.writestr("manifest.json", json.dumps(manifest, indent=1))
            archive.write(copy, copy.name)
            if with_keys:
                archive.writestr("keys", "".join(f"{each}\n" for each in keys()))
        out.flush()
        os.fsync(out.fileno())


def digest(path: Path) -> str:
    """SHA-256 of a file, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
