"""Plans searched for: a first one at once, the best one in the background, within a time limit.

What is found is kept by owner and by the hash of what it was made from, so that nobody is ever shown
what is made of another’s. A search whose inputs changed is not waited for, and its result is let go.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from turnpoint.apps.accounts.taking_turns import give_way
from turnpoint.apps.skills.drafting import Draft
from turnpoint.core.planning.binding import Relief, reliefs
from turnpoint.core.planning.schedule import TIME_LIMIT, Schedule, alternative, first_plan, schedule
from turnpoint.errors import TurnpointError

KEPT = 64
OTHER_LIMIT = 2.5
"""Seconds for another plan, and for each of the plans with a little more of one limit."""
LIMIT = TIME_LIMIT + 4 * OTHER_LIMIT
STAGES = (
    f"Looking for the best plan, for at most {TIME_LIMIT:g} seconds",
    f"Looking for another plan that is nearly as good, for at most {OTHER_LIMIT:g} seconds",
    "Asking what more hours a week would change",
    "Asking what a larger budget would change",
    "Asking what more months would change",
)
WAITING = "Somebody else’s plan is being searched for; yours comes next in line"
log = logging.getLogger(__name__)
Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A plan; ``final`` once the search is over. ``other`` and ``more`` come with that."""

    plan: Schedule
    final: bool = False
    other: Schedule | None = None
    more: tuple[Relief, ...] = ()


@dataclass(slots=True)
class Search:
    """One search under way: since when, at what, and whether it came to grief.

    They are searched one after another, at most one of a person’s; ``begun`` once it is its turn.
    """

    key: Key
    since: float
    begun: bool = False
    stage: int = 0
    failed: bool = False

    @property
    def share(self) -> float:
        """How far it is at least, by the time limits."""
        if not self.begun:
            return 0.0
        before = TIME_LIMIT + (self.stage - 1) * OTHER_LIMIT if self.stage else 0.0
        return min(max((time.monotonic() - self.since) / LIMIT, before / LIMIT), 0.98)

    @property
    def words(self) -> str:
        return STAGES[self.stage] if self.begun else WAITING

    @property
    def pause(self) -> str:
        """How long the page waits before it asks again."""
        return "700ms" if self.begun else "3s"


@dataclass
class Kept:
    """What was found last, and what is being searched."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    found: OrderedDict[Key, Found] = field(default_factory=OrderedDict)
    running: dict[int, Search] = field(default_factory=dict)

    def get(self, key: Key) -> Found | None:
        with self.lock:
            if key in self.found:
                self.found.move_to_end(key)
            return self.found.get(key)

    def put(self, key: Key, found: Found) -> Found:
        with self.lock:
            self.found[key] = found
            self.found.move_to_end(key)
            while len(self.found) > KEPT:
                self.found.popitem(last=False)
        return found


kept = Kept()
workers = ThreadPoolExecutor(1, thread_name_prefix="planning", initializer=give_way)


def found_for(draft: Draft) -> Found:
    """The best plan known for a draft; a first one where none is known yet.

    Raises ``BadInput`` where what is pinned cannot be kept to.
    """
    key = _key(draft)
    known = kept.get(key)
    if known is None:
        first = first_plan(draft.opportunities, draft.targets, draft.limits, pinned=draft.pinned)
        known = kept.put(key, Found(first, final=not draft.opportunities or not draft.targets))
    return known


def search_for(draft: Draft, *, again: bool = False) -> Search | None:
    """The search for the best plan, begun where nobody has; ``None`` once it is over.

    ``again``: one that came to grief is tried once more.
    """
    key, known = _key(draft), kept.get(_key(draft))
    if known is not None and known.final:
        return None
    with kept.lock:
        now = kept.running.get(draft.owner)
        if now is not None and now.key == key and not (again and now.failed):
            return now
        begun = kept.running[draft.owner] = Search(key, time.monotonic())
    workers.submit(_search, draft, begun)
    return begun


def solve(draft: Draft, at: Callable[[int], None] = lambda _: None) -> Found:
    """The best plan, another one, and what holds it back; ``at`` is told each stage."""
    at(0)
    task = (draft.opportunities, draft.targets, draft.limits)
    plan = schedule(*task, pinned=draft.pinned)
    kept.put(_key(draft), Found(plan))
    at(1)
    other = alternative(plan, *task, pinned=draft.pinned, seconds=OTHER_LIMIT)
    more = reliefs(
        plan,
        *task,
        pinned=draft.pinned,
        seconds=OTHER_LIMIT,
        money=draft.money,
        at=lambda number: at(2 + number),
    )
    return kept.put(_key(draft), Found(plan, final=True, other=other, more=more))


def _search(draft: Draft, begun: Search) -> None:
    begun.since, begun.begun = time.monotonic(), True
    try:
        solve(draft, lambda stage: _step(draft, begun, stage))
    except Superseded:
        pass
    except TurnpointError:
        begun.failed = True
    except Exception as error:
        begun.failed = True
        if not (isinstance(error, RuntimeError) and "shutdown" in str(error)):
            log.exception("Looking for a plan failed.")
    finally:
        with kept.lock:
            if kept.running.get(draft.owner) is begun and not begun.failed:
                del kept.running[draft.owner]


class Superseded(Exception):
    """A search that nobody waits for any longer."""


def _step(draft: Draft, begun: Search, stage: int) -> None:
    with kept.lock:
        if kept.running.get(draft.owner) is not begun:
            raise Superseded
    begun.stage = stage


def _key(draft: Draft) -> Key:
    return draft.owner, draft.inputs
