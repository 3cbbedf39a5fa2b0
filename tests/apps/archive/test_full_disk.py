"""SQLite finds no room for another page: what was sent is refused in a sentence, whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.released import GOLDEN, RELEASES, keys_of

from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive import services, upkeep

pytestmark = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="bounds SQLite’s file")


def _room(pages: int) -> None:
    """Let the database grow by so many pages and no more, as a disk that fills up does."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        (used,) = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {used + pages}")


def test_a_full_disk_is_a_sentence_and_once_there_is_room_it_goes_on(
    transactional_db: None, ada: User, ada_browser: Client, settings: LazySettings
) -> None:
    ada_browser.raise_request_exception = False
    release: Path = GOLDEN / RELEASES[-1]
    settings.KEYS = keys_of(release.name)

    def restore() -> tuple[int, str]:
        file = SimpleUploadedFile("ruth.zip", (release / "ruth.zip").read_bytes())
        answer = ada_browser.post(reverse("archive:restore"), {"file": file}, follow=True)
        return answer.status_code, answer.content.decode()

    assert ada_browser.get("/").status_code == 200
    _room(3)
    status, page = restore()
    assert status == 507
    assert "The disk is full, so nothing of what you sent was saved" in page
    assert services.is_empty(owner=ada)
    _room(2_000)
    status, page = restore()
    assert status == 200
    assert "Restored" in page
    connection.check_constraints()


def test_what_was_due_on_a_full_disk_is_tried_again(
    transactional_db: None, settings: LazySettings, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the place of a folder")
    settings.BACKUPS = str(tmp_path / "file")
    today = timezone.localdate()
    assert not upkeep.do_what_is_due(today=today)
    settings.BACKUPS = "off"
    assert upkeep.do_what_is_due(today=today)
