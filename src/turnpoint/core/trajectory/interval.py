"""A stated interval that says what it is: “90% sure: 40,000 to 60,000”.

A positive quantity is lognormal on each side of its likely value, so that low, likely and high are
its quantiles ``(1 − sure)/2``, ½ and ``(1 + sure)/2`` exactly::

    x(z) = likely · (high / likely)^( z / z_sure)      z ≥ 0
    x(z) = likely · (low  / likely)^(−z / z_sure)      z < 0        z_sure = Φ⁻¹((1 + sure)/2)

An interval that touches or crosses zero is normal on each side. Without a likely value it is the
middle: geometric where positive, else arithmetic. ``norm(0, 1)`` is read by some as an interval and
by others as mean and deviation; here the constructor's name says which.

An interval with a ``variable`` is that variable wherever it appears: one draw a future. Without a
name it is known by the place where it stands.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Self

import numpy as np
from numpy.typing import NDArray

from turnpoint.errors import BadInput

SURE = 0.9


@dataclass(frozen=True, slots=True)
class Interval:
    """``low ≤ likely ≤ high``, and how sure one is that the value lies between.

    Raises ``BadInput`` for an inverted or infinite range, or a certainty that is none.
    """

    low: float
    likely: float
    high: float
    sure: float = SURE
    variable: str = ""

    def __post_init__(self) -> None:
        if not all(math.isfinite(value) for value in (self.low, self.likely, self.high)):
            raise BadInput("A range needs numbers: say what it may be at least and at most.")
        if not self.low <= self.likely <= self.high:
            raise BadInput(
                f"A range goes from low over likely to high; {self.low:,g}, {self.likely:,g}, "
                f"{self.high:,g} does not. Swap them, or widen the range."
            )
        if not 0.0 < self.sure < 1.0:
            raise BadInput(
                f"“{self.sure:.0%} sure” says nothing about a range. Give more than 0% and less "
                "than 100%; 90% is usual."
            )

    @classmethod
    def between(
        cls,
        low: float,
        high: float,
        *,
        likely: float | None = None,
        sure: float = SURE,
        variable: str = "",
    ) -> Self:
        """An interval by its ends, and by what is likeliest if that is not the middle."""
        if likely is None:
            likely = math.sqrt(low * high) if low > 0 < high else (low + high) / 2
            likely = min(max(likely, min(low, high)), max(low, high))
        return cls(low, likely, high, sure, variable)

    @classmethod
    def exactly(cls, value: float, *, variable: str = "") -> Self:
        """A quantity that is known."""
        return cls(value, value, value, SURE, variable)

    @classmethod
    def with_mean_and_deviation(cls, mean: float, deviation: float, *, variable: str = "") -> Self:
        """Nine in ten of a normal quantity with this mean and standard deviation."""
        reach = NormalDist().inv_cdf((1 + SURE) / 2) * abs(deviation)
        return cls(mean - reach, mean, mean + reach, SURE, variable)

    @property
    def known(self) -> bool:
        """Whether there is nothing to draw."""
        return self.low == self.high

    @property
    def positive(self) -> bool:
        """Whether it is lognormal."""
        return self.low > 0

    def at(self, z: NDArray[np.float64]) -> NDArray[np.float64]:
        """The value where a standard normal draw is ``z``; never falling in ``z``. Any shape."""
        if self.known:
            return np.full(np.shape(z), self.likely, dtype=np.float64)
        z = np.asarray(z, dtype=np.float64) / NormalDist().inv_cdf((1 + self.sure) / 2)
        if self.positive:
            up, down = math.log(self.high / self.likely), math.log(self.likely / self.low)
            return self.likely * np.exp(np.where(z >= 0, z * up, z * down))
        up, down = self.high - self.likely, self.likely - self.low
        return self.likely + np.where(z >= 0, z * up, z * down)

    def words(self, unit: str = "") -> str:
        """The interval as a person says it: “90% sure: 40,000 to 60,000 euros”."""
        suffix = f" {unit}" if unit else ""
        if self.known:
            return f"{self.likely:,.0f}{suffix}"
        return f"{self.sure:.0%} sure: {self.low:,.0f} to {self.high:,.0f}{suffix}"
