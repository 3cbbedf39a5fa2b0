"""Everything a page says of one occupation, read from the market that is loaded."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from turnpoint.apps.occupations import queries
from turnpoint.charts.chart import Chart
from turnpoint.charts.counts import counts
from turnpoint.charts.pay_percentiles import PayRow, pay_percentiles
from turnpoint.charts.terms import terms
from turnpoint.core.transition.explanation import Explanation, explanation_of
from turnpoint.core.transition.move import Nearby
from turnpoint.labour.catalogue import CATALOGUE, Source
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.occupation import Occupation
from turnpoint.labour.outlook import Outlook
from turnpoint.labour.preparation import EDUCATION_LEVELS, EXPERIENCE_MONTHS
from turnpoint.labour.wage import NATIONAL, WageCell

MOST_RATINGS = 10
MOST_NEARBY = 8
ZONES = {
    1: "little or no preparation",
    2: "some preparation",
    3: "medium preparation",
    4: "considerable preparation",
    5: "extensive preparation",
}


@dataclass(frozen=True, slots=True)
class Pay:
    """Pay at the nation and at one place; ``notes`` say which figures stand in for others."""

    chart: Chart | None
    nation: WageCell | None
    local: WageCell | None
    notes: tuple[str, ...]
    hourly_middle: float | None


@dataclass(frozen=True, slots=True)
class Rated:
    """One skill or field of knowledge: importance 1 to 5 and level 0 to 7, as O*NET rates them."""

    name: str
    description: str
    importance: float
    level: float | None


@dataclass(frozen=True, slots=True)
class Ways:
    """How people prepare; empty where it is not known."""

    zone: int
    zone_means: str
    education: tuple[tuple[str, int], ...]
    experience_months: float | None


@dataclass(frozen=True, slots=True)
class Portrait:
    """One occupation as its page shows it. Empty where no loaded source has a thing."""

    occupation: Occupation
    pay: Pay
    outlook: Outlook | None
    activities: Chart | None
    detailed: tuple[str, ...]
    ways: Ways
    skills: tuple[Rated, ...]
    knowledge: tuple[Rated, ...]
    tasks: tuple[tuple[str, bool], ...]
    technologies: tuple[tuple[str, bool], ...]
    competences: tuple[tuple[str, bool], ...]
    missing: tuple[Source, ...]


def portrait(code: str, area: str = NATIONAL) -> Portrait:
    """Raises ``NotFound`` for an unknown code or area."""
    market = queries.market()
    number = market.occupation(code)
    known = market.occupations[number]
    return Portrait(
        occupation=known,
        pay=pay(market, number, area),
        outlook=market.outlook.get(known.soc),
        activities=_activities(market, number),
        detailed=tuple(
            market.activities.names[each]
            for each in market.activities.of(number)
            if each in market.activities.names
        ),
        ways=ways(market, number),
        skills=_rated(market, "skills", number),
        knowledge=_rated(market, "knowledge", number),
        tasks=market.tasks.of(number),
        technologies=market.technologies.of(number),
        competences=market.competences.of(number),
        missing=missing(market),
    )


def missing(market: LabourMarket) -> tuple[Source, ...]:
    """Sources that are not loaded."""
    return tuple(source for source in CATALOGUE if source.name not in market.manifests)


def nearby(code: str) -> Nearby:
    """The most common moves from an occupation, and the best fitting ones."""
    return queries.transition_model().nearby(queries.market().occupation(code), limit=MOST_NEARBY)


def why(code: str, to: str) -> tuple[Explanation, Chart]:
    """Everything behind the move from one occupation to another, with its chart."""
    market, model = queries.market(), queries.transition_model()
    found = model.move(market.occupation(code), market.occupation(to))
    return explanation_of(market, model, found), terms(found)


def pay(market: LabourMarket, number: int, area: str) -> Pay:
    if market.wages is None:
        return Pay(None, None, None, (), None)
    nation = market.pay(number)
    local = market.pay(number, area) if area != NATIONAL else None
    rows = []
    if nation is not None:
        rows.append(PayRow("United States", "in the United States", nation))
    if local is not None and nation is not None and local.area != nation.area:
        rows.append(PayRow(local.area.name, f"in {local.area.name}", local))
    notes = tuple(dict.fromkeys(cell.fallback for cell in (local or nation,) if cell))
    vintage = f"U.S. Bureau of Labor Statistics, OEWS, {market.wages.vintage}. Employees only."
    hourly = nation.hourly[2] if nation is not None and nation.hourly is not None else None
    chart = pay_percentiles(rows, source=vintage) if rows else None
    return Pay(chart, nation, local, tuple(note for note in notes if note), hourly)


def ways(market: LabourMarket, number: int) -> Ways:
    known = market.preparation
    zone = int(known.job_zone[number])
    shares = known.education[number]
    education: tuple[tuple[str, int], ...] = ()
    months = None
    if np.isfinite(shares).all() and shares.sum() > 0:
        best = np.argsort(-shares, kind="stable")[:3]
        education = tuple(
            (EDUCATION_LEVELS[each], round(100 * float(shares[each])))
            for each in best
            if shares[each] >= 0.05
        )
    experience = known.experience[number]
    if np.isfinite(experience).all() and experience.sum() > 0:
        half = int(np.searchsorted(np.cumsum(experience), 0.5))
        months = EXPERIENCE_MONTHS[min(half, len(EXPERIENCE_MONTHS) - 1)]
    return Ways(zone, ZONES.get(zone, ""), education, months)


def _activities(market: LabourMarket, number: int) -> Chart | None:
    found = [
        (market.activities.names.get(each, each), count)
        for each, count in market.activities.generalized(number).items()
    ]
    if not found:
        return None
    total = sum(count for _, count in found)
    first, most = found[0]
    return counts(
        found,
        sentence=(
            f"{total} kinds of task make up this work. Most often, {most} times, they are of the "
            f"kind “{first}”."
        ),
        columns=("What people do", "kinds of task"),
        source="O*NET, detailed work activities counted by generalized activity.",
        shown=8,
    )


def _rated(market: LabourMarket, domain: str, number: int) -> tuple[Rated, ...]:
    ratings = market.ratings.get(domain)
    if ratings is None:
        return ()
    importance = ratings.importance[number]
    order = np.argsort(-np.nan_to_num(importance, nan=-1), kind="stable")[:MOST_RATINGS]
    return tuple(
        Rated(
            ratings.elements[each].name,
            ratings.elements[each].description,
            round(float(importance[each]), 1),
            round(level, 1) if math.isfinite(level := float(ratings.level[number, each])) else None,
        )
        for each in order
        if math.isfinite(importance[each])
    )
