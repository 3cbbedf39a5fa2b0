"""One of the things that have to happen before a move, and how long it takes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from turnpoint.core.transition.derivation import Derivation, Range

EDUCATION, EXPERIENCE, LICENCE, TRAINING, SKILLS, SEARCH = (
    "education",
    "experience",
    "licence",
    "training",
    "skills",
    "search",
)


@dataclass(frozen=True, slots=True)
class Track:
    """One thing that takes time. ``replace_with`` is the command that turns an assumption to fact.

    ``sentence`` says what the months are made of, in words for the person.
    """

    name: str
    label: str
    months: Range
    sentence: str
    derivation: Derivation
    binding: bool = False
    replace_with: str = ""


def guessed(likely: float, times: float) -> Range:
    """A range around an assumed time: ``times`` shorter to ``times`` longer."""
    return Range(likely / times, likely, likely * times)


def scaled(range_: Range, likely: float) -> Range:
    """A range with another likely value, its ends in the same proportion to it."""
    if likely == range_.likely:
        return range_
    if range_.likely == 0:
        return Range.exactly(likely)
    return range_.map(lambda value: value * likely / range_.likely)


def quartiles(values: Sequence[float], shares: Sequence[float]) -> Range:
    """The 25th, 50th and 75th percentile of values (rising) that so large shares of people gave."""
    reached = list(accumulate(shares))
    low, likely, high = (
        float(values[bisect_left(reached, part * reached[-1] - 1e-6)]) for part in (0.25, 0.5, 0.75)
    )
    return Range(low, likely, high)


def months(range_: Range) -> str:
    """A range of months in words: “14–26 months”, “about a month”, “no time”."""
    low, high = round(range_.low), round(range_.high)
    if high == 0:
        return "no time"
    if low == high:
        return "about a month" if high == 1 else f"about {high} months"
    return f"{low}–{high} months" if low else f"up to {high} month{'s' if high > 1 else ''}"


def likely_months(range_: Range, rest: str = "") -> str:
    """“14–26 months from now, likely 18”; “about 12 months from now” where it is no range.

    ``rest`` stands after the months.
    """
    likely = "" if round(range_.low) == round(range_.high) else f", likely {range_.likely:.0f}"
    return f"{months(range_)}{rest}{likely}"
