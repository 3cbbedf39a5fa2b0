"""Emptying the database after a test that really committed.

Django then empties table by table in any order, and a revision of a destination refuses to go
before its destination: so destinations go first, and take their revisions along.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _destinations_go_first(request: pytest.FixtureRequest) -> Iterator[None]:
    marker = request.node.get_closest_marker("django_db")
    if {"transactional_db", "live_server"} & set(request.fixturenames) or (
        marker and marker.kwargs.get("transaction")
    ):
        request.getfixturevalue("transactional_db")
        yield
        from turnpoint.apps.destinations.models import Destination

        Destination.objects.all().delete()
    else:
        yield
