"""Shares of time from a log, with how uncertain they are.

Axes: ``minutes[d, a]``, one row per logged day, one column per activity.

The shares of a usual week are Dirichlet. The prior is flat and weighs as much as one look: ``1/k``
for each of ``k`` activities. The log adds ``c`` looks, split as its minutes are: ``α_a = 1/k + c·p_a``.
A day is no bag of independent minutes, so ``c`` is not their number. It is ``n·m``: ``n = (Σ w)²/Σ w²``
days (``w``: minutes of each), times the looks a day is worth, ``m = Σ p(1 − p) / Σ s²``, from how much
the shares differ between days, ``s²``. Days that are all alike tell much; days given to one thing each
tell little. ``Σ s²`` is shrunk towards ``m = 1`` with the weight of two days, since few days may agree by
chance. The marginals are ``Beta(α_a, Σα − α_a)``; what is stated is the middle 80% of each.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import beta

from turnpoint.errors import BadInput

Array = NDArray[np.float64]

COVERED = 0.8
PRIOR_LOOKS = 1.0
SHRUNK_BY = 2.0
"""Days for which the prior belief counts that a day is worth one look."""


@dataclass(frozen=True, slots=True)
class TimeShares:
    """Posterior of the shares: ``mean[a]`` sums to 1; ``low[a]`` to ``high[a]`` holds 80%.

    ``looks``: the concentration that the days are worth, ``looks_a_day`` of them each.
    """

    mean: Array
    low: Array
    high: Array
    days: int
    looks: float
    looks_a_day: float


def time_shares(minutes: ArrayLike) -> TimeShares:
    """Shares of time, given the minutes of every day. Raises ``BadInput`` where none are logged."""
    logged = np.asarray(minutes, dtype=float)
    if logged.ndim != 2 or (logged < 0).any() or logged.sum() <= 0:
        raise BadInput("Nothing is logged yet, so there are no shares.")
    logged = logged[logged.sum(axis=1) > 0]
    weight = logged.sum(axis=1)
    p = logged.sum(axis=0) / weight.sum()
    n = float(weight.sum() ** 2 / (weight**2).sum())
    a_day = _looks_a_day(logged / weight[:, None], weight / weight.sum(), p, n)
    alpha = PRIOR_LOOKS / len(p) + n * a_day * p
    low, high = _middle(alpha, alpha.sum() - alpha)
    return TimeShares(alpha / alpha.sum(), low, high, len(logged), n * a_day, a_day)


def _looks_a_day(shares: Array, weight: Array, p: Array, n: float) -> float:
    """How many independent looks a day is worth, at least one."""
    at_most = float((p * (1 - p)).sum())
    if at_most <= 0 or n <= 1:
        return 1.0
    between = float((weight @ (shares - p) ** 2).sum()) * n / (n - 1)
    shrunk = ((n - 1) * between + SHRUNK_BY * at_most) / (n - 1 + SHRUNK_BY)
    return max(1.0, at_most / shrunk)


def share_of_week(minutes: float, *, of: float, days: int) -> tuple[float, float, float]:
    """Low, mean and high of a share that is known by its total over so many days: one look a day."""
    p = min(max(minutes / of, 0.0), 1.0)
    low, high = _middle(np.array([days * p]), np.array([days * (1 - p)]))
    return float(low[0]), p, float(high[0])


def _middle(a: Array, b: Array) -> tuple[Array, Array]:
    """The middle 80% of Beta(a, b); the ends where one of the two is nothing."""
    tail = (1 - COVERED) / 2
    with np.errstate(invalid="ignore"):
        low, high = beta.ppf(tail, a, b), beta.ppf(1 - tail, a, b)
    low = np.where(a <= 0, 0.0, np.where(b <= 0, 1.0, low))
    high = np.where(a <= 0, 0.0, np.where(b <= 0, 1.0, high))
    return np.asarray(low), np.asarray(high)
