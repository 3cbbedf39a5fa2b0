"""What a sample person consists of; ``filling`` writes it through the apps' own services."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.profiles.services import (
    EducationSaid,
    LanguageSaid,
    ProfileSaid,
    RoleSaid,
    SkillSaid,
)


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """A fictional person. ``revisions`` are the states of their destination, in order.

    ``routes``: the occupation codes of each route pinned to it, the present one first.
    """

    username: str
    name: str
    line: str
    profile: ProfileSaid
    roles: tuple[RoleSaid, ...]
    education: tuple[EducationSaid, ...]
    skills: tuple[SkillSaid, ...]
    languages: tuple[LanguageSaid, ...]
    revisions: tuple[Hypothesis, ...]
    routes: tuple[tuple[str, ...], ...] = ()
