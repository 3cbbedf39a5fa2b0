"""Doing something several times at once, as several browsers would."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from turnpoint.apps.accounts import sight
from turnpoint.apps.accounts.models import User


@pytest.fixture
def at_once(transactional_db: None, ada: User) -> Callable[..., Any]:
    """Call a function for each of many values at once, each call with a connection of its own."""

    def call(function: Callable[[int], Any], times: int) -> list[Any]:
        def once(number: int) -> Any:
            try:
                with sight.everyone("what a test does at once"):
                    return function(number)
            finally:
                connection.close()

        with ThreadPoolExecutor(times) as pool:
            return list(pool.map(once, range(times)))

    return call
