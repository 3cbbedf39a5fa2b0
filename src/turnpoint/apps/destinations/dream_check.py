"""A dream with a date held against something: one sentence each, and where it is from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from turnpoint.apps.destinations.hypothesis import months_between
from turnpoint.apps.destinations.wording import said_month


@dataclass(frozen=True, slots=True)
class Check:
    """``known`` is false where nothing can be said; ``address`` leads to the figures."""

    about: str
    sentence: str
    source: str
    address: str = ""
    known: bool = True


def later(day: dt.date, months: int) -> dt.date:
    """The first of the month so many months after ``day``."""
    years, month = divmod(day.month - 1 + months, 12)
    return dt.date(day.year + years, month + 1, 1)


def against(begin: dt.date, end: dt.date, by: dt.date) -> str:
    """Where a span of months lies from a date: “14 months before it”, “on both sides of it”."""
    if months_between(end, by) > 0:
        latest = "" if begin == end else "at the latest "
        return latest + _months(months_between(end, by), "before it")
    if months_between(begin, by) < 0:
        earliest = "" if begin == end else "at the earliest "
        return earliest + _months(-months_between(begin, by), "after it")
    return "in the same month" if begin == end else "on both sides of it"


def span(begin: dt.date, end: dt.date) -> str:
    """“in March 2028”, or “between March and May 2028”."""
    if begin == end:
        return f"in {said_month(begin)}"
    first = f"{begin:%B}" if begin.year == end.year else said_month(begin)
    return f"between {first} and {said_month(end)}"


def _months(count: int, side: str) -> str:
    years, rest = divmod(count, 12)
    parts = [f"{years} year{'s' * (years > 1)}"] if years else []
    parts += [f"{rest} month{'s' * (rest > 1)}"] if rest else []
    return f"{' and '.join(parts)} {side}"
