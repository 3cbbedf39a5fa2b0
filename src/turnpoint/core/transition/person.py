"""The person who asks, and the destination they ask about, as the models receive them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from turnpoint.labour.wage import NATIONAL


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role somebody holds or held, by the number of its occupation in the market.

    ``years`` is how long, ``None`` where not said; ``years_since`` is how long ago it ended, 0 for
    the present role. ``pay`` is annual, in ``currency``.
    """

    occupation: int
    years: float | None = None
    years_since: float = 0.0
    pay: float | None = None
    currency: str = "USD"


@dataclass(frozen=True, slots=True)
class Person:
    """``roles`` has the present or latest role first; there is at least one.

    ``education`` is O*NET's level 1 to 12 (``labour.preparation.EDUCATION_LEVELS``), ``None`` where
    not said. ``skills`` maps a rated element's id (``2.B.1.a``) to a declared level from 0 to 7.
    ``pay`` is current annual pay in ``currency``. ``area`` is an OEWS area code.
    """

    roles: tuple[HeldRole, ...]
    education: int | None = None
    skills: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    pay: float | None = None
    currency: str = "USD"
    area: str = NATIONAL

    @property
    def origin(self) -> int:
        """The number of the occupation of the present or latest role."""
        return self.roles[0].occupation


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted: an occupation, by when, and what it has to allow.

    ``horizon`` is in months. ``pay_floor`` is annual, in ``currency``. ``hours`` is the most hours
    a week. ``constraints`` are whatever else matters, in the person's words.
    """

    occupation: int
    own_business: bool = False
    horizon: float = 60.0
    pay_floor: float | None = None
    currency: str = "USD"
    hours: float | None = None
    constraints: tuple[str, ...] = ()
