"""What every test can ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from turnpoint.apps.accounts import sight

pytest_plugins = [
    "tests.cast",
    "tests.facts",
    "tests.browser",
    "tests.emptying",
    "tests.at_once",
    "tests.smtp",
    "tests.released",
]


# The first example pays for loading SciPy, and two cores are shared: time is measured elsewhere.
settings.register_profile("turnpoint", deadline=None)
settings.load_profile("turnpoint")


@pytest.fixture(scope="session", autouse=True)
def _everyone() -> Iterator[None]:
    """A test arranges and looks at everybody’s rows; each request in it is bound to who asks."""
    with sight.everyone("the tests"):
        yield


@pytest.fixture(scope="session")
def mirror() -> Path:
    """The folder with publishers' files; tests that need it are skipped where it is absent."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    folder = Path(os.environ.get("TURNPOINT_MIRROR", beside))
    if not folder.is_dir():
        pytest.skip(f"publishers’ files are not here ({folder}); set TURNPOINT_MIRROR to read them")
    return folder


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Browser tests come last; on PostgreSQL only what touches the database is run again.

    Last, because Playwright keeps an event loop running, beside which Django refuses its database.
    """
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
    if os.environ.get("TURNPOINT_TEST_DATABASE") != "postgres":
        return
    left_out = [item for item in items if not _touches_database(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if _touches_database(item)]


def _touches_database(item: pytest.Item) -> bool:
    asked_for = set(getattr(item, "fixturenames", ()))
    return bool(asked_for & {"db", "transactional_db"}) or bool(
        item.get_closest_marker("django_db")
    )
