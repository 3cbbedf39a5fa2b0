"""What ``turnpoint routes`` answers, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from turnpoint.core.route.limits import Gates, Limits
from turnpoint.core.route.moves import graph_of, ground_of
from turnpoint.core.route.routes import Found, Routes, find_routes
from turnpoint.core.route.wording import first_step_words, gap_words, relaxed_words, step_words
from turnpoint.core.title.index import title_index
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.move import TransitionModel
from turnpoint.core.transition.person import HeldRole, Person
from turnpoint.core.transition.track import months
from turnpoint.core.transition.wording import UNKNOWN, dollars
from turnpoint.errors import BadInput
from turnpoint.interfaces.cli.json_value import json_value
from turnpoint.interfaces.cli.reality_report import understood
from turnpoint.interfaces.cli.understood import Understood, area_code, understand
from turnpoint.labour.facts import facts_folder
from turnpoint.labour.market import LabourMarket

NO_WAY = "There is no way whatever the limits, among the moves that this direction reckons with."


@dataclass(frozen=True, slots=True)
class Answer:
    """The occupations the titles were taken for, and the routes between them."""

    market: LabourMarket
    origin: Understood
    destination: Understood
    found: Routes

    def text(self) -> str:
        return "\n".join((*understood(self.origin, self.destination), *_report(self)))

    def json(self) -> str:
        titles = {"from": json_value(self.origin), "to": json_value(self.destination)}
        codes = {str(k): _named(self.market, k) for k in _mentioned(self.found)}
        found = json_value(self.found) | {
            "limits": json_value(self.found.limits) | {"avoid": sorted(self.found.limits.avoid)}
        }
        whole = {"understood": titles, "occupations": codes, "routes": found}
        return json.dumps(whole, ensure_ascii=False, indent=2)


def answer(
    titles: tuple[str, str],
    avoid: tuple[str, ...],
    *,
    area: str,
    pay: float | None,
    education: int | None,
    years: float | None,
    own_business: bool,
    horizon: int,
    moves: int,
    floor: float | None,
    gates: str,
) -> Answer:
    """Understand the titles and the place, and search."""
    market = LabourMarket.load(facts_folder())
    place, index = area_code(market, area), title_index(market)
    here, there = (understand(market, index, text) for text in titles)
    if here.number == there.number:
        raise BadInput(
            "Both titles stand for the same occupation, so there is no move to look for."
        )
    left_out = frozenset(understand(market, index, text).number for text in avoid)
    person = Person((HeldRole(here.number, years),), education=education, pay=pay, area=place)
    ground = ground_of(market, TransitionModel.for_market(market), Assumptions(), place)
    graph = graph_of(ground, person, there.number, owner=own_business)
    limits = Limits(horizon, floor, moves, Gates(gates), left_out)
    return Answer(market, here, there, find_routes(graph, there.number, limits))


def _named(market: LabourMarket, occupation: int) -> dict[str, str]:
    known = market.occupations[occupation]
    return {"code": known.code, "title": known.title}


def _mentioned(found: Routes) -> list[int]:
    paths = [each.route.path for each, _ in found.shown]
    return sorted({found.start, found.target, *(k for path in paths for k in path)})


def _report(answer: Answer) -> Iterator[str]:
    found = answer.found
    for number, (chosen, directions) in enumerate(found.shown, 1):
        route = chosen.route
        labels = ", ".join((*found.best_at(route.path), *map(str, directions)))
        earned = UNKNOWN if route.earned is None else dollars(route.earned)
        yield ""
        yield f"{number}. {labels}"
        yield (
            f"   arrives in {months(route.months)}, likely {route.months.likely:.0f}; earned by "
            f"month {route.horizon}: {earned}; hardest step one in {route.hardest.one_in:,}"
        )
        worth = {stone.occupation: stone.difference for stone in chosen.stones}
        for step in route.steps:
            yield f"   → {_named(answer.market, step.destination)['title']}: {step_words(step)}"
            difference = worth.get(step.destination)
            if difference:
                yield f"     worth it: {'; '.join(difference.wins)}"
    for side in (found.market, found.destination):
        if not side.chosen:
            yield ""
            yield from _nothing(answer, side)
    if found.gaps:
        yield ""
        for gap in map(gap_words, found.gaps):
            yield f"{gap.criterion}: market-first {gap.market}, destination-first {gap.destination}"
    for each in found.first_steps:
        title = _named(answer.market, each.step.destination)["title"]
        yield f"Keeps both open: {first_step_words(title, each)}"


def _nothing(answer: Answer, side: Found) -> Iterator[str]:
    limits = answer.found.limits
    yield f"Nothing {side.direction}."
    for each in side.relaxed:
        name = _named(answer.market, int(each.value))["title"] if each.name == "avoid" else ""
        yield f"   {relaxed_words(each, limits, name)[0]}"
    if not side.relaxed:
        yield f"   {'It takes more than one limit to give.' if side.possible else NO_WAY}"
