"""What every test can ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest_plugins = ["tests.cast"]


@pytest.fixture(scope="session")
def mirror() -> Path:
    """The folder with publishers' files; tests that need it are skipped where it is absent."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    folder = Path(os.environ.get("TURNPOINT_MIRROR", beside))
    if not folder.is_dir():
        pytest.skip(f"publishers’ files are not here ({folder}); set TURNPOINT_MIRROR to read them")
    return folder


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, only what touches the database is run a second time."""
    if os.environ.get("TURNPOINT_TEST_DATABASE") != "postgres":
        return
    chosen = [item for item in items if _touches_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen


def _touches_database(item: pytest.Item) -> bool:
    asked_for = set(getattr(item, "fixturenames", ()))
    return bool(asked_for & {"db", "transactional_db"}) or bool(item.get_closest_marker("django_db"))
