"""Which of several assessments tells the level of today: strongest evidence first, then the newest.

Assessments are never changed. A correction is one more, that takes the place of the one it names;
one without a level takes it back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

FRESH_YEARS = 2
RULE = (
    "Of what was said in the two years up to today, the strongest evidence counts; of equally "
    "strong, the newest; of the same day, what was written down last. Where nothing is that recent, "
    "the same among all of it. What was corrected or taken back does not count."
)


class Source(StrEnum):
    """Who says so."""

    SELF = "self"
    PEER = "peer"
    MANAGER = "manager"
    FACILITATOR = "facilitator"
    TEST = "test"


class Strength(IntEnum):
    """What it rests on."""

    SAID = 1
    SEEN = 2
    SHOWN = 3


STRENGTHS = {
    Strength.SAID: "an impression, without an example",
    Strength.SEEN: "an example that somebody has seen",
    Strength.SHOWN: "a test, a certificate or finished work that anybody can look at",
}


@dataclass(frozen=True, slots=True)
class Assessment:
    """One assessment. ``number`` is the order of writing; ``level`` is ``None`` in a withdrawal.

    ``corrects`` is the number of the one whose place it takes.
    """

    number: int
    on: dt.date
    level: float | None
    source: Source
    strength: Strength
    evidence: str = ""
    who: str = ""
    corrects: int | None = None


def standing(assessments: Sequence[Assessment]) -> tuple[Assessment, ...]:
    """Those that count: neither corrected nor taken back, the oldest first."""
    replaced = {each.corrects for each in assessments if each.corrects is not None}
    kept = (each for each in assessments if each.number not in replaced and each.level is not None)
    return tuple(sorted(kept, key=lambda each: (each.on, each.number)))


def current(assessments: Sequence[Assessment], today: dt.date) -> Assessment | None:
    """The one that tells the level of ``today``, by ``RULE``; ``None`` where nothing was said."""
    known = [each for each in standing(assessments) if each.on <= today]
    since = _years_before(today, FRESH_YEARS)
    fresh = [each for each in known if each.on >= since]
    return max(fresh or known, key=lambda each: (each.strength, each.on, each.number), default=None)


def over_time(assessments: Sequence[Assessment], today: dt.date) -> tuple[Assessment, ...]:
    """What ``RULE`` would have picked on each day that something was said, the oldest first."""
    days = sorted({each.on for each in standing(assessments) if each.on <= today})
    found: list[Assessment] = []
    for day in days:
        picked = current(assessments, day)
        if picked is not None and (not found or picked != found[-1]):
            found.append(picked)
    return tuple(found)


def _years_before(day: dt.date, years: int) -> dt.date:
    """The same day so many years ago; the last of February for the 29th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
