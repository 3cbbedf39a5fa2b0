"""The experience track: ``max(0, asked − Σ 12 · years · likeness)`` over the roles held."""

from __future__ import annotations

from collections.abc import Sequence

from turnpoint.core.transition.asked import asked_experience, months_input, said_of
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Derivation, Range
from turnpoint.core.transition.likeness import credit, destination_of, likeness
from turnpoint.core.transition.person import Person
from turnpoint.core.transition.provenance import SHIPPED, modelled, term_of
from turnpoint.core.transition.track import EXPERIENCE, Track, months
from turnpoint.labour.market import LabourMarket

NONE = Range(0.0, 0.0, 0.0)


def role_coverage(market: LabourMarket, person: Person, occupation: int) -> tuple[float, ...]:
    """How much of the destination's work each role contains, in the order of the roles."""
    destination = destination_of(market, occupation)
    return tuple(
        float(destination.weight @ credit(market.activities, role.occupation, destination))
        for role in person.roles
    )


def credited_experience(
    person: Person, occupation: int, covered: Sequence[float], assumptions: Assumptions
) -> float:
    """Months of the person's roles that count: ``Σ 12 · years · likeness``.

    ``covered`` is ``role_coverage``.
    """
    total = 0.0
    for role, coverage in zip(person.roles, covered, strict=True):
        alike = 1.0 if role.occupation == occupation else likeness(coverage, assumptions)
        years = assumptions.years_held if role.years is None else max(role.years, 0.0)
        total += 12.0 * years * alike
    return total


def experience_months(asked: Range, credited: float, *, owner: bool) -> Range:
    """What is asked less what is credited; none for an owner."""
    return NONE if owner else asked.map(lambda value: max(value - credited, 0.0))


def experience_track(
    market: LabourMarket,
    person: Person,
    occupation: int,
    covered: Sequence[float],
    *,
    owner: bool,
    assumptions: Assumptions,
) -> Track:
    """Related experience still to gain; none for an owner, whom no employer asks for it."""
    asked, kind, source = asked_experience(market, occupation, assumptions)
    credited = credited_experience(person, occupation, covered, assumptions)
    left = experience_months(asked, credited, owner=owner)
    command, beginning = said_of(market, kind)
    sentence = (
        f"{beginning}The work asks for {months(asked)} of related "
        f"experience; about {credited:.0f} months of yours count. Still to gain: {months(left)}."
    )
    if owner:
        sentence = "No employer asks an owner for experience, so no time is counted."
    return Track(
        EXPERIENCE,
        "Experience",
        left,
        sentence,
        Derivation(
            "months of related experience asked for − Σ (12 × years in a role × its likeness to "
            "the destination), not below 0",
            (
                months_input("experience asked for", asked.likely, kind, source),
                modelled("experience credited", round(credited, 1), "months", SHIPPED),
                term_of(assumptions, "years_held"),
            ),
            *source,
            kind,
        ),
        replace_with=command,
    )
