"""Routes to a destination, market-first and destination-first, on one ground.

Market-first goes forward from the present role over the market's usual next moves. Destination-first
goes back from the destination over the moves by which people come into a role; its first move is any.
The two are shown side by side and never averaged.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from turnpoint.core.route.binding import Relaxed, all_together, binding_limits
from turnpoint.core.route.choice import Chosen, Label, choose, worthwhile
from turnpoint.core.route.comparison import FirstStep, Gap, gaps, shared_first_steps
from turnpoint.core.route.graph import Mask, RouteGraph
from turnpoint.core.route.limits import Limits, within
from turnpoint.core.route.route import Route, route_of
from turnpoint.core.route.search import search


class Direction(StrEnum):
    """From where the search looks."""

    MARKET = "market-first"
    DESTINATION = "destination-first"


@dataclass(frozen=True, slots=True)
class Found:
    """What one direction found. ``chosen`` are the routes to show; ``considered`` counts all that no
    other one is as good as. Where nothing is found, ``relaxed`` names each limit that alone stands
    in the way, and ``possible`` says whether there is a way at all.
    """

    direction: Direction
    chosen: tuple[Chosen, ...]
    considered: int
    relaxed: tuple[Relaxed, ...]
    possible: bool


@dataclass(frozen=True, slots=True)
class Routes:
    """``direct`` is the move without a role on the way, whether or not it is ``direct_within`` the
    limits. ``gaps`` and ``first_steps`` compare the directions; empty where one found nothing.
    """

    start: int
    target: int
    limits: Limits
    direct: Route
    direct_within: bool
    market: Found
    destination: Found
    gaps: tuple[Gap, ...]
    first_steps: tuple[FirstStep, ...]

    def found(self, direction: Direction) -> Found:
        return self.market if direction is Direction.MARKET else self.destination

    @property
    def shown(self) -> tuple[tuple[Chosen, tuple[Direction, ...]], ...]:
        """Every route to show once, with the directions that found it, the shortest first."""
        by_path: dict[tuple[int, ...], tuple[Chosen, tuple[Direction, ...]]] = {}
        for found in (self.destination, self.market):
            for each in found.chosen:
                first, directions = by_path.get(each.route.path, (each, ()))
                by_path[each.route.path] = (first, (*directions, found.direction))
        return tuple(
            sorted(
                by_path.values(), key=lambda each: (len(each[0].route.steps), each[0].route.path)
            )
        )

    def best_at(
        self, path: tuple[int, ...], looked: tuple[Direction, ...] = tuple(Direction)
    ) -> tuple[str, ...]:
        """What a route is the best at: “fastest”, or “fastest market-first” where the other direction
        found another one.
        """
        best = {
            side: {
                label: each.route.path for each in self.found(side).chosen for label in each.labels
            }
            for side in looked
        }
        said = []
        for label in Label:
            held = {side: best[side][label] for side in looked if label in best[side]}
            here = [side for side, other in held.items() if other == path]
            if here and label is not Label.ANOTHER:
                agreed = len(here) == len(held)
                said.append(str(label) if agreed else f"{label} {here[0]}")
        return tuple(said) or (str(Label.ANOTHER),)


def find_routes(graph: RouteGraph, target: int, limits: Limits) -> Routes:
    """Routes from the graph's start to ``target`` within the limits, in both directions.

    ``graph`` is one made for this target.
    """
    allowed = within(graph, limits, target)
    problem = Problem(graph, allowed, limits, target)
    market, usual = _found(problem, Direction.MARKET)
    destination, entering = _found(problem, Direction.DESTINATION)
    direct = graph.edge(graph.start, target)
    return Routes(
        start=graph.start,
        target=target,
        limits=limits,
        direct=route_of(graph, [direct], limits.horizon),
        direct_within=bool(allowed[direct] and graph.months[direct] <= limits.horizon),
        market=market,
        destination=destination,
        gaps=gaps(usual, entering),
        first_steps=shared_first_steps(usual, entering),
    )


class Problem(NamedTuple):
    """What both directions search."""

    graph: RouteGraph
    allowed: Mask
    limits: Limits
    target: int


def _found(problem: Problem, direction: Direction) -> tuple[Found, tuple[Route, ...]]:
    """What a direction found, and every route of it that is worth its stepping stones."""
    graph, allowed, limits, target = problem
    side = graph.usual if direction is Direction.MARKET else graph.entering
    frontier = search(
        graph, allowed & side, horizon=limits.horizon, hops=limits.hops, target=target
    )
    worth = worthwhile(graph, allowed, frontier, limits.horizon)
    if worth:
        found = Found(direction, choose(worth), len(frontier), (), possible=True)
        return found, tuple(route for route, _ in worth)
    relaxed = binding_limits(graph, side, limits, target)
    possible = bool(relaxed) or all_together(graph, side, limits, target)
    return Found(direction, (), len(frontier), relaxed, possible=possible), ()


@dataclass(frozen=True, slots=True)
class Leading:
    """Where the market leads somebody: a role, and the route to it along the most usual moves."""

    occupation: int
    route: Route


def where_it_leads(graph: RouteGraph, limits: Limits, limit: int) -> tuple[Leading, ...]:
    """The roles that one's history most commonly leads to, within the limits: market-first alone."""
    allowed = within(graph, limits, None) & graph.usual
    found = search(graph, allowed, horizon=limits.horizon, hops=min(limits.hops, 3))
    order = np.lexsort((found.unusual, found.node))
    first = (
        order[np.flatnonzero(np.r_[True, np.diff(found.node[order]) != 0])] if len(found) else order
    )
    most = first[np.argsort(found.unusual[first], kind="stable")][:limit]
    return tuple(
        Leading(
            int(found.node[x]),
            route_of(
                graph, [edge for edge in found.edges[x].tolist() if edge >= 0], limits.horizon
            ),
        )
        for x in most
    )
