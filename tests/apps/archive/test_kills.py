"""Whoever writes may be killed at any moment."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

BENCHMARK = Path(__file__).resolve().parents[3] / "benchmarks" / "kill.py"


@pytest.mark.skipif("not hasattr(os, 'fork')", reason="processes are forked, as Unix does")
def test_nothing_acknowledged_is_lost_when_writers_are_killed(
    transactional_db: None, tmp_path: Path
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("kills those who write to a file")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(tmp_path / "turnpoint.sqlite3")])
    command = [sys.executable, str(BENCHMARK), "--times", "15", "--folder", str(tmp_path)]
    ours = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    done = subprocess.run(
        command, env=ours, capture_output=True, text=True, check=False, timeout=120
    )
    found = re.match(r"15 kills, (\d+) acknowledged writes, 0 lost, 0 half", done.stdout)
    assert found, done.stderr
    assert int(found[1]) > 0
