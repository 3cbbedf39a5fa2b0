"""What came of each option in the simulated futures, and how well that is known.

Axes: ``[o, f]`` option ``o`` in future ``f``; ``[p, t, o]`` quantile ``p`` (``LEVELS``) in month
``t``, where month 0 is today. A future is ruined in the first month that ends with nothing left,
cash ``B`` and a constant deficit ``d`` in month ``⌈B/d⌉``; it then goes on into debt.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.trajectory.futures import Floats, Singles

LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
"""The quantiles of a fan chart."""
PAY_MONTHS = (12, 36, 60)
Z95 = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class Share:
    """A share of ``count`` simulated futures, with what chance alone leaves open (95%)."""

    value: float
    count: int

    @property
    def error(self) -> float:
        """``1.96 √(p(1 − p)/N)``; where all or none were counted, ``3/N`` (rule of three)."""
        if self.value in (0.0, 1.0):
            return 3.0 / self.count
        return Z95 * math.sqrt(self.value * (1.0 - self.value) / self.count)


@dataclass(frozen=True, slots=True)
class Regret:
    """What choosing an option costs beside the one that turns out best, at the horizon."""

    mean: float
    bad: float
    """Nineteen in twenty futures regret less."""


@dataclass(frozen=True, slots=True)
class PayAt:
    """Gross pay a year in a month, over the futures with a job (5%, middle, 95%)."""

    month: int
    employed: Share
    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True, eq=False)
class Trajectory:
    """All options over the same futures; equal to itself only. ``cash[o, f]`` and ``gain[o, f]`` (in cents, exact) stand
    at the horizon; ``lasted`` counts months before ruin; ``taken`` is the month of the first offer
    taken (0: none); ``pay[k, o, f]`` is gross a year in ``pay_months[k]``, 0 without a job;
    ``employed[t, o]`` is a share; ``fan[p, t, o]`` is cash, from the first futures up to 4,096."""

    keys: tuple[str, ...]
    seed: int
    currency: str
    cash: Floats
    gain: Floats
    lasted: NDArray[np.uint16]
    taken: NDArray[np.uint16]
    pay_months: tuple[int, ...]
    pay: Singles
    employed: Floats
    fan: Floats

    @property
    def count(self) -> int:
        """How many futures."""
        return int(self.cash.shape[1])

    @property
    def months(self) -> int:
        """The horizon."""
        return int(self.employed.shape[0])

    def place(self, key: str) -> int:
        """Where an option stands among the axes."""
        return self.keys.index(key)

    def ruin(self, key: str, by: int | None = None) -> Share:
        """The chance that cash is used up within the horizon, or by the end of a month."""
        last = self.months if by is None else by
        ruined = int(np.count_nonzero(self.lasted[self.place(key)] < last))
        return Share(ruined / self.count, self.count)

    def ruin_month(self, key: str, level: float) -> int | None:
        """The month by which cash is used up in this share of futures; ``None``: not within them."""
        lasted = self.lasted[self.place(key)]
        rank = min(max(math.ceil(level * self.count) - 1, 0), self.count - 1)
        months = int(np.partition(lasted, rank)[rank])
        return None if months >= self.months else months + 1

    def best(self) -> dict[str, Share]:
        """How often each option leaves most cash at the horizon; ties are shared evenly."""
        leads = self.gain == self.gain.max(axis=0)
        shares = (leads / np.count_nonzero(leads, axis=0)).mean(axis=1)
        return {key: Share(float(s), self.count) for key, s in zip(self.keys, shares, strict=True)}

    def regret(self) -> dict[str, Regret]:
        """What each option leaves on the table."""
        lost = (self.gain.max(axis=0) - self.gain) / 100.0
        bad = np.quantile(lost, 0.95, axis=1)
        means = lost.mean(axis=1)
        return {
            k: Regret(float(m), float(b)) for k, m, b in zip(self.keys, means, bad, strict=True)
        }

    def offer_taken(self, key: str) -> Share:
        """The chance that some offer is taken within the horizon."""
        taken = int(np.count_nonzero(self.taken[self.place(key)]))
        return Share(taken / self.count, self.count)

    def offer_month(self, key: str, level: float) -> int | None:
        """The month by which this share of futures has taken an offer; ``None``: not within them."""
        taken = self.taken[self.place(key)].astype(np.int64)
        taken[taken == 0] = self.months + 1
        rank = min(max(math.ceil(level * self.count) - 1, 0), self.count - 1)
        month = int(np.partition(taken, rank)[rank])
        return None if month > self.months else month

    def pay_at(self, key: str) -> tuple[PayAt, ...]:
        """Pay after one, three and five years, where the horizon reaches so far."""
        found = []
        for month, pay in zip(self.pay_months, self.pay[:, self.place(key)], strict=True):
            paid = pay[pay > 0]
            share = Share(len(paid) / self.count, self.count)
            low, middle, high = np.quantile(paid, (0.05, 0.5, 0.95)) if len(paid) else (0, 0, 0)
            found.append(PayAt(month, share, float(low), float(middle), float(high)))
        return tuple(found)
