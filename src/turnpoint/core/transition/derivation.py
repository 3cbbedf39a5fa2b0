"""Where a figure comes from: its formula in words, its inputs, its source, and what kind it is.

A figure a person reads is never a bare number. It opens to a ``Derivation``, and says whether it is
a fact somebody published, an assumption somebody can change, or what a model made of the two.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What stands behind a figure."""

    FACT = "fact"
    ASSUMPTION = "assumption"
    MODEL = "model"
    YOURS = "yours"


@dataclass(frozen=True, slots=True)
class Range:
    """Low, likely and high of a quantity; ``low ≤ likely ≤ high``."""

    low: float
    likely: float
    high: float

    @classmethod
    def exactly(cls, value: float) -> Range:
        return cls(value, value, value)

    def map(self, function: Callable[[float], float]) -> Range:
        """Apply a function that never falls to all three."""
        return Range(function(self.low), function(self.likely), function(self.high))


@dataclass(frozen=True, slots=True)
class Input:
    """One thing a formula takes. ``value`` is a number in ``unit``, or words.

    ``assumption`` is the name of the stated assumption that it is, where it is one.
    """

    name: str
    value: float | str
    unit: str
    kind: Kind
    source: str
    vintage: str = ""
    assumption: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """The formula in words, what went in, and whose facts or assumptions those are."""

    formula: str
    inputs: tuple[Input, ...]
    source: str
    vintage: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its name, its unit, and where it comes from.

    ``text`` is the figure as a person reads it (“14–26 months”). ``value`` is ``None`` where the
    loaded facts cannot say; ``text`` then says so.
    """

    key: str
    label: str
    text: str
    value: Range | None
    unit: str
    derivation: Derivation
