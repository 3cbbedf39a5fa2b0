"""From SQLite to a real PostgreSQL and back, with all sample people."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, build_opener

import psycopg
import pytest
from django.conf import LazySettings
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from tests.browser import free_port
from tests.released import (
    RELEASES,
    Working,
    at,
    keys_of,
    new_database,
    programs_of_postgres,
    sqlite,
    stopped_postgres,
)

from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive import upkeep
from turnpoint.apps.archive.backup import restoring, taking
from turnpoint.apps.archive.moving import services
from turnpoint.apps.archive.moving.tables import moved_tables
from turnpoint.apps.destinations.models import Destination, DestinationRevision
from turnpoint.apps.occupations import fact_import
from turnpoint.apps.occupations.models import FactImport
from turnpoint.apps.transitions.models import Voice
from turnpoint.errors import BadFile, CannotServe, Conflict


def quietly(done: int, total: int, what: str) -> None:
    assert 0 < done <= total
    assert what in {"copying", "comparing"}


@pytest.fixture
def here(sample_people_kept: Path, tmp_path: Path) -> Path:
    return filled(sample_people_kept, tmp_path)


def filled(sample_people_kept: Path, folder: Path) -> Path:
    path = folder / "turnpoint.sqlite3"
    shutil.copy(sample_people_kept, path)
    with closing(sqlite3.connect(path)) as database:
        # Rows that are gone: their keys were given, and are not given again.
        database.execute("UPDATE sqlite_sequence SET seq = 90000 WHERE name = 'accounts_user'")
        database.execute(
            "UPDATE accounts_user SET last_name = 'Ö’Malley 終' WHERE username = 'theo'"
        )
        database.commit()
    return path


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as database:
        return list(database.iterdump())


def unordered(path: Path) -> list[str]:
    """All but when it was migrated; what PostgreSQL keeps of JSON has another order."""
    lines = (line for line in dump(path) if '"django_migrations" VALUES' not in line)
    return sorted("".join(sorted(line)) for line in lines)


@dataclass(frozen=True)
class Move:
    """A workspace that was moved by the command, as that said it, and where it is now."""

    address: str
    folder: Path
    before: list[str]
    said: subprocess.CompletedProcess[str]

    @property
    def file(self) -> Path:
        return self.folder / "turnpoint.sqlite3"


def environment() -> dict[str, str]:
    ours = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TURNPOINT_", "DATABASE_URL", "DJANGO_"))
    }
    return ours | {"TURNPOINT_KEYS": ",".join(keys_of(RELEASES[-1])), "TURNPOINT_BACKUPS": "off"}


def turnpoint(*arguments: str, folder: Path) -> list[str]:
    return [sys.executable, "-m", "turnpoint", *arguments, "--data-dir", str(folder)]


@pytest.fixture(scope="module")
def moved(
    sample_people_kept: Path, postgres_address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Move]:
    folder = tmp_path_factory.mktemp("moved")
    kept = filled(sample_people_kept, folder)
    before = dump(kept)
    with new_database(postgres_address, "moved") as address:
        command = turnpoint("move-to", address, folder=folder)
        said = subprocess.run(
            command, env=environment(), capture_output=True, text=True, check=False
        )
        yield Move(address, folder, before, said)


def test_moves_everything_to_postgresql_and_leaves_what_was_here(moved: Move) -> None:
    assert moved.said.returncode == 0, moved.said.stderr
    assert "fields was read again from both databases, and is the same" in moved.said.stdout
    assert ":PASSWORD@" in moved.said.stdout
    assert "plain" not in moved.said.stdout
    assert dump(moved.file) == moved.before


def test_holds_to_the_same_rules_there_and_moves_back(
    moved: Move, tmp_path: Path, working_on: Working
) -> None:
    with working_on(at(moved.address)):
        back = services.move(sqlite(tmp_path / "back.sqlite3"), quietly)
        with pytest.raises(Conflict, match="is not empty"):
            services.move(at(moved.address), quietly)
        the_same_rules_hold_there()
    assert back.all > 500
    assert not back.left
    assert unordered(tmp_path / "back.sqlite3") == unordered(moved.file)
    assert (tmp_path / "back.sqlite3").stat().st_mode & 0o077 == 0


def test_is_backed_up_and_restored_by_postgresqls_own_programs(
    moved: Move, tmp_path: Path, working_on: Working, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", programs_of_postgres(), prepend=os.pathsep)
    with working_on(at(moved.address)):
        taking.take(tmp_path / "backup.zip")
        connection.close()
        rows = {table.label: table.rows("default").count() for table in moved_tables()}
        User.objects.filter(username="theo").update(last_name="After")
        connection.close()
        broken = tmp_path / "broken.zip"
        broken.write_bytes((tmp_path / "backup.zip").read_bytes()[:-2000])
        with pytest.raises(BadFile):
            restoring.restore(broken)
        assert User.objects.get(username="theo").last_name == "After"
        connection.close()
        done = restoring.restore(tmp_path / "backup.zip")
        assert done.aside.startswith("the schema before-restore")
        assert {table.label: table.rows("default").count() for table in moved_tables()} == rows
        the_same_rules_hold_there()


def test_a_lost_connection_and_a_stopped_server_pass_by_themselves(
    moved: Move, postgres_address: str, wage_facts: Path
) -> None:
    ours = environment() | {"DATABASE_URL": moved.address, "TURNPOINT_FACTS_DIR": str(wage_facts)}
    port = str(free_port())
    command = turnpoint("serve", "--no-browser", "--port", port, folder=moved.folder)
    with subprocess.Popen(command, env=ours, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            link = next(each.strip() for each in process.stdout if "/sign-in/?token=" in each)
            browser = build_opener(HTTPCookieProcessor(CookieJar()))
            assert browser.open(link).status == 200
            page = f"http://127.0.0.1:{port}/"
            with psycopg.connect(postgres_address, autocommit=True) as server:
                server.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'moved'"
                )
            assert browser.open(page).status == 200
            with stopped_postgres(postgres_address), pytest.raises(HTTPError) as away:
                browser.open(page)
            assert away.value.code == 503
            assert "The database does not answer just now" in away.value.read().decode()
            assert browser.open(page).status == 200
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=20)


def test_work_in_the_background_outlives_a_stopped_server(
    moved: Move, postgres_address: str, tmp_path: Path, working_on: Working, settings: LazySettings
) -> None:
    settings.BACKUPS = "off"
    (tmp_path / "upload").mkdir()
    letter = tmp_path / "upload" / "letter.zip"
    letter.write_text("Dear Ada")
    with working_on(at(moved.address)):
        row = FactImport.objects.create(source="onet", message="Starting")
        pool = ThreadPoolExecutor(1)
        with stopped_postgres(postgres_address):
            assert not upkeep.do_what_is_due(today=timezone.localdate())
            importing = pool.submit(fact_import.run, row.pk, letter)
        importing.result(60)
        pool.shutdown()
        row.refresh_from_db()
        assert row.state == FactImport.State.FAILED
        assert upkeep.do_what_is_due(today=timezone.localdate())


def the_same_rules_hold_there() -> None:
    assert User.objects.get(username="theo").last_name == "Ö’Malley 終"
    assert any(voice.effect for voice in Voice.objects.all())  # unsealed by the same keys
    with pytest.raises(DatabaseError, match="stays as it was saved"), transaction.atomic():
        DestinationRevision.objects.update(number=9)
    with transaction.atomic():
        assert User.objects.create_user(username="new").pk > 90000
        Destination.objects.all()[0].delete()  # its revisions go along, by trigger
        connection.check_constraints()
        transaction.set_rollback(True)


def test_what_does_not_fit_is_named_and_leaves_the_target_empty(
    here: Path, empty_postgres: str, working_on: Working
) -> None:
    with closing(sqlite3.connect(here)) as database:
        database.execute("UPDATE profiles_heldrole SET title = ? WHERE id = 2", ["x" * 999])
        database.commit()
    with working_on(sqlite(here)):
        with pytest.raises(
            Conflict, match=r"The row 2 of profiles.HeldRole does not fit .* too long"
        ):
            services.move(at(empty_postgres), quietly)
        assert User.objects.filter(username="ruth").exists()  # works as before
    with psycopg.connect(empty_postgres) as there:
        assert there.execute(
            "SELECT count(*) FROM pg_class WHERE relname ~ '^auth'"
        ).fetchone() == (0,)


def test_overwrites_no_file_and_says_who_does_not_answer(
    here: Path, tmp_path: Path, working_on: Working
) -> None:
    (tmp_path / "letter").write_text("Dear Ada")
    with working_on(sqlite(here)):
        with pytest.raises(Conflict, match="There is a file"):
            services.move(sqlite(tmp_path / "letter"), quietly)
        with pytest.raises(CannotServe, match="nothing here was changed"):
            services.move(at("postgres://nobody@127.0.0.1:1/none"), quietly)
        assert User.objects.exists()
    assert (tmp_path / "letter").read_text() == "Dear Ada"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter", "turnpoint.sqlite3"]
