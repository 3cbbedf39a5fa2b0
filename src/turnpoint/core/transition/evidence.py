"""What is known of a person, a destination and the way between, before time and pay are assumed.

Gathered once; months and pay are then reckoned from it under any assumptions. Only ``half_life``
of the assumptions is in it, by way of what the person still has of earlier roles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from turnpoint.core.transition.asked import asked_experience, asked_training
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Range
from turnpoint.core.transition.experience import (
    credited_experience,
    experience_months,
    role_coverage,
)
from turnpoint.core.transition.five_years import Landing
from turnpoint.core.transition.gaps import Gaps, gaps_of
from turnpoint.core.transition.learning import skills_months, training_months, widest
from turnpoint.core.transition.licensing import licence_months, licence_schooling
from turnpoint.core.transition.likeness import likeness
from turnpoint.core.transition.move import Move
from turnpoint.core.transition.person import Person, Wish
from turnpoint.core.transition.schooling import (
    ASSOCIATE,
    education_months,
    full_time_months,
    required_education,
)
from turnpoint.core.transition.search import search_months
from turnpoint.labour.market import LabourMarket


@dataclass(frozen=True, slots=True)
class Evidence:
    """``covered`` is how much of the destination's work each role contains; ``tier`` how usual the
    move is, empty where no model says."""

    market: LabourMarket
    person: Person
    wish: Wish
    gaps: Gaps
    covered: tuple[float, ...]
    tier: str

    @property
    def to(self) -> int:
        return self.wish.occupation

    @property
    def owner(self) -> bool:
        return self.wish.own_business


def evidence_of(
    market: LabourMarket, person: Person, wish: Wish, move: Move | None, assumed: Assumptions
) -> Evidence:
    """Gather it; ``move`` is the transition model's answer, where there is one."""
    return Evidence(
        market,
        person,
        wish,
        gaps_of(market, person, wish.occupation, assumed),
        role_coverage(market, person, wish.occupation),
        str(move.tier) if move else "",
    )


def distance_of(person: Person, occupation: int, gaps: Gaps, assumed: Assumptions) -> float:
    """1 − likeness of all roles together; that of a typical move where no activities are listed."""
    if person.origin == occupation:
        return 0.0
    if gaps.activities is None:
        return assumed.typical_distance
    return 1.0 - likeness(gaps.activities.coverage, assumed)


def new_of(gaps: Gaps, assumed: Assumptions) -> float:
    """The share of the work that is new; that of a typical move where no activities are listed."""
    if gaps.activities is not None:
        return gaps.activities.new
    reach = assumed.cover_close - assumed.cover_by_lot
    return 1.0 - assumed.cover_by_lot - (1.0 - assumed.typical_distance) * reach


def credit_of(
    market: LabourMarket,
    person: Person,
    occupation: int,
    covered: Sequence[float],
    assumed: Assumptions,
) -> float:
    """The share of the experience asked for that the person's roles are credited with."""
    asked, _, _ = asked_experience(market, occupation, assumed)
    if asked.likely <= 0:
        return 1.0
    credited = credited_experience(person, occupation, covered, assumed)
    return min(credited / asked.likely, 1.0)


def months_to_be_ready(known: Evidence, assumed: Assumptions) -> Range:
    """``search + max(tracks)``, as ``readiness`` reckons it, in numbers alone."""
    market, person, to, owner = known.market, known.person, known.to, known.owner
    new = new_of(known.gaps, assumed)
    study = full_time_months(market, person, to, assumed)
    credited = credited_experience(person, to, known.covered, assumed)
    asked, _, _ = asked_experience(market, to, assumed)
    trained, _, _ = asked_training(market, to, assumed)
    tracks = (
        education_months(study, owner=owner, assumed=assumed),
        experience_months(asked, credited, owner=owner),
        licence_months(market, person, to, assumed),
        training_months(trained, new, owner=owner),
        skills_months(widest(known.gaps.rated), new, assumed),
    )
    zone = int(market.preparation.job_zone[to])
    search = search_months(zone, known.tier, owner=owner, assumed=assumed)
    return Range(
        search.low + max(track.low for track in tracks),
        search.likely + max(track.likely for track in tracks),
        search.high + max(track.high for track in tracks),
    )


def landing_of(known: Evidence, assumed: Assumptions) -> Landing:
    """What pay depends on, apart from the pay scale; the percentile is still the middle."""
    market, person, to = known.market, known.person, known.to
    degree = full_time_months(market, person, to, assumed)
    if known.owner:
        degree = Range.exactly(0.0)
    licence = licence_schooling(market, person, to, assumed)
    trained, _, _ = asked_training(market, to, assumed)
    training = training_months(trained, new_of(known.gaps, assumed), owner=known.owner)
    short = required_education(market, to, assumed).typical <= ASSOCIATE
    return Landing(
        percentile_now=0.5,
        credit=credit_of(market, person, to, known.covered, assumed),
        distance=distance_of(person, to, known.gaps, assumed),
        training=training.likely / 12.0,
        study=Range(
            max(degree.low, licence.low),
            max(degree.likely, licence.likely),
            max(degree.high, licence.high),
        ),
        tuition_year=assumed.tuition_short if short else assumed.tuition_long,
    )
