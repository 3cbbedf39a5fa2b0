"""What an origin's own leavers add: shares drawn from the model towards what was seen.

``p(d) = (n·s(d) + α·m(d)) / (n + α)``, the mean of a Dirichlet posterior: ``m`` the model, ``s`` the shares
of the origin's ``n`` sampled movers, ``α`` the sampled movers that the model is worth, chosen by the
Dirichlet–multinomial likelihood of movers it had not seen. With ``n = 0`` it is the model; with many it
is what was seen.
"""

from __future__ import annotations

import numpy as np

from turnpoint.core.transition.gravity import Array

ALPHA = 80.0
"""Where nothing else was fitted: what the published folds say."""

SMALLEST = 1e-9
TAIL = 0.05


def shrunk(model: Array, share: Array, sampled: Array, alpha: float) -> Array:
    """``(n·s + α·m) / (n + α)`` row by row; ``sampled`` is ``(i,)``."""
    n = sampled[:, None]
    return np.asarray((n * share + alpha * model) / (n + alpha))


def fit_alpha(model: Array, counts: Array) -> float:
    """α at the highest likelihood of ``counts`` ``(i, d)`` under held-out predictions ``(i, d)``."""
    from scipy.optimize import minimize_scalar
    from scipy.special import gammaln

    total = counts.sum(axis=1)

    def surprise(log_alpha: float) -> float:
        alpha = np.exp(log_alpha)
        prior = np.maximum(alpha * model, SMALLEST)
        within = (gammaln(counts + prior) - gammaln(prior)).sum()
        return float(-(gammaln(alpha) - gammaln(alpha + total)).sum() - within)

    found = minimize_scalar(surprise, bounds=(0.0, 8.0), method="bounded", options={"xatol": 1e-3})
    return float(np.exp(found.x))


def interval(share: float, sampled: float, alpha: float) -> tuple[float, float]:
    """The middle 90% of the posterior share of one destination."""
    from scipy.special import betaincinv

    total = sampled + alpha
    a, b = max(total * share, SMALLEST), max(total * (1 - share), SMALLEST)
    return float(betaincinv(a, b, TAIL)), float(betaincinv(a, b, 1 - TAIL))
