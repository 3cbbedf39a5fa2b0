"""Occupations that usually ask for a licence in the United States.

No publisher we read has such a table, so this one is ours: our reading of common practice in the
states, kept coarse on purpose. It is a prompt to check one's own place, never the law.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

LICENCE_SOURCE = "Turnpoint’s own reading of common practice in the United States; check your place"
LICENCE_VINTAGE = "2025"

Months = tuple[float, float, float]


class Demand(StrEnum):
    """How many jobs of the occupation ask for it: all but a few, most, or some."""

    REQUIRED = "required"
    USUAL = "usual"
    SOME = "some"


@dataclass(frozen=True, slots=True)
class Licence:
    """One licence. Roles whose licences share a ``key`` ask for the same one.

    ``school`` and ``practice``: low, likely and high months of schooling in the field and of
    supervised practice and examinations, for somebody who has neither.
    """

    soc: str
    label: str
    key: str
    demand: Demand
    school: Months
    practice: Months


def licence_of(soc: str) -> Licence | None:
    """The licence usually asked for in a six-digit SOC occupation, ``None`` where there is none."""
    return licences().get(soc)


@cache
def licences() -> Mapping[str, Licence]:
    """Every licence of the shipped table by six-digit SOC code."""
    text = files("turnpoint.labour.tables").joinpath("licences.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return MappingProxyType({row["soc"]: _licence(row) for row in rows})


def _licence(row: Mapping[str, str]) -> Licence:
    def months(name: str) -> Months:
        return (
            float(row[f"{name}_low"]),
            float(row[f"{name}_likely"]),
            float(row[f"{name}_high"]),
        )

    return Licence(
        soc=row["soc"],
        label=row["licence"],
        key=row["key"],
        demand=Demand(row["demand"]),
        school=months("school"),
        practice=months("practice"),
    )
