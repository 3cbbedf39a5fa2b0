"""Facts and models as the pages use them, and what a person saved."""

from __future__ import annotations

import contextlib
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar

from django.conf import settings

from turnpoint.apps.accounts.models import User
from turnpoint.apps.occupations.models import SavedOccupation
from turnpoint.core.title.index import TitleIndex
from turnpoint.core.title.index import title_index as index_titles
from turnpoint.core.title.match import match
from turnpoint.core.title.suggest import suggest
from turnpoint.core.transition.move import TransitionModel
from turnpoint.errors import NotFound, TurnpointError
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.occupation import MAJOR_GROUPS, Occupation
from turnpoint.labour.wage import Area

State = tuple[tuple[str, int, int], ...]
Version = tuple[Path, State]
T = TypeVar("T")

LONGEST_TITLE = 160


def cache_one(make: Callable[[Path, State], T]) -> Callable[[Path, State], T]:
    """Keep the last value; while it is made, others wait for it rather than make it again."""
    kept, lock = lru_cache(maxsize=1)(make), threading.Lock()

    @wraps(make)
    def value(folder: Path, state: State) -> T:
        with lock:
            return kept(folder, state)

    return value


def market() -> LabourMarket:
    """The labour market, loaded once and again whenever a fact file has changed."""
    return _market(*_version())


def title_index() -> TitleIndex:
    """The titles of the present market, indexed once."""
    return _title_index(*_version())


def transition_model() -> TransitionModel:
    """The transition model on the present market, made once."""
    return _transition_model(*_version())


def _version() -> Version:
    folder: Path = settings.FACTS_DIR
    files = [(file.name, file.stat()) for file in sorted(folder.glob("*.npz"))]
    return folder, tuple((name, about.st_mtime_ns, about.st_size) for name, about in files)


@cache_one
def _market(folder: Path, state: State) -> LabourMarket:
    return LabourMarket.load(folder)


@cache_one
def _title_index(folder: Path, state: State) -> TitleIndex:
    return index_titles(_market(folder, state))


@cache_one
def _transition_model(folder: Path, state: State) -> TransitionModel:
    return TransitionModel.for_market(_market(folder, state))


def warm_up() -> threading.Thread:
    """Load the facts and the models in the background, so that no page waits for them."""
    thread = threading.Thread(target=load_everything, name="facts-warm-up", daemon=True)
    thread.start()
    return thread


def load_everything() -> None:
    """Make what pages need of the facts, unless it is there."""
    with contextlib.suppress(TurnpointError):  # the page that needs the facts says what is wrong
        title_index()
        transition_model()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An occupation that a typed title may mean, and the reason in words.

    ``exact``: the title has just the words of this occupation’s title and of no other’s.
    """

    code: str
    title: str
    reason: str
    exact: bool = False


def find_occupations(text: str, limit: int = 6) -> tuple[Suggestion, ...]:
    """Occupations that a title in everyday words may mean, best first."""
    known = market().occupations
    found = match(title_index(), text, limit=limit)
    only = sum(each.exact for each in found) == 1
    return tuple(
        Suggestion(
            known[each.occupation].code,
            known[each.occupation].title,
            each.reason,
            exact=each.exact and only,
        )
        for each in found
    )


GOOD_GUESS = 0.55
"""Score of a suggestion from which on it is worth a line while somebody looks for anything."""


def occupations_begun(text: str, limit: int = 6) -> tuple[Suggestion, ...]:
    """Occupations to offer while a title is being typed; only those that are a good guess."""
    known = market().occupations
    return tuple(
        Suggestion(known[each.occupation].code, known[each.occupation].title, each.reason)
        for each in suggest(title_index(), text, limit=limit)
        if each.score >= GOOD_GUESS
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


def saved_occupations(*, owner: User) -> tuple[Occupation, ...]:
    """What the person saved, newest first; occupations the market no longer has are left out."""
    facts = market()
    codes = SavedOccupation.objects.filter(owner=owner, trashed_at__isnull=True)
    return tuple(
        facts.occupations[facts.index[code]]
        for code in codes.order_by("-saved_at", "-pk").values_list("code", flat=True)
        if code in facts.index
    )


def is_saved(*, owner: User, code: str) -> bool:
    return SavedOccupation.objects.filter(owner=owner, code=code, trashed_at__isnull=True).exists()


def groups() -> tuple[tuple[str, str, int], ...]:
    """Major groups that have occupations: code, name, how many."""
    count = Counter(known.major_group for known in market().occupations)
    return tuple((code, name, count[code]) for code, name in MAJOR_GROUPS.items() if count[code])


def in_group(group: str) -> tuple[Occupation, ...]:
    """The occupations of a major group, by title. Raises ``NotFound`` for a group there is not."""
    if group not in MAJOR_GROUPS:
        raise NotFound(f"There is no group of occupations “{group}”.")
    found = (known for known in market().occupations if known.major_group == group)
    return tuple(sorted(found, key=lambda known: known.title))
