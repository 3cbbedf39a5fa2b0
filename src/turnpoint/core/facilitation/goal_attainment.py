r"""Goal attainment scaling: how far goals that differ in kind and weight were attained together.

.. math:: T = 50 + \frac{10 \sum_i w_i x_i}{\sqrt{(1 - \rho) \sum_i w_i^2 + \rho (\sum_i w_i)^2}}

``x`` runs from −2 (much less than expected) over 0 (as expected) to +2 (much more); ``ρ`` is the
correlation assumed between the goals’ scores. Where the expectations were fair, T is 50 on average
with a standard deviation of 10. Source: T. J. Kiresuk & R. E. Sherman, “Goal attainment scaling”,
Community Mental Health Journal 4 (1968), 443–453, with their ρ = .3.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from turnpoint.errors import BadInput

CORRELATION = 0.3
LEVELS = (-2, -1, 0, 1, 2)
WORDS = {
    -2: "much less than expected",
    -1: "less than expected",
    0: "as expected",
    1: "more than expected",
    2: "much more than expected",
}


@dataclass(frozen=True, slots=True)
class Attained:
    """One goal: how much it counts (above 0), and where it stands (one of ``LEVELS``)."""

    weight: float
    level: int


def attainment(goals: Sequence[Attained], *, correlation: float = CORRELATION) -> float:
    """T of some goals, 50 where all came as expected. Raises ``BadInput`` where T is not defined."""
    if not goals:
        raise BadInput("Attainment needs at least one goal with a level.")
    if any(not math.isfinite(goal.weight) or goal.weight <= 0 for goal in goals):
        raise BadInput("A goal’s weight is a number above 0.", where="weight")
    if any(goal.level not in LEVELS for goal in goals):
        raise BadInput("A goal’s level is one of −2, −1, 0, +1 and +2.", where="level")
    if not 0 <= correlation <= 1:
        raise BadInput("The correlation between goals lies between 0 and 1.", where="correlation")
    weighted = sum(goal.weight * goal.level for goal in goals)
    squares = sum(goal.weight**2 for goal in goals)
    whole = sum(goal.weight for goal in goals) ** 2
    return 50 + 10 * weighted / math.sqrt((1 - correlation) * squares + correlation * whole)
