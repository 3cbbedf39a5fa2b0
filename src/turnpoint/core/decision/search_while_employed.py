"""Quit and search, or search while employed: the reservation wage of Burdett & Mortensen (1998).

Without a job there is ``b`` and offers come at rate ``λ0``; with one they come at ``λ1``; jobs end
at rate ``δ``, the future is discounted at ``r``, offers are distributed as ``F``::

    R = b + (λ0 − λ1) ∫_R (1 − F(x)) / ( r + δ + λ1 (1 − F(x)) ) dx

Where searching beside a job is as good as without one (``λ1 = λ0``), nothing is lost by taking a job
and ``R = b``; the better one searches without, the choosier one may be. The right side falls slower
in ``R`` than the left rises, so there is one answer.
"""

from __future__ import annotations

from collections.abc import Callable

from scipy.integrate import quad
from scipy.optimize import brentq

from turnpoint.errors import BadInput


def reservation_wage(
    *,
    b: float,
    searching: float,
    employed: float,
    r: float,
    delta: float,
    cdf: Callable[[float], float],
    bottom: float,
    top: float,
) -> float:
    """``R``. ``searching`` is λ0, ``employed`` λ1; no offer is below ``bottom`` or above ``top``.

    Raises ``BadInput`` for negative rates or no discounting and no separation at all.
    """
    if min(searching, employed, r, delta) < 0 or r + delta <= 0:
        raise BadInput("Rates cannot be negative, and r + δ must be above zero.")

    def gain(wage: float) -> float:
        low = max(wage, bottom)
        if low >= top:
            return 0.0
        inside, _ = quad(_surplus, low, top, epsabs=1e-13 * (top - bottom), epsrel=1e-12, limit=200)
        return float(inside) + max(bottom - wage, 0.0) / (r + delta + employed)

    def _surplus(x: float) -> float:
        better = 1.0 - cdf(x)
        return better / (r + delta + employed * better)

    def excess(wage: float) -> float:
        return wage - b - (searching - employed) * gain(wage)

    high = max(b, top)
    low = min(b, bottom)
    step = max(high - low, 1.0)
    while excess(low) > 0.0:
        low, step = low - step, 2.0 * step
    return float(brentq(excess, low, high, xtol=1e-13 * max(abs(high), 1.0), rtol=1e-14))
