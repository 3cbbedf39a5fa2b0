"""Doing something several times at once, as several browsers would."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from turnpoint.apps.accounts.models import User


@pytest.fixture
def at_once(transactional_db: None, ada: User, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Call a function for each of many values at once, each call with a connection of its own.

    SQLite answers several at once as a file only, not in memory: its threads work on a copy.
    """

    def call(function: Callable[[int], Any], times: int) -> list[Any]:
        def once(number: int) -> Any:
            try:
                return function(number)
            finally:
                connection.close()

        with ThreadPoolExecutor(times) as pool:
            return list(pool.map(once, range(times)))

    kept = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        copy = str(tmp_path / "copy.sqlite3")
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [copy])
        connection.settings_dict["NAME"] = copy
    yield call
    connection.settings_dict["NAME"] = kept
