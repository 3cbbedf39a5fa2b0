"""Career or job first: Neal (1999), solved by its structure.

A worker has a career paying ``θ`` and a job in it paying ``ε``. Each period: stay, draw a new job,
or draw a new life (career and job)::

    v(θ, ε) = max( (θ + ε)/(1 − β),   θ + ε̄ + β m(θ),   θ̄ + ε̄ + β Σ p_i m(θ_i) )
    m(θ)    = Σ_j q_j v(θ, ε_j)

Who stays once stays for ever, so the ``N²`` values hang on ``N + 1`` numbers: ``m(θ_i)`` and ``L``,
the value of a new life. Given who stays and what the others do, each ``m_i`` is linear in ``L`` and
``L`` solves one equation; then everybody chooses anew (Howard 1960), until nobody changes. The
answer carries a bound on its error, ``‖Tv − v‖ / (1 − β)``: a tolerance is not an error.
Neal, “The Complexity of Job Mobility among Young Men”, Journal of Labor Economics 17 (1999).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.decision.mccall import Floats

CLOSE = 1e-12
"""Pay that differs by less is the same pay: one then stays."""


class Choice(IntEnum):
    """What to do now."""

    STAY = 1
    NEW_JOB = 2
    NEW_LIFE = 3


@dataclass(frozen=True, slots=True)
class CareerOrJob:
    """``value[i, j]`` and ``choice[i, j]`` at career ``i`` and job ``j``; no value is off by more
    than ``error``. ``stays[i]`` is the chance that a new job in career ``i`` is kept;
    ``new_job[i]`` says that it is the job, not the career, that is changed otherwise."""

    value: Floats
    choice: NDArray[np.int64]
    error: float
    rounds: int
    stays: Floats
    new_job: NDArray[np.bool_]
    chances: Floats

    def counts(self) -> tuple[int, int, int]:
        """At how many points one stays, changes the job, changes one's life."""
        found = np.bincount(self.choice.ravel(), minlength=4)
        return int(found[1]), int(found[2]), int(found[3])

    def mean_time(self) -> float:
        """Moves until one stays for good, on average, from the worst career and job. Exact."""
        leaves = 1.0 - self.stays
        with np.errstate(divide="ignore"):
            within = np.where(self.new_job, leaves / self.stays, leaves)
        again = float(self.chances @ np.where(self.new_job, 0.0, leaves))
        return 1.0 + float(self.chances @ within) / (1.0 - again)

    def median_time(self) -> int:
        """The first number of moves after which at least half have settled. Exact."""
        fresh, waiting, settled, moves = 1.0, np.zeros(len(self.stays)), 0.0, 0
        while settled < 0.5:
            moves += 1
            drawn = waiting + fresh * self.chances
            settled += float(drawn @ self.stays)
            left = drawn * (1.0 - self.stays)
            waiting = np.where(self.new_job, left, 0.0)
            fresh = float(left[~self.new_job].sum())
        return moves


def solve(theta: Floats, p: Floats, epsilon: Floats, q: Floats, beta: float) -> CareerOrJob:
    """The best policy. ``theta`` and ``epsilon`` rise; ``p`` and ``q`` are their chances.

    The first guess is a new life for all who do not stay; each round makes nobody worse off.
    """
    mean_job = float(q @ epsilon)
    mean_life = float(p @ theta) + mean_job
    below = np.concatenate([[0.0], np.cumsum(q)])
    kept_above = mean_job - np.concatenate([[0.0], np.cumsum(q * epsilon)])
    moving = theta + mean_job
    use_job = np.zeros(len(theta), dtype=np.bool_)
    line = np.full(len(theta), len(epsilon))
    rounds, settled = 0, False
    while not settled:
        rounds += 1
        leave = below[line]
        to_job = np.where(use_job, leave, 0.0)
        to_life = leave - to_job
        fixed = (theta * (1.0 - leave) + kept_above[line]) / (1.0 - beta) + to_job * moving
        fixed /= 1.0 - beta * to_job
        life = (mean_life + beta * (p @ fixed)) / (1.0 - beta * (p @ to_life))
        job = moving + beta * (fixed + to_life * life)
        previous, use_job = use_job, job > life
        alternative = np.maximum(job, life)
        drawn = np.searchsorted(epsilon, (1.0 - beta) * alternative - theta - CLOSE)
        settled = bool((drawn == line).all() and (use_job == previous).all())
        line = drawn
    value = np.maximum((theta[:, None] + epsilon) / (1.0 - beta), alternative[:, None])
    stays = np.arange(len(epsilon)) >= line[:, None]
    leaving = np.where(use_job, int(Choice.NEW_JOB), int(Choice.NEW_LIFE))[:, None]
    return CareerOrJob(
        value=value,
        choice=np.where(stays, int(Choice.STAY), leaving),
        error=_error(
            value, theta[:, None] + epsilon, moving, mean_life=mean_life, p=p, q=q, beta=beta
        ),
        rounds=rounds,
        stays=1.0 - below[line],
        new_job=use_job,
        chances=p,
    )


def _error(
    value: Floats,
    now: Floats,
    moving: Floats,
    *,
    mean_life: float,
    p: Floats,
    q: Floats,
    beta: float,
) -> float:
    """``‖Tv − v‖ / (1 − β)``: no value of the policy is further from the best than this."""
    mean = value @ q
    alternative = np.maximum(moving + beta * mean, mean_life + beta * (p @ mean))
    best = np.maximum(now + beta * value, alternative[:, None])
    return float(np.abs(best - value).max()) / (1.0 - beta)
