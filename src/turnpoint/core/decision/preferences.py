"""What the person wants, rung by rung; each rung may be left empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

FIRST, SECOND, SAME = "first", "second", "same"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one criterion in its own unit, as 40 minutes of commute to 10.

    For a criterion of named levels the two are ``worst_level`` and ``best_level``.
    """

    criterion: Annotated[str, "the key of the criterion"]
    worse: Annotated[float | None, "the figure it starts from"] = None
    better: Annotated[float | None, "the figure it gets to"] = None
    worse_level: Annotated[str, "the level it starts from"] = ""
    better_level: Annotated[str, "the level it gets to"] = ""


@dataclass(frozen=True, slots=True)
class TradeOff:
    """Which of two improvements the person would rather have: the first, the second, or the same."""

    first: Annotated[Change, "one improvement"]
    second: Annotated[Change, "the other"]
    prefers: Annotated[str, "the one you would rather have: first, second or same"] = SAME


@dataclass(frozen=True, slots=True)
class Swing:
    """How much the way from worst to best of a criterion matters, the weightiest being 100."""

    criterion: Annotated[str, "the key of the criterion"]
    points: Annotated[float, "0 to 100, the weightiest criterion being 100"]
    give: Annotated[float, "how far off that may be, plus or minus"] = 10.0


@dataclass(frozen=True, slots=True)
class Preferences:
    """``ranking`` has the most important first; criteria in one group are tied."""

    ranking: Annotated[tuple[tuple[str, ...], ...], "criteria, most important first"] = ()
    trade_offs: Annotated[tuple[TradeOff, ...], "answers in real units"] = ()
    swings: Annotated[tuple[Swing, ...], "numbers with a give"] = ()


UNSAID = Preferences()
