"""What the page of routes shows: routes in words, the gap, first steps, and what stands in the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from turnpoint.apps.routes.finding import Question
from turnpoint.apps.routes.pinned import PinnedRoute
from turnpoint.charts.chart import Chart
from turnpoint.charts.routes import Line, routes_chart
from turnpoint.core.route.choice import Chosen
from turnpoint.core.route.figures import figures_of
from turnpoint.core.route.limits import Limits
from turnpoint.core.route.route import Route
from turnpoint.core.route.routes import Direction, Found, Leading, Routes
from turnpoint.core.route.wording import (
    NO_GAP,
    SaidGap,
    first_step_words,
    gap_words,
    relaxed_words,
    step_words,
)
from turnpoint.core.transition.derivation import Figure
from turnpoint.labour.market import LabourMarket

LEADS = 6
LOOKS = {
    "market": (Direction.MARKET,),
    "destination": (Direction.DESTINATION,),
    "both": tuple(Direction),
}


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One step in words, with where it stands."""

    number: int
    origin: str
    destination: str
    code: str
    words: str
    hardest: bool
    gates: tuple[str, ...]
    why: str
    costs: str


@dataclass(frozen=True, slots=True)
class ShownRoute:
    """One route as a page shows it. ``pin`` is its pin, where it is pinned."""

    key: str
    name: str
    path: str
    labels: tuple[str, ...]
    directions: tuple[str, ...]
    steps: tuple[ShownStep, ...]
    figures: tuple[Figure, ...]
    pin: PinnedRoute | None


@dataclass(frozen=True, slots=True)
class Way:
    """Something that would open a way: a sentence, and the query that asks for it."""

    sentence: str
    query: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """A direction that found nothing. ``ways`` are what would open one, each by itself."""

    direction: str
    ways: tuple[Way, ...]
    possible: bool


@dataclass(frozen=True, slots=True)
class RoutesPage:
    start: str
    target: str
    place: str
    routes: tuple[ShownRoute, ...]
    chart: Chart | None
    gaps: tuple[SaidGap, ...]
    first_steps: tuple[str, ...]
    blocked: tuple[Blocked, ...]
    leads: tuple[tuple[str, str, str], ...]
    considered: int

    @property
    def differ(self) -> bool:
        """Whether the best of the two directions differ in anything."""
        return any(gap.gap != NO_GAP for gap in self.gaps)


def routes_page(
    asked: Question,
    limits: Limits,
    look: str,
    query: Mapping[str, list[str]],
    pins: Sequence[PinnedRoute],
    *,
    linked: bool = True,
) -> RoutesPage:
    """Search, choose, and put into words. ``query`` is what the address asked.

    ``linked=False`` draws the chart for paper.
    """
    facts, found = asked.market, asked.routes(limits)
    looked = LOOKS[look]
    shown = [each for each in found.shown if set(each[1]) & set(looked)]
    shown_routes = tuple(
        _shown(facts, each, found.best_at(each[0].route.path, looked), number, pins)
        for number, each in enumerate(shown, 1)
    )
    lost = [found.found(each) for each in looked if not found.found(each).chosen]
    market_lost = any(each.direction is Direction.MARKET for each in lost)
    leads = asked.leads(limits, LEADS) if market_lost else ()
    return RoutesPage(
        start=facts.occupations[asked.person.origin].title,
        target=facts.occupations[asked.target].title,
        place=asked.place,
        routes=shown_routes,
        chart=_chart(facts, found, shown, shown_routes, linked=linked),
        gaps=tuple(map(gap_words, found.gaps)) if len(looked) > 1 else (),
        first_steps=_first_steps(facts, found) if len(looked) > 1 else (),
        blocked=tuple(_blocked(facts, limits, each, query) for each in lost),
        leads=tuple(_lead(facts, each) for each in leads),
        considered=max(found.found(each).considered for each in looked),
    )


def _shown(
    facts: LabourMarket,
    found: tuple[Chosen, tuple[Direction, ...]],
    labels: tuple[str, ...],
    number: int,
    pins: Sequence[PinnedRoute],
) -> ShownRoute:
    chosen, directions = found
    route = chosen.route
    path = ",".join(facts.occupations[k].code for k in route.path)
    return ShownRoute(
        key=f"route-{number}",
        name=name_of(facts, route),
        path=path,
        labels=labels,
        directions=tuple(map(str, directions)),
        steps=_steps(facts, chosen),
        figures=figures_of(facts, route),
        pin=next((pin for pin in pins if pin.path == path), None),
    )


def name_of(facts: LabourMarket, route: Route) -> str:
    """“By way of A and B”, or “Straight to C”."""
    stones = [facts.occupations[k].title for k in route.stones]
    if stones:
        return f"By way of {' and '.join(stones)}"
    return f"Straight to {facts.occupations[route.path[-1]].title}"


def _steps(facts: LabourMarket, chosen: Chosen) -> tuple[ShownStep, ...]:
    worth = {stone.occupation: stone for stone in chosen.stones}
    shown = []
    for number, step in enumerate(chosen.route.steps, 1):
        stone = worth.get(step.destination)
        difference = stone.difference if stone else None
        why = "; ".join(difference.wins) if difference else ""
        if stone and difference is None:
            why = "without it, the way is outside your limits or not one that is reckoned"
        gates = (("a degree",) if step.degree else ()) + (("a licence",) if step.licence else ())
        shown.append(
            ShownStep(
                number=number,
                origin=facts.occupations[step.origin].title,
                destination=facts.occupations[step.destination].title,
                code=facts.occupations[step.destination].code,
                words=step_words(step),
                hardest=len(chosen.route.steps) > 1 and step is chosen.route.hardest,
                gates=gates,
                why=why,
                costs="; ".join(difference.costs) if difference else "",
            )
        )
    return tuple(shown)


def _chart(
    facts: LabourMarket,
    found: Routes,
    shown: Sequence[tuple[Chosen, tuple[Direction, ...]]],
    named: Sequence[ShownRoute],
    *,
    linked: bool,
) -> Chart | None:
    if not shown:
        return None
    lines = [
        Line(each.key, chosen.route, each.labels, each.directions)
        for (chosen, _), each in zip(shown, named, strict=True)
    ]
    return routes_chart(
        lines,
        name=lambda k: facts.occupations[k].title,
        address=lambda k: reverse("occupations:read", args=[facts.occupations[k].code]),
        linked=linked,
    )


def _first_steps(facts: LabourMarket, found: Routes) -> tuple[str, ...]:
    return tuple(
        first_step_words(facts.occupations[each.step.destination].title, each)
        for each in found.first_steps
    )


def _blocked(
    facts: LabourMarket, limits: Limits, found: Found, query: Mapping[str, list[str]]
) -> Blocked:
    ways = []
    for each in found.relaxed:
        name = facts.occupations[int(each.value)].title if each.name == "avoid" else ""
        sentence, changes = relaxed_words(each, limits, name)
        changed = dict(query) | {key: [value] if value else [] for key, value in changes.items()}
        if each.name == "avoid":
            gone = facts.occupations[int(each.value)].code
            changed = dict(query) | {"avoid": [c for c in query.get("avoid", []) if c != gone]}
        ways.append(Way(sentence, urlencode(changed, doseq=True)))
    return Blocked(str(found.direction), tuple(ways), found.possible)


def _lead(facts: LabourMarket, lead: Leading) -> tuple[str, str, str]:
    """Code, title and how usual, of a role that one's history leads to."""
    known, hardest = facts.occupations[lead.occupation], lead.route.hardest.one_in
    moves = len(lead.route.steps)
    usual = (
        f"one in {hardest:,} movers"
        if moves == 1
        else f"in {moves} moves, the hardest one in {hardest:,}"
    )
    return known.code, known.title, f"{usual}, about {lead.route.months.likely:.0f} months"
