"""What is due once a day while the server runs: a backup, the old trash, and agreed disposals."""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from turnpoint.apps.accounts import sight
from turnpoint.apps.archive.backup import keeping, taking
from turnpoint.apps.archive.services import empty_trash
from turnpoint.apps.facilitation.services import engagements

LOOK_EVERY = 600.0
"""Seconds between two looks at the calendar: a machine that slept finds out soon what is due."""

OFF = "off"

log = logging.getLogger(__name__)


def keep_up() -> None:
    """Do what is due, now and on each day that comes; this does not return.

    What could not be done is tried again at the next look, such as once there is room on the disk.
    """
    done: dt.date | None = None
    while True:
        today = timezone.localdate()
        if today != done and do_what_is_due(today=today):
            done = today
        time.sleep(LOOK_EVERY)


def do_what_is_due(*, today: dt.date) -> bool:
    """Each in its turn: one that fails is a sentence in the log, and the others are done.

    Gives whether all of it was done.
    """
    done = True
    due: dict[str, Callable[[], object]] = {
        "The backup": lambda: back_up(today=today),
        "Emptying the trash": empty_trash,
        "Disposing of what was agreed": lambda: engagements.dispose(today=today),
    }
    for name, do in due.items():
        try:
            with sight.everyone(name):
                do()
        except Exception as error:  # noqa: BLE001  # whatever it is, the server goes on
            log.warning("%s was not done today: %s", name, error)
            connection.close()  # one that was lost is not taken up again
            done = False
    connection.close()
    return done


def back_up(*, today: dt.date) -> None:
    """The backup of ``today`` where there is none yet, and old ones away.

    The first of a day stays, so that starting again after a mishap does not copy it over a good one.
    """
    if settings.BACKUPS == OFF:
        return
    folder = Path(settings.BACKUPS).expanduser()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if any(keeping.made_on(path) == today for path in keeping.backups(folder)):
        return
    taking.take(folder / keeping.file_name(timezone.localtime()))
    found = keeping.backups(folder)
    keeping.drop(found, keeping.daily_and_weekly(found))
