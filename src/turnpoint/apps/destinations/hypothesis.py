"""What a destination says at one moment, as a value: the content of one revision."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

HORIZON_YEARS = 5
"""How far ahead a destination lies unless the person says otherwise."""

LONGEST_STATEMENT = 400
LONGEST_LINE = 300
LONGEST_TEXT = 5_000
MOST_DREAMS = 24


class DreamKind(StrEnum):
    """What part of life a dream or a constraint is about."""

    PEOPLE = "people"
    PLACE = "place"
    HOURS = "hours"
    FLEXIBILITY = "flexibility"
    PAY = "pay"
    DREAM = "dream"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Dream:
    """A personal dream or constraint, in the person's words; ``by`` may be open."""

    kind: DreamKind
    text: str
    by: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A destination in full. ``occupation_code`` is blank where no occupation fits.

    ``title`` is what the person calls the work. ``by`` is the first of a month. ``pay_floor`` is
    annual, in ``currency``; ``area_code`` is an OEWS area, which says where pay is looked up.
    ``confidence`` is 0 to 100, ``None`` where the person did not say.
    """

    statement: str
    by: dt.date
    title: str = ""
    occupation_code: str = ""
    own_business: bool = False
    why: str = ""
    area_code: str = ""
    place: str = ""
    pay_floor: Decimal | None = None
    currency: str = "USD"
    hours_per_week: Decimal | None = None
    flexibility: str = ""
    confidence: int | None = None
    least_sure: str = ""
    dreams: tuple[Dream, ...] = field(default=())


def five_years_from(day: dt.date) -> dt.date:
    """The first of the same month, five years on."""
    return dt.date(day.year + HORIZON_YEARS, day.month, 1)


def months_between(day: dt.date, by: dt.date) -> int:
    """Whole months from ``day`` to ``by``; below zero where it has passed."""
    return (by.year - day.year) * 12 + by.month - day.month
