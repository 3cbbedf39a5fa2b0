"""Facts that tests of the labour layer share; each source is imported once a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from turnpoint.labour.market import LabourMarket
from turnpoint.labour.sources import oews


@pytest.fixture(scope="session")
def wage_facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A facts folder with the wages of the installed package."""
    folder = tmp_path_factory.mktemp("facts")
    oews.ensure(folder)
    return folder


@pytest.fixture(scope="session")
def shipped_market(wage_facts: Path) -> LabourMarket:
    """What a newcomer has: the embedded tables and the wages."""
    return LabourMarket.load(wage_facts)
