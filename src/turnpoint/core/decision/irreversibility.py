"""Steps that cannot be taken back for nothing, and the worth of waiting before them.

Entry and exit under uncertainty (Dixit 1989, Journal of Political Economy 97): a price ``P`` follows
a geometric Brownian motion with drift μ and volatility σ; entering costs ``k``, leaving ``l``, and
being in costs ``w`` a year, discounted at ρ. With ``G`` the value of being in less that of being out,
``G(P) = −A P^β + B P^−α + P/(ρ−μ) − w/ρ``, where ``β > 1`` and ``−α < 0`` solve
``½σ²ξ(ξ−1) + μξ − ρ = 0``, one enters at ``P_H`` and leaves at ``P_L``:
``G(P_H) = k``, ``G(P_L) = −l``, ``G′(P_H) = G′(P_L) = 0``. Between the two nothing is done.

The value at which to invest once for all (McDonald & Siegel 1986, Quarterly Journal of Economics
101): ``V* = β/(β−1) · I``, drift ``r − δ``. The widget factory is Dixit & Pindyck (1994), chapter 2.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import root

from turnpoint.errors import BadInput

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class StayingPut:
    """``enter`` and ``leave``: the prices between which staying as one is costs least.

    ``enter_certain`` and ``leave_certain`` are Marshall’s, for a price that will not move again.
    """

    enter: float
    leave: float
    enter_certain: float
    leave_certain: float


def exponents(rho: float, drift: float, sigma: float) -> tuple[float, float]:
    """``β > 1`` and ``−α < 0``, the roots of ``½σ²ξ(ξ−1) + μξ − ρ = 0``."""
    if not (rho > 0 and sigma > 0 and drift < rho):
        raise BadInput("Discounting must be positive and above the drift, and something must move.")
    middle = 0.5 - drift / sigma**2
    reach = math.sqrt(middle**2 + 2 * rho / sigma**2)
    return middle + reach, middle - reach


def entry_and_exit(
    *, rho: float, sigma: float, running: float, enter: float, leave: float, drift: float = 0.0
) -> StayingPut:
    """Dixit’s thresholds; ``running`` is ``w``, ``enter`` is ``k``, ``leave`` is ``l``."""
    if enter + leave <= 0:
        raise BadInput("Entering and leaving again must cost something together.")
    beta, minus_alpha = exponents(rho, drift, sigma)
    high, low = running + rho * enter, running - rho * leave
    worth = 1 / (rho - drift)

    def missed(logs: Array) -> Array:
        p_high, p_low = np.exp(logs)
        down, up = (p_high / p_low) ** minus_alpha, (p_low / p_high) ** beta
        # a = A P_H^β and b = B P_L^−α, from G′ = 0 at both; G then has to meet both costs.
        slopes = np.array([[-beta, minus_alpha * down], [-beta * up, minus_alpha]])
        a, b = np.linalg.solve(slopes, [-p_high * worth, -p_low * worth])
        at_high = -a + b * down + p_high * worth - running / rho
        at_low = -a * up + b + p_low * worth - running / rho
        return np.array([at_high - enter, at_low + leave])

    guess = np.log([1.3 * high, 0.8 * max(low, 1e-3 * running)])
    found = root(missed, guess, tol=1e-13)
    if not np.allclose(missed(found.x), 0, atol=1e-7 * max(1.0, abs(enter))):
        raise BadInput("No thresholds were found for these costs: they are too far apart.")
    p_high, p_low = np.exp(found.x)
    return StayingPut(float(p_high), float(p_low), high, low)


def invest_at(*, rate: float, payout: float, sigma: float, cost: float) -> float:
    """McDonald and Siegel’s ``V*``: the value at which to pay ``cost`` once and for all."""
    beta, _ = exponents(rate, rate - payout, sigma)
    return beta / (beta - 1) * cost


@dataclass(frozen=True, slots=True)
class NowOrLater:
    """Expected worth of going ahead now, and of waiting a year for the news and then choosing."""

    now: float
    waiting: float


def now_or_wait(
    *, cost: float, price: float, up: float, down: float, chance_up: float, rate: float
) -> NowOrLater:
    """The widget: ``price`` now, ``up`` or ``down`` for ever after one year, one a year."""
    later = chance_up * up + (1 - chance_up) * down
    now = -cost + price + later / rate

    def then(after: float) -> float:
        return max(0.0, (-cost + after * (1 + rate) / rate) / (1 + rate))

    return NowOrLater(now, chance_up * then(up) + (1 - chance_up) * then(down))
