"""What was said of a skill, as its page lists it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from turnpoint.apps.skills.models import SOURCES
from turnpoint.apps.skills.queries import Skill
from turnpoint.core.planning.assessment import STRENGTHS, Assessment
from turnpoint.core.planning.level import anchor


@dataclass(frozen=True, slots=True)
class Said:
    """One assessment in words. ``fate`` says why it no longer counts, where it does not."""

    one: Assessment
    looks: str
    by: str
    rests_on: str
    counts: bool
    fate: str


def said_of(skill: Skill) -> tuple[Said, ...]:
    """Everything that was said, the newest first; a taking back only at what it takes back."""
    return tuple(sorted(_all(skill), key=lambda each: (each.one.on, each.one.number), reverse=True))


def _all(skill: Skill) -> Iterator[Said]:
    after = {each.corrects: each for each in skill.said if each.corrects is not None}
    for each in skill.said:
        if each.level is None:
            continue
        later = after.get(each.number)
        fate = "" if later is None else "taken back" if later.level is None else "corrected since"
        yield Said(
            one=each,
            looks=anchor(each.level),
            by=", ".join(filter(None, (SOURCES[each.source], each.who))),
            rests_on=STRENGTHS[each.strength],
            counts=skill.current is not None and each.number == skill.current.number,
            fate=fate,
        )
