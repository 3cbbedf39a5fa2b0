"""Waiting for a wage worth taking: McCall's sequential search (1970).

Each period an offer is drawn from wages ``w_i`` with chances ``q_i``; taken, it is paid for ever
(or to the horizon); declined, there is ``c`` and the next offer. With discount factor ``β``::

    v(w) = max( w / (1 − β),  h )        h = c + β Σ v(w_i) q_i        w̄ = (1 − β) h

With ``n`` periods left, ``v_n(w) = max( w a_n, c + β Σ v_{n−1} q )``, ``a_n = (1 − βⁿ)/(1 − β)``,
``v_0 = 0``. McCall, “Economics of Information and Job Search”, QJE 84 (1970).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaln, gammaln

from turnpoint.errors import BadInput

Floats = NDArray[np.float64]


def beta_binomial(n: int, a: float, b: float) -> Floats:
    """Chances of 0…n successes: ``C(n, k) B(k + a, n − k + b) / B(a, b)``."""
    k = np.arange(n + 1)
    choose = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
    return np.asarray(np.exp(choose + betaln(k + a, n - k + b) - betaln(a, b)))


def reservation_wage(wages: Floats, chances: Floats, c: float, beta: float) -> float:
    """``w̄`` without a horizon, exactly: the best of all ways to draw a line between wages.

    Accepting from the ``k``-th wage on gives ``h_k = (c + β Σ_{i≥k} q_i w_i/(1−β)) / (1 − β Q_k)``,
    with ``Q_k = Σ_{i<k} q_i``; ``h`` is the largest. No iteration, and so no tolerance.
    """
    _check(wages, chances, beta)
    accepted = np.concatenate([np.cumsum((chances * wages)[::-1])[::-1], [0.0]])
    declined = np.concatenate([[0.0], np.cumsum(chances)])
    h = (c + beta * accepted / (1.0 - beta)) / (1.0 - beta * declined)
    return float((1.0 - beta) * h.max())


def reservation_wages(
    wages: Floats, chances: Floats, c: float, beta: float, periods: int
) -> Floats:
    """``w̄_n`` for ``n = 1 … periods`` left: what an offer must pay to be taken then."""
    _check(wages, chances, beta)
    found = np.empty(periods)
    value = np.zeros(len(wages))
    annuity = 0.0
    for n in range(periods):
        annuity = 1.0 + beta * annuity
        wait = c + beta * float(value @ chances)
        value = np.maximum(wages * annuity, wait)
        found[n] = wait / annuity
    return found


def mean_wait(wages: Floats, chances: Floats, reservation: float) -> float:
    """Offers seen until one is taken, on average, the one that is taken counted: ``1/P(w ≥ w̄)``.

    Widely copied figures of 13.94 and 25.48 begin to accept one wage late.
    """
    taken = float(chances[wages >= reservation].sum())
    return np.inf if taken == 0.0 else 1.0 / taken


def _check(wages: Floats, chances: Floats, beta: float) -> None:
    if not 0.0 <= beta < 1.0:
        raise BadInput(f"A discount factor lies from 0 to below 1; {beta:g} does not.")
    if len(wages) != len(chances) or (np.diff(wages) < 0).any():
        raise BadInput("Wages go upwards, and each has its chance.")
    if abs(float(chances.sum()) - 1.0) > 1e-9 or (chances < 0).any():
        raise BadInput("The chances of the wages must add up to 1.")
