"""Facts and models as the pages use them, and what a person saved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from rapidfuzz import fuzz, process, utils

from turnpoint.labour.market import LabourMarket
from turnpoint.labour.occupation import Occupation
from turnpoint.labour.wage import Area

LONGEST_TITLE = 160


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


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An occupation that a typed title may mean, and the reason in words."""

    code: str
    title: str
    reason: str
    exact: bool = False


def find_occupations(text: str, limit: int = 6) -> tuple[Suggestion, ...]:
    """Occupations that a title in everyday words may mean, best first."""
    wanted = text.strip()[:LONGEST_TITLE]
    if not wanted:
        return ()
    facts = market()
    titles = [known.title for known in facts.occupations]
    found = process.extract(
        wanted,
        titles,
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=limit,
        score_cutoff=60,
    )
    return tuple(
        Suggestion(
            facts.occupations[place].code,
            title,
            "official title",
            exact=title.casefold() == wanted.casefold(),
        )
        for title, _, place in found
    )


def occupation(code: str) -> Occupation:
    """The occupation of an O*NET-SOC code; raises ``NotFound`` with the nearest codes named."""
    facts = market()
    return facts.occupations[facts.occupation(code)]


def areas() -> tuple[Area, ...]:
    """Places that pay is published for: the nation, then states, then metro areas, by name."""
    wages = market().wages
    return () if wages is None else _sorted_areas(wages.areas)


@lru_cache(maxsize=1)
def _sorted_areas(known: tuple[Area, ...]) -> tuple[Area, ...]:
    order = ("nation", "state", "metro")
    return tuple(sorted(known, key=lambda area: (order.index(area.kind), area.name)))


def area_name(code: str) -> str:
    """Name of an area, or ``""`` where it is not known."""
    return next((area.name for area in areas() if area.code == code), "")
