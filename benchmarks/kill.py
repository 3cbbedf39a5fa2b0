"""Killing whoever writes, in the middle of it, again and again: nothing acknowledged may be lost.

Several processes save destinations (each with its revision and dreams, one transaction) and say so
once a service has returned; all are killed (SIGKILL) at a random moment. After each kill SQLite’s
integrity check must be clean, every acknowledged destination there, and none of them half. A kill ends
a process, not the machine: what a power cut leaves is up to ``synchronous=FULL`` and the disk.
Limit: none lost. Run: ``python benchmarks/kill.py`` (Unix only).
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import select
import signal
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

WRITERS = 3
LONGEST = 0.4
"""Seconds a round of writers lives at most once one of them has written."""
PATIENCE = 30


def write_until_killed(username: str, out: int) -> None:
    """Save one destination after another, and tell its number only once it is saved."""
    from turnpoint.apps.accounts.models import User
    from turnpoint.apps.destinations.services import write_destination
    from turnpoint.interfaces.samples.ruth import RUTH

    owner = User.objects.get(username=username)
    while True:
        saved = write_destination(owner=owner, said=RUTH.revisions[0])
        os.write(out, f"{saved.pk}\n".encode())


def load_what_writing_needs() -> None:
    """Once, so that each process has it from its start."""
    import turnpoint.apps.destinations.services
    import turnpoint.interfaces.samples.ruth  # noqa: F401  # imported for those who come after


def start_writer(username: str) -> tuple[int, int]:
    """A process of its own that writes; gives its number and where it tells what it saved."""
    ours, theirs = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(ours)
        try:
            write_until_killed(username, theirs)
        finally:
            os._exit(1)
    os.close(theirs)
    return process, ours


def acknowledged(writers: list[tuple[int, int]]) -> set[int]:
    """Kill all writers; what they had told by then."""
    for process, _ in writers:
        os.kill(process, signal.SIGKILL)
    told: set[int] = set()
    for process, pipe in writers:
        _, status = os.waitpid(process, 0)
        if os.WTERMSIG(status) != signal.SIGKILL:
            raise SystemExit("A writer failed by itself.")
        with open(pipe, "rb") as file:  # noqa: PTH123  # a pipe has no path
            told |= {int(line) for line in file.read().splitlines()}
    return told


def check(database: Path, told: set[int]) -> tuple[bool, int, int]:
    """Whether the file is whole; how many of ``told`` are not there; how many are half."""
    with closing(sqlite3.connect(database)) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        there = {key for (key,) in connection.execute("SELECT id FROM destinations_destination")}
        half = connection.execute(
            "SELECT count(*) FROM destinations_destination d WHERE NOT EXISTS (SELECT 1 FROM "
            "destinations_destinationrevision r WHERE r.destination_id = d.id AND r.dream_count = "
            "(SELECT count(*) FROM destinations_revisiondream m WHERE m.revision_id = r.id))"
        ).fetchone()[0]
    return whole, len(told - there), half


def kill(times: int, *, folder: Path, seed: int) -> str:
    """Kill the writers ``times`` times and say what was found."""
    os.environ["TURNPOINT_DATA_DIR"] = str(folder)
    os.environ.pop("DATABASE_URL", None)
    from turnpoint.interfaces.cli.workspace import prepare_database, start_django

    start_django()
    prepare_database()
    from django.db import connection

    from turnpoint.apps.accounts.services import make_owner

    username = make_owner().username
    load_what_writing_needs()
    connection.close()
    chance = random.Random(seed)  # noqa: S311  # moments, no secrets
    told: set[int] = set()
    for done in range(1, times + 1):
        writers = [start_writer(username) for _ in range(WRITERS)]
        select.select(
            [pipe for _, pipe in writers], [], [], PATIENCE
        )  # the first one told something
        time.sleep(chance.uniform(0, LONGEST))
        told |= acknowledged(writers)
        whole, lost, half = check(folder / "turnpoint.sqlite3", told)
        if not whole or lost or half:
            raise SystemExit(f"After {done} kills: whole {whole}, lost {lost}, half {half}.")
    return f"{times} kills, {len(told)} acknowledged writes, 0 lost, 0 half; each check clean."


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--times", type=int, default=300)
    options.add_argument("--folder", type=Path)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    with contextlib.ExitStack() as stack:
        place = given.folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        print(kill(given.times, folder=place, seed=given.seed))  # what it found
