"""The tables behind the months, whole: what is ours to vary, and what a publisher fixes."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Range
from turnpoint.core.transition.readiness import PREPARATION_MONTHS
from turnpoint.core.transition.schooling import ladder
from turnpoint.core.transition.search import TIERS
from turnpoint.labour.preparation import EDUCATION_LEVELS, EXPERIENCE_MONTHS, TRAINING_MONTHS

THREE = ("low, months", "likely", "high")


@dataclass(frozen=True, slots=True)
class StatedTable:
    """``rows`` begin with what they are about; ``note`` says whose they are."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str


def stated_tables(assumed: Assumptions) -> tuple[StatedTable, ...]:
    """The ladder of education, O*NET's classes and job zones, and how far a tier is."""
    rungs = zip(EDUCATION_LEVELS, ladder(assumed), strict=True)
    zones = ((f"job zone {zone}", known) for zone, known in PREPARATION_MONTHS.items())
    return (
        StatedTable(
            "Full-time study above a high school diploma",
            ("level", *THREE),
            tuple((name, *_three(rung)) for name, rung in rungs),
            "Our reading; the steps above move it, and the levels between them keep their place.",
        ),
        StatedTable(
            "Preparation by job zone, for somebody who starts from nothing",
            ("zone", *THREE),
            tuple((name, *_three(known)) for name, known in zones),
            "O*NET’s specific vocational preparation. A cross-check: it changes no number.",
        ),
        StatedTable(
            "O*NET’s classes of experience and training, each counted as its middle",
            ("class", "experience, months", "training on the job"),
            tuple(
                (str(place + 1), _at(EXPERIENCE_MONTHS, place), _at(TRAINING_MONTHS, place))
                for place in range(len(EXPERIENCE_MONTHS))
            ),
            "Fixed by how O*NET asks.",
        ),
        StatedTable(
            "How far along from a close move to a far one a search is taken to be",
            ("tier", "share of the way"),
            tuple((name, f"{share:.0%}") for name, share in TIERS.items()),
            "Ours. Half way where no model says how usual the move is.",
        ),
    )


def _three(range_: Range) -> tuple[str, str, str]:
    low, likely, high = (
        f"{value:.3g}".replace("-", "−") for value in (range_.low, range_.likely, range_.high)
    )
    return low, likely, high


def _at(values: tuple[float, ...], place: int) -> str:
    return f"{values[place]:g}" if place < len(values) else "–"
