"""One alternative, where it came from, its money, and the way back from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from turnpoint.core.decision.interval import Interval
from turnpoint.core.decision.money import NO_MONEY, NOTHING, Course

MOST_OPTIONS = 12
STAY = "stay"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where an option came from: nothing of this is needed for one written from scratch."""

    route: Annotated[str, "the route to the destination it is a step of"] = ""
    occupation: Annotated[str, "the code of the occupation its pay was taken from"] = ""
    area: Annotated[str, "the code of the area its pay was taken from"] = ""
    note: Annotated[str, "where it came from, in your words"] = ""


SCRATCH = Provenance()


@dataclass(frozen=True, slots=True)
class Step:
    """A step that is hard to take back. ``before`` and ``after`` are what turning back costs."""

    name: Annotated[str, "what happens, as “the lease is signed”"]
    earliest: Annotated[date | None, "the first day it may happen"] = None
    latest: Annotated[date | None, "the last day it may happen"] = None
    before: Annotated[Interval, "what turning back costs before it"] = NOTHING
    after: Annotated[Interval, "what turning back costs after it"] = NOTHING


@dataclass(frozen=True, slots=True)
class WayBack:
    """How an option closes behind you."""

    steps: Annotated[tuple[Step, ...], "the steps, in order"] = ()
    learn: Annotated[tuple[str, ...], "what can still be learnt before"] = ()
    signals: Annotated[tuple[str, ...], "what should make you turn back"] = ()
    after: Annotated[tuple[str, ...], "how tactics change afterwards"] = ()


OPEN = WayBack()


@dataclass(frozen=True, slots=True)
class Option:
    """Staying (``stays``) is always one of the options, and only one of them."""

    key: str
    name: Annotated[str, "the option in a few words"] = ""
    stays: Annotated[bool, "whether this is staying where you are"] = False
    note: Annotated[str, "anything to remember"] = ""
    provenance: Annotated[Provenance, "where it came from"] = SCRATCH
    money: Annotated[Course, "its money by month"] = NO_MONEY
    way_back: Annotated[WayBack, "how it closes behind you"] = OPEN
