"""Opening a backup: whether it is whole, and not from a newer version than this one."""

from __future__ import annotations

import json
import shutil
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from turnpoint.apps.archive.backup.taking import FORMAT, MEMBERS, check_sqlite, digest
from turnpoint.errors import BadFile, Conflict

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    ValueError,
    TypeError,
    RuntimeError,  # the zip wants a password, or a compression that is not here
)
LARGEST_MANIFEST = 1_000_000
LARGEST_KEYS = 100_000


@dataclass(frozen=True, slots=True)
class Opened:
    """A backup that was found whole: its database as a file, its keys if it has any."""

    made_at: str
    database: Path
    keys: tuple[str, ...]


def open_backup(path: Path, *, into: Path) -> Opened:
    """Unpack ``path`` into the folder ``into`` and check it.

    Raises ``BadFile`` where it is no backup or damaged, ``Conflict`` where it does not fit here.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = json.loads(_small(archive, "manifest.json", LARGEST_MANIFEST))
            _fits(manifest)
            database = into / MEMBERS[manifest["database"]]
            with archive.open(database.name) as packed, database.open("xb") as out:
                database.chmod(0o600)
                shutil.copyfileobj(packed, out)
            keys = ""
            if "keys" in archive.namelist():
                keys = _small(archive, "keys", LARGEST_KEYS).decode("ascii")
            whole = digest(database) == manifest["sha256"]
            made_at = str(manifest["made_at"])
    except BROKEN as error:
        raise _no_backup(path) from error
    if not whole:
        raise BadFile(f"{path.name} is damaged: its database is not the one that was saved.")
    if connection.vendor == "sqlite":
        check_sqlite(database, named=f"The database in {path.name}")
    return Opened(made_at, database, tuple(keys.split()))


def _small(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    with archive.open(name) as member:
        content = member.read(most + 1)
    if len(content) > most:
        raise ValueError(name)
    return content


def _fits(manifest: dict[str, Any]) -> None:
    if manifest["format"] != FORMAT:
        raise Conflict("This backup is of a newer version of Turnpoint. Update, then restore it.")
    kind = manifest["database"]
    if kind != connection.vendor:
        raise Conflict(
            f"This is a backup of {NAMES[kind]}, and the database here is "
            f"{NAMES[connection.vendor]}. Restore it where it came from, by setting or leaving out "
            "DATABASE_URL; “turnpoint export” and “turnpoint import” bring a person from one to the other."
        )
    known = MigrationLoader(None, ignore_no_migrations=True).graph.nodes
    if any(tuple(each) not in known for each in manifest["migrations"]):
        raise Conflict(
            f"This backup was made by a newer version of Turnpoint ({manifest['turnpoint']}). "
            "Update this one first; nothing was changed."
        )


def _no_backup(path: Path) -> BadFile:
    return BadFile(
        f"{path.name} is no backup of Turnpoint. “turnpoint backup” writes one; what "
        "“turnpoint export” wrote is restored by “turnpoint import”."
    )
