"""Months and pay of many moves at once: the same equations as the reality check, as arrays.

A first move is reckoned just as the reality check does. On later ones the person has what the role
they are in adds: its activities and skills, its schooling and its licence, and a year of experience
in it, since a role on the way is held for ``SHORTEST_STAY`` months at least. They leave it where a
typical move lands on its pay scale.
Axes: ``e`` move; ``r`` low, likely, high; ``y`` year after arriving.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from turnpoint.core.route.demands import PERCENTILES, STEP, Demands
from turnpoint.core.route.graph import YEARS, Floats, Ints, Mask
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.experience import credited_experience
from turnpoint.core.transition.likeness import likenesses
from turnpoint.core.transition.person import Person
from turnpoint.core.transition.schooling import ASSOCIATE, stretch
from turnpoint.core.transition.search import looking_months
from turnpoint.core.transition.wage_curve import HIGHEST, LOWEST

SHORTEST_STAY = 12
"""Months for which a role on the way is held at least (our own assumption)."""


@dataclass(frozen=True, slots=True)
class Moving:
    """Moves and what they depend on. ``later``: not from the present role; ``owner``: into one's own
    business. ``new``: share of the work that is new; ``distance``: 0 to 1; ``alike``: likeness of the
    origin alone; ``gap``: mean of the three widest gaps, NaN if unknown; ``step``: 0 for a close
    move to 1 for a long shot. ``own_level``: education brought along; ``licensed``: licence held.
    ``rank``: where the person stands in the pay of their present occupation.
    """

    origin: Ints
    destination: Ints
    later: Mask
    owner: Mask
    new: Floats
    distance: Floats
    alike: Floats
    gap: Floats
    step: Floats
    own_level: Ints
    licensed: Mask
    rank: float


def as_distance(coverage: Floats, assumed: Assumptions) -> tuple[Floats, Floats]:
    """New and distance of coverage, with those of a typical move where it is not known (NaN)."""
    reach = assumed.cover_close - assumed.cover_by_lot
    typical_new = 1.0 - assumed.cover_by_lot - (1.0 - assumed.typical_distance) * reach
    unknown = np.isnan(coverage)
    new = np.where(unknown, typical_new, 1.0 - coverage)
    distance = np.where(unknown, assumed.typical_distance, 1.0 - likenesses(coverage, assumed))
    return new, distance


def experience(
    person: Person, demands: Demands, moving: Moving, coverage: Floats, assumed: Assumptions
) -> tuple[Floats, Floats]:
    """Months of experience still to gain ``(e, r)``, and the share of what is asked that counts.

    ``coverage``: ``(k, roles)``, how much of an occupation's work each role contains.
    """
    own = np.array(
        [credited_experience(person, k, row, assumed) for k, row in enumerate(coverage.tolist())]
    )
    credited = own[moving.destination] + np.where(moving.later, SHORTEST_STAY * moving.alike, 0.0)
    asked = demands.experience[moving.destination]
    left = np.maximum(asked - credited[:, None], 0.0) * ~moving.owner[:, None]
    likely = asked[:, 1]
    share = np.divide(credited, likely, out=np.ones(len(likely)), where=likely > 0)
    return left, np.minimum(share, 1.0)


def schooling(demands: Demands, moving: Moving) -> tuple[Floats, Floats]:
    """Full-time months ``(e, r)`` of study for a degree, and of school for a licence."""
    j = moving.destination
    own = demands.ladder[moving.own_level - 1]
    likely = (
        np.maximum(demands.ladder[demands.level[j] - 1, 1] - own[:, 1], 0.0) * demands.insist[j]
    )
    low = np.maximum(demands.ladder[demands.quartile[j, 0] - 1, 0] - own[:, 0], 0.0)
    high = np.maximum(demands.ladder[demands.quartile[j, 1] - 1, 2] - own[:, 2], 0.0)
    degree = np.column_stack([np.minimum(low, likely), likely, np.maximum(high, likely)])
    degree[moving.owner] = 0.0
    return degree, _licence_months(demands.school, demands, moving)


def _licence_months(months: Floats, demands: Demands, moving: Moving) -> Floats:
    """Nothing for who holds it; where only some roles ask, low and likely are nothing."""
    j = moving.destination
    due = months[j] * ~moving.licensed[:, None]
    due[:, :2] *= demands.strict[j][:, None]
    return due


def months_of(demands: Demands, moving: Moving, left: Floats, assumed: Assumptions) -> Floats:
    """Months to be ready ``(e, r)``; ``left`` is the experience still to gain."""
    degree, school = schooling(demands, moving)
    practice = _licence_months(demands.practice, demands, moving)
    factor, j = stretch(assumed), moving.destination
    learning = np.where(
        np.isnan(moving.gap),
        assumed.months_all_new * moving.new,
        assumed.months_a_level * moving.gap,
    )
    tracks = np.stack(
        [
            degree * factor,
            left,
            school * factor + practice,
            training_of(demands, moving),
            _around(learning, assumed.guess_spread),
        ]
    )
    search = looking_months(moving.step, demands.job_zone[j], assumed)
    looking = _around(search, min(assumed.guess_spread, 1.5))
    setting_up = _around(np.array([assumed.set_up]), assumed.guess_spread)
    total = np.where(moving.owner[:, None], setting_up, looking) + tracks.max(axis=0)
    shortest = np.where(moving.later, SHORTEST_STAY, 1.0)
    result: Floats = np.maximum(total, shortest[:, None])
    return result


def training_of(demands: Demands, moving: Moving) -> Floats:
    """Months of training on the job ``(e, r)``, as far as the work is new."""
    result: Floats = demands.training[moving.destination] * (moving.new * ~moving.owner)[:, None]
    return result


def _around(likely: Floats, times: float) -> Floats:
    return np.column_stack([likely / times, likely, likely * times])


def pay_of(demands: Demands, moving: Moving, credit: Floats, assumed: Assumptions) -> Floats:
    """Dollars in each year after arriving ``(e, y)``, NaN where nobody publishes them."""
    now = np.where(moving.later, 0.5 - assumed.distance_drop, moving.rank)
    carried = assumed.rank_kept * credit * (now - 0.5)
    drop = assumed.distance_drop * moving.distance / assumed.typical_distance
    landing = np.clip(0.5 + carried - drop, assumed.lands_at_least, assumed.lands_at_most)
    training = training_of(demands, moving)[:, 1] / 12.0
    years = np.maximum(np.arange(YEARS) - training[:, None], 0.0)
    percentile = np.clip(landing[:, None] + assumed.climb * years, LOWEST, HIGHEST)
    place = (percentile - LOWEST) / STEP
    below = np.minimum(place.astype(np.int64), len(PERCENTILES) - 2)
    scale = demands.pay[moving.destination]
    rows = np.arange(len(scale))[:, None]
    under, over = scale[rows, below], scale[rows, below + 1]
    grown = np.power(1.0 + assumed.scale_growth, np.arange(YEARS, dtype=np.float64))
    pay: Floats = (under + (over - under) * (place - below)) * grown
    return pay


def tuition_of(demands: Demands, moving: Moving, assumed: Assumptions) -> Floats:
    """Dollars of tuition likely ``(e,)``: full-time years still to study × what one costs."""
    degree, school = schooling(demands, moving)
    short = demands.level[moving.destination] <= ASSOCIATE
    year = np.where(short, assumed.tuition_short, assumed.tuition_long)
    result: Floats = np.maximum(degree[:, 1], school[:, 1]) / 12.0 * year
    return result
