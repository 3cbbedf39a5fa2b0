"""The graph of one person’s possible moves, from the market, the transition model and the person."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from turnpoint.core.route import moving as equations
from turnpoint.core.route.coverage import Work, covered, role_coverages, widest_gaps, work_of
from turnpoint.core.route.demands import Demands, demands_of, pay_in
from turnpoint.core.route.graph import YEARS, Floats, Mask, RouteGraph
from turnpoint.core.route.limits import MOST_HOPS
from turnpoint.core.route.moving import Moving, as_distance
from turnpoint.core.route.neighbours import Neighbours, neighbours
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.likeness import likenesses
from turnpoint.core.transition.move import TransitionModel
from turnpoint.core.transition.own_pay import OwnPay, own_pay
from turnpoint.core.transition.person import Person
from turnpoint.core.transition.person_origin import model_of
from turnpoint.core.transition.schooling import ASSOCIATE
from turnpoint.core.transition.wage_curve import wage_curve
from turnpoint.labour.market import LabourMarket


@dataclass(frozen=True, slots=True)
class Ground:
    """What is the same for everybody at a place: make it once and keep it."""

    market: LabourMarket
    model: TransitionModel
    assumptions: Assumptions
    demands: Demands
    work: Work

    def at(self, area: str) -> Ground:
        """The same at another place: only pay differs. Raises ``NotFound`` for no area."""
        pay = pay_in(self.market, self.assumptions, area)
        return replace(self, demands=replace(self.demands, pay=pay))


def ground_of(
    market: LabourMarket, model: TransitionModel, assumptions: Assumptions, area: str
) -> Ground:
    """What every occupation asks, has and pays. Raises ``NotFound`` for an area there is not."""
    demands = demands_of(market, assumptions, area)
    return Ground(market, model, assumptions, demands, work_of(market))


def graph_of(
    ground: Ground, person: Person, target: int | None = None, *, owner: bool = False
) -> RouteGraph:
    """All moves a route of this person may have. ``owner``: the target is their own business."""
    demands, assumed = ground.demands, ground.assumptions
    model = model_of(ground.model, ground.market, person, assumed)
    ground, start = replace(ground, model=model), person.origin
    near = neighbours(model.probability, model.lift, start, target, MOST_HOPS)
    mine = _own_pay(ground, person)
    rank = 0.5 if mine.percentile is None else mine.percentile
    moving = _moving(ground, person, near, rank, target if owner else None)
    left, credit = equations.experience(
        person, demands, moving, role_coverages(ground.work, person), assumed
    )
    months = equations.months_of(demands, moving, left, assumed)
    pay = equations.pay_of(demands, moving, credit, assumed)
    # What the model calls a long shot is no way to somewhere else; only the move itself may be one.
    likely = moving.step < 1.0
    direct = (near.origin == start) & (near.destination == target)
    least = np.nanmin(demands.pay, initial=np.inf)
    known: Mask = np.all(np.isfinite(pay), axis=1)
    stands_in = float(least) if np.isfinite(least) else 0.0
    asked = demands.level[near.destination]
    strict = demands.strict[near.destination]
    grown = np.power(1.0 + assumed.staying_growth, np.arange(YEARS, dtype=np.float64))
    return RouteGraph(
        nodes=len(ground.market.occupations),
        start=start,
        origin=near.origin,
        destination=near.destination,
        log_p=_log_p(model, near),
        months=np.maximum(np.rint(months[:, 1]), 1).astype(np.int64),
        months_range=months,
        pay=np.where(known[:, None], pay, stands_in),
        pay_known=known,
        present_pay=(stands_in if mine.staying is None else mine.staying) * grown,
        present_known=mine.staying is not None,
        cost=equations.tuition_of(demands, moving, assumed),
        degree=(asked >= ASSOCIATE) & (moving.own_level < asked) & ~moving.owner,
        licence=strict & ~moving.licensed,
        usual=near.usual & (direct | likely),
        entering=near.entering & (direct | likely),
    )


def _moving(
    ground: Ground, person: Person, near: Neighbours, rank: float, own: int | None
) -> Moving:
    """What the moves depend on; ``own`` is the occupation of an own business."""
    demands, assumed = ground.demands, ground.assumptions
    i, j = near.origin, near.destination
    moves = (i, j)
    coverage, alone = covered(person, ground.work, moves, assumed)
    new, distance = as_distance(coverage, assumed)
    later = i != person.origin
    level = person.education or int(demands.level[person.origin])
    key = demands.licence
    held = [key[role.occupation] for role in person.roles if demands.strict[role.occupation]]
    return Moving(
        origin=i,
        destination=j,
        later=later,
        owner=np.zeros(len(i), dtype=np.bool_) if own is None else j == own,
        new=new,
        distance=distance,
        alike=likenesses(alone, assumed),
        gap=widest_gaps(ground.market, person, moves, assumed),
        step=_step(ground.model, near),
        own_level=np.where(later, np.maximum(level, demands.level[i]), level),
        licensed=np.isin(key[j], held) | (later & (key[i] == key[j]) & demands.strict[i]),
        rank=rank,
    )


def _log_p(model: TransitionModel, near: Neighbours) -> Floats:
    p = model.probability[near.origin, near.destination].astype(np.float64)
    result: Floats = np.log(np.maximum(p, 1e-9))
    return result


def _step(model: TransitionModel, near: Neighbours) -> Floats:
    """0 for a close move, ⅓ for a reachable one, ⅔ for a stretch, 1 for a long shot."""
    cutoffs = model.parameters.sets[model.feature_set].cutoffs
    reached = model.reached[near.origin, near.destination]
    return np.searchsorted(cutoffs, reached, side="left") / len(cutoffs)


def _own_pay(ground: Ground, person: Person) -> OwnPay:
    """Present pay, and where it stands in the pay of the present occupation."""
    assumed, market = ground.assumptions, ground.market
    cell = None if market.wages is None else market.pay(person.origin, person.area)
    scale = wage_curve(cell, assumed.pay_spread) if cell else None
    return own_pay(person, scale, assumed.exchange)
