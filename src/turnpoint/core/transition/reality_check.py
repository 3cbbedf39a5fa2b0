"""The reality check: one destination held against one person, everything in one value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Figure
from turnpoint.core.transition.gaps import Gaps
from turnpoint.core.transition.gates import Gate
from turnpoint.core.transition.landing_pay import LandingPay
from turnpoint.core.transition.person import Person, Wish
from turnpoint.core.transition.readiness import Readiness
from turnpoint.labour.occupation import Occupation


class Answer(StrEnum):
    """How the destination meets a constraint."""

    MET = "met"
    DEPENDS = "it depends"
    NOT_MET = "not met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing the person wants to hold, and whether the figures say it would."""

    name: str
    label: str
    answer: Answer
    sentence: str


@dataclass(frozen=True, slots=True)
class MissingFact:
    """Facts that are not loaded, what they would add, and the one command that adds them."""

    name: str
    adds: str
    command: str


class MoveLike(Protocol):
    """What the reality check reads of the transition model's answer."""

    @property
    def probability(self) -> float: ...
    @property
    def one_in(self) -> float: ...
    @property
    def fit_percentile(self) -> float: ...
    @property
    def tier(self) -> str: ...


@dataclass(frozen=True, slots=True)
class RealityCheck:
    """Everything a page or a command prints of one reality check.

    ``move`` has commonness and fit as two figures, ``None`` where no transition model is there.
    ``pay`` is ``None`` where BLS publishes none for the destination. ``figures`` has every figure
    with its derivation, in the order of the page; ``summary`` and ``would_have_to_be_true`` are
    sentences.
    """

    person: Person
    wish: Wish
    origin: Occupation
    destination: Occupation
    gaps: Gaps
    readiness: Readiness
    pay: LandingPay | None
    move: MoveLike | None
    gates: tuple[Gate, ...]
    constraints: tuple[Constraint, ...]
    missing: tuple[MissingFact, ...]
    figures: tuple[Figure, ...]
    summary: tuple[str, ...]
    would_have_to_be_true: tuple[str, ...]
    assumptions: Assumptions

    def figure(self, key: str) -> Figure:
        """One figure by its key (``commonness``, ``fit``, ``ready``, ``first_year``, …)."""
        return next(each for each in self.figures if each.key == key)
