"""What the facts list for the present occupation, beside those of another one."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.apps.accounts.models import User
from turnpoint.apps.occupations.queries import market
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.labour.activity import generalized_of
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.occupation import Occupation


@dataclass(frozen=True, slots=True)
class ActivityGroup:
    """One generalized activity: how many detailed ones each side has, and how many they share."""

    name: str
    here: int
    there: int
    shared: int


@dataclass(frozen=True, slots=True)
class KindsPage:
    """The present role, its occupation where one is matched, and another beside it."""

    held: HeldRole | None
    occupation: Occupation | None
    beside: Occupation | None
    activities: tuple[ActivityGroup, ...]

    @property
    def kept(self) -> float | None:
        """Share in percent of the present detailed activities that the other one has too."""
        total = sum(row.here for row in self.activities)
        if self.beside is None or not total:
            return None
        return 100 * sum(row.shared for row in self.activities) / total


def activities_beside(
    market: LabourMarket, here: int, there: int | None
) -> tuple[ActivityGroup, ...]:
    """Generalized activities of occupation ``here``, and of ``there`` where one is given.

    Most of the present ones first; what only ``there`` has comes last.
    """
    mine = set(market.activities.of(here))
    theirs = set(market.activities.of(there)) if there is not None else set()
    groups = {generalized_of(each) for each in mine | theirs}
    rows = [
        ActivityGroup(
            name=market.activities.names.get(group, group),
            here=sum(generalized_of(each) == group for each in mine),
            there=sum(generalized_of(each) == group for each in theirs),
            shared=sum(generalized_of(each) == group for each in mine & theirs),
        )
        for group in groups
    ]
    return tuple(sorted(rows, key=lambda row: (-row.here, -row.there, row.name)))


def kinds_beside(*, owner: User, beside: str = "") -> KindsPage:
    """The owner's present role; ``beside`` is the code of the occupation to hold against it.

    Raises ``NotFound`` where ``beside`` names no occupation.
    """
    facts = market()
    other = facts.occupation(beside) if beside else None
    held = profiles.present_role(owner=owner)
    if held is None or not held.occupation_code:
        return KindsPage(held, None, facts.occupations[other] if other is not None else None, ())
    here = facts.occupation(held.occupation_code)
    return KindsPage(
        held=held,
        occupation=facts.occupations[here],
        beside=facts.occupations[other] if other is not None else None,
        activities=activities_beside(facts, here, other),
    )
