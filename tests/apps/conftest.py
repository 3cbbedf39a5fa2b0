"""Facts that tests of the pages share."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from turnpoint.labour.sources import oews


@pytest.fixture(scope="session")
def wages() -> Path:
    """The tests' facts folder with the wages of the installed package, as a newcomer has it."""
    folder: Path = settings.FACTS_DIR
    oews.ensure(folder)
    return folder
