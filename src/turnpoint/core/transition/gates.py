"""Gates: a required degree or licence. Shown apart, and never folded into a score."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Derivation, Kind
from turnpoint.core.transition.licensing import holds_licence
from turnpoint.core.transition.person import Person
from turnpoint.core.transition.provenance import assumed, published, yours
from turnpoint.core.transition.schooling import ASSOCIATE, Requirement, required_education
from turnpoint.labour.licence import (
    LICENCE_SOURCE,
    LICENCE_VINTAGE,
    Demand,
    Licence,
    licence_of,
)
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.preparation import EDUCATION_LEVELS


class GateKind(StrEnum):
    DEGREE = "degree"
    LICENCE = "licence"


class Passage(StrEnum):
    """Whether the person is through the gate."""

    PASSED = "passed"
    CLOSED = "not yet"
    UNKNOWN = "unknown"
    NONE = "no gate"


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate. ``share`` is the share of incumbents who say it is required, where known."""

    kind: GateKind
    label: str
    passage: Passage
    share: float | None
    sentence: str
    derivation: Derivation


def gates_of(
    market: LabourMarket, person: Person, occupation: int, *, owner: bool, assumptions: Assumptions
) -> tuple[Gate, ...]:
    """The degree gate, and the licence gate where the work usually has one."""
    licence = licence_of(market.occupations[occupation].soc)
    degree = _degree(person, required_education(market, occupation, assumptions), owner=owner)
    return (degree,) if licence is None else (degree, _licence(market, person, licence))


def _degree(person: Person, required: Requirement, *, owner: bool) -> Gate:
    level = required.typical
    asks = level >= ASSOCIATE and not owner
    name = EDUCATION_LEVELS[level - 1] if asks else "no degree"
    share = required.at_least(max(level, ASSOCIATE)) if required.counted else None
    own = "not said" if person.education is None else EDUCATION_LEVELS[person.education - 1]
    entry = (EDUCATION_LEVELS[level - 1], "level")
    return Gate(
        GateKind.DEGREE,
        name,
        _degree_passage(person, level, asks=asks),
        share,
        _degree_sentence(required, share, owner=owner),
        Derivation(
            "your level against the level that half of the people in this work report or exceed"
            if required.counted
            else "your level against the typical level",
            (
                yours("your education", own, "level"),
                published("education asked for", *entry, required.source)
                if required.kind is Kind.FACT
                else assumed("education asked for", *entry, required.source[0]),
            ),
            *required.source,
            required.kind,
        ),
    )


def _degree_passage(person: Person, level: int, *, asks: bool) -> Passage:
    if not asks:
        return Passage.NONE
    if person.education is None:
        return Passage.UNKNOWN
    return Passage.PASSED if person.education >= level else Passage.CLOSED


def _degree_sentence(required: Requirement, share: float | None, *, owner: bool) -> str:
    name = EDUCATION_LEVELS[required.typical - 1]
    if share is not None:
        bar = EDUCATION_LEVELS[max(required.typical, ASSOCIATE) - 1]
        said = f"{share:.0%} of the people who do this work say it takes at least “{bar}”; "
        said += f"{1 - share:.0%} say less is enough."
    elif required.kind is Kind.FACT:
        said = f"BLS names “{name}” as the typical way in."
    else:
        said = f"Assumed from the group of occupations: “{name}”."
    return f"{said} That is about employees; nobody asks an owner." if owner else said


def _licence(market: LabourMarket, person: Person, licence: Licence) -> Gate:
    asked = {
        Demand.REQUIRED: "Usually licensed in the United States",
        Demand.USUAL: "Often licensed in the United States",
        Demand.SOME: "Some roles are licensed in the United States",
    }[licence.demand]
    held = holds_licence(market, person, licence)
    passage = Passage.PASSED if held else Passage.CLOSED
    if licence.demand is Demand.SOME and not held:
        passage = Passage.UNKNOWN
    return Gate(
        GateKind.LICENCE,
        licence.label,
        passage,
        None,
        f"{asked}: {licence.label}. Check your place."
        + (" A role you hold usually asks for the same." if held else ""),
        Derivation(
            "whether a role you hold usually asks for the same licence",
            (assumed("licence", licence.label, licence.demand.value, LICENCE_SOURCE),),
            LICENCE_SOURCE,
            LICENCE_VINTAGE,
            Kind.ASSUMPTION,
        ),
    )
