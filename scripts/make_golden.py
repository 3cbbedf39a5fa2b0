"""Write tests/golden/VERSION: what the present version exports, and a database that it filled.

In it are the sample people, and the archive of one who has something in every table there is. Later
versions restore these archives and migrate this database: see “Cut a release” in CONTRIBUTING.md.
Nothing from a publisher’s files is in it but what the package ships.
"""

from __future__ import annotations

import base64
import gzip
import os
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Django’s models can be loaded only once the data folder has been chosen.
    from turnpoint.apps.accounts.models import User

ROOT = Path(__file__).resolve().parents[1]
LARGEST = 1_000_000
KEY = base64.urlsafe_b64encode(b"a key of golden files, no secret").decode()
"""Seals the private words of people who do not exist; it is written beside what it opens."""
EVERYTHING = "everything"
"""The user name of the person who has something in every table."""


def main() -> None:
    sys.path.insert(0, str(ROOT))  # for what the tests know of making every kind of row
    with tempfile.TemporaryDirectory(prefix="turnpoint-golden-") as folder:
        _choose(Path(folder))
        from turnpoint import __version__

        golden = ROOT / "tests" / "golden" / __version__
        shutil.rmtree(golden, ignore_errors=True)
        golden.mkdir(parents=True)
        _fill()
        _write_archives(golden)
        _write_database(Path(folder) / "turnpoint.sqlite3", golden)
    (golden / "keys").write_text(f"{KEY}\n", encoding="ascii")
    size = sum(path.stat().st_size for path in golden.iterdir())
    print(f"Wrote {golden.relative_to(ROOT)} ({size / 1000:,.0f} kB).")
    if size > LARGEST:
        sys.exit(f"This is more than {LARGEST / 1000:,.0f} kB, too much to commit.")


def _choose(folder: Path) -> None:
    """A workspace of its own, whatever is set outside."""
    for name in [name for name in os.environ if name.startswith(("TURNPOINT_", "DATABASE_URL"))]:
        del os.environ[name]
    os.environ |= {
        "TURNPOINT_DATA_DIR": str(folder),
        "TURNPOINT_KEYS": KEY,
        "TURNPOINT_TIME_ZONE": "UTC",
        "TURNPOINT_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "turnpoint.settings",
    }


def _fill() -> None:
    from turnpoint.interfaces.cli import demo, workspace

    workspace.start_django()
    workspace.prepare_database()
    workspace.prepare_facts()
    demo.make_sample_people(fresh=False)


def _write_archives(golden: Path) -> None:
    from django.db import transaction
    from tests.apps.archive.generated import generate

    from turnpoint.apps.accounts.queries import sample_people
    from turnpoint.apps.accounts.services import make_sample_person

    for person in sample_people():
        _write_archive(person, golden)
    with transaction.atomic():
        everything = make_sample_person(username=EVERYTHING, name="Ada", sample_line="All of it")
        made = generate(everything, Random(1))  # noqa: S311  # the same rows each time
        if empty := [label for label, rows in made.items() if not rows]:
            sys.exit(
                f"Nothing was made in {', '.join(empty)}: see tests/apps/archive/generated.py."
            )
        _write_archive(everything, golden)
        transaction.set_rollback(True)  # what has no sense is on no page


def _write_archive(person: User, golden: Path) -> None:
    from turnpoint.apps.archive import writing

    with (golden / f"{person.username}.zip").open("xb") as out:
        writing.write(owner=person, out=out)


def _write_database(path: Path, golden: Path) -> None:
    """The database as SQL text, which any later SQLite reads; the same text packs the same way."""
    from django.db import connection

    connection.close()
    with closing(sqlite3.connect(path)) as database:
        said = "\n".join(database.iterdump())
    (golden / "database.sql.gz").write_bytes(gzip.compress(said.encode(), mtime=0))


if __name__ == "__main__":
    main()
