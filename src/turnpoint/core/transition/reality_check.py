"""The reality check: one destination held against one person.

Skills, knowledge and activities against the person's; months to be ready; pay in the first year and
over five years against staying; commonness and fit as two numbers; gates apart; constraints; what is
not known. A pure function of the market, the model, the person, the wish and the assumptions.
"""

from __future__ import annotations

from dataclasses import replace

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.constraints import Answer, Constraint, constraints_of
from turnpoint.core.transition.evidence import (
    credit_of,
    distance_of,
    evidence_of,
    landing_of,
    new_of,
)
from turnpoint.core.transition.explanation import Explanation, explanation_of
from turnpoint.core.transition.figures import figures_of
from turnpoint.core.transition.findings import RealityCheck
from turnpoint.core.transition.gates import gates_of
from turnpoint.core.transition.landing_pay import landing_pay
from turnpoint.core.transition.lifting import lift_of
from turnpoint.core.transition.missing import MissingFact, missing_facts
from turnpoint.core.transition.move import Move, TransitionModel
from turnpoint.core.transition.person import Person, Wish
from turnpoint.core.transition.person_origin import origin_of
from turnpoint.core.transition.readiness import readiness
from turnpoint.core.transition.summary import summary_of, would_have_to_be_true
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
    move = _move(market, model, person, to, assumed)
    known = evidence_of(market, person, wish, move, assumed)
    landing = landing_of(known, assumed)
    ready = readiness(
        market,
        person,
        to,
        known.gaps,
        new=new_of(known.gaps, assumed),
        covered=known.covered,
        tier=known.tier,
        owner=owner,
        assumptions=assumed,
    )
    pay = landing_pay(market, person, to, landing, owner=owner, assumptions=assumed)
    found = RealityCheck(
        person=person,
        wish=wish,
        origin=market.occupations[person.origin],
        destination=market.occupations[to],
        distance=landing.distance,
        credit=landing.credit,
        gaps=known.gaps,
        readiness=ready,
        pay=pay,
        move=move,
        gates=gates_of(market, person, to, owner=owner, assumptions=assumed),
        constraints=constraints_of(wish, ready, pay, assumed.exchange),
        missing=missing_facts(market),
        assumptions=assumed,
        explanation=_explained(market, model, person, move, assumed),
    )
    return replace(
        found,
        figures=figures_of(found),
        summary=summary_of(found),
        would_have_to_be_true=would_have_to_be_true(found),
    )


def _move(
    market: LabourMarket,
    model: TransitionModel | None,
    person: Person,
    to: int,
    assumed: Assumptions,
) -> Move | None:
    """The move from where the person stands; none to the present occupation, or without a model."""
    if model is None or person.origin == to:
        return None
    return origin_of(model, market, person, assumed).move(to)


def _explained(
    market: LabourMarket,
    model: TransitionModel | None,
    person: Person,
    move: Move | None,
    assumed: Assumptions,
) -> Explanation | None:
    if model is None or move is None:
        return None
    lift = lift_of(model, market, person, assumed, move.destination)
    return explanation_of(market, model, move, lift)


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
