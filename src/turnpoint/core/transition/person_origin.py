"""The person as the origin: all of their roles, the recent and the long ones weighing more.

Role ``r`` weighs ``years_r · ½^(years since r / half-life)``; the person's facts are the mean of their
occupations' facts under these weights, with declared skills in place of the usual levels. What people
of a class did holds for the person as far as they were of that class. Coefficients stay as fitted.
Half-life and the years of a role that does not say are stated assumptions.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.likeness import faded
from turnpoint.core.transition.move import TransitionModel, predict_rows
from turnpoint.core.transition.origin import Origin
from turnpoint.core.transition.person import Person
from turnpoint.core.transition.profile import Floats, Profiles, aggregate
from turnpoint.core.transition.score import (
    OWN_TERM,
    own_term,
    parts,
    person_facts,
    person_weights,
)
from turnpoint.core.transition.tier import reach
from turnpoint.labour.market import LabourMarket

SHORTEST = 0.25
"""A role of less than a quarter of a year counts as one."""


def role_weights(person: Person, size: int, assumed: Assumptions) -> Floats:
    """How much of the person each occupation is, ``(u,)``, summing to 1."""
    weight = np.zeros(size)
    for role in person.roles:
        years = assumed.years_held if role.years is None else max(role.years, SHORTEST)
        weight[role.occupation] += years * faded(role.years_since, assumed)
    if not weight.any():
        weight[person.origin] = 1
    return np.asarray(weight / weight.sum(), dtype=np.float32)


def origin_of(
    model: TransitionModel, market: LabourMarket, person: Person, assumed: Assumptions
) -> Origin:
    """Moves from where the person stands. With one role and nothing declared: from its occupation."""
    weight = role_weights(person, len(model.profiles), assumed)
    declared = declared_levels(market, person)
    if np.count_nonzero(weight) == 1 and not declared:
        return model.origin(int(weight.argmax()))
    ground = model.ground
    profile = _profile(model.profiles, weight, person.origin, declared)
    member = (ground.member @ weight)[:, None]
    x = person_facts(ground, profile)
    near = person_weights(ground, profile, member)
    found = parts(ground, x, near, member, weight[None] @ ground.factors)[:, 0]
    lift = found.sum(axis=0, keepdims=True)
    present = np.array([person.origin])
    own, sampled = own_term(ground, predict_rows(lift, model.log_inflow, present), member)
    lift = lift + own
    probability = predict_rows(lift, model.log_inflow, present)
    return Origin(
        occupation=person.origin,
        ground=ground,
        terms=(*ground.terms, OWN_TERM),
        parts=np.concatenate([found, own]),
        log_inflow=model.log_inflow,
        lift=lift[0],
        probability=probability[0],
        reached=reach(probability)[0],
        member=member[:, 0],
        weights=near[0],
        own=float(sampled[0]),
        borrowed=bool(model.unclassed[person.origin]),
        unclassed=model.unclassed,
    )


def model_of(
    model: TransitionModel, market: LabourMarket, person: Person, assumed: Assumptions
) -> TransitionModel:
    """The model in which the present occupation's moves are this person's."""
    origin, row = origin_of(model, market, person, assumed), person.origin
    probability, lift, reached = model.probability.copy(), model.lift.copy(), model.reached.copy()
    probability[row], lift[row], reached[row] = origin.probability, origin.lift, origin.reached
    return replace(model, probability=probability, lift=lift, reached=reached)


def declared_levels(market: LabourMarket, person: Person) -> dict[tuple[str, int], float]:
    """Declared levels by rated domain and column."""
    return {
        (domain, column): person.skills[element.id]
        for domain in ("skills", "knowledge")
        if domain in market.ratings
        for column, element in enumerate(market.ratings[domain].elements)
        if element.id in person.skills
    }


def _profile(
    profiles: Profiles, weight: Floats, present: int, declared: dict[tuple[str, int], float]
) -> Profiles:
    """``related`` is to occupations, as the person's one row has no column of its own."""
    nobody = np.zeros((0, 0), np.float32)
    found = aggregate(replace(profiles, related=nobody), weight[None], (profiles.soc[present],))
    related = weight[None] @ profiles.related if profiles.related.size else nobody
    level = {name: values.copy() for name, values in found.level.items()}
    for (domain, column), declared_level in declared.items():
        level[domain][0, column] = declared_level
    return replace(found, level=level, related=related)
