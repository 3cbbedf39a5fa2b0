"""How good predictions were: scores of stated chances against what happened.

Brier (1950) score ``mean (p − y)²``; log loss ``−mean log p(what happened)``; reliability bins with
their counts, so that three lucky guesses do not look like skill. A score judges many predictions,
never one: a decision can be made well and turn out badly.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from turnpoint.errors import BadInput


@dataclass(frozen=True, slots=True)
class Forecast:
    """A chance stated before, and whether it came true."""

    chance: float
    happened: bool

    def __post_init__(self) -> None:
        if not 0 <= self.chance <= 1:
            raise BadInput("A chance lies between 0 and 100%.", where="chance")


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions whose chance lies in ``low`` … ``high``: how many, what was said, what came."""

    low: float
    high: float
    count: int
    said: float
    happened: float


def brier(forecasts: Sequence[Forecast]) -> float:
    """Mean squared error of the chances: 0 is perfect, always saying 50% gives .25."""
    _some(forecasts)
    return math.fsum((each.chance - each.happened) ** 2 for each in forecasts) / len(forecasts)


def log_loss(forecasts: Sequence[Forecast]) -> float:
    """Mean of ``−log`` of the chance given to what happened; infinite if that chance was zero."""
    _some(forecasts)
    given = [each.chance if each.happened else 1 - each.chance for each in forecasts]
    if min(given) == 0:
        return math.inf
    return -math.fsum(map(math.log, given)) / len(forecasts)


def reliability(forecasts: Sequence[Forecast], *, bins: int = 10) -> tuple[Bin, ...]:
    """Bins of equal width that hold any prediction; the last one includes 1."""
    chance = np.array([each.chance for each in forecasts])
    happened = np.array([each.happened for each in forecasts], np.float64)
    # A chance on an edge belongs above it, though .3 × 10 need not be 3 in binary.
    place = np.clip(np.floor(chance * bins + 1e-9), 0, bins - 1)
    return tuple(
        Bin(
            low=b / bins,
            high=(b + 1) / bins,
            count=int(here.sum()),
            said=float(chance[here].mean()),
            happened=float(happened[here].mean()),
        )
        for b in range(bins)
        if (here := place == b).any()
    )


def _some(forecasts: Sequence[Forecast]) -> None:
    if not forecasts:
        raise BadInput("There is no prediction with an outcome yet, so there is nothing to score.")
