"""Which backups are kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from turnpoint.apps.archive.backup import keeping

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


def _folder(folder: Path, *, days: int) -> list[Path]:
    for back in range(days):
        for hours in (0, 3):
            moment = NOON - dt.timedelta(days=back, hours=hours)
            (folder / keeping.file_name(moment)).touch()
    (folder / "holiday.zip").touch()
    return keeping.backups(folder)


def test_keeps_seven_days_and_four_weeks(tmp_path: Path) -> None:
    found = _folder(tmp_path, days=60)
    kept = keeping.daily_and_weekly(found)
    days = sorted(f"{keeping.made_on(path):%m-%d}" for path in kept)
    assert days == [
        *("11-01", "11-08", "11-15"),
        *("11-16", "11-17", "11-18", "11-19", "11-20", "11-21", "11-22"),
    ]
    assert all("-120000" in path.name for path in kept)  # the newest of its day


def test_removes_older_ones_and_nothing_that_is_not_its_own(tmp_path: Path) -> None:
    found = _folder(tmp_path, days=3)
    assert keeping.drop(found, keeping.newest(found, 2)) == 4
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "holiday.zip",
        "turnpoint-backup-2026-11-22-090000.zip",
        "turnpoint-backup-2026-11-22-120000.zip",
    ]
