"""Which limit binds where no route is found, and how far it would have to give."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.route.graph import Mask, RouteGraph
from turnpoint.core.route.limits import Limits, within
from turnpoint.core.route.search import Frontier, search


@dataclass(frozen=True, slots=True)
class Relaxed:
    """Routes appear once the limit ``name`` gives: ``value`` is what it would take.

    Months for ``horizon``; dollars a year for ``pay_floor``, 0 where no way has pay published all along;
    moves for ``hops``; for ``gates`` 1 for a degree, 2 for a licence and 3 for both; for ``avoid`` the
    occupation to allow.
    """

    name: str
    value: float


def binding_limits(
    graph: RouteGraph, direction: Mask, limits: Limits, target: int
) -> tuple[Relaxed, ...]:
    """Every limit that alone stands in the way; empty where it takes more than one to give."""
    found = []
    for name in ("horizon", "pay_floor", "gates", "avoid", "hops"):
        wider = limits.without(name)
        if wider == limits:
            continue
        allowed = within(graph, wider, target) & direction
        routes = search(graph, allowed, horizon=wider.horizon, hops=wider.hops, target=target)
        if len(routes):
            found.append(Relaxed(name, _least(graph, name, routes, limits)))
    return tuple(found)


def _least(graph: RouteGraph, name: str, routes: Frontier, limits: Limits) -> float:
    """The least that the limit has to give for one of these routes."""
    ways = [[edge for edge in row if edge >= 0] for row in routes.edges.tolist()]
    if name == "horizon":
        return float(routes.months.min())
    if name == "hops":
        return float(routes.hops.min())
    if name == "pay_floor":
        known = [way for way in ways if graph.pay_known[way].all()]
        return float(max((graph.pay[way, 0].min() for way in known), default=0.0))
    if name == "gates":
        return float(min(_gates(graph, way) for way in ways))
    through = [sorted(set(graph.destination[way].tolist()) & limits.avoid) for way in ways]
    return float(min(through, key=lambda each: (len(each), each))[0])


def _gates(graph: RouteGraph, way: list[int]) -> int:
    return int(graph.degree[way].any()) + 2 * int(graph.licence[way].any())


def all_together(graph: RouteGraph, direction: Mask, limits: Limits, target: int) -> bool:
    """Whether there is a route at all once every limit gives."""
    widest = limits
    for name in ("horizon", "pay_floor", "gates", "avoid", "hops"):
        widest = widest.without(name)
    allowed = within(graph, widest, target) & direction
    found = search(graph, allowed, horizon=widest.horizon, hops=widest.hops, target=target)
    return len(found) > 0
