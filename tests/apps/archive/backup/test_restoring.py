"""A backup taken while the database is in use, and put back."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection

from turnpoint.apps.accounts import sealing
from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive.backup import restoring, taking
from turnpoint.errors import BadFile, BadInput, CannotServe, Conflict

Call = Callable[..., Any]
pytestmark = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="works on SQLite’s file")


@pytest.fixture
def there(at_once: Call, settings: LazySettings, tmp_path: Path) -> Iterator[Call]:
    """Do something on a copy of the database that nobody else has open, in a data folder of its own."""
    settings.DATA_DIR = tmp_path
    settings.KEYS = []
    kept, copy = connection.settings_dict["NAME"], str(tmp_path / "copy.sqlite3")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [copy])
    connection.settings_dict["NAME"] = copy
    yield lambda function: at_once(lambda _: function(), 1)[0]
    connection.settings_dict["NAME"] = kept


def _name() -> str:
    return User.objects.get(username="ada").first_name


def _rename(name: str) -> None:
    User.objects.filter(username="ada").update(first_name=name)


def _forged(path: Path, out: Path, **said: Any) -> Path:
    """The same backup with another manifest."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        manifest = json.loads(old.read("manifest.json")) | said
        new.writestr("manifest.json", json.dumps(manifest))
        new.writestr("database.sqlite3", old.read("database.sqlite3"))
    return out


def test_brings_back_what_was_there_and_keeps_aside_what_it_replaces(
    there: Call, tmp_path: Path
) -> None:
    path = tmp_path / "backup.zip"

    def story() -> str:
        _rename("Before")
        taking.take(path)
        _rename("After")
        connection.close()
        done = restoring.restore(path)
        with closing(sqlite3.connect(done.aside)) as aside:
            kept = aside.execute("SELECT first_name FROM accounts_user").fetchall()
        assert ("After",) in kept
        return _name()

    assert there(story) == "Before"
    assert path.stat().st_mode & 0o077 == 0


def test_is_taken_while_another_writes(there: Call, tmp_path: Path) -> None:
    def story() -> None:
        with closing(sqlite3.connect(connection.settings_dict["NAME"])) as other:
            other.execute("PRAGMA journal_mode = WAL")
            other.execute("BEGIN IMMEDIATE")
            other.execute("UPDATE accounts_user SET first_name = 'half'")
            taking.take(tmp_path / "backup.zip")
            other.rollback()

    there(story)
    with zipfile.ZipFile(tmp_path / "backup.zip") as backup:
        assert b"half" not in backup.read("database.sqlite3")


def test_refuses_while_another_program_has_the_database(there: Call, tmp_path: Path) -> None:
    path = tmp_path / "backup.zip"

    def story() -> str:
        taking.take(path)
        _rename("Still here")
        connection.close()
        with closing(sqlite3.connect(connection.settings_dict["NAME"])) as other:
            other.execute("SELECT count(*) FROM accounts_user").fetchall()
            with pytest.raises(Conflict, match="in use by another program"):
                restoring.restore(path)
        return _name()

    assert there(story) == "Still here"
    assert not list(tmp_path.glob("*before-restore*"))


def test_restores_over_a_damaged_database_and_keeps_that_aside(there: Call, tmp_path: Path) -> None:
    def story() -> str:
        _rename("Whole")
        taking.take(tmp_path / "backup.zip")
        connection.close()
        place = Path(connection.settings_dict["NAME"])
        place.write_bytes(b"no database " * 1000)
        done = restoring.restore(tmp_path / "backup.zip")
        assert Path(done.aside).read_bytes().startswith(b"no database")
        return _name()

    assert there(story) == "Whole"


MISFITS: list[tuple[dict[str, Any], type[Exception], str]] = [
    ({"format": 2}, Conflict, "newer version"),
    ({"migrations": [["plans", "9999_of_tomorrow"]]}, Conflict, "newer version"),
    ({"database": "postgresql"}, Conflict, "backup of PostgreSQL"),
    ({"database": "oracle"}, BadFile, "no backup"),
    ({"sha256": "0"}, BadFile, "damaged"),
    ({"migrations": None}, BadFile, "no backup"),
]


def test_refuses_what_does_not_fit_and_changes_nothing(there: Call, tmp_path: Path) -> None:
    def story() -> str:
        taking.take(tmp_path / "backup.zip")
        _rename("Still here")
        connection.close()
        (tmp_path / "letter.zip").write_bytes(b"Dear Ada")
        with pytest.raises(BadFile, match="no backup of Turnpoint"):
            restoring.restore(tmp_path / "letter.zip")
        for said, failure, sentence in MISFITS:
            with pytest.raises(failure, match=sentence):
                restoring.restore(_forged(tmp_path / "backup.zip", tmp_path / "forged.zip", **said))
        return _name()

    assert there(story) == "Still here"


def test_backs_up_no_damaged_database(there: Call, tmp_path: Path) -> None:
    def story() -> None:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA foreign_keys = OFF")
            cursor.execute(
                "UPDATE auth_permission SET content_type_id = 999999 WHERE codename = 'add_user'"
            )
        with pytest.raises(BadFile, match="damaged"):
            taking.take(tmp_path / "backup.zip")

    there(story)
    assert not (tmp_path / "backup.zip").exists()


def test_says_where_it_cannot_write_and_where_there_is_nothing(there: Call, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        there(lambda: taking.take(tmp_path / "nowhere" / "backup.zip"))
    connection.settings_dict["NAME"] = str(tmp_path / "none.sqlite3")
    with pytest.raises(CannotServe, match="no database yet"):
        there(lambda: taking.take(tmp_path / "backup.zip"))


def test_takes_the_keys_only_when_asked_and_adds_them_behind_the_one_that_writes(
    there: Call, tmp_path: Path
) -> None:
    def story() -> str:
        sealed = sealing.seal("private")
        taking.take(tmp_path / "without.zip")
        taking.take(tmp_path / "with.zip", with_keys=True)
        sealing.write_keys((sealing.new_key(),))
        writes = sealing.keys()[0]
        connection.close()
        assert not restoring.restore(tmp_path / "without.zip").keys
        with pytest.raises(sealing.CannotUnseal):
            sealing.unseal(sealed)
        connection.close()
        assert restoring.restore(tmp_path / "with.zip").keys
        assert sealing.keys()[0] == writes
        return sealing.unseal(sealed)

    assert there(story) == "private"
