"""Search when jobs end: McCall with separation, chance of an offer, and risk aversion.

A job ends with chance ``α`` a period, an offer comes with chance ``γ``, and consumption is worth
``u(y) = (y^{1−σ} − 1)/(1 − σ)`` (CRRA; ``ln y`` at σ = 1)::

    v(w) = u(w) + β [ (1 − α) v(w) + α h ]
    h    = u(c) + β (1 − γ) h + β γ Σ max( v(w_i), h ) q_i

Accepted from the ``k``-th wage on, ``h`` solves a linear equation; the best line is the answer, and
``w̄`` is where ``v(w̄) = h``, which is ``u(w̄) = (1 − β) h``. After McCall (1970), in the form of
Sargent & Stachurski, *Quantitative Economics* (“Job Search II: Search and Separation”).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from turnpoint.core.decision.mccall import Floats


@dataclass(frozen=True, slots=True)
class ReservationWage:
    """``exact`` is where taking and waiting are worth the same; ``on_grid`` the first wage taken."""

    exact: float
    on_grid: float


def crra(y: Floats | float, sigma: float) -> Floats:
    """``u(y)``."""
    y = np.asarray(y, dtype=np.float64)
    return np.asarray(np.log(y) if sigma == 1.0 else (y ** (1.0 - sigma) - 1.0) / (1.0 - sigma))


def reservation_wage(
    wages: Floats,
    chances: Floats,
    *,
    c: float,
    beta: float,
    alpha: float,
    gamma: float,
    sigma: float,
) -> ReservationWage:
    """What an offer must pay where jobs may end. ``on_grid`` is infinite if none does."""
    lasts = 1.0 - beta * (1.0 - alpha)
    worth = crra(wages, sigma)
    taken = np.concatenate([np.cumsum(chances[::-1])[::-1], [0.0]])
    income = np.concatenate([np.cumsum((chances * worth)[::-1])[::-1], [0.0]])
    waits = beta * (1.0 - gamma) + beta * gamma * (1.0 - taken + beta * alpha * taken / lasts)
    h = float(((crra(c, sigma) + beta * gamma * income / lasts) / (1.0 - waits)).max())
    level = (1.0 - beta) * h
    accepted = wages[worth >= level]
    if sigma == 1.0:
        exact = math.exp(level)
    else:
        exact = (1.0 + (1.0 - sigma) * level) ** (1.0 / (1.0 - sigma))
    return ReservationWage(exact, float(accepted[0]) if len(accepted) else math.inf)
