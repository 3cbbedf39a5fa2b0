"""From SQLite to a real PostgreSQL and back, with all sample people."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from tests.released import RELEASES, Working, at, keys_of, sqlite

from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive.moving import services
from turnpoint.apps.destinations.models import Destination, DestinationRevision
from turnpoint.apps.transitions.models import Voice
from turnpoint.errors import CannotServe, Conflict


def quietly(done: int, total: int, what: str) -> None:
    assert 0 < done <= total
    assert what in {"copying", "comparing"}


@pytest.fixture
def here(sample_people_kept: Path, tmp_path: Path) -> Path:
    path = tmp_path / "turnpoint.sqlite3"
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
    return [
        "".join(sorted(line)) for line in dump(path) if '"django_migrations" VALUES' not in line
    ]


def test_moves_everything_to_postgresql_and_back(
    here: Path, empty_postgres: str, tmp_path: Path, working_on: Working
) -> None:
    before = dump(here)
    command = [
        sys.executable,
        "-m",
        "turnpoint",
        "move-to",
        empty_postgres,
        "--data-dir",
        str(tmp_path),
    ]
    ours = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TURNPOINT_", "DATABASE_URL", "DJANGO_"))
    }
    keys = ",".join(keys_of(RELEASES[-1]))
    said = subprocess.run(
        command, env=ours | {"TURNPOINT_KEYS": keys}, capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stderr
    assert "fields was read again from both databases, and is the same" in said.stdout
    assert ":PASSWORD@" in said.stdout
    assert "plain" not in said.stdout
    assert dump(here) == before
    with working_on(at(empty_postgres)):
        the_same_rules_hold_there()
        with pytest.raises(Conflict, match="is not empty"):
            services.move(at(empty_postgres), quietly)
        back = services.move(sqlite(tmp_path / "back.sqlite3"), quietly)
    assert back.all > 500
    assert not back.left
    assert unordered(tmp_path / "back.sqlite3") == unordered(here)
    assert (tmp_path / "back.sqlite3").stat().st_mode & 0o077 == 0


def the_same_rules_hold_there() -> None:
    assert User.objects.get(username="theo").last_name == "Ö’Malley 終"
    assert any(voice.effect for voice in Voice.objects.all())  # unsealed by the same keys
    with pytest.raises(DatabaseError, match="stays as it was saved"), transaction.atomic():
        DestinationRevision.objects.update(number=9)
    with transaction.atomic():
        assert User.objects.create_user(username="new").pk == 90001
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
