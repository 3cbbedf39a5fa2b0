"""What a development plan chooses from, and what it has to keep to.

Months are numbered from 0, the month that begins now; an opportunity that starts in month ``m`` and
takes ``length`` months runs in ``m … m + length − 1`` and its skills are there from month
``m + length`` on. Levels follow the source's scale (O*NET: 0 to 7).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from turnpoint.errors import BadInput


class Kind(StrEnum):
    """How something is learnt."""

    PROJECT = "project"
    ROTATION = "rotation"
    MENTORING = "mentoring"
    COURSE = "course"
    STRETCH = "stretch task"
    VOLUNTEERING = "volunteering"


@dataclass(frozen=True, slots=True)
class Target:
    """A skill wanted at ``required`` by the start of month ``by``; ``weight`` is its importance."""

    skill: str
    level: float
    required: float
    weight: float
    by: int

    @property
    def gap(self) -> float:
        """``w · max(required − level, 0)``."""
        return self.weight * max(self.required - self.level, 0.0)

    def closed(self, level: float) -> float:
        """How much of the weighted gap is closed at a level, from 0 to ``gap``."""
        reached = min(level, self.required)
        return self.weight * max(reached - self.level, 0.0)


@dataclass(frozen=True, slots=True)
class Opportunity:
    """Something to take up. ``hours`` a week, ``length`` in months, ``cost`` once.

    ``raises`` maps a skill to the level it leads to. ``after`` names opportunities that have to be
    finished before. ``seats`` of 0 means that none is left.
    """

    key: str
    name: str
    kind: Kind
    hours: float
    length: int
    raises: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    cost: float = 0.0
    earliest: int = 0
    after: tuple[str, ...] = ()
    seats: int | None = None
    at_employer: bool = False

    def __post_init__(self) -> None:
        if self.hours < 0 or self.cost < 0 or self.earliest < 0:
            raise BadInput(f"“{self.name}”: hours, cost and start cannot be below zero.")
        if self.length < 1:
            raise BadInput(
                f"“{self.name}” takes {self.length} months; it has to take at least one."
            )


@dataclass(frozen=True, slots=True)
class Limits:
    """What there is to spend: ``hours`` a week, a ``budget`` in all, ``months`` ahead."""

    hours: float
    budget: float
    months: int

    def __post_init__(self) -> None:
        if self.hours < 0 or self.budget < 0:
            raise BadInput("Hours a week and budget cannot be below zero.")
        if not 1 <= self.months <= 60:
            raise BadInput(f"A plan looks 1 to 60 months ahead, not {self.months}.")


@dataclass(frozen=True, slots=True)
class Taken:
    """An opportunity taken up: running from ``start``, done by ``end``."""

    opportunity: Opportunity
    start: int

    @property
    def end(self) -> int:
        return self.start + self.opportunity.length
