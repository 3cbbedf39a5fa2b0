"""The database that the tests run on."""

from __future__ import annotations

import os

from django.db import connection


def test_runs_on_the_database_that_was_asked_for(db: None) -> None:
    asked = os.environ.get("TURNPOINT_TEST_DATABASE", "sqlite")
    assert connection.vendor == {"postgres": "postgresql"}.get(asked, asked)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
