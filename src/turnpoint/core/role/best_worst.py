"""Best–worst ranking: a utility for each activity from choices in sets of four.

The best of a set ``S`` is chosen first, then the worst of what is left (sequential multinomial
logit; Louviere, Flynn & Marley 2015):

``P(best = i | S) = exp u_i / Σ_S exp u_j``, ``P(worst = k | S∖i) = exp(−u_k) / Σ_{S∖i} exp(−u_j)``,

with prior ``u ~ N(0, 2.5²)``. The posterior mode is found by Newton's method; the Laplace covariance
at the mode gives the intervals. Axes: ``u[i]``, one entry per item.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from turnpoint.errors import BadInput

Array = NDArray[np.float64]

SET_SIZE = 4
PRIOR_SD = 2.5
"""As decisive as people are who take four choices seriously; a narrower prior asks too long about
what it takes for a tie."""
FEWEST, MOST = 5, 48
SURE = 0.9
SETS_PER_ITEM = 1.25
AT_THE_ENDS = 4
DRAWS = 2000
CANDIDATES = 400
"""Sets of each kind that are tried when the next one is chosen."""


class Choice(NamedTuple):
    """One set that was shown, and the best and the worst of it, by number of the item."""

    shown: tuple[int, ...]
    best: int
    worst: int


@dataclass(frozen=True, slots=True)
class Utilities:
    """Posterior ``mode[i]`` and ``covariance[i, j]``; a utility of 0 is an average item."""

    mode: Array
    covariance: Array

    @property
    def sd(self) -> Array:
        return np.asarray(np.sqrt(np.diagonal(self.covariance)), dtype=np.float64)

    @property
    def interval(self) -> Array:
        """95% intervals, ``(items, 2)``."""
        reach = 1.959963984540054 * self.sd[:, None] * np.array([-1.0, 1.0])
        return np.asarray(self.mode[:, None] + reach, dtype=np.float64)


def utilities(items: int, choices: Sequence[Choice]) -> Utilities:
    """The posterior of all utilities, given the choices.

    Raises ``BadInput`` for too few or too many items and for a choice that is none.
    """
    if not FEWEST <= items <= MOST:
        raise BadInput(f"There are {items} activities; ranking takes {FEWEST} to {MOST}.")
    for choice in choices:
        if choice.best == choice.worst or not {choice.best, choice.worst} <= set(choice.shown):
            raise BadInput("The best and the worst have to be two different ones of those shown.")
    u = np.zeros(items)
    value, gradient, precision = _log_posterior(u, choices)
    for _ in range(100):
        step = np.linalg.solve(precision, gradient)
        if float(gradient @ step) < 1e-10:
            break
        scale = 1.0
        while (_log_posterior(u + scale * step, choices)[0] < value) and scale > 1e-6:
            scale /= 2
        u = u + scale * step
        value, gradient, precision = _log_posterior(u, choices)
    return Utilities(u, np.asarray(np.linalg.inv(precision), dtype=np.float64))


def _log_posterior(u: Array, choices: Sequence[Choice]) -> tuple[float, Array, Array]:
    """The log posterior, its gradient, and its negative Hessian."""
    value = -float(u @ u) / (2 * PRIOR_SD**2)
    gradient = -u / PRIOR_SD**2
    precision = np.eye(len(u)) / PRIOR_SD**2
    if not choices:
        return value, gradient, precision
    best = np.array([(each.best, *(i for i in each.shown if i != each.best)) for each in choices])
    left = np.array(
        [
            (each.worst, *(i for i in row[1:] if i != each.worst))
            for each, row in zip(choices, best.tolist(), strict=True)
        ]
    )
    for rows, sign in ((best, 1), (left, -1)):
        p = _shares(sign * u[rows])
        value += float(np.log(p[:, 0]).sum())
        np.add.at(gradient, rows, -sign * p)
        np.add.at(gradient, rows[:, 0], sign)
        np.add.at(precision, (rows[:, :, None], rows[:, None, :]), _spread(p))
    return value, gradient, precision


def next_set(items: int, choices: Sequence[Choice], *, seed: int) -> tuple[int, ...]:
    """The next four to show: the set expected to tell most about who ranks where.

    Which sets are tried is drawn by ``seed``; the order within the set is drawn too, so that
    position tells nothing.
    """
    rng = np.random.default_rng([seed, len(choices)])
    return tuple(rng.permutation(_most_telling(utilities(items, choices), rng)).tolist())


def _most_telling(found: Utilities, rng: np.random.Generator) -> NDArray[np.int64]:
    """Of many possible sets, the one after which the ranks are expected to be least uncertain.

    Half are drawn freely, half among neighbours of the ranking as it may be. With ``F`` the expected
    information of the best and the worst of a set ``S``, the covariance is expected to lose
    ``Σ_:S M Σ_S:``, ``M = F (I + Σ_SS F)⁻¹``; what a set tells is the trace of that, seen in ranks
    (A-optimal for ``J u``, with ``J`` the slope of the expected ranks).
    """
    n = len(found.mode)
    free = np.argsort(rng.random((CANDIDATES, n)), axis=1)[:, :SET_SIZE]
    ranking = found.mode + 0.5 * found.sd * rng.normal(size=(CANDIDATES, n))
    start = rng.integers(0, n - SET_SIZE + 1, size=CANDIDATES)[:, None] + np.arange(SET_SIZE)
    near = np.take_along_axis(np.argsort(ranking, axis=1), start, axis=1)
    sets = np.concatenate([free, near])
    covariance = found.covariance[sets[:, :, None], sets[:, None, :]]
    information = _information(found.mode[sets])
    lost = information @ np.linalg.inv(np.eye(SET_SIZE) + covariance @ information)
    in_ranks = (_rank_slope(found) @ found.covariance)[:, sets].transpose(1, 0, 2)
    told = (lost * (in_ranks.transpose(0, 2, 1) @ in_ranks)).sum(axis=(1, 2))
    return np.asarray(sets[np.argmax(told)], dtype=np.int64)


def _rank_slope(found: Utilities) -> Array:
    """``J[i, j]``: how the expected rank of ``i``, ``Σ_j Φ((u_i − u_j) / √(v_i + v_j))``, moves with
    ``u_j``. It is steep where many lie close together."""
    variance = found.sd**2
    between = variance[:, None] + variance
    slope = np.exp(-((found.mode[:, None] - found.mode) ** 2) / (2 * between))
    slope /= np.sqrt(2 * np.pi * between)
    np.fill_diagonal(slope, 0.0)
    return np.asarray(np.diag(slope.sum(axis=1)) - slope)


def _information(u: Array) -> Array:
    """Expected Fisher information of best and worst, ``(sets, 4, 4)`` for ``u[sets, 4]``."""
    best = _shares(u)
    information = _spread(best)
    for first in range(SET_SIZE):
        left = [item for item in range(SET_SIZE) if item != first]
        block = best[:, first, None, None] * _spread(_shares(-u[:, left]))
        information[:, np.array(left)[:, None], left] += block
    return information


def _shares(u: Array) -> Array:
    odds = np.exp(u - u.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True))


def _spread(p: Array) -> Array:
    return np.asarray(p[:, :, None] * np.eye(p.shape[1]) - p[:, :, None] * p[:, None, :])


@dataclass(frozen=True, slots=True)
class Standing:
    """How sure the ends of the ranking are: the chance that these are the top and bottom four.

    ``top_sure[i]`` and ``bottom_sure[i]``: the chance of each item to be among them.
    """

    top: tuple[int, ...]
    bottom: tuple[int, ...]
    top_sure: Array
    bottom_sure: Array
    settled: bool
    most_sets: int


def standing(found: Utilities, *, seed: int) -> Standing:
    """Where the ranking stands. Settled: each of the top and the bottom four is 90% sure to be one."""
    n = len(found.mode)
    ends = min(AT_THE_ENDS, n // 2)
    rng = np.random.default_rng(seed)
    drawn = rng.multivariate_normal(found.mode, found.covariance, size=DRAWS, method="cholesky")
    rank = drawn.argsort(axis=1).argsort(axis=1)
    bottom_sure, top_sure = (rank < ends).mean(axis=0), (rank >= n - ends).mean(axis=0)
    order = np.argsort(-found.mode, kind="stable")
    top, bottom = order[:ends], order[::-1][:ends]
    settled = bool(top_sure[top].min() >= SURE and bottom_sure[bottom].min() >= SURE)
    most = int(np.ceil(SETS_PER_ITEM * n))
    return Standing(
        tuple(top.tolist()), tuple(bottom.tolist()), top_sure, bottom_sure, settled, most
    )
