"""What the destination asks against what the person has: skills, knowledge, activities."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How what is had stands to what is asked."""

    MISSING = "missing"
    MET = "met"
    SPARE = "to spare"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class GapRow:
    """One skill or field of knowledge: need against have on the publisher's scale.

    ``need`` and ``have`` are on ``scale``; ``have`` is ``None`` where neither a role nor a declared
    skill says. ``missing`` = max(need − have, 0), ``spare`` = max(have − need, 0); ``gap`` =
    importance weight × missing, which the rows are ranked by. ``declared`` is true where the
    person's own word gave ``have``.
    """

    id: str
    name: str
    description: str
    importance: float
    weight: float
    need: float
    have: float | None
    missing: float
    spare: float
    gap: float
    standing: Standing
    declared: bool


@dataclass(frozen=True, slots=True)
class RatedGaps:
    """The rows of one rated domain, widest gap first, with scale, source and vintage.

    ``anchors`` says in words what the ends of the scale mean.
    """

    domain: str
    label: str
    rows: tuple[GapRow, ...]
    scale: tuple[float, float]
    unit: str
    anchors: tuple[str, str]
    source: str
    vintage: str


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One of O*NET's 41 generalized activities as the destination has it.

    ``share`` is its part of the destination's work (weighted by how telling each detailed activity
    is), ``covered`` the part of ``share`` that the person's roles already contain, ``new`` the
    rest. ``detailed`` and ``known`` count detailed activities and those the person's roles share
    exactly; ``new_names`` names the others where O*NET is loaded.
    """

    id: str
    name: str
    share: float
    covered: float
    new: float
    detailed: int
    known: int
    new_names: tuple[str, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class ActivityGaps:
    """Activities, most new first. ``coverage`` is the share of the destination's work covered."""

    rows: tuple[ActivityRow, ...]
    coverage: float
    source: str
    vintage: str

    @property
    def new(self) -> float:
        """The share of the destination's work that is new."""
        return 1.0 - self.coverage


@dataclass(frozen=True, slots=True)
class Gaps:
    """``activities`` is ``None`` where the destination has none listed; ``rated`` is by domain."""

    activities: ActivityGaps | None
    rated: tuple[RatedGaps, ...]

    def domain(self, name: str) -> RatedGaps | None:
        """The rated gaps of ``skills`` or ``knowledge``, where they are loaded."""
        return next((each for each in self.rated if each.domain == name), None)
