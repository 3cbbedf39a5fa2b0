"""Answers to decision files: kept while their inputs stay as they are, refined in the background.

A page answers at ``QUICK`` draws at once; another process then answers at ``FULL`` draws and draws
the charts. What is kept is kept by owner, by the hash of the inputs and by the number of draws, so that
nobody is ever shown what another wrote. At most ``WORKERS`` files are refined at a time, of one
person’s transitions one, and one whose inputs changed gives way to the newer one.
"""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import cast

from turnpoint.apps.accounts.elsewhere import Elsewhere, NotDone
from turnpoint.apps.transitions.reckoning import Answered, Task, reckon, refine
from turnpoint.core.decision.answers import DRAWS, SEED
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.stamp import stamp
from turnpoint.core.decision.worlds import Tilt
from turnpoint.errors import TurnpointError

QUICK, FULL = DRAWS, 100_000
KEPT = 128
WORKERS = 2
FILE, TRIAL = "file", "trial"
log = logging.getLogger(__name__)
Key = tuple[int, str, int, str, dt.date]


@dataclass(frozen=True)
class Asked:
    """A file to answer: whose, of which transition, and what of it is only tried."""

    owner: int
    transition: int
    file: DecisionFile
    today: dt.date
    kind: str = FILE
    tilt: Tilt = ()
    tried: str = ""

    def key(self, draws: int) -> Key:
        """By what its answers are kept."""
        return (self.owner, self.kind, draws, self.inputs, self.today)

    def task(self, draws: int) -> Task:
        """What is to be reckoned."""
        return Task(self.file, self.today, draws, self.kind == TRIAL, self.tilt)

    @cached_property
    def inputs(self) -> str:
        """The hash of the file; of what is tried, the words that say what was moved."""
        return self.tried or _inputs(self.file)


@lru_cache(maxsize=KEPT)
def _inputs(file: DecisionFile) -> str:
    return stamp(file, seed=SEED, draws=QUICK).inputs


@dataclass(slots=True)
class Refinement:
    """One file being refined: how far it is, and whether it should stop."""

    key: Key
    share: float = 0.0
    stopped: bool = False
    failed: bool = False

    @property
    def of(self) -> str:
        """The hash of what is being refined."""
        return self.key[3]

    def at(self, share: float) -> None:
        """Note how far it is. Raises ``Superseded`` where a newer one took its place."""
        if self.stopped:
            raise Superseded
        self.share = share


class Superseded(Exception):
    """A refinement that nobody waits for any longer."""


@dataclass
class Kept:
    """The last answers, and what is being refined."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    answers: OrderedDict[Key, Answered] = field(default_factory=OrderedDict)
    running: dict[tuple[int, int, str], Refinement] = field(default_factory=dict)

    def get(self, key: Key) -> Answered | None:
        with self.lock:
            if key in self.answers:
                self.answers.move_to_end(key)
            return self.answers.get(key)

    def put(self, key: Key, found: Answered) -> Answered:
        with self.lock:
            self.answers[key] = found
            self.answers.move_to_end(key)
            while len(self.answers) > KEPT:
                self.answers.popitem(last=False)
        return found


kept = Kept()
workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="refine")
_own = threading.local()


def answered(asked: Asked) -> Answered:
    """The best answers there are; at ``QUICK`` draws where there are none yet.

    Raises ``Unanswerable`` where a cell is wrong.
    """
    return kept.get(asked.key(FULL)) or quickly(asked)


def quickly(asked: Asked) -> Answered:
    """The answers at ``QUICK`` draws, whatever else there is: what moving a figure starts from."""
    return kept.get(asked.key(QUICK)) or kept.put(
        asked.key(QUICK), Answered(reckon(asked.task(QUICK)))
    )


def as_far_as_it_goes(found: Answered) -> bool:
    """Whether more draws would not be made."""
    return found.answers.stamp.draws >= FULL


def refined(asked: Asked) -> Answered | Refinement:
    """The refined answers, or how far they are; begins to refine them where nobody has."""
    key = asked.key(FULL)
    if (found := kept.get(key)) is not None:
        return found
    place = (asked.owner, asked.transition, asked.kind)
    with kept.lock:
        if _busy_elsewhere(place):
            return Refinement(key)
        now = kept.running.get(place)
        if now is not None and now.key == key:
            return now
        if now is not None:
            now.stopped = True
        begun = kept.running[place] = Refinement(key)
    workers.submit(_refine, asked, begun)
    return begun


def under_way(owner: int, transition: int, of: str) -> Refinement | None:
    """The refinement of inputs with this hash, where it is still going on: nothing is read for it."""
    now = kept.running.get((owner, transition, FILE))
    return now if now is not None and now.of == of and not now.failed else None


def _busy_elsewhere(place: tuple[int, int, str]) -> bool:
    """Whether another transition of this person is being refined: theirs go one after another."""
    owner, transition, _ = place
    return any(
        whose == owner and which != transition and not each.failed
        for (whose, which, _), each in kept.running.items()
    )


def _refine(asked: Asked, begun: Refinement) -> None:
    try:
        kept.put(asked.key(FULL), _elsewhere().run(refine, asked.task(FULL), at=begun.at))
    except Superseded:
        pass
    except TurnpointError:
        begun.failed = True
    except NotDone as error:
        begun.failed = True
        log.error("Refining the answers of transition %s failed. %s", asked.transition, error)
    finally:
        place = (asked.owner, asked.transition, asked.kind)
        with kept.lock:
            if kept.running.get(place) is begun and not begun.failed:
                del kept.running[place]


def _elsewhere() -> Elsewhere:
    """The process that refines for this thread."""
    if not hasattr(_own, "elsewhere"):
        _own.elsewhere = Elsewhere("turnpoint.apps.transitions.reckoning:prepare", gives_way=True)
    return cast(Elsewhere, _own.elsewhere)
