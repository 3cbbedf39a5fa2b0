"""Moves from one origin, explained: an occupation, or a person with all of their roles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.features import Feature
from turnpoint.core.transition.gravity import Array
from turnpoint.core.transition.profile import Floats
from turnpoint.core.transition.score import Ground
from turnpoint.core.transition.shrinkage import interval
from turnpoint.core.transition.tier import Tier, tier_at
from turnpoint.errors import NotFound

INFLOW_LABEL = "how many people enter it"
MOST_NEIGHBOURS = 3


class Term(NamedTuple):
    """One group of an explanation: its share of the score, and the same by feature."""

    label: str
    contribution: float
    parts: tuple[tuple[str, float], ...] = ()


class Neighbour(NamedTuple):
    """A job like the origin whose people went there: by the number of its largest occupation.

    ``sampled``: people the survey saw leave it; ``share``: of them, how many went there, the posterior
    mean; ``weight``: how much it tells about this origin, of 1 for all jobs like it together.
    """

    occupation: int
    sampled: float
    share: float
    weight: float


@dataclass(frozen=True, slots=True)
class Move:
    """One move. ``origin`` and ``destination`` number the market's occupations.

    ``one_in``: about one in this many movers from the origin; ``interval``: the middle 90% of the share
    given everything seen. ``fit_percentile``: 0 to 100, the share of destinations with a lower lift.
    ``tier_shares``: the shares of held-out real moves that each tier held, from close to long shot.
    ``terms`` sum to ``score``. ``sampled_movers``: about how many sampled people who left the origin's
    survey class were weighed, ``None`` where nobody was. ``neighbours``: jobs like it whose people went there,
    the most telling first. ``within_class``: the survey counts both as one occupation, so the figure is
    carried over from other moves. ``borrowed``: one of the two is in no survey class and stands in for
    its likest one.
    """

    origin: int
    destination: int
    probability: float
    one_in: int
    interval: tuple[float, float]
    fit_percentile: float
    tier: Tier
    tier_shares: tuple[float, float, float, float]
    terms: tuple[Term, ...]
    score: float
    feature_set: str
    sampled_movers: int | None
    neighbours: tuple[Neighbour, ...]
    within_class: bool
    borrowed: bool


class Nearby(NamedTuple):
    """The most common moves and the best fitting ones: two lists, never averaged."""

    common: tuple[Move, ...]
    fitting: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """One origin's row of the model.

    ``occupation`` numbers the present one. ``parts``: ``(k, j)`` with ``terms``; ``log_inflow``,
    ``lift``, ``probability``, ``reached``: ``(j,)``. ``member``: ``(c,)``; ``weights``: ``(t + 1,)`` of
    neighbours; ``own``: sampled leavers of its own classes that were weighed. ``unclassed``: ``(j,)``.
    """

    occupation: int
    ground: Ground
    terms: tuple[Feature, ...]
    parts: Floats
    log_inflow: Array
    lift: Floats
    probability: Floats
    reached: Floats
    member: Floats
    weights: Array
    own: float
    borrowed: bool
    unclassed: NDArray[np.bool_]

    def move(self, destination: int) -> Move:
        """One move, explained.

        Raises ``NotFound`` for a move that is none: to the present occupation.
        """
        if destination == self.occupation:
            raise NotFound("Staying in the same occupation is not a move. Choose another one.")
        chosen = self.ground.chosen
        terms = self._terms(destination)
        probability = float(self.probability[destination])
        others = np.delete(self.lift, [self.occupation, destination])
        lower = np.count_nonzero(others < self.lift[destination])
        shared = (self.member > 0) & (self.ground.member[:, destination] > 0)
        return Move(
            origin=self.occupation,
            destination=destination,
            probability=probability,
            one_in=round_figure(1 / max(probability, 1e-9)),
            interval=interval(probability, self.own, chosen.alpha),
            fit_percentile=100 * float(lower) / max(len(others), 1),
            tier=tier_at(float(self.reached[destination]), chosen.cutoffs),
            tier_shares=chosen.tier_shares,
            terms=terms,
            score=sum(term.contribution for term in terms),
            feature_set=self.ground.name,
            sampled_movers=round(self.own) or None,
            neighbours=self.neighbours(destination),
            within_class=bool(shared.any()),
            borrowed=bool(self.borrowed or self.unclassed[destination]),
        )

    def nearby(self, *, limit: int) -> Nearby:
        """The ``limit`` most common moves, and the ``limit`` best fitting."""
        lift = self.lift.copy()
        lift[self.occupation] = -np.inf
        limit = min(limit, len(lift) - 1)
        common = np.argsort(-self.probability, kind="stable")[:limit]
        fitting = np.argsort(-lift, kind="stable")[:limit]
        return Nearby(
            tuple(self.move(int(each)) for each in common),
            tuple(self.move(int(each)) for each in fitting),
        )

    def neighbours(self, destination: int) -> tuple[Neighbour, ...]:
        """Jobs like this one whose people were seen to go there, most telling first."""
        ground = self.ground
        posterior, entered = ground.posterior, ground.member[:, destination]
        share = posterior.share @ entered
        stands_out = share > posterior.popularity @ entered
        telling = self.weights[:-1] * share * stands_out
        found = []
        for row in np.argsort(-telling, kind="stable")[:MOST_NEIGHBOURS].tolist():
            held = ground.member[posterior.classes[row]] * ground.profiles.employment
            if telling[row] > 0 and held.any():
                found.append(
                    Neighbour(
                        occupation=int(held.argmax()),
                        sampled=float(posterior.sampled[row]),
                        share=float(share[row]),
                        weight=float(self.weights[row] / max(self.weights[:-1].sum(), 1e-12)),
                    )
                )
        return tuple(found)

    def _terms(self, destination: int) -> tuple[Term, ...]:
        found = [Term(INFLOW_LABEL, float(self.log_inflow[destination]))]
        for group in dict.fromkeys(feature.group for feature in self.terms):
            inside = tuple(
                (feature.label, float(part))
                for feature, part in zip(self.terms, self.parts[:, destination], strict=True)
                if feature.group == group
            )
            found.append(Term(group, sum(part for _, part in inside), inside))
        return tuple(found)


def round_figure(value: float) -> int:
    """Two significant digits: the third is noise."""
    digits = max(len(str(int(value))) - 2, 0)
    return max(int(round(value, -digits)), 1)
