"""A date as people remember it: a year, or a year and a month."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

FIRST_YEAR, LAST_YEAR = 1900, 2100

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_NUMBER = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}

# 2014 · 2014-02 · 2014-02-28 · 2014-02-28T00:00:00Z · 2014/2
_YEAR_FIRST = re.compile(
    r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.]\d{1,2}(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?)?)?"
)
# 02/2014
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/.](\d{4})")
# Feb 2014 · February, 2014 · 28 Feb 2014 · Feb 28, 2014
_NAMED = re.compile(r"(?:\d{1,2}\.? )?([A-Za-z]{3,9})\.?,?(?: \d{1,2},)? (\d{4})")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """``month`` is 1 to 12, or 0 where only the year is known."""

    year: int
    month: int = 0

    def __str__(self) -> str:
        return f"{MONTHS[self.month - 1][:3]} {self.year}" if self.month else str(self.year)

    def iso(self) -> str:
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"

    def years_before(self, day: dt.date) -> float:
        """Years from here to ``day``; a date without a month counts from the middle of its year."""
        return day.year - self.year + (day.month - (self.month or 6.5)) / 12


def read_partial_date(text: str) -> PartialDate:
    """Read a year, or a year and a month, in the ways people and exports write them.

    Raises ``ValueError`` with a sentence that says what a date can look like.
    """
    text = " ".join(text.split())[:40]
    if found := _YEAR_FIRST.fullmatch(text):
        year, month = int(found[1]), int(found[2] or 0)
        named = found[2] is not None
    elif found := _MONTH_FIRST.fullmatch(text):
        year, month, named = int(found[2]), int(found[1]), True
    elif found := _NAMED.fullmatch(text):
        year, month, named = int(found[2]), _month_named(found[1]), True
    else:
        raise ValueError(f"“{text}” is not a date; write a year (2019) or a month (2019-03).")
    if named and not 1 <= month <= 12:
        raise ValueError(f"“{text}” names no month of the year.")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"{year} is not a year of anybody’s working life.")
    return PartialDate(year, month)


def _month_named(word: str) -> int:
    number = _NUMBER.get(word[:3].casefold(), 0)
    whole = MONTHS[number - 1].casefold() if number else ""
    return number if whole.startswith(word.casefold()) or word.casefold() == "sept" else 0
