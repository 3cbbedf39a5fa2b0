"""What is due once a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection
from django.utils import timezone

from turnpoint.apps.archive import upkeep
from turnpoint.apps.archive.backup import keeping


def test_makes_one_backup_a_day_and_drops_the_old(
    at_once: Callable[..., Any], settings: LazySettings, tmp_path: Path
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("works on SQLite’s file")
    folder = tmp_path / "backups"
    folder.mkdir()
    settings.BACKUPS = str(folder)
    now = timezone.localtime()
    old = [now - dt.timedelta(days=days) for days in range(1, 10)]
    for moment in old:
        (folder / keeping.file_name(moment)).touch()
    today = timezone.localdate()
    at_once(lambda _: [upkeep.do_what_is_due(today=today) for _ in range(2)], 1)
    days = [keeping.made_on(path) for path in keeping.backups(folder)]
    assert days[:7] == [today - dt.timedelta(days=back) for back in range(7)]
    assert len(days) <= 9


def test_makes_none_where_it_is_turned_off(db: None, settings: LazySettings) -> None:
    settings.BACKUPS = "off"
    upkeep.back_up(today=timezone.localdate())


def test_a_failure_is_a_sentence_in_the_log_and_stops_nothing(
    at_once: Callable[..., Any],
    settings: LazySettings,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (tmp_path / "file").write_text("no folder")
    settings.BACKUPS = str(tmp_path / "file")
    at_once(lambda _: upkeep.do_what_is_due(today=timezone.localdate()), 1)
    [said] = caplog.records
    assert "The backup was not done today" in said.getMessage()
    assert said.exc_info is None
