"""Facts and models as the pages use them, and what a person saved."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from turnpoint.labour.market import LabourMarket


def market() -> LabourMarket:
    """The labour market, loaded once and again whenever a fact file has changed."""
    folder: Path = settings.FACTS_DIR
    return _market(folder, _state(folder))


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    files = sorted(folder.glob("*.npz"))
    return tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in files)


@lru_cache(maxsize=1)
def _market(folder: Path, state: tuple[tuple[str, int, int], ...]) -> LabourMarket:
    return LabourMarket.load(folder)
