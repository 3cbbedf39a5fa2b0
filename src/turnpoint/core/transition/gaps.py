"""What the destination asks against what the person has: skills, knowledge, activities.

What a person has of a rated element is the highest of what their roles ask for (an earlier role
fades with a half-life) and what they declare. ``gap = weight · max(need − have, 0)``, where
``weight`` is the importance rating put on 0 to 1. Activities are compared as in ``likeness``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.likeness import (
    Destination,
    Floats,
    destination_of,
    faded,
    persons_credit,
)
from turnpoint.core.transition.person import Person
from turnpoint.core.transition.provenance import activities_source, source_of
from turnpoint.labour.activity import generalized_of
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.skill import Ratings

RATED = {"skills": "Skills", "knowledge": "Knowledge"}
LEVELS = (0.0, 7.0)
CLOSE = 0.25
"""Half of the step that O*NET's raters tell apart: need and have within it count as met."""


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


def gaps_of(market: LabourMarket, person: Person, occupation: int, assumed: Assumptions) -> Gaps:
    """Everything the destination asks, against what the person has, as far as it is loaded."""
    rated = (_rated_gaps(market, domain, person, occupation, assumed) for domain in RATED)
    return Gaps(
        activities=_activity_gaps(market, person, occupation, assumed),
        rated=tuple(each for each in rated if each is not None),
    )


def _activity_gaps(
    market: LabourMarket, person: Person, occupation: int, assumed: Assumptions
) -> ActivityGaps | None:
    destination = destination_of(market, occupation)
    if not destination.detailed:
        return None
    credit = persons_credit(market, person, destination, assumed)
    present = {each for role in person.roles for each in market.activities.of(role.occupation)}
    families = dict.fromkeys(generalized_of(each) for each in destination.detailed)
    rows = (
        _activity_row(family, destination, credit, present, market.activities.names)
        for family in families
    )
    return ActivityGaps(
        tuple(sorted(rows, key=lambda row: (-row.new, -row.share, row.id))),
        float(destination.weight @ credit),
        *activities_source(market),
    )


def _activity_row(
    family: str,
    destination: Destination,
    credit: Floats,
    present: set[str],
    names: Mapping[str, str],
) -> ActivityRow:
    inside = [i for i, each in enumerate(destination.detailed) if generalized_of(each) == family]
    share = float(destination.weight[inside].sum())
    covered = float(destination.weight[inside] @ credit[inside])
    unknown = [destination.detailed[i] for i in inside if destination.detailed[i] not in present]
    return ActivityRow(
        id=family,
        name=names.get(family, family),
        share=share,
        covered=covered,
        new=share - covered,
        detailed=len(inside),
        known=len(inside) - len(unknown),
        new_names=tuple(names[each] for each in unknown if each in names),
        standing=Standing.MET if covered >= 0.8 * share else Standing.MISSING,
    )


def _rated_gaps(
    market: LabourMarket, domain: str, person: Person, occupation: int, assumed: Assumptions
) -> RatedGaps | None:
    ratings = market.ratings.get(domain)
    if ratings is None or not ratings.rated()[occupation]:
        return None
    levels = bool(np.isfinite(ratings.level).any())
    need = _amount(ratings, occupation, levels)
    have = np.full(len(need), np.nan)
    for role in person.roles:
        theirs = _amount(ratings, role.occupation, levels) * faded(role.years_since, assumed)
        have = np.fmax(have, theirs)
    declared = person.skills if levels else {}
    rows = (
        _gap_row(ratings, (occupation, e), float(need[e]), float(have[e]), declared)
        for e in range(len(need))
        if np.isfinite(need[e]) and np.isfinite(ratings.importance[occupation, e])
    )
    return RatedGaps(
        domain,
        RATED[domain],
        tuple(sorted(rows, key=lambda row: (-row.gap, -row.importance, row.id))),
        LEVELS if levels else ratings.scale,
        "level" if levels else "importance",
        ("not needed", "as much as any work asks for")
        if levels
        else ("not important", "extremely important"),
        *source_of(market, "onet"),
    )


def _amount(ratings: Ratings, occupation: int, levels: bool) -> Floats:
    """What an occupation asks of each element; a level that is not relevant is none."""
    rated = ratings.level if levels else ratings.importance
    amount: Floats = rated[occupation].astype(np.float64)
    if levels:
        amount[ratings.not_relevant[occupation]] = 0.0
    return amount


def _gap_row(
    ratings: Ratings,
    cell: tuple[int, int],
    need: float,
    have: float,
    skills: Mapping[str, float],
) -> GapRow:
    element = ratings.elements[cell[1]]
    own_word = skills.get(element.id)
    declared = own_word is not None and not own_word <= have
    known = own_word if declared else (have if np.isfinite(have) else None)
    low, high = ratings.scale
    importance = float(ratings.importance[cell])
    weight = min(max((importance - low) / (high - low), 0.0), 1.0)
    missing = max(need - known, 0.0) if known is not None else 0.0
    spare = max(known - need, 0.0) if known is not None else 0.0
    return GapRow(
        id=element.id,
        name=element.name,
        description=element.description,
        importance=importance,
        weight=weight,
        need=need,
        have=known,
        missing=missing,
        spare=spare,
        gap=weight * missing,
        standing=_standing(known, missing, spare),
        declared=declared,
    )


def _standing(known: float | None, missing: float, spare: float) -> Standing:
    if known is None:
        return Standing.UNKNOWN
    if missing > CLOSE:
        return Standing.MISSING
    return Standing.SPARE if spare > CLOSE else Standing.MET
