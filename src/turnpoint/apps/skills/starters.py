"""Opportunities to begin with: examples that anybody can change before they are kept."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.planning.opportunity import Kind


@dataclass(frozen=True, slots=True)
class Starter:
    """An example. ``gain`` is how many levels it may bring to the skill it is written for."""

    key: str
    name: str
    kind: Kind
    at_employer: bool
    hours: float
    length: int
    gain: float
    why: str


STARTERS = (
    Starter(
        "take-a-part",
        "Take one part of a project that needs it",
        Kind.PROJECT,
        True,
        3.0,
        4,
        1.5,
        "the employer pays, and the result can be shown",
    ),
    Starter(
        "swap-seats",
        "Sit in another team two afternoons a week",
        Kind.ROTATION,
        True,
        6.0,
        3,
        1.5,
        "the quickest way to see how others do it",
    ),
    Starter(
        "an-hour-a-fortnight",
        "An hour a fortnight with somebody who does it well",
        Kind.MENTORING,
        False,
        0.5,
        6,
        1.0,
        "little time, and honest answers",
    ),
    Starter(
        "evening-course",
        "An evening course with a certificate",
        Kind.COURSE,
        False,
        4.0,
        4,
        1.5,
        "evidence that counts for more than one’s own word",
    ),
    Starter(
        "lead-one-meeting",
        "Lead the one meeting that frightens me",
        Kind.STRETCH,
        True,
        1.0,
        2,
        0.5,
        "costs an hour a week and a little sleep",
    ),
    Starter(
        "help-a-club",
        "Do it for a club or a charity on Saturdays",
        Kind.VOLUNTEERING,
        False,
        3.0,
        6,
        1.0,
        "practice for a destination that the employer does not share",
    ),
)


def starter(key: str) -> Starter | None:
    return next((each for each in STARTERS if each.key == key), None)
