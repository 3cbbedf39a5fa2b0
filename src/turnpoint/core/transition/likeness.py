"""How much of a destination's work a role already contains.

Detailed activity ``d`` of the destination counts by how telling it is, ``idf_d = log(n / holders)``,
and is credited ``c_d ∈ {0, ⅓, ⅔, 1}``: a third each for sharing its generalized, its intermediate
and its detailed activity. Coverage is ``Σ idf_d c_d / Σ idf_d``. It is directed: a chief executive
covers more of a supervisor's work than the reverse.

Likeness puts coverage on a scale with two measured ends: 0 where it is what two occupations drawn
by lot share, 1 where it is what the closest tenth of observed moves share.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.person import Person
from turnpoint.labour.activity import Activities, generalized_of, intermediate_of
from turnpoint.labour.market import LabourMarket

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Destination:
    """The detailed activities of a destination and their weights, which sum to 1; empty if none."""

    detailed: tuple[str, ...]
    weight: Floats


def destination_of(market: LabourMarket, occupation: int) -> Destination:
    """The destination's activities, each weighted by how telling it is."""
    activities = market.activities
    start, stop = np.searchsorted(activities.occupation, [occupation, occupation + 1])
    columns = activities.detailed[start:stop]
    holders = np.bincount(activities.detailed, minlength=len(activities.detailed_ids))[columns]
    # The floor keeps an activity that every occupation has from weighing nothing at all.
    idf = np.maximum(np.log(len(market.occupations) / np.maximum(holders, 1)), 0.1)
    total = idf.sum()
    detailed = tuple(activities.detailed_ids[column] for column in columns)
    return Destination(detailed, idf / total if total > 0 else idf)


def credit(activities: Activities, role: int, destination: Destination) -> Floats:
    """``c_d``: how much of each of the destination's detailed activities a role contains."""
    has = set(activities.of(role))
    kinds = {intermediate_of(each) for each in has}
    families = {generalized_of(each) for each in has}
    shared = [
        (each in has) + (intermediate_of(each) in kinds) + (generalized_of(each) in families)
        for each in destination.detailed
    ]
    return np.asarray(shared, dtype=np.float64) / 3


def persons_credit(
    market: LabourMarket, person: Person, destination: Destination, assumed: Assumptions
) -> Floats:
    """The best credit over all roles held, where an earlier role fades with a half-life."""
    best = np.zeros(len(destination.detailed))
    for role in person.roles:
        kept = faded(role.years_since, assumed)
        best = np.maximum(best, kept * credit(market.activities, role.occupation, destination))
    return best


def faded(years_since: float, assumed: Assumptions) -> float:
    """The share of an earlier role that is still there: ``½^(years since / half-life)``."""
    return float(0.5 ** (max(years_since, 0.0) / assumed.half_life))


def likeness(coverage: float, assumed: Assumptions) -> float:
    """Coverage between what two jobs drawn by lot share (0) and what close moves share (1)."""
    return float(likenesses(np.float64(coverage), assumed))


def likenesses(coverage: Floats | np.float64, assumed: Assumptions) -> Floats:
    """The same for many coverages at once; NaN stays NaN."""
    low, high = assumed.cover_by_lot, assumed.cover_close
    return np.asarray(np.clip((coverage - low) / max(high - low, 1e-9), 0.0, 1.0))
