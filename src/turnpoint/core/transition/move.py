"""A move from one occupation to another: how common it is, and how well it fits. Two numbers.

*Commonness* is the probability that somebody who leaves the origin for another occupation goes to
this destination. *Fit* is the percentile of the popularity-free lift ``p / inflow``, which ranks by the
score without its inflow. They are never averaged. The explanation's terms are log-odds against an
average destination and sum exactly to the score that the probability comes from.

The model is fitted on survey classes and evaluated on occupations: a class's inflow is divided among
its occupations by employment, and features are those of the occupations themselves.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.features import feature_set_of
from turnpoint.core.transition.gravity import Array
from turnpoint.core.transition.origin import (
    INFLOW_LABEL,
    Move,
    Nearby,
    Neighbour,
    Origin,
    Term,
)
from turnpoint.core.transition.parameters import Parameters, shipped
from turnpoint.core.transition.posterior import Rows
from turnpoint.core.transition.profile import Floats, Profiles, profiles_of
from turnpoint.core.transition.score import (
    OWN_TERM,
    Ground,
    blocks,
    ground_of,
    occupation_parts,
    own_term,
)
from turnpoint.core.transition.survey_class import membership, nearest_classed
from turnpoint.core.transition.tier import reach
from turnpoint.errors import NotFound
from turnpoint.labour.market import LabourMarket


@dataclass(frozen=True, slots=True)
class TransitionModel:
    """The fitted model on one market; make it once a market with ``for_market`` and keep it.

    ``probability``, ``lift``, ``own`` (the part of the lift that own leavers add) and ``reached``:
    ``(origins, destinations)``; ``log_inflow``: ``(destinations,)`` against an average destination;
    ``own_sampled``: ``(origins,)`` sampled leavers that were weighed.
    """

    parameters: Parameters
    ground: Ground
    unclassed: NDArray[np.bool_]
    log_inflow: Array
    probability: Floats
    lift: Floats
    own: Floats
    own_sampled: Array
    reached: Floats

    @classmethod
    def for_market(
        cls, market: LabourMarket, parameters: Parameters | None = None
    ) -> TransitionModel:
        """The model with the richest feature set that the market's facts allow."""
        parameters = parameters or shipped()
        profiles = profiles_of(market)
        codes = [occupation.code for occupation in market.occupations]
        known = membership(codes, parameters.classes_of, len(parameters.classes))
        member = nearest_classed(profiles, known)
        ground = ground_of(feature_set_of(profiles), profiles, member, parameters, codes)
        log_inflow = inflow_of_occupations(parameters, member, profiles.employment)
        lift = np.concatenate(
            [occupation_parts(ground, rows).sum(axis=0) for rows in blocks(len(profiles))]
        )
        own, sampled = own_term(ground, predict(lift, log_inflow), member)
        lift += own
        probability = predict(lift, log_inflow)
        return cls(
            parameters=parameters,
            ground=ground,
            unclassed=np.asarray(~known.any(axis=0)),
            log_inflow=log_inflow,
            probability=probability,
            lift=lift,
            own=own,
            own_sampled=sampled,
            reached=reach(probability),
        )

    @property
    def feature_set(self) -> str:
        """Which facts the model runs on."""
        return self.ground.name

    @property
    def profiles(self) -> Profiles:
        """The compared facts of the occupations."""
        return self.ground.profiles

    @property
    def member(self) -> Floats:
        """How much of each occupation is in each class, ``(classes, occupations)``."""
        return self.ground.member

    def origin(self, number: int) -> Origin:
        """Everything the model says of moves from one occupation."""
        parts = occupation_parts(self.ground, np.array([number]))[:, 0]
        return Origin(
            occupation=number,
            ground=self.ground,
            terms=(*self.ground.terms, OWN_TERM),
            parts=np.concatenate([parts, self.own[number][None]]),
            log_inflow=self.log_inflow,
            lift=self.lift[number],
            probability=self.probability[number],
            reached=self.reached[number],
            member=self.member[:, number],
            weights=self.ground.weights[number],
            own=float(self.own_sampled[number]),
            borrowed=bool(self.unclassed[number]),
            unclassed=self.unclassed,
        )

    def move(self, origin: int, destination: int) -> Move:
        """One move, explained.

        Raises ``NotFound`` for a move that is none: from an occupation to itself.
        """
        if origin == destination:
            raise NotFound("Staying in the same occupation is not a move. Choose another one.")
        return self.origin(origin).move(destination)

    def nearby(self, origin: int, *, limit: int) -> Nearby:
        """The ``limit`` most common moves from an occupation, and the ``limit`` best fitting."""
        return self.origin(origin).nearby(limit=limit)


def inflow_of_occupations(parameters: Parameters, member: Floats, employment: Floats) -> Array:
    """Log of each occupation's share of movers, times the number of occupations: 0 is average.

    A class's share is divided among its occupations by employment.
    """
    weighted = member * employment
    total = weighted.sum(axis=1, keepdims=True)
    split = np.divide(weighted, total, out=np.zeros_like(weighted), where=total > 0)
    share = np.exp(parameters.log_inflow()) @ split
    share = np.maximum(share / share.sum(), 1e-9)
    return np.asarray(np.log(share * len(share)))


def predict(lift: Floats, log_inflow: Array) -> Floats:
    """Probabilities of all moves; rows sum to 1 and the diagonal is 0."""
    return predict_rows(lift, log_inflow, np.arange(len(lift)))


def predict_rows(lift: Floats, log_inflow: Array, staying: Rows) -> Floats:
    """Probabilities of moves, ``(u, j)``; ``staying[u]`` is the destination that is no move."""
    odds = lift + log_inflow.astype(np.float32)
    odds[np.arange(len(odds)), staying] = -np.inf
    odds -= odds.max(axis=1, keepdims=True)
    np.exp(odds, out=odds)
    odds /= odds.sum(axis=1, keepdims=True)
    return odds


__all__ = [
    "INFLOW_LABEL",
    "Move",
    "Nearby",
    "Neighbour",
    "Origin",
    "Term",
    "TransitionModel",
    "inflow_of_occupations",
    "predict",
    "predict_rows",
]
