"""PostgreSQL’s own programs, which know best how to copy it: ``pg_dump`` and ``pg_restore``."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from django.db import connection, transaction

from turnpoint.errors import CannotServe

EVERYONE = "-c turnpoint.everyone=on"
"""What PostgreSQL’s programs say of themselves: a copy is of everybody’s rows."""

VARIABLES = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}


def dump(path: Path) -> None:
    """Write one moment of the database to ``path``, while others go on writing."""
    given = ("--format=custom", "--no-owner", "--no-privileges", "--enable-row-security")
    _run("pg_dump", *given, f"--file={path}")


def put_back(path: Path, *, aside: str) -> None:
    """Restore a dump; what was there is kept in the schema ``aside``, and is back if that fails."""
    program("pg_restore")
    schema = connection.ops.quote_name(aside)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"ALTER SCHEMA public RENAME TO {schema}")
        cursor.execute("CREATE SCHEMA public")
    connection.close()
    database = f"--dbname={connection.settings_dict['NAME']}"
    given = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
    try:
        _run("pg_restore", *given, database, str(path))
    except CannotServe:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute(f"ALTER SCHEMA {schema} RENAME TO public")
        raise


def program(name: str) -> str:
    """Where a program of PostgreSQL is. Raises ``CannotServe`` where it is not installed."""
    found = shutil.which(name)
    if found is None:
        raise CannotServe(
            f"A copy of PostgreSQL is made by its own program “{name}”, which is not on the PATH. "
            "Install PostgreSQL’s client programs, of the server’s version or newer."
        )
    return found


def _run(name: str, *arguments: str) -> None:
    """Run a program on the database in use; its password goes by the environment, unseen."""
    said = connection.settings_dict
    given = {key: str(said[name]) for key, name in VARIABLES.items() if said.get(name)}
    given |= {"PGDATABASE": str(said["NAME"]), "PGOPTIONS": EVERYONE}
    command = [program(name), "--no-password", *arguments]
    done = subprocess.run(  # noqa: S603  # a program found by its own name, without a shell
        command, env=os.environ | given, capture_output=True, text=True, check=False
    )
    if done.returncode:
        reason = " ".join(done.stderr.split())[:300] or f"exit code {done.returncode}"
        raise CannotServe(f"“{name}” did not finish ({reason}). Nothing was changed.")
