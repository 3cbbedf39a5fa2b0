"""The database that an address names, as Django’s settings say it: SQLite or PostgreSQL."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import dj_database_url

from turnpoint.errors import CannotServe

SQLITE = "django.db.backends.sqlite3"
POSTGRES = "django.db.backends.postgresql"
BOUND_TO_A_PERSON = "turnpoint.apps.accounts.postgres"


def database_at(url: str, folder: Path) -> dict[str, Any]:
    """The database ``url`` names, or the SQLite file in ``folder``, whose name may be any."""
    kept = {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
    said: dict[str, Any] = {"ENGINE": SQLITE, "NAME": str(folder / "turnpoint.sqlite3")} | kept
    if url:
        said = _named_database(url) | kept
    if said["ENGINE"] == SQLITE:
        said["OPTIONS"] = {
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
            "timeout": 10,
            # A reader that later writes would otherwise fail at once when another writer came between.
            "transaction_mode": "IMMEDIATE",
        }
    return said


def _named_database(url: str) -> dict[str, Any]:
    try:
        said: dict[str, Any] = dict(dj_database_url.parse(url))
    except ValueError as error:  # the address may hold a password, so that it is not repeated
        raise CannotServe(
            "DATABASE_URL is not the address of a database. Write it as "
            "postgres://user:password@host/name, or leave it out for SQLite in the data folder."
        ) from error
    if said["ENGINE"] not in {SQLITE, POSTGRES}:
        scheme = url.partition(":")[0]
        raise CannotServe(
            f"DATABASE_URL names “{scheme}”. Turnpoint keeps its data in SQLite or PostgreSQL only."
        )
    if said["ENGINE"] == POSTGRES and find_spec("psycopg") is None:
        raise CannotServe(
            "DATABASE_URL names PostgreSQL, and its driver is not installed. "
            "Install it with: pip install 'turnpoint[postgres]'"
        )
    return said if said["ENGINE"] == SQLITE else said | {"ENGINE": BOUND_TO_A_PERSON}
