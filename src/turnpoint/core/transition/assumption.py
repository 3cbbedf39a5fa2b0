"""One stated assumption: its words, unit, bounds, plausible range and source.

Two ranges, and they differ. *Bounds* are what may be given at all. The *plausible range* is what
Turnpoint itself would not be surprised by; varied one at a time, an assumption goes from one end of
it to the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Self

from turnpoint.errors import BadInput
from turnpoint.labour.preparation import EDUCATION_LEVELS

OURS = "Turnpoint’s own assumption"
OBSERVED = "Measured over the year-to-year moves observed between 520 occupations"
LEVEL = "level of education"
"""The unit of an assumption that is one of O*NET's twelve levels; a page offers them by name."""

SPELT = frozenset({"months", "years", "times"})
"""Units that a value is said with."""

Two = tuple[float, float]


class Theme(StrEnum):
    """What an assumption is about; a page shows them under these headings."""

    STUDY = "How long studying takes, and what it costs"
    LEARNING = "Experience, training and learning on the way"
    SEARCH = "Finding it, or setting up"
    PAY = "Where you land on the pay scale, and how it goes on"
    LIKENESS = "How alike two jobs are"
    WORDS = "What the words of the Bureau of Labor Statistics mean in months"
    GROUPS = "What stands in where nothing is published for the occupation"


@dataclass(frozen=True, slots=True)
class Assumption:
    """One assumption as a page shows it. ``plausible`` lies within ``low`` and ``high``."""

    name: str
    label: str
    unit: str
    value: float
    default: float
    low: float
    high: float
    plausible: Two
    source: str
    theme: Theme | None

    @property
    def changed(self) -> bool:
        return self.value != self.default

    @property
    def choices(self) -> Sequence[tuple[int, str]]:
        """The values by name, where it is one of a few; else nothing."""
        return tuple(enumerate(EDUCATION_LEVELS, start=1)) if self.unit == LEVEL else ()

    @property
    def between(self) -> str:
        """What may be given, in words: “0 to 24 months”."""
        return self.span((self.low, self.high))

    @property
    def said_default(self) -> str:
        return self.said(self.default)

    def said(self, value: float) -> str:
        """A value in words: “1.8 times”, “bachelor’s degree”, “3%”."""
        if self.unit == LEVEL:
            return EDUCATION_LEVELS[int(value) - 1]
        if self.unit.startswith("share"):
            return f"{100 * value:.3g}%".replace("-", "−")
        if self.unit.startswith("US dollars"):
            return f"${value:,.0f}"
        short = self.unit if self.unit in SPELT else ""
        return f"{value:,.4g} {short}".strip().replace("-", "−")

    def span(self, ends: Two) -> str:
        """Two values in words: “3 to 12 months”, “1% to 3%”."""
        low, high = (self.said(value) for value in ends)
        unit = self.unit if self.unit in SPELT else ""
        return f"{low.removesuffix(unit).strip()} to {high}"

    def wrong(self, value: float) -> str:
        """Why a value cannot be given; nothing where it can."""
        if self.unit == LEVEL:
            fits = value in range(1, len(EDUCATION_LEVELS) + 1)
        else:
            fits = self.low <= value <= self.high
        if fits:
            return ""
        way = "choose one of the twelve levels"
        if self.unit != LEVEL:
            way = f"give {self.low:,g} to {self.high:,g} ({self.unit})"
        return f"“{self.label}” cannot be {value:,g}: {way}."


def assumed(default: float, label: str, unit: str, between: Two, source: str) -> float:
    """A field of a ``Stated`` value; all of its bounds count as plausible."""
    words = {"label": label, "unit": unit, "low": between[0], "high": between[1], "source": source}
    return _field(default, words | {"plausible": between, "theme": None})


def stated(
    theme: Theme,
    default: float,
    label: str,
    unit: str,
    *,
    between: Two,
    plausible: Two,
    source: str = OURS,
) -> float:
    """The same under a heading, with a plausible range of its own."""
    words = {"label": label, "unit": unit, "low": between[0], "high": between[1], "source": source}
    return _field(default, words | {"plausible": plausible, "theme": theme})


def _field(default: float, words: Mapping[str, object]) -> float:
    # Typed as the value it stands for, as dataclasses.field itself is.
    made: float = field(default=default, metadata=words)
    return made


@dataclass(frozen=True)
class Stated:
    """A value whose fields are stated assumptions; a field without words is none.

    Raises ``BadInput`` for a value out of its bounds.
    """

    def __post_init__(self) -> None:
        for name, words in _words(type(self)).items():
            value = getattr(self, name)
            in_bounds = words["low"] <= value <= words["high"]
            if not in_bounds or (words["unit"] == LEVEL and value != int(value)):
                raise BadInput(self.one(name).wrong(value), where=name)

    def described(self) -> tuple[Assumption, ...]:
        """Every assumption with its words, in the order a page shows them."""
        found = (self._described(name) for name in _words(type(self)))
        order = (None, *Theme)
        return tuple(sorted(found, key=lambda each: order.index(each.theme)))

    def one(self, name: str) -> Assumption:
        """One assumption by its name. Raises ``BadInput`` for a name there is none of."""
        if name not in _words(type(self)):
            raise BadInput(f"There is no assumption called “{name}”.", where=name)
        return self._described(name)

    def _described(self, name: str) -> Assumption:
        words = _words(type(self))[name]
        return Assumption(name=name, value=float(getattr(self, name)), **words)

    def varied(self, **values: float) -> Self:
        """The same with some values changed."""
        for name in values:
            self.one(name)
        return replace(self, **values)

    @property
    def changed(self) -> Mapping[str, float]:
        """What differs from the stated values, by name."""
        return {each.name: each.value for each in self.described() if each.changed}


_KNOWN: dict[type, Mapping[str, Mapping[str, Any]]] = {}


def _words(kind: type[Stated]) -> Mapping[str, Mapping[str, Any]]:
    """The stated value and the words of each assumption by name, gathered once a class."""
    if kind not in _KNOWN:
        _KNOWN[kind] = MappingProxyType(
            {
                each.name: {**each.metadata, "default": each.default}
                for each in fields(kind)
                if each.metadata
            }
        )
    return _KNOWN[kind]
