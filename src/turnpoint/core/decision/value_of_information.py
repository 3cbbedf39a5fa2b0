"""What knowing something before deciding would be worth.

With everything known one would take the best option in each future: the expected value of perfect
information is ``EVPI = E[max_o NB_o] − max_o E[NB_o]``. Knowing only ``θ``, one would take what is
best on average among the futures with that ``θ``: ``EVPPI = E[max_o E[NB_o | θ]] − max_o E[NB_o]``.
The inner mean is a regression on the same draws (Strong, Oakley & Brennan 2014, Medical Decision
Making 34), so nothing is simulated again: a cubic spline in a quantity, group means in a quantity
of few values. Always ``0 ≤ EVPPI ≤ EVPI``.

``net[o, s]`` is whatever options are chosen by: money, value points, or 1 where an option is first and
else 0, which makes the answer acceptability gained.

Axes: ``o`` option, ``s`` draw, ``p`` parameter.
"""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

from turnpoint.core.preference.entropy import Estimate

Array = NDArray[np.float64]

FEW_VALUES = 12
"""Up to here a quantity is taken as made of groups, each with a mean of its own."""
KNOTS = 5


def evpi(net: ArrayLike) -> Estimate:
    """Expected value of perfect information, in the unit of ``net[o, s]``."""
    net = np.asarray(net, np.float64)
    return _gain(net.max(axis=0), net)


def evppi(net: ArrayLike, parameter: ArrayLike) -> Estimate:
    """Expected value of knowing ``parameter[s]``, or all of ``parameter[p, s]`` together."""
    net = np.asarray(net, np.float64)
    known = np.atleast_2d(np.asarray(parameter, np.float64))
    if known.shape[1] != net.shape[1]:
        raise ValueError("one value of the parameter for each draw")
    limit = evpi(net)
    found = _gain(conditional_mean(net, known).max(axis=0), net)
    return Estimate(min(found.value, limit.value), found.error)


def evpi_of_normal_difference(mean: float, deviation: float) -> float:
    """EVPI between two options whose difference is normal: ``s φ(μ/s) − |μ| Φ(−|μ|/s)``."""
    z = abs(mean) / deviation
    normal = NormalDist()
    return deviation * normal.pdf(z) - abs(mean) * normal.cdf(-z)


def _gain(best: Array, net: Array) -> Estimate:
    """``E[best] − max_o E[net_o]``, and its standard error."""
    gained = best - net[np.argmax(net.mean(axis=1))]
    return Estimate(max(float(gained.mean()), 0.0), float(gained.std() / np.sqrt(gained.size)))


def conditional_mean(net: Array, known: Array, *, knots: int = KNOTS) -> Array:
    """``E[net_o | known]`` in every draw, ``[o, s]``; without ``knots`` a cubic, for few draws."""
    values = [np.unique(row) for row in known]
    if len(known) == 1 and len(values[0]) <= FEW_VALUES:
        group = np.searchsorted(values[0], known[0])
        size = np.bincount(group)
        return np.array([(np.bincount(group, weights=row) / size)[group] for row in net])
    columns = [np.ones((1, known.shape[1]))]
    moving = [row for row, value in zip(known, values, strict=True) if len(value) > 1]
    standard = [(row - row.mean()) / row.std() for row in moving]
    columns += [_spline(row, knots) for row in standard]
    columns += [
        (one * other)[None] for i, one in enumerate(standard) for other in standard[i + 1 :]
    ]
    basis = np.concatenate(columns).T
    fitted = basis @ np.linalg.lstsq(basis, net.T, rcond=None)[0]
    return np.asarray(fitted.T)


def _spline(x: Array, count: int) -> Array:
    """Cubic spline without a constant, knots at quantiles: rows ``x, x², x³, (x − k)³₊``."""
    knots = np.unique(np.quantile(x, np.linspace(0, 1, count + 2)[1:-1]))
    powers = np.array([x, x**2, x**3])
    return np.concatenate([powers, np.maximum(x - knots[:, None], 0) ** 3])
