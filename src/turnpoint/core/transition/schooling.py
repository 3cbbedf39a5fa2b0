"""The education track: months from the person's level to what the destination's people hold.

``months(L → r) = max(0, M_r − M_L)`` on a ladder ``M`` of full-time months above a high school
diploma. Likely is the step to the median level, times the share of incumbents who say no less will
do, so that a degree which many do without weighs less; low and high are the quartiles. Studying
beside a job stretches all of it: ``× (1 + share beside the job · (stretch − 1))``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np

from turnpoint.core.transition.assumptions import OURS, Assumptions
from turnpoint.core.transition.derivation import Derivation, Kind, Range
from turnpoint.core.transition.person import Person
from turnpoint.core.transition.provenance import (
    assumed,
    published,
    replacement,
    source_of,
    term_of,
    yours,
)
from turnpoint.core.transition.track import EDUCATION, Track, months, quartiles, scaled
from turnpoint.labour.licence import licence_of
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.preparation import EDUCATION_LEVELS

LADDER = (
    Range(-12.0, -6.0, -3.0),
    Range(0.0, 0.0, 0.0),
    Range(6.0, 9.0, 12.0),
    Range(6.0, 12.0, 12.0),
    Range(18.0, 24.0, 24.0),
    Range(42.0, 48.0, 60.0),
    Range(48.0, 57.0, 72.0),
    Range(60.0, 69.0, 84.0),
    Range(66.0, 78.0, 96.0),
    Range(78.0, 90.0, 108.0),
    Range(90.0, 108.0, 132.0),
    Range(102.0, 132.0, 168.0),
)
"""Full-time months above a high school diploma to reach O*NET's levels 1 to 12, as stated."""

ASSOCIATE, PROFESSIONAL, DOCTORATE = 5, 10, 11
PROFESSIONAL_SCHOOL = 30.0
"""Months of school for a licence from which on it is a professional doctorate."""

TYPICAL_ENTRY = {
    "no formal educational credential": 1,
    "high school diploma or equivalent": 2,
    "postsecondary nondegree award": 3,
    "some college, no degree": 4,
    "associate's degree": 5,
    "bachelor's degree": 6,
    "master's degree": 8,
    "doctoral or professional degree": 10,
}
"""BLS's typical entry-level education as O*NET's levels."""

PROFESSIONS = ("11", "13", "15", "17", "19", "21", "23", "25", "27", "29")
REPAIR, SERVICE = ("49",), ("35", "37", "45")


def ladder(assumed: Assumptions) -> tuple[Range, ...]:
    """``LADDER`` with the assumed steps; a rung keeps its low and high in proportion.

    No rung is below the one before it, so that more education never lengthens the way.
    """
    bachelor = assumed.study_bachelor
    above = (assumed.study_master, assumed.study_professional, assumed.study_doctorate)
    return _rungs(assumed.study_certificate, assumed.study_associate, bachelor, above)


@lru_cache(maxsize=64)
def _rungs(
    certificate: float, associate: float, bachelor: float, above: tuple[float, float, float]
) -> tuple[Range, ...]:
    """The rungs between those given keep their place between them, or their distance.

    ``above``: from a bachelor's degree to a master's, a professional one and a doctorate.
    """
    master, professional, doctorate = (bachelor + step for step in above)
    after_bachelor = (LADDER[6].likely - LADDER[5].likely) / (LADDER[7].likely - LADDER[5].likely)
    likely = (
        LADDER[0].likely,
        LADDER[1].likely,
        certificate,
        LADDER[3].likely / LADDER[4].likely * associate,
        associate,
        bachelor,
        bachelor + after_bachelor * (master - bachelor),
        master,
        master + LADDER[8].likely - LADDER[7].likely,
        professional,
        doctorate,
        doctorate + LADDER[11].likely - LADDER[10].likely,
    )
    rungs = [scaled(rung, value) for rung, value in zip(LADDER, likely, strict=True)]
    lows = accumulate((rung.low for rung in rungs), max)
    middles = accumulate((rung.likely for rung in rungs), max)
    highs = accumulate((rung.high for rung in rungs), max)
    return tuple(map(Range, lows, middles, highs))


def group_level(soc: str, assumed: Assumptions) -> int:
    """The assumed level of a SOC major group where nothing is loaded."""
    group = soc[:2]
    if group in PROFESSIONS:
        return int(assumed.group_level_profession)
    if group in REPAIR:
        return int(assumed.group_level_repair)
    return int(assumed.group_level_service if group in SERVICE else assumed.group_level)


@dataclass(frozen=True, slots=True)
class Requirement:
    """Shares of incumbents by required level 1 to 12, and who says so.

    ``counted`` is true where the shares were counted, false where one level stands for all.
    """

    shares: tuple[float, ...]
    kind: Kind
    source: tuple[str, str]
    counted: bool

    @property
    def typical(self) -> int:
        """The median level, 1 to 12."""
        return int(quartiles(range(1, 13), self.shares).likely)

    def at_least(self, level: int) -> float:
        """The share who say that ``level`` or more is required."""
        return float(sum(self.shares[level - 1 :]) / sum(self.shares))


def required_education(market: LabourMarket, occupation: int, assumed: Assumptions) -> Requirement:
    """From O*NET's incumbents, else BLS's typical entry, else an assumption by SOC group.

    Where a licence takes years of school, people report its professional doctorate (JD, MD,
    PharmD) as a doctorate; it is counted as a first professional degree.
    """
    soc = market.occupations[occupation].soc
    shares = market.preparation.education[occupation]
    if np.isfinite(shares).all() and shares.sum() > 0:
        counted = [float(share) for share in shares]
        licence = licence_of(soc)
        if licence is not None and licence.school[1] >= PROFESSIONAL_SCHOOL:
            counted[PROFESSIONAL - 1] += counted[DOCTORATE - 1]
            counted[DOCTORATE - 1] = 0.0
        return Requirement(tuple(counted), Kind.FACT, source_of(market, "onet"), counted=True)
    outlook = market.outlook.get(soc)
    words = outlook.entry_education.replace("’", "'").strip().lower() if outlook else ""
    if words in TYPICAL_ENTRY:
        source = source_of(market, "bls-ep")
        return Requirement(_only(TYPICAL_ENTRY[words]), Kind.FACT, source, counted=False)
    level = group_level(soc, assumed)
    source = (f"{OURS} for the SOC group {soc[:2]}", "")
    return Requirement(_only(level), Kind.ASSUMPTION, source, counted=False)


def _only(level: int) -> tuple[float, ...]:
    return tuple(float(each == level) for each in range(1, 13))


def level_of(market: LabourMarket, person: Person, assumed: Assumptions) -> int:
    """The level the person gave, else the typical one of their present occupation."""
    return person.education or required_education(market, person.origin, assumed).typical


def full_time_months(
    market: LabourMarket, person: Person, occupation: int, assumed: Assumptions
) -> Range:
    """Months of full-time study still to do, over the levels that incumbents report."""
    required = required_education(market, occupation, assumed)
    rungs = ladder(assumed)
    own = rungs[level_of(market, person, assumed) - 1]
    steps = [
        Range(
            max(step.low - own.low, 0.0),
            max(step.likely - own.likely, 0.0),
            max(step.high - own.high, 0.0),
        )
        for step in rungs
    ]
    likely = steps[required.typical - 1].likely * required.at_least(required.typical)
    low = quartiles([step.low for step in steps], required.shares).low
    high = quartiles([step.high for step in steps], required.shares).high
    return Range(min(low, likely), likely, max(high, likely))


def stretch(assumed: Assumptions) -> float:
    """How much longer study takes when that share of it is done beside a job."""
    return 1.0 + assumed.part_time * (assumed.part_time_stretch - 1.0)


def education_months(study: Range, *, owner: bool, assumed: Assumptions) -> Range:
    """Full-time study as it is done beside a job; none for an owner."""
    factor = 0.0 if owner else stretch(assumed)
    return study.map(lambda value: value * factor)


def education_track(
    market: LabourMarket, person: Person, occupation: int, *, owner: bool, assumptions: Assumptions
) -> Track:
    """Months of study; none for an owner, whom no employer asks for a degree."""
    required = required_education(market, occupation, assumptions)
    study = full_time_months(market, person, occupation, assumptions)
    duration = education_months(study, owner=owner, assumed=assumptions)
    command, words = replacement(market)
    return Track(
        name=EDUCATION,
        label="Education",
        months=duration,
        sentence=_sentence(required, person, duration, words, owner=owner),
        derivation=_derivation(market, person, required, study, assumptions),
        replace_with=command if required.kind is Kind.ASSUMPTION else "",
    )


def _sentence(
    required: Requirement, person: Person, duration: Range, words: str, *, owner: bool
) -> str:
    name = EDUCATION_LEVELS[required.typical - 1]
    if owner:
        return "No employer asks an owner for a degree, so no time is counted."
    if required.counted:
        less = 1.0 - required.at_least(required.typical)
        asked = f"Half of the people in this work or more say it takes a level of “{name}”; "
        asked += f"{less:.0%} say less is enough."
    elif required.kind is Kind.FACT:
        asked = f"The typical way in is “{name}”."
    else:
        asked = f"Assumed from the group of occupations: “{name}”. {words}"
    if person.education is None:
        asked += " You did not give your education, so what your present work asks for stands in."
    return f"{asked} Still to study: {months(duration)}."


def _derivation(
    market: LabourMarket,
    person: Person,
    required: Requirement,
    study: Range,
    assumptions: Assumptions,
) -> Derivation:
    own_level = EDUCATION_LEVELS[level_of(market, person, assumptions) - 1]
    own = (
        yours("your education", own_level, "level")
        if person.education
        else assumed("your education", own_level, "level", "what your present work asks for")
    )
    asked = EDUCATION_LEVELS[required.typical - 1]
    entry = (
        published("education asked for", asked, "level", required.source)
        if required.kind is Kind.FACT
        else assumed("education asked for", asked, "level", required.source[0])
    )
    return Derivation(
        "full-time months from your level to the level half of the people report × the share who "
        "say no less will do × how much longer studying beside a job takes; low and high from the "
        "quartiles of what people report",
        (
            own,
            entry,
            assumed("full-time study still to do", round(study.likely, 1), "months", OURS),
            term_of(assumptions, "part_time"),
            term_of(assumptions, "part_time_stretch"),
        ),
        required.source[0],
        required.source[1],
        required.kind,
    )
