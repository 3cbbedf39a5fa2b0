"""What choosing an option may turn out to have cost, beside the best option in the same future.

Regret of ``o`` in a draw is ``max_k v_k − v_o``, in value points: 1 is everything from worst to best
at once. ``in_units`` turns points into a unit, euros for one, through the mean weight of a criterion
with a straight value function.

Axes: ``o`` option, ``s`` draw.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from turnpoint.core.preference.value import Criterion, Linear
from turnpoint.errors import BadInput

Array = NDArray[np.float64]
HIGH = 0.95


@dataclass(frozen=True, slots=True)
class Regret:
    """Mean and 95th percentile of regret ``[o]``, and the standard error of the mean."""

    mean: Array
    mean_error: Array
    high: Array


def regret(score: ArrayLike) -> Regret:
    """Regret of each option from ``score[o, s]``."""
    score = np.asarray(score, np.float64)
    lost = score.max(axis=0) - score
    error = lost.std(axis=1) / np.sqrt(lost.shape[1])
    return Regret(lost.mean(axis=1), error, np.quantile(lost, HIGH, axis=1))


def in_units(points: float, criterion: Criterion, mean_weight: float) -> float:
    """How much of the criterion’s unit is worth as much as ``points`` of value."""
    function = criterion.value
    if not isinstance(function, Linear) or function.makes_no_difference or not mean_weight > 0:
        raise BadInput(
            f"“{criterion.name}” cannot be a measure for the others: it needs a straight value from "
            "worst to best, and some weight.",
            where=criterion.key,
        )
    return points / mean_weight * abs(function.best - function.worst)
