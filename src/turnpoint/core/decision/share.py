"""A share of draws, with what drawing leaves open of it."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Share:
    """A share and what drawing leaves open of it: ± at 95%."""

    value: float
    give: float

    def __str__(self) -> str:
        return f"{self.value:.0%} ± {self.margin}%"

    @property
    def margin(self) -> int:
        """± in hundredths, at least one: nothing drawn is known better."""
        return max(round(self.give * 100), 1)

    @property
    def rest(self) -> Share:
        """The share of all other draws."""
        return Share(1 - self.value, self.give)

    @property
    def in_hundred(self) -> str:
        """``94 ± 1 of 100``; what is neither nothing nor all is never spelt so."""
        if 0 < self.value < 0.005:
            return "fewer than 1 of 100"
        if 0.995 <= self.value < 1:
            return "more than 99 of 100"
        return f"{self.value * 100:.0f} ± {self.margin} of 100"


def share(value: float, error: float) -> Share:
    """A share from its standard error."""
    return Share(value, 1.96 * error)


def counted(value: float, draws: int) -> Share:
    """A share that was counted over draws."""
    return share(value, sqrt(value * (1 - value) / draws))
