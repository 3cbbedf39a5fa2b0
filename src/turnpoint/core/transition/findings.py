"""Everything that one reality check finds, in one value."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.constraints import Constraint
from turnpoint.core.transition.derivation import Figure
from turnpoint.core.transition.explanation import Explanation
from turnpoint.core.transition.gaps import Gaps
from turnpoint.core.transition.gates import Gate
from turnpoint.core.transition.landing_pay import LandingPay
from turnpoint.core.transition.missing import MissingFact
from turnpoint.core.transition.move import Move
from turnpoint.core.transition.person import Person, Wish
from turnpoint.core.transition.readiness import Readiness
from turnpoint.labour.occupation import Occupation


@dataclass(frozen=True, slots=True)
class RealityCheck:
    """Everything a page or a command prints of one reality check.

    ``move`` has commonness and fit as two figures; it is ``None`` where no model is given and for
    staying in the same occupation. ``pay`` is ``None`` where BLS publishes no annual pay for the
    destination. ``explanation`` has what is behind
    the two. ``distance`` is 1 − likeness of all roles together, ``credit`` the share of the
    experience asked for that is credited. ``figures`` has every figure with its derivation, in the
    order of the page; ``summary`` and ``would_have_to_be_true`` are sentences.
    """

    person: Person
    wish: Wish
    origin: Occupation
    destination: Occupation
    distance: float
    credit: float
    gaps: Gaps
    readiness: Readiness
    pay: LandingPay | None
    move: Move | None
    gates: tuple[Gate, ...]
    constraints: tuple[Constraint, ...]
    missing: tuple[MissingFact, ...]
    assumptions: Assumptions
    explanation: Explanation | None = None
    figures: tuple[Figure, ...] = ()
    summary: tuple[str, ...] = ()
    would_have_to_be_true: tuple[str, ...] = ()

    def figure(self, key: str) -> Figure:
        """One figure by its key (``commonness``, ``fit``, ``ready``, ``first_year``, …)."""
        return next(each for each in self.figures if each.key == key)
