"""Exact multi-objective search: every route that no other one is as good as in all criteria.

Criteria of a route that ends at node ``k``: ``Σ −log p`` of its moves, ``max −log p`` (its hardest
move), months until it arrives, what is earned until the horizon ``H`` (tuition taken off), and the
number of moves. Labels are set layer by layer, a move at a time (multi-criteria label setting;
Martins 1984).

A label may be dropped for another one at the same node only if it stays behind whatever follows.
What is earned when stopping here does not say so: a later cut in pay can turn the order. Safe is
``earned so far + w_min · (H − t)``, with ``w_min`` the least pay of any move: whoever arrives earlier
works that much longer in the last role. Pay in the present role depends on the move that led there,
so it is compared year by year too. No occupation is held twice: where the rest of a route could run
into a role that only the better label has held, two labels that differ in it are asked for.

Axes: ``x`` label; ``h`` move of a route; ``c`` criterion.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from turnpoint.core.route.graph import Floats, Ints, Mask, RouteGraph
from turnpoint.core.route.pareto import nondominated

NEVER = 10**6


@dataclass(frozen=True, slots=True)
class Frontier:
    """Routes that no other one is as good as. ``x`` is in order of node, then hops, then months.

    ``node``: ``(x,)`` where it ends; ``edges``: ``(x, h)``, −1 after the last; ``unusual``:
    ``Σ −log p``; ``hardest``: ``max −log p``; ``months``, ``hops``: ``(x,)``; ``earned``: dollars
    until the horizon.
    """

    node: Ints
    edges: Ints
    unusual: Floats
    hardest: Floats
    months: Ints
    earned: Floats
    hops: Ints

    def __len__(self) -> int:
        return len(self.node)


class Labels(NamedTuple):
    """Routes so far. ``edges``: ``(x, h)``; ``node``: the last one; ``earned``: up to arriving."""

    node: Ints
    edges: Ints
    unusual: Floats
    hardest: Floats
    months: Ints
    earned: Floats


class Problem(NamedTuple):
    """What stays the same during one search. ``soonest``: ``(moves left, k)`` months to the target."""

    graph: RouteGraph
    allowed: Mask
    horizon: int
    hops: int
    target: int | None
    soonest: Ints
    least_pay: float


def search(
    graph: RouteGraph, allowed: Mask, *, horizon: int, hops: int, target: int | None = None
) -> Frontier:
    """All nondominated routes over allowed edges, to ``target`` or to every node there is.

    To every node, at most three moves: further ones are for a chosen destination.
    """
    if target is None and hops > 3:
        raise ValueError("more than three moves are searched toward one destination only")
    least = graph.pay[allowed].min(initial=np.inf)
    problem = Problem(
        graph,
        allowed,
        horizon,
        hops,
        target,
        soonest_to(graph, allowed, target, hops),
        float(least) if np.isfinite(least) else 0.0,
    )
    layer = _nowhere_yet(graph)
    direct: Labels | None = None
    found: list[tuple[int, Labels]] = []
    for hop in range(1, hops + 1):
        layer = _move_on(problem, layer, hop)
        found.append((hop, _ending(layer, target)))
        layer = _keep_useful(problem, _going_on(layer, target), hop, direct)
        direct = layer if hop == 1 else direct
    return _frontier(problem, found)


def soonest_to(graph: RouteGraph, allowed: Mask, target: int | None, hops: int) -> Ints:
    """``soonest[m, k]``: least months from ``k`` to the target in at most ``m`` moves, searched back.

    All 0 without a target.
    """
    if target is None:
        return np.zeros((hops + 1, graph.nodes), dtype=np.int64)
    edges = np.flatnonzero(allowed & (graph.origin != target))
    soonest = np.full((hops + 1, graph.nodes), NEVER, dtype=np.int64)
    soonest[:, target] = 0
    for left in range(1, hops + 1):
        onward = graph.months[edges] + soonest[left - 1, graph.destination[edges]]
        np.minimum.at(soonest[left], graph.origin[edges], onward)
    return np.minimum(soonest, NEVER)


def _nowhere_yet(graph: RouteGraph) -> Labels:
    zero, nothing = np.zeros(1, np.int64), np.zeros(1)
    none = np.zeros((1, 0), np.int64)
    return Labels(np.array([graph.start]), none, nothing, nothing, zero, nothing)


def _move_on(problem: Problem, labels: Labels, hop: int) -> Labels:
    """Every label with every move it may go on with."""
    graph = problem.graph
    fan = graph.first[labels.node + 1] - graph.first[labels.node]
    parent = np.repeat(np.arange(len(labels.node)), fan)
    nth = np.arange(len(parent)) - np.repeat(np.cumsum(fan) - fan, fan)
    edge = graph.first[labels.node[parent]] + nth
    fits = problem.allowed[edge]
    parent, edge = parent[fits], edge[fits]
    node = graph.destination[edge]
    months = labels.months[parent] + graph.months[edge]
    fits = months + problem.soonest[problem.hops - hop, node] <= problem.horizon
    for held in range(hop - 2):
        fits &= graph.destination[labels.edges[parent, held]] != node
    parent, edge, node, months = parent[fits], edge[fits], node[fits], months[fits]
    here = labels.edges[parent, -1] if hop > 1 else np.full(len(parent), -1)
    earned = labels.earned[parent] + graph.earnings(here, graph.months[edge]) - graph.cost[edge]
    return Labels(
        node,
        np.column_stack([labels.edges[parent], edge]),
        labels.unusual[parent] - graph.log_p[edge],
        np.maximum(labels.hardest[parent], -graph.log_p[edge]),
        months,
        earned,
    )


def _ending(labels: Labels, target: int | None) -> Labels:
    return labels if target is None else _only(labels, labels.node == target)


def _going_on(labels: Labels, target: int | None) -> Labels:
    return labels if target is None else _only(labels, labels.node != target)


def _only(labels: Labels, rows: Mask) -> Labels:
    return Labels(
        labels.node[rows],
        labels.edges[rows],
        labels.unusual[rows],
        labels.hardest[rows],
        labels.months[rows],
        labels.earned[rows],
    )


def _keep_useful(problem: Problem, labels: Labels, hop: int, direct: Labels | None) -> Labels:
    """The labels that something may still follow on from that nothing better could."""
    left = problem.hops - hop
    if left < 1 or not len(labels.node):
        return _only(labels, np.zeros(len(labels.node), dtype=np.bool_))
    if hop == 1:
        return labels
    cost = _safe_cost(problem, labels)
    if direct is not None:
        best = np.full((len(cost), problem.graph.nodes), np.inf)
        best[:, direct.node] = _safe_cost(problem, direct)
        ahead = np.any(best[:, labels.node] > cost, axis=0)
        labels, cost = _only(labels, ahead), cost[:, ahead]
    # The target is held by none: only roles before it can be run into.
    between = left if problem.target is None else left - 1
    return _only(labels, nondominated(labels.node, cost, dominators=1 + min(between, 1)))


def _safe_cost(problem: Problem, labels: Labels) -> Floats:
    """What a label has to be no worse in so as to stay ahead whatever follows, ``(c, x)``."""
    left = problem.horizon - labels.months
    safe = labels.earned + problem.least_pay / 12.0 * left
    years = -(-problem.horizon // 12)
    rates = problem.graph.pay[labels.edges[:, -1], :years]
    return np.vstack([labels.unusual, labels.hardest, labels.months, -safe, -rates.T])


def _frontier(problem: Problem, found: list[tuple[int, Labels]]) -> Frontier:
    """Nondominated among all routes found, each earning in its last role until the horizon."""
    padded = (
        Labels(
            labels.node,
            np.pad(labels.edges, ((0, 0), (0, problem.hops - hop)), constant_values=-1),
            labels.unusual,
            labels.hardest,
            labels.months,
            labels.earned
            + problem.graph.earnings(labels.edges[:, -1], problem.horizon - labels.months),
        )
        for hop, labels in found
    )
    node, edges, unusual, hardest, months, earned = map(np.concatenate, zip(*padded, strict=True))
    hops = (edges >= 0).sum(axis=1)
    cost = np.vstack([unusual, hardest, months, -earned, hops])
    order = np.flatnonzero(nondominated(node, cost))
    order = order[np.lexsort((unusual[order], months[order], hops[order], node[order]))]
    figures = (node, edges, unusual, hardest, months, earned, hops)
    return Frontier(*(each[order] for each in figures))
