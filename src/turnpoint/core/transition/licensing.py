"""The licence track: schooling in the field and supervised practice.

Schooling is stretched where it is done beside a job. Nothing for somebody who holds a role that
usually asks for the same licence; where only some roles ask for one, low and likely are nothing.
"""

from __future__ import annotations

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Derivation, Kind, Range
from turnpoint.core.transition.person import Person
from turnpoint.core.transition.provenance import assumed, term_of
from turnpoint.core.transition.schooling import stretch
from turnpoint.core.transition.track import LICENCE, Track, months
from turnpoint.labour.licence import (
    LICENCE_SOURCE,
    LICENCE_VINTAGE,
    Demand,
    Licence,
    licence_of,
)
from turnpoint.labour.market import LabourMarket


def holds_licence(market: LabourMarket, person: Person, licence: Licence) -> bool:
    """Whether a role held usually asks for the same licence."""
    held = (licence_of(market.occupations[role.occupation].soc) for role in person.roles)
    return any(
        other is not None and other.key == licence.key and other.demand is not Demand.SOME
        for other in held
    )


def licence_schooling(
    market: LabourMarket, person: Person, occupation: int, assumed: Assumptions
) -> Range:
    """Full-time months of schooling for the licence still to do, 0 where some roles need none."""
    licence = licence_of(market.occupations[occupation].soc)
    if licence is None or holds_licence(market, person, licence):
        return Range.exactly(0.0)
    low, likely, high = (each * assumed.licence_time for each in licence.school)
    return Range(0.0, 0.0, high) if licence.demand is Demand.SOME else Range(low, likely, high)


def licence_months(
    market: LabourMarket, person: Person, occupation: int, assumed: Assumptions
) -> Range:
    """Schooling, stretched beside a job, and then supervised practice."""
    licence = licence_of(market.occupations[occupation].soc)
    if licence is None or holds_licence(market, person, licence):
        return Range.exactly(0.0)
    school, factor = licence_schooling(market, person, occupation, assumed), stretch(assumed)
    low, likely, high = (each * assumed.licence_time for each in licence.practice)
    if licence.demand is Demand.SOME:
        low = likely = 0.0
    return Range(
        school.low * factor + low, school.likely * factor + likely, school.high * factor + high
    )


def licence_track(
    market: LabourMarket, person: Person, occupation: int, assumptions: Assumptions
) -> Track:
    """Schooling and supervised practice for the licence that the work usually asks for."""
    licence = licence_of(market.occupations[occupation].soc)
    school = licence_schooling(market, person, occupation, assumptions)
    duration = licence_months(market, person, occupation, assumptions)
    if licence is None:
        sentence = "We know of no licence that this work usually asks for. Check your place."
    elif holds_licence(market, person, licence):
        sentence = f"A role you hold usually asks for the same: {licence.label}."
    else:
        some = licence.demand is Demand.SOME
        who = "Some roles ask" if some else "This work usually asks"
        sentence = f"{who} for {licence.label}: {months(duration)} for somebody new to the field."
    return Track(
        LICENCE,
        "Licence",
        duration,
        sentence,
        Derivation(
            "schooling in the field × how much longer it takes beside a job + supervised practice",
            (
                assumed("schooling", school.likely, "months", LICENCE_SOURCE),
                term_of(assumptions, "licence_time"),
                term_of(assumptions, "part_time"),
                term_of(assumptions, "part_time_stretch"),
            ),
            LICENCE_SOURCE,
            LICENCE_VINTAGE,
            Kind.ASSUMPTION,
        ),
    )
