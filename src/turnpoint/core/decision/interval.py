"""A figure nobody knows exactly: low, likely and high, and what the interval means.

``sure`` is the share of futures that fall between low and high: .9 reads “90% sure it is between
these two”. A figure that is known has all three the same.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated

SURE = 0.9


@dataclass(frozen=True, slots=True)
class Interval:
    """A cell that is still empty is ``None``; ``likely`` may be left out where no guess is better."""

    low: Annotated[float | None, "the low figure"] = None
    likely: Annotated[float | None, "the likeliest figure; may be left out"] = None
    high: Annotated[float | None, "the high figure"] = None
    sure: Annotated[float, "how sure it is that the truth is between low and high, .5 to .99"] = (
        SURE
    )
    variable: Annotated[str, "cells with the same word here are one figure, drawn once"] = ""

    @property
    def known(self) -> bool:
        """Whether the three figures are one."""
        return self.low is not None and self.low == self.high

    @property
    def figures(self) -> tuple[float, float, float]:
        """Low, likely and high; the middle stands in for a likely figure that is left out.

        Only for an interval in which ``check`` found no problem.
        """
        low = math.nan if self.low is None else self.low
        high = math.nan if self.high is None else self.high
        return low, (low + high) / 2 if self.likely is None else self.likely, high


def exactly(value: float) -> Interval:
    """A figure that is known."""
    return Interval(value, value, value)
