"""Titles and places as people type them, as occupations and areas; asked about where unclear."""

from __future__ import annotations

from dataclasses import dataclass

import click

from turnpoint.core.title.index import TitleIndex
from turnpoint.core.title.match import match
from turnpoint.errors import NotFound
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.occupation import Occupation
from turnpoint.labour.place import find_area
from turnpoint.labour.wage import NATIONAL

UNSURE, TOO_CLOSE = 0.45, 0.02
"""A best match below the one, or nearer than the other to the next, is asked about, not guessed."""


@dataclass(frozen=True, slots=True)
class Understood:
    """The occupation that a typed title was taken for, why, and what else it may be."""

    typed: str
    number: int
    occupation: Occupation
    reason: str
    alternatives: tuple[Occupation, ...]


def understand(market: LabourMarket, index: TitleIndex, text: str) -> Understood:
    """The occupation a title or code stands for.

    Raises ``NotFound`` where there is none, and where it may be several, which it names.
    """
    typed = text.strip()
    if typed[:2].isdigit() and "-" in typed:
        number = market.occupation(typed)
        return Understood(typed, number, market.occupations[number], "its code", ())
    found = match(index, typed, limit=4)
    if not found:
        raise NotFound(
            f"No occupation is called anything like “{typed}”. Say it in other words, or give an "
            "O*NET code such as 11-3021.00."
        )
    others = tuple(market.occupations[each.occupation] for each in found)
    close = len(found) > 1 and found[0].score - found[1].score < TOO_CLOSE
    if found[0].score < UNSURE or close:
        named = "; ".join(f"{each.title} ({each.code})" for each in others)
        why = "may be several occupations" if close else "is not clear enough to go on"
        raise NotFound(f"“{typed}” {why}: {named}. Give the code of the one you mean.")
    return Understood(typed, found[0].occupation, others[0], found[0].reason, others[1:])


def area_code(market: LabourMarket, text: str) -> str:
    """The OEWS code of a place by its code or its name; a usage error where it is not one place."""
    if market.wages is None or not text.strip():
        return NATIONAL
    try:
        return find_area(market.wages, text).code
    except NotFound as error:
        raise click.BadParameter(str(error), param_hint="--area") from error
