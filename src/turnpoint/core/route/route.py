"""A route: a sequence of moves with what each takes, pays and asks. No chance of success: see below.

``one_in`` says of a step how unusual it is: about one in so many movers from its origin makes it. The
shares of several steps are never multiplied for a person to read.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from turnpoint.core.route.graph import RouteGraph
from turnpoint.core.transition.derivation import Range


@dataclass(frozen=True, slots=True)
class Step:
    """One move. ``origin`` and ``destination`` number the market's occupations.

    ``begins`` and ``arrives`` are months from now. ``pay``: dollars in the first year after arriving,
    ``None`` where nobody publishes them. ``degree`` and ``licence``: gates it goes through.
    """

    origin: int
    destination: int
    probability: float
    months: Range
    begins: int
    arrives: int
    pay: float | None
    tuition: float
    degree: bool
    licence: bool

    @property
    def one_in(self) -> int:
        return one_in(self.probability)


@dataclass(frozen=True, slots=True)
class Route:
    """``months``: from now until arriving, likely and as a range. ``earned``: dollars until the
    ``horizon``, tuition taken off, ``None`` where pay on the way or now is not published.
    """

    steps: tuple[Step, ...]
    months: Range
    earned: float | None
    horizon: int

    @property
    def path(self) -> tuple[int, ...]:
        """The occupations on the way, the present one first."""
        return (self.steps[0].origin, *(step.destination for step in self.steps))

    @property
    def stones(self) -> tuple[int, ...]:
        """The roles between the present one and the destination."""
        return self.path[1:-1]

    @property
    def hardest(self) -> Step:
        """The step that fewest people make."""
        return min(self.steps, key=lambda step: step.probability)

    @property
    def unusual(self) -> float:
        """``Σ −log p``."""
        return -sum(math.log(step.probability) for step in self.steps)


def one_in(probability: float) -> int:
    """About one in so many movers, to two digits: the third is noise."""
    value = 1.0 / max(probability, 1e-9)
    return max(int(round(value, -max(len(str(int(value))) - 2, 0))), 1)


def route_of(graph: RouteGraph, edges: Sequence[int], horizon: int, *, wait: int = 0) -> Route:
    """The route along these moves; ``earned`` is reckoned as in the search.

    ``wait``: so many months later than one could, in the present role.
    """
    steps: list[Step] = []
    earned, arrived, before = 0.0, 0, -1
    known = graph.present_known
    for edge in edges:
        months = int(graph.months[edge]) + (wait if before < 0 else 0)
        earned += _earned(graph, before, months) - float(graph.cost[edge])
        known &= bool(graph.pay_known[edge])
        steps.append(_step(graph, edge, arrived + months - int(graph.months[edge])))
        arrived, before = arrived + months, edge
    earned += _earned(graph, before, max(horizon - arrived, 0))
    low, _, high = graph.months_range[list(edges)].sum(axis=0).tolist()
    months_range = Range(min(low + wait, arrived), float(arrived), max(high + wait, arrived))
    return Route(tuple(steps), months_range, earned if known else None, horizon)


def _earned(graph: RouteGraph, edge: int, months: int) -> float:
    return float(graph.earnings(np.array([edge]), np.array([months]))[0])


def _step(graph: RouteGraph, edge: int, begins: int) -> Step:
    low, _, high = graph.months_range[edge].tolist()
    months = int(graph.months[edge])
    return Step(
        origin=int(graph.origin[edge]),
        destination=int(graph.destination[edge]),
        probability=float(np.exp(graph.log_p[edge])),
        months=Range(min(low, months), float(months), max(high, months)),
        begins=begins,
        arrives=begins + months,
        pay=float(graph.pay[edge, 0]) if graph.pay_known[edge] else None,
        tuition=float(graph.cost[edge]),
        degree=bool(graph.degree[edge]),
        licence=bool(graph.licence[edge]),
    )


def edges_of(graph: RouteGraph, path: Sequence[int]) -> tuple[int, ...] | None:
    """The moves along these occupations; ``None`` where one of them is not in the graph."""
    edges = tuple(graph.edge(a, b) for a, b in pairwise(path))
    return None if -1 in edges else edges
