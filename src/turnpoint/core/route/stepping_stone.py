"""Whether a role on the way is worth it: what it wins over the same route without it, and what it costs.

A margin that counts: ``SOONER`` months, ``MORE`` of what is earned, or a hardest move that ``EASIER``
times as many people make. Who earns well now earns more by leaving later, whatever the way: so more
pay counts for the stone only beyond what the way without it earns when begun so much later that both
arrive in the same month.
"""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.route.graph import Mask, RouteGraph
from turnpoint.core.route.route import Route, edges_of, route_of
from turnpoint.core.transition.wording import dollars

SOONER, MORE, EASIER = 3, 0.02, 1.5


@dataclass(frozen=True, slots=True)
class Difference:
    """One route against another: ``sooner`` months, ``more`` dollars (``None``: not known; what
    waiting alone would earn is left out), and ``easier``: how many times as many people make the hardest move. ``wins`` and ``costs`` in words.
    """

    sooner: float
    more: float | None
    easier: float
    wins: tuple[str, ...]
    costs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stone:
    """A role on the way. ``shortcut`` is the same route without it, ``None`` where there is none
    within the limits; ``difference`` is what the stone wins over it and costs.
    """

    occupation: int
    shortcut: Route | None
    difference: Difference | None

    @property
    def worth_it(self) -> bool:
        return self.difference is None or bool(self.difference.wins)


def difference(route: Route, other: Route, waited: Route) -> Difference:
    """What ``route`` wins over ``other`` by a margin that counts, and what it costs.

    ``waited`` is ``other`` begun so much later that it arrives no sooner than ``route``.
    """
    sooner = other.months.likely - route.months.likely
    more = None if route.earned is None or other.earned is None else route.earned - other.earned
    if more is not None and more > 0:
        more = max(min(more, (route.earned or 0.0) - (waited.earned or 0.0)), 0.0)
    easier = route.hardest.probability / other.hardest.probability
    ours, theirs = route.hardest.one_in, other.hardest.one_in
    money = MORE * abs(other.earned or 0.0)
    months = f"{abs(sooner):.0f} month{'' if abs(sooner) == 1 else 's'}"
    said = [
        (sooner, SOONER, f"arrives {months} sooner", f"arrives {months} later"),
        (
            more or 0.0,
            money,
            f"earns {dollars(abs(more or 0))} more by month {route.horizon}",
            f"earns {dollars(abs(more or 0))} less by month {route.horizon}",
        ),
    ]
    wins = [win for value, margin, win, _ in said if value > 0 and value >= margin]
    costs = [cost for value, margin, _, cost in said if value < 0 and -value >= margin]
    hardest = f"its hardest step is one in {ours:,} instead of one in {theirs:,}"
    if easier >= EASIER:
        wins.append(hardest)
    elif easier <= 1 / EASIER:
        costs.append(hardest)
    return Difference(sooner, more, easier, tuple(wins), tuple(costs))


def stones_of(graph: RouteGraph, allowed: Mask, route: Route) -> tuple[Stone, ...]:
    """Every role on the way of a route, held against the same route without it."""
    return tuple(_stone(graph, allowed, route, place) for place in range(1, len(route.path) - 1))


def _stone(graph: RouteGraph, allowed: Mask, route: Route, place: int) -> Stone:
    shorter = route.path[:place] + route.path[place + 1 :]
    edges = edges_of(graph, shorter)
    if edges is None or not allowed[list(edges)].all():
        return Stone(route.path[place], None, None)
    shortcut = route_of(graph, edges, route.horizon)
    if shortcut.months.likely > route.horizon:
        return Stone(route.path[place], None, None)
    later = max(int(route.months.likely - shortcut.months.likely), 0)
    waited = route_of(graph, edges, route.horizon, wait=later)
    return Stone(route.path[place], shortcut, difference(route, shortcut, waited))
