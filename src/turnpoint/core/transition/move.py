"""A move from one occupation to another: how common it is, and how well it fits. Two numbers.

*Commonness* is the probability that somebody who leaves the origin for another occupation goes to
this destination. *Fit* is the percentile of the popularity-free lift ``p / inflow``, which ranks by
``Σ β z`` alone. They are never averaged. The explanation's terms are log-odds against an average
destination and sum exactly to the score that the probability comes from.

The model is fitted on survey classes and evaluated on occupations: a class's inflow is divided among
its occupations by employment, and features are those of the occupations themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.gravity import Array
from turnpoint.core.transition.parameters import Parameters, shipped
from turnpoint.core.transition.profile import Floats, Profiles, profiles_of
from turnpoint.core.transition.similarity import (
    FEATURE_SETS,
    Feature,
    feature_set_of,
    similarity,
)
from turnpoint.core.transition.survey_class import membership, nearest_classed
from turnpoint.core.transition.tier import Tier, reach, tier_at
from turnpoint.errors import NotFound
from turnpoint.labour.market import LabourMarket

INFLOW_LABEL = "how many people enter it"


class Term(NamedTuple):
    """One group of an explanation: its share of the score, and the same by feature."""

    label: str
    contribution: float
    parts: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """One move. ``origin`` and ``destination`` number the market's occupations.

    ``one_in``: about one in this many movers from the origin. ``fit_percentile``: 0 to 100, the
    share of destinations with a lower lift. ``tier_shares``: the shares of held-out real moves that
    each tier held, from close to long shot. ``terms`` sum to ``score``. ``sampled_movers``: about
    how many sampled people moved out of the origin's survey class, ``None`` where unknown.
    ``within_class``: the survey counts both as one occupation, so the figure is carried over from
    other moves. ``borrowed``: one of the two is in no survey class and stands in for its likest one.
    """

    origin: int
    destination: int
    probability: float
    one_in: int
    fit_percentile: float
    tier: Tier
    tier_shares: tuple[float, float, float, float]
    terms: tuple[Term, ...]
    score: float
    feature_set: str
    sampled_movers: int | None
    within_class: bool
    borrowed: bool


class Nearby(NamedTuple):
    """The most common moves and the best fitting ones: two lists, never averaged."""

    common: tuple[Move, ...]
    fitting: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class TransitionModel:
    """The fitted model on one market; make it once a market with ``for_market`` and keep it.

    ``probability``, ``lift`` and ``reached``: ``(origins, destinations)``; ``log_inflow``:
    ``(destinations,)`` against an average destination; ``member``: ``(classes, occupations)``.
    """

    parameters: Parameters
    feature_set: str
    profiles: Profiles
    member: Floats
    unclassed: NDArray[np.bool_]
    log_inflow: Array
    probability: Floats
    lift: Floats
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
        name = feature_set_of(profiles)
        log_inflow = inflow_of_occupations(parameters, member, profiles.employment)
        lift = lift_of(profiles, slopes(parameters, name))
        probability = predict(lift, log_inflow)
        return cls(
            parameters=parameters,
            feature_set=name,
            profiles=profiles,
            member=member,
            unclassed=np.asarray(~known.any(axis=0)),
            log_inflow=log_inflow,
            probability=probability,
            lift=lift,
            reached=reach(probability),
        )

    def move(self, origin: int, destination: int) -> Move:
        """One move, explained.

        Raises ``NotFound`` for a move that is none: from an occupation to itself.
        """
        return self._move(origin, destination, self._parts(origin))

    def _move(self, origin: int, destination: int, parts: Array) -> Move:
        if origin == destination:
            raise NotFound("Staying in the same occupation is not a move. Choose another one.")
        fitted = self.parameters.sets[self.feature_set]
        terms = self._terms(destination, parts)
        probability = float(self.probability[origin, destination])
        others = np.delete(self.lift[origin], [origin, destination])
        lower = np.count_nonzero(others < self.lift[origin, destination])
        shared = (self.member[:, origin] > 0) & (self.member[:, destination] > 0)
        return Move(
            origin=origin,
            destination=destination,
            probability=probability,
            one_in=_round_figure(1 / max(probability, 1e-9)),
            fit_percentile=100 * float(lower) / max(len(others), 1),
            tier=tier_at(float(self.reached[origin, destination]), fitted.cutoffs),
            tier_shares=fitted.tier_shares,
            terms=terms,
            score=sum(term.contribution for term in terms),
            feature_set=self.feature_set,
            sampled_movers=self.sampled_movers(origin),
            within_class=bool(shared.any()),
            borrowed=bool(self.unclassed[origin] or self.unclassed[destination]),
        )

    def nearby(self, origin: int, *, limit: int) -> Nearby:
        """The ``limit`` most common moves from an occupation, and the ``limit`` best fitting."""
        lift = self.lift[origin].copy()
        lift[origin] = -np.inf
        limit = min(limit, len(lift) - 1)
        parts = self._parts(origin)
        common = np.argsort(-self.probability[origin], kind="stable")[:limit]
        fitting = np.argsort(-lift, kind="stable")[:limit]
        return Nearby(
            tuple(self._move(origin, int(each), parts) for each in common),
            tuple(self._move(origin, int(each), parts) for each in fitting),
        )

    def sampled_movers(self, origin: int) -> int | None:
        """About how many sampled people moved out of the origin's survey class, where known."""
        known = [
            sampled
            for number in np.flatnonzero(self.member[:, origin])
            if (sampled := self.parameters.sampled[number]) is not None
        ]
        return round(sum(known)) if known else None

    def _parts(self, origin: int) -> Array:
        """``β_k z_k`` of every move from one origin, ``(features, destinations)``."""
        along = slopes(self.parameters, self.feature_set)
        x = similarity(self.profiles, along.features, np.array([origin]))[:, 0]
        return np.asarray(along.beta[:, None] * (x - along.mean[:, None]) / along.scale[:, None])

    def _terms(self, destination: int, parts: Array) -> tuple[Term, ...]:
        features = slopes(self.parameters, self.feature_set).features
        terms = [Term(INFLOW_LABEL, float(self.log_inflow[destination]))]
        for group in dict.fromkeys(feature.group for feature in features):
            inside = tuple(
                (feature.label, float(part))
                for feature, part in zip(features, parts[:, destination], strict=True)
                if feature.group == group
            )
            terms.append(Term(group, sum(part for _, part in inside), inside))
        return tuple(terms)


class Slopes(NamedTuple):
    """The features that weigh anything, with ``β`` and the standardisation: one entry each."""

    features: tuple[Feature, ...]
    beta: Array
    mean: Array
    scale: Array


def slopes(parameters: Parameters, name: str) -> Slopes:
    """What of a fitted feature set is not zero."""
    fitted = parameters.sets[name]
    row = {feature: number for number, feature in enumerate(fitted.features)}
    weighing = [
        feature
        for feature in FEATURE_SETS[name]
        if feature.name in row and fitted.beta[row[feature.name]] != 0
    ]
    chosen = [row[feature.name] for feature in weighing]
    values = (np.array(each)[chosen] for each in (fitted.beta, fitted.mean, fitted.scale))
    return Slopes(tuple(weighing), *values)


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


def lift_of(profiles: Profiles, along: Slopes) -> Floats:
    """``Σ_k β_k z_kij`` for every pair, ``(origins, destinations)``, a block of origins at a time."""
    slope = along.beta / along.scale
    level = float(slope @ along.mean)
    blocks = np.array_split(np.arange(len(profiles)), max(len(profiles) // 300, 1))
    rows = [
        np.tensordot(slope.astype(np.float32), similarity(profiles, along.features, block), axes=1)
        for block in blocks
    ]
    return np.asarray(np.concatenate(rows) - level, dtype=np.float32)


def predict(lift: Floats, log_inflow: Array) -> Floats:
    """Probabilities of all moves; rows sum to 1 and the diagonal is 0."""
    odds = lift + log_inflow.astype(np.float32)
    np.fill_diagonal(odds, -np.inf)
    odds -= odds.max(axis=1, keepdims=True)
    np.exp(odds, out=odds)
    odds /= odds.sum(axis=1, keepdims=True)
    return odds


def _round_figure(value: float) -> int:
    """Two significant digits: the third is noise."""
    digits = max(len(str(int(value))) - 2, 0)
    return max(int(round(value, -digits)), 1)
