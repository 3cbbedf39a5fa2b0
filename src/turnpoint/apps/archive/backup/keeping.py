"""Which backups of a folder are kept, and which have had their time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from pathlib import Path

NAME = re.compile(r"turnpoint-backup-(\d{4}-\d\d-\d\d)-\d{6}\.zip")
DAYS = 7
WEEKS = 4


def file_name(now: dt.datetime) -> str:
    """What a backup of this moment is called, so that names sort by time."""
    return f"turnpoint-backup-{now:%Y-%m-%d-%H%M%S}.zip"


def backups(folder: Path) -> list[Path]:
    """The backups in a folder, newest first; anything else in it is not ours."""
    return sorted(
        (path for path in folder.glob("*.zip") if NAME.fullmatch(path.name)), reverse=True
    )


def made_on(path: Path) -> dt.date:
    """The day a backup was made, as its name says."""
    return dt.date.fromisoformat(path.name[len("turnpoint-backup-") :][:10])


def newest(found: list[Path], keep: int) -> set[Path]:
    """The ``keep`` newest of ``found``, which is sorted newest first."""
    return set(found[:keep])


def daily_and_weekly(found: list[Path]) -> set[Path]:
    """The newest of each of the last seven days, and of each of the last four weeks, with any."""
    days = _newest_of_each(found, made_on)
    weeks = _newest_of_each(found, lambda path: made_on(path).isocalendar()[:2])
    return {*days[:DAYS], *weeks[:WEEKS]}


def _newest_of_each(found: Iterable[Path], span: Callable[[Path], object]) -> list[Path]:
    first: dict[object, Path] = {}
    for path in found:
        first.setdefault(span(path), path)
    return list(first.values())


def drop(found: list[Path], kept: set[Path]) -> int:
    """Remove the backups of ``found`` that are not kept; gives how many went."""
    gone = [path for path in found if path not in kept]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)
