"""Whatever a released version wrote, this one reads: its archives and its database, filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import Resolver404, resolve
from tests.apps.archive.test_round_trip import taken
from tests.released import GOLDEN, RELEASES, Working, keys_of, named_releases, unpacked

from turnpoint.apps.accounts.key_services import sealed_columns
from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive import reading, services
from turnpoint.apps.archive.backup.taking import check_sqlite

ARCHIVES = [path for release in RELEASES for path in sorted((GOLDEN / release).glob("*.zip"))]
LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]+)')


def test_every_release_left_its_archives_and_its_database() -> None:
    missing = [name for name in named_releases() if name not in RELEASES]
    assert not missing, f"run scripts/make_golden.py before releasing {', '.join(missing)}"
    for release in RELEASES:
        assert {"database.sql.gz", "keys", "ruth.zip", "everything.zip"} <= {
            path.name for path in (GOLDEN / release).iterdir()
        }


@pytest.mark.parametrize("path", ARCHIVES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_archive_of_a_release_is_restored_field_for_field_for_as_many_as_want_it(
    path: Path, ada: User, bob: User, settings: LazySettings
) -> None:
    settings.KEYS = keys_of(path.parent.name)
    with path.open("rb") as file:
        archive = reading.read(file)
    assert services.restore(owner=ada, archive=archive) == archive.rows
    again = taken(ada)
    assert set(again.tables) >= {label for label, rows in archive.tables.items() if rows}
    for label, rows in archive.tables.items():
        # What a later version knows besides has its default.
        now = [
            {name: row[name] for name in before}
            for row, before in zip(again.tables[label], rows, strict=True)
        ]
        assert now == rows, label
    assert {name: again.person[name] for name in archive.person} == archive.person
    services.restore(owner=bob, archive=archive)  # beside it, here
    assert taken(bob).tables == again.tables


@pytest.mark.parametrize("release", RELEASES)
def test_a_database_of_a_release_migrates_to_this_one_and_every_page_answers(
    release: str, tmp_path: Path, working_on: Working, wages: Path
) -> None:
    path = tmp_path / "turnpoint.sqlite3"
    with working_on(unpacked(release, path)):
        call_command("migrate", interactive=False, verbosity=0)
        check_sqlite(path, named=f"The database of {release}")
        connection.check_constraints()
        opened = [
            words
            for model, column in sealed_columns()
            for words in model._base_manager.values_list(column, flat=True)
            if words
        ]
        assert len(opened) > 10
        ruth = User.objects.get(username="ruth")
        client = Client()
        client.force_login(ruth)
        assert len(list(pages(client))) > 40


def pages(client: Client) -> Iterator[str]:
    """One page of each kind that links lead to; each answers, or this fails."""
    waiting, seen = ["/"], {"plans:today"}
    while waiting:
        path = waiting.pop()
        answer = client.get(path, follow=True)
        assert answer.status_code == 200, path
        yield path
        if answer.streaming or not answer["Content-Type"].startswith("text/html"):
            continue
        for link in LINK.findall(answer.content.decode()):
            address = urlsplit(unescape(link))
            try:
                kind = resolve(address.path).view_name
            except Resolver404:
                continue
            if not address.netloc and kind not in seen:
                seen.add(kind)
                waiting.append(unescape(link))
