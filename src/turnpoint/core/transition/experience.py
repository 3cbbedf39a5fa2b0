"""The experience track: ``max(0, asked − Σ 12 · years · likeness)`` over the roles held."""

from __future__ import annotations

from turnpoint.core.transition.asked import asked_experience, months_input, said_of
from turnpoint.core.transition.assumptions import OURS, Assumptions
from turnpoint.core.transition.derivation import Derivation, Range
from turnpoint.core.transition.likeness import credit, destination_of, likeness
from turnpoint.core.transition.person import Person
from turnpoint.core.transition.provenance import SHIPPED, assumed, modelled
from turnpoint.core.transition.track import EXPERIENCE, Track, months
from turnpoint.labour.market import LabourMarket


def credited_experience(
    market: LabourMarket, person: Person, occupation: int, assumptions: Assumptions
) -> float:
    """Months of the person's roles that count: ``Σ 12 · years · likeness``."""
    destination = destination_of(market, occupation)
    total = 0.0
    for role in person.roles:
        covered = credit(market.activities, role.occupation, destination)
        alike = likeness(float(destination.weight @ covered), assumptions)
        if role.occupation == occupation:
            alike = 1.0
        years = assumptions.years_held if role.years is None else max(role.years, 0.0)
        total += 12.0 * years * alike
    return total


def experience_track(
    market: LabourMarket, person: Person, occupation: int, *, owner: bool, assumptions: Assumptions
) -> Track:
    """Related experience still to gain; none for an owner, whom no employer asks for it."""
    asked, kind, source = asked_experience(market, occupation, assumptions)
    credited = credited_experience(market, person, occupation, assumptions)
    left = Range(0.0, 0.0, 0.0) if owner else asked.map(lambda value: max(value - credited, 0.0))
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
                assumed("years of a role you did not date", assumptions.years_held, "years", OURS),
            ),
            *source,
            kind,
        ),
        replace_with=command,
    )
