"""What a role is made of: activities with their share of time, and how one feels about them.

Axes: ``a`` numbers the activities of the present role and of the other together; ``s[a]`` and
``t[a]`` are shares of time, each summing to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from turnpoint.errors import BadInput

MOST = 2.0
"""Enjoyment runs from −2 (drains me) to 2 (love it)."""


class Share(NamedTuple):
    """A share of time between two bounds; both are the same where it is known."""

    low: float
    high: float

    @property
    def known(self) -> bool:
        return self.low == self.high


UNKNOWN = Share(0.0, 1.0)
"""Where nobody has said."""


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity, how it feels, and what kind of work it is.

    ``enjoyment`` is −2 to 2, ``None`` where not known yet. ``leading`` tells leading others from
    doing it oneself, ``repeatable`` what serves many from what is made once; ``None``: not said.
    """

    name: str
    enjoyment: float | None = None
    leading: bool | None = None
    repeatable: bool | None = None

    def __post_init__(self) -> None:
        if self.enjoyment is not None and not -MOST <= self.enjoyment <= MOST:
            message = f"Enjoyment of “{self.name}” is {self.enjoyment:g}; it runs from −2 to 2."
            raise BadInput(message, where=self.name)

    @property
    def love(self) -> tuple[float, float]:
        """``ℓ = max(e, 0)/2``, from 0 to 1: its least and its greatest."""
        low, high = self.felt
        return max(low, 0) / MOST, max(high, 0) / MOST

    @property
    def drain(self) -> tuple[float, float]:
        """``d = max(−e, 0)/2``, from 0 to 1: its least and its greatest."""
        low, high = self.felt
        return max(-high, 0) / MOST, max(-low, 0) / MOST

    @property
    def felt(self) -> tuple[float, float]:
        """The least and the greatest enjoyment that is possible."""
        return (-MOST, MOST) if self.enjoyment is None else (self.enjoyment, self.enjoyment)
