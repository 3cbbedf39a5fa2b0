"""A quarter of a year: thirteen weeks, which is long enough to reach something and to see its end."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

MONTHS = ("January to March", "April to June", "July to September", "October to December")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """The quarter ``number`` (1 to 4) of a calendar year."""

    year: int
    number: int

    @classmethod
    def of(cls, day: dt.date) -> Quarter:
        """The quarter a day lies in."""
        return cls(day.year, (day.month - 1) // 3 + 1)

    @property
    def begins(self) -> dt.date:
        return dt.date(self.year, 3 * self.number - 2, 1)

    @property
    def next(self) -> Quarter:
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def ends(self) -> dt.date:
        """Its last day."""
        return self.next.begins - dt.timedelta(days=1)

    def weeks_left(self, day: dt.date) -> int:
        """Whole weeks from ``day`` to its end, that day’s own counted as begun."""
        return max((self.ends - day).days // 7 + 1, 0)

    def __str__(self) -> str:
        return f"{MONTHS[self.number - 1]} {self.year}"
