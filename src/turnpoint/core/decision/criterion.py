"""What matters, on a scale with fixed ends, and what each option does to it.

The ends (``worst`` and ``best``) are what the person would seriously consider, never the range of
the present options: a new offer must not change what the old ones are worth.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from turnpoint.core.decision.interval import SURE, Interval

MORE, LESS = "more", "less"
LINEAR, PIECEWISE, LEVELS = "linear", "piecewise", "levels"
SHAPES = (LINEAR, PIECEWISE, LEVELS)
MOST_CRITERIA = 20

MEASURES = {
    "pay_12": "pay a year, at month 12",
    "pay_36": "pay a year, at month 36",
    "pay_60": "pay a year, at month 60",
    "cash_end": "cash at the horizon",
    "runway": "months the money lasts, up to the horizon",
}
"""Results of the money months that a criterion can be measured by."""


@dataclass(frozen=True, slots=True)
class Point:
    """A corner of a piecewise linear value function; ``worth`` runs from 0 to 1."""

    at: Annotated[float, "a figure in the criterion’s unit"]
    worth: Annotated[float, "how good that is, 0 to 1"]


@dataclass(frozen=True, slots=True)
class Level:
    """A named level, as “two days at home”; ``worth`` runs from 0 to 1."""

    name: Annotated[str, "the level in your words"]
    worth: Annotated[float, "how good that is, 0 to 1"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """``worst`` and ``best`` are figures in ``unit``; with named levels they are left out."""

    key: str
    name: Annotated[str, "what matters, in your words"] = ""
    unit: Annotated[str, "the unit its figures are in"] = ""
    better: Annotated[str, "whether more or less of it is better"] = MORE
    worst: Annotated[float | None, "the worst you would seriously consider"] = None
    best: Annotated[float | None, "the best you would seriously consider"] = None
    shape: Annotated[str, "how worth grows between them"] = LINEAR
    points: Annotated[tuple[Point, ...], "the corners of a piecewise value"] = ()
    levels: Annotated[tuple[Level, ...], "the named levels"] = ()
    measure: Annotated[str, "a result of the money months that fills its effects"] = ""

    def level(self, name: str) -> Level | None:
        """The level of that name."""
        return next((each for each in self.levels if each.name == name), None)


@dataclass(frozen=True, slots=True)
class Effect:
    """What an option does to a criterion: figures, named levels, or “don’t know”.

    With named levels, one name is what will be; several are equally likely. “Don’t know” is the
    whole scale, and visible as such.
    """

    option: str
    criterion: str
    low: Annotated[float | None, "the low figure"] = None
    likely: Annotated[float | None, "the likeliest figure; may be left out"] = None
    high: Annotated[float | None, "the high figure"] = None
    sure: Annotated[float, "how sure it is that the truth is between low and high, .5 to .99"] = (
        SURE
    )
    variable: Annotated[str, "cells with the same word here are one figure, drawn once"] = ""
    levels: Annotated[tuple[str, ...], "the levels it may be, equally likely"] = ()
    unknown: Annotated[bool, "whether you do not know yet"] = False
    source: Annotated[str, "where this is from"] = ""
    note: Annotated[str, "anything to remember"] = ""

    @property
    def interval(self) -> Interval:
        """The figures as an interval."""
        return Interval(self.low, self.likely, self.high, self.sure, self.variable)
