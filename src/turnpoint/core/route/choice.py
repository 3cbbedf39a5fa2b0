"""Three to five routes out of many that no other one is as good as, each with what it is best at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from turnpoint.core.route.graph import Mask, RouteGraph
from turnpoint.core.route.route import Route, route_of
from turnpoint.core.route.search import Frontier
from turnpoint.core.route.stepping_stone import Stone, stones_of

FEWEST, MOST = 3, 5


class Label(StrEnum):
    """What a route is the best at; ``ANOTHER`` begins in another way than those before it."""

    FASTEST = "fastest"
    SUREST = "surest"
    BEST_PAID = "best paid"
    FEWEST_MOVES = "fewest moves"
    BALANCED = "balanced"
    ANOTHER = "another way"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A route to show, with what it is best at and what its stepping stones are worth."""

    route: Route
    labels: tuple[Label, ...]
    stones: tuple[Stone, ...]


Candidate = tuple[Route, tuple[Stone, ...]]


def worthwhile(
    graph: RouteGraph, allowed: Mask, frontier: Frontier, horizon: int
) -> tuple[Candidate, ...]:
    """The routes of a frontier in which every stepping stone is worth it."""
    found = []
    for edges in frontier.edges.tolist():
        route = route_of(graph, [edge for edge in edges if edge >= 0], horizon)
        stones = stones_of(graph, allowed, route)
        if all(stone.worth_it for stone in stones):
            found.append((route, stones))
    return tuple(found)


def choose(candidates: Sequence[Candidate]) -> tuple[Chosen, ...]:
    """The best by each criterion and the balanced one; filled up to three by other ways to begin."""
    if not candidates:
        return ()
    routes = [route for route, _ in candidates]
    distance = _from_ideal(routes)
    keys: dict[Label, Callable[[int], tuple[float, ...]]] = {
        Label.FASTEST: lambda x: (routes[x].months.likely, _hard(routes[x]), _poor(routes[x])),
        Label.SUREST: lambda x: (_hard(routes[x]), routes[x].unusual, routes[x].months.likely),
        Label.BEST_PAID: lambda x: (_poor(routes[x]), routes[x].months.likely, _hard(routes[x])),
        Label.FEWEST_MOVES: lambda x: (len(routes[x].steps), routes[x].months.likely),
        Label.BALANCED: lambda x: (float(distance[x]),),
    }
    if any(route.earned is None for route in routes):
        del keys[Label.BEST_PAID]
    named: dict[int, list[Label]] = {}
    for label, key in keys.items():
        named.setdefault(min(range(len(routes)), key=key), []).append(label)
    for x in _others(routes, named, np.argsort(distance, kind="stable").tolist()):
        named[x] = [Label.ANOTHER]
    return tuple(Chosen(*_of(candidates[x], labels)) for x, labels in named.items())


def _of(
    candidate: Candidate, labels: Iterable[Label]
) -> tuple[Route, tuple[Label, ...], tuple[Stone, ...]]:
    return candidate[0], tuple(labels), candidate[1]


def _hard(route: Route) -> float:
    return -route.hardest.probability


def _poor(route: Route) -> float:
    return -(route.earned or 0.0)


def _from_ideal(routes: Sequence[Route]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Distance from the best of every criterion at once, each put on 0 to 1: the knee is least."""
    cost = np.array([(np.log(-1 / _hard(r)), r.months.likely, _poor(r)) for r in routes])
    span = np.ptp(cost, axis=0)
    scaled = np.divide(cost - cost.min(axis=0), span, out=np.zeros_like(cost), where=span > 0)
    distance: np.ndarray[tuple[int], np.dtype[np.float64]] = np.sqrt((scaled**2).sum(axis=1))
    return distance


def _others(routes: Sequence[Route], named: Iterable[int], order: Sequence[int]) -> list[int]:
    """More routes up to three, the most balanced first, each beginning in a way of its own."""
    taken = list(named)
    begun = {routes[x].path[1] for x in taken}
    more: list[int] = []
    for x in order:
        if len(taken) + len(more) >= FEWEST:
            break
        if x not in taken and routes[x].path[1] not in begun:
            more.append(x)
            begun.add(routes[x].path[1])
    return more
