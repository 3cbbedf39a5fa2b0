"""The reality check: one destination held against one person.

Skills, knowledge and activities against the person's; months to be ready; pay in the first year and
over five years against staying; commonness and fit as two numbers; gates apart; constraints; what is
not known. A pure function of the market, the model, the person, the wish and the assumptions.
"""

from __future__ import annotations

from dataclasses import replace

from turnpoint.core.transition.asked import asked_experience
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.constraints import Answer, Constraint, constraints_of
from turnpoint.core.transition.derivation import Range
from turnpoint.core.transition.experience import credited_experience
from turnpoint.core.transition.figures import figures_of
from turnpoint.core.transition.findings import RealityCheck
from turnpoint.core.transition.gaps import Gaps, gaps_of
from turnpoint.core.transition.gates import gates_of
from turnpoint.core.transition.landing_pay import Landing, landing_pay
from turnpoint.core.transition.licensing import licence_schooling
from turnpoint.core.transition.likeness import likeness
from turnpoint.core.transition.missing import MissingFact, missing_facts
from turnpoint.core.transition.move import TransitionModel
from turnpoint.core.transition.person import Person, Wish
from turnpoint.core.transition.readiness import readiness
from turnpoint.core.transition.schooling import ASSOCIATE, full_time_months, required_education
from turnpoint.core.transition.summary import summary_of, would_have_to_be_true
from turnpoint.core.transition.track import TRAINING
from turnpoint.labour.market import LabourMarket


def check(
    market: LabourMarket,
    model: TransitionModel | None,
    person: Person,
    wish: Wish,
    assumptions: Assumptions | None = None,
) -> RealityCheck:
    """Hold a destination against a person. Everything works on whatever facts are loaded.

    Raises ``NotFound`` for an area OEWS does not have.
    """
    assumed = assumptions or Assumptions()
    to, owner = wish.occupation, wish.own_business
    gaps = gaps_of(market, person, to, assumed)
    distance = distance_of(person, to, gaps, assumed)
    credit = credit_of(market, person, to, assumed)
    move = model.move(person.origin, to) if model and person.origin != to else None
    tier, new = str(move.tier) if move else "", new_of(gaps, assumed)
    ready = readiness(
        market, person, to, gaps, new=new, tier=tier, owner=owner, assumptions=assumed
    )
    training = ready.track(TRAINING).months.likely / 12.0
    landing = _landing(market, person, wish, (training, distance, credit), assumed)
    pay = landing_pay(market, person, to, landing, owner=owner, assumptions=assumed)
    found = RealityCheck(
        person=person,
        wish=wish,
        origin=market.occupations[person.origin],
        destination=market.occupations[to],
        distance=distance,
        credit=credit,
        gaps=gaps,
        readiness=ready,
        pay=pay,
        move=move,
        gates=gates_of(market, person, to, owner=owner),
        constraints=constraints_of(wish, ready, pay),
        missing=missing_facts(market),
        assumptions=assumed,
    )
    return replace(
        found,
        figures=figures_of(found),
        summary=summary_of(found),
        would_have_to_be_true=would_have_to_be_true(found),
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


def credit_of(market: LabourMarket, person: Person, occupation: int, assumed: Assumptions) -> float:
    """The share of the experience asked for that the person's roles are credited with."""
    asked, _, _ = asked_experience(market, occupation, assumed)
    if asked.likely <= 0:
        return 1.0
    return min(credited_experience(market, person, occupation, assumed) / asked.likely, 1.0)


def _landing(
    market: LabourMarket,
    person: Person,
    wish: Wish,
    of_move: tuple[float, float, float],
    assumed: Assumptions,
) -> Landing:
    """What pay depends on; ``of_move``: years of training, distance, credit."""
    training, distance, credit = of_move
    degree = full_time_months(market, person, wish.occupation)
    if wish.own_business:
        degree = Range.exactly(0.0)
    licence = licence_schooling(market, person, wish.occupation)
    study = Range(
        max(degree.low, licence.low),
        max(degree.likely, licence.likely),
        max(degree.high, licence.high),
    )
    short = required_education(market, wish.occupation).typical <= ASSOCIATE
    return Landing(
        percentile_now=0.5,
        credit=credit,
        distance=distance,
        training=training,
        study=study,
        tuition_year=assumed.tuition_short if short else assumed.tuition_long,
    )


__all__ = [
    "Answer",
    "Constraint",
    "MissingFact",
    "RealityCheck",
    "check",
    "credit_of",
    "distance_of",
    "new_of",
]
