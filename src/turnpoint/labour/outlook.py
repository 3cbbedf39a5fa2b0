"""Employment projections by occupation (BLS Employment Projections)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outlook:
    """Projection of one SOC occupation. Employment and openings in jobs (not thousands).

    ``change`` is the percent change over the projection decade. ``entry_education``,
    ``related_experience`` and ``training`` are BLS's typical entry requirements, in its words.
    """

    soc: str
    period: str
    employment_start: float
    employment_end: float
    change: float
    annual_openings: float
    entry_education: str
    related_experience: str
    training: str
