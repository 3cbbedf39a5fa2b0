"""What a sample person consists of; ``filling`` writes it through the apps' own services."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.profiles.services import (
    EducationSaid,
    LanguageSaid,
    ProfileSaid,
    RoleSaid,
    SkillSaid,
)
from turnpoint.apps.roles.services.activities import ActivitySaid
from turnpoint.apps.roles.stated import Stated
from turnpoint.core.role.activity import Share


@dataclass(frozen=True, slots=True)
class RoleBeside:
    """A role beside the present one. ``shares`` are by the name of an activity, ``new`` what it adds."""

    name: str
    origin: str
    words: str
    shares: Mapping[str, Share]
    new: tuple[tuple[str, Share | None, int | None, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class RoleSample:
    """What a sample person says of their present role. ``stated``: how they said it, in order."""

    stated: tuple[Stated, ...]
    activities: tuple[ActivitySaid, ...]
    beside: RoleBeside


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
