"""What every test can ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def mirror() -> Path:
    """The folder with publishers' files; tests that need it are skipped where it is absent."""
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    folder = Path(os.environ.get("TURNPOINT_MIRROR", beside))
    if not folder.is_dir():
        pytest.skip(f"publishers’ files are not here ({folder}); set TURNPOINT_MIRROR to read them")
    return folder


pytest_plugins = ["tests.cast"]
