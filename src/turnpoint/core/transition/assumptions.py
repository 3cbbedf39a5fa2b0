"""Everything the reality check assumes rather than knows, in one value to show and to vary.

Each assumption carries its words, unit, range and source, so that a page can print it, offer it for
editing, and vary one at a time. ``Assumptions()`` has the defaults.
"""

from __future__ import annotations

from dataclasses import Field, dataclass, field, fields, replace
from typing import Any, Self, cast

from turnpoint.errors import BadInput

OURS = "Turnpoint’s own assumption"
OBSERVED = "Measured over the year-to-year moves observed between 520 occupations"


@dataclass(frozen=True, slots=True)
class Assumption:
    """One assumption as a page shows it."""

    name: str
    label: str
    unit: str
    value: float
    default: float
    low: float
    high: float
    source: str


def assumed(
    default: float, label: str, unit: str, between: tuple[float, float], source: str
) -> float:
    words = {"label": label, "unit": unit, "low": between[0], "high": between[1], "source": source}
    return field(default=default, metadata=words)


@dataclass(frozen=True, slots=True)
class Stated:
    """A value whose every field is a stated assumption.

    Raises ``BadInput`` for a value out of its range.
    """

    def __post_init__(self) -> None:
        for term in self.described():
            if not term.low <= term.value <= term.high:
                message = (
                    f"“{term.label}” cannot be {term.value:,g}: "
                    f"give {term.low:,g} to {term.high:,g} ({term.unit})."
                )
                raise BadInput(message, where=term.name)

    def described(self) -> tuple[Assumption, ...]:
        """Every assumption with its words, in the order a page shows them."""
        return tuple(self._described(each) for each in fields(self))

    def one(self, name: str) -> Assumption:
        """One assumption by its name. Raises ``BadInput`` for a name there is none of."""
        for each in fields(self):
            if each.name == name:
                return self._described(each)
        raise BadInput(f"There is no assumption called “{name}”.", where=name)

    def _described(self, each: Field[Any]) -> Assumption:
        return Assumption(
            name=each.name,
            value=float(getattr(self, each.name)),
            default=cast(float, each.default),
            **cast(dict[str, Any], dict(each.metadata)),
        )

    def varied(self, **values: float) -> Self:
        """The same with some values changed."""
        for name in values:
            self.one(name)
        return replace(self, **values)


@dataclass(frozen=True, slots=True)
class Assumptions(Stated):
    """The stated assumptions of pay and readiness."""

    rank_kept: float = assumed(
        0.6,
        "ρ: how much of your standing among colleagues’ pay you take along",
        "share",
        (0.0, 1.0),
        OURS + "; earnings ranks persist in part over a change of job",
    )
    distance_drop: float = assumed(
        0.125,
        "δ: how far down the pay scale a move of typical distance lands",
        "share of the pay scale",
        (0.0, 0.4),
        OURS + ", set so that a typical move lands between the 35th and the 40th percentile",
    )
    typical_distance: float = assumed(
        0.65,
        "Distance of a typical move (0: as near as the closest tenth of moves, 1: drawn by lot)",
        "distance",
        (0.05, 1.0),
        OBSERVED + ", weighted by movers",
    )
    cover_by_lot: float = assumed(
        0.18,
        "What a job contains of another one’s activities when the two are drawn by lot",
        "share of activities, weighted by how telling they are",
        (0.0, 0.4),
        "Measured over 5,000 pairs of the shipped occupations",
    )
    cover_close: float = assumed(
        0.46,
        "What the closest tenth of moves share at least",
        "share of activities, weighted by how telling they are",
        (0.41, 1.0),
        OBSERVED,
    )
    climb: float = assumed(
        0.03,
        "How far up the pay scale you climb in a year after landing",
        "share of the pay scale a year",
        (0.0, 0.1),
        OURS,
    )
    landing_spread: float = assumed(
        0.125,
        "How far a landing may fall to either side of the likely one",
        "share of the pay scale",
        (0.0, 0.3),
        OURS,
    )
    staying_growth: float = assumed(
        0.0,
        "How fast your present pay grows beyond inflation if you stay",
        "share a year",
        (-0.05, 0.1),
        OURS,
    )
    discount: float = assumed(
        0.0, "How much less a later year’s money counts", "share a year", (0.0, 0.15), OURS
    )
    pay_spread: float = assumed(
        0.45,
        "Spread of pay where fewer than two percentiles are published",
        "standard deviation of log pay",
        (0.1, 1.0),
        OURS + ", near the middle of the occupations that have percentiles",
    )
    part_time: float = assumed(
        1.0, "How much of your studying you do beside your job", "share", (0.0, 1.0), OURS
    )
    part_time_stretch: float = assumed(
        1.8, "How much longer studying beside a job takes", "times", (1.0, 3.0), OURS
    )
    tuition_short: float = assumed(
        4_000.0,
        "Tuition for a certificate or an associate’s degree",
        "US dollars a full-time year",
        (0.0, 30_000.0),
        OURS + ", a round figure near the published prices of public two-year colleges in the US",
    )
    tuition_long: float = assumed(
        12_000.0,
        "Tuition for a bachelor’s degree or more",
        "US dollars a full-time year",
        (0.0, 80_000.0),
        OURS
        + ", a round figure near the published in-state prices of public universities in the US",
    )
    years_held: float = assumed(
        4.0,
        "How long a role was held where you did not say",
        "years",
        (0.0, 40.0),
        "Near the median tenure with an employer in the US (BLS, January 2024: 3.9 years)",
    )
    half_life: float = assumed(
        8.0,
        "How long until half of what an earlier role taught has faded",
        "years",
        (1.0, 50.0),
        OURS,
    )
    months_a_level: float = assumed(
        6.0,
        "How long it takes to raise an important skill by one of O*NET’s seven levels",
        "months",
        (0.0, 24.0),
        OURS,
    )
    months_all_new: float = assumed(
        18.0,
        "How long it takes to learn a job of which every activity is new",
        "months",
        (0.0, 60.0),
        OURS,
    )
    search_close: float = assumed(3.0, "Finding a job close to yours", "months", (0.0, 24.0), OURS)
    search_far: float = assumed(
        6.0, "Finding a job that people like you seldom reach", "months", (0.0, 36.0), OURS
    )
    set_up: float = assumed(
        6.0, "Setting up a business before it earns", "months", (0.0, 60.0), OURS
    )
    guess_spread: float = assumed(
        2.0,
        "How many times longer (or shorter) an assumed time may turn out",
        "times",
        (1.0, 4.0),
        OURS,
    )
