"""The search equals brute force: every route there is, kept where no other is as good."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turnpoint.core.route.graph import RouteGraph
from turnpoint.core.route.limits import Gates, Limits, within
from turnpoint.core.route.pareto import nondominated
from turnpoint.core.route.search import Frontier, search

YEARS = 5
Found = set[tuple[int, ...]]


def random_graph(seed: int, nodes: int, density: float) -> RouteGraph:
    """Whole-number figures, so that sums are exact in any order, and few of each, so that they tie."""
    rng = np.random.default_rng(seed)
    origin, destination = np.nonzero(rng.random((nodes, nodes)) < density)
    other = origin != destination
    origin, destination = origin[other], destination[other]
    e = len(origin)
    months = rng.integers(1, rng.choice([4, 13, 25]), e)
    levels = int(rng.choice([2, 4, 40]))
    # Where pay goes by the role alone, labels at a node are compared by the past only.
    by_role = 12.0 * np.repeat(rng.integers(1, 12, (nodes, 1)), YEARS, axis=1)[destination]
    by_move = 12.0 * rng.integers(1, 12, (e, YEARS))
    gates = rng.random() < 0.4
    return RouteGraph(
        nodes=nodes,
        start=0,
        origin=origin,
        destination=destination,
        log_p=-rng.integers(0, levels, e) / 8.0,
        months=months,
        months_range=np.repeat(months[:, None], 3, axis=1).astype(float),
        pay=by_role if rng.random() < 0.7 else by_move,
        pay_known=rng.random(e) < 0.9,
        present_pay=12.0 * rng.integers(1, 12, YEARS),
        present_known=True,
        cost=rng.choice([0.0, 0.0, 24.0], e),
        degree=(rng.random(e) < 0.15) & gates,
        licence=(rng.random(e) < 0.1) & gates,
        usual=rng.random(e) < 0.8,
        entering=rng.random(e) < 0.5,
    )


def routes_of(graph: RouteGraph, limits: Limits, target: int | None) -> list[tuple[int, ...]]:
    """Every sequence of edges within the limits, by plain recursion."""
    ways: list[tuple[int, ...]] = []
    outward = {k: np.flatnonzero(graph.origin == k).tolist() for k in range(graph.nodes)}

    def go(path: tuple[int, ...], held: tuple[int, ...], months: int) -> None:
        at = held[-1]
        if path and (target is None or at == target):
            ways.append(path)
        if len(path) == limits.hops or at == target:
            return
        for edge in outward[at]:
            to = int(graph.destination[edge])
            later = months + int(graph.months[edge])
            gated = bool(graph.degree[edge] or graph.licence[edge])
            opened = limits.gates is Gates.ANY or (
                limits.gates is Gates.DESTINATION and to == target
            )
            poor = limits.pay_floor is not None and not (
                graph.pay_known[edge] and graph.pay[edge, 0] >= limits.pay_floor
            )
            if to in held or to in limits.avoid or later > limits.horizon or poor:
                continue
            if not gated or opened:
                go((*path, edge), (*held, to), later)

    go((), (graph.start,), 0)
    return ways


def reckoned(graph: RouteGraph, path: tuple[int, ...], horizon: int) -> tuple[float, ...]:
    """The criteria of a route, month by month."""
    rates: list[float] = []
    for edge, before in zip(path, (-1, *path), strict=False):
        year = graph.present_pay if before < 0 else graph.pay[before]
        rates += [year[month // 12] / 12 for month in range(int(graph.months[edge]))]
    arrived = len(rates)
    rates += [graph.pay[path[-1], month // 12] / 12 for month in range(horizon - arrived)]
    return (
        float(-graph.log_p[list(path)].sum()),
        float(-graph.log_p[list(path)].min()),
        float(arrived),
        -(float(sum(rates)) - float(graph.cost[list(path)].sum())),
        float(len(path)),
    )


def best_of(graph: RouteGraph, limits: Limits, target: int | None) -> set[tuple[float, ...]]:
    """End and criteria of every route that no other one with the same end is as good as."""
    by_end: dict[int, set[tuple[float, ...]]] = {}
    for path in routes_of(graph, limits, target):
        end = int(graph.destination[path[-1]])
        by_end.setdefault(end, set()).add(reckoned(graph, path, limits.horizon))
    best = set()
    for end, found in by_end.items():
        cost = np.array(sorted(found))
        no_worse = (cost[None] <= cost[:, None]).all(axis=2).sum(axis=1)
        best |= {(end, *row) for row in cost[no_worse == 1].tolist()}
    return best


def said(frontier: Frontier) -> set[tuple[float, ...]]:
    figures = (frontier.unusual, frontier.hardest, frontier.months, -frontier.earned, frontier.hops)
    rows = np.column_stack([frontier.node, *figures]).tolist()
    assert len(set(map(tuple, rows))) == len(rows), "a route is given twice"
    return {tuple(row) for row in rows}


@st.composite
def limits(draw: st.DrawFn, most_hops: int) -> Limits:
    return Limits(
        horizon=draw(st.sampled_from([12, 30, 48, 60])),
        pay_floor=draw(st.sampled_from([None, None, None, 24.0, 60.0])),
        hops=draw(st.integers(1, most_hops)),
        gates=draw(st.sampled_from(list(Gates))),
        avoid=draw(st.frozensets(st.integers(1, 8), max_size=1)),
    )


@settings(max_examples=250, deadline=None)
@given(st.integers(0, 10**6), st.integers(3, 30), st.sampled_from([0.1, 0.25, 0.5]), limits(3))
def test_all_destinations_equal_brute_force(
    seed: int, nodes: int, density: float, within_: Limits
) -> None:
    graph = random_graph(seed, nodes, density if nodes < 16 else min(density, 0.3))
    allowed = within(graph, within_, None)
    found = search(graph, allowed, horizon=within_.horizon, hops=within_.hops)
    assert said(found) == best_of(graph, within_, None)


@settings(max_examples=250, deadline=None)
@given(st.integers(0, 10**6), st.integers(3, 30), st.sampled_from([0.1, 0.2, 0.4]), limits(4))
def test_one_destination_equals_brute_force(
    seed: int, nodes: int, density: float, within_: Limits
) -> None:
    graph = random_graph(seed, nodes, density if nodes < 14 else min(density, 0.2))
    target = nodes - 1
    allowed = within(graph, within_, target)
    found = search(graph, allowed, horizon=within_.horizon, hops=within_.hops, target=target)
    assert said(found) == best_of(graph, within_, target)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 60), st.integers(1, 4), st.sampled_from([1, 2]))
def test_keeps_just_the_rows_that_too_few_others_dominate(
    seed: int, rows: int, criteria: int, dominators: int
) -> None:
    rng = np.random.default_rng(seed)
    group = rng.integers(0, 4, rows)
    cost = rng.integers(0, 4, (rows, criteria)).astype(float)
    kept = nondominated(group, cost.T, dominators=dominators)
    for x in range(rows):
        better = sum(
            group[y] == group[x]
            and bool((cost[y] <= cost[x]).all())
            and (bool((cost[y] < cost[x]).any()) or y < x)
            for y in range(rows)
        )
        assert kept[x] == (better < dominators)


def of_edges(rows: list[tuple[int, int, float, int, float]], nodes: int) -> RouteGraph:
    """A graph of (origin, destination, −log p, months, pay a month), staying at 1 a month."""
    rows = sorted(rows)
    columns = [np.array(column) for column in zip(*rows, strict=True)]
    none = np.zeros(len(rows), dtype=np.bool_)
    return RouteGraph(
        nodes=nodes,
        start=0,
        origin=columns[0],
        destination=columns[1],
        log_p=-columns[2].astype(float),
        months=columns[3],
        months_range=np.repeat(columns[3][:, None], 3, axis=1).astype(float),
        pay=np.repeat(12.0 * columns[4][:, None], YEARS, axis=1),
        pay_known=~none,
        present_pay=np.full(YEARS, 12.0),
        present_known=True,
        cost=np.zeros(len(rows)),
        degree=none,
        licence=none,
        usual=~none,
        entering=~none,
    )


def test_does_not_prune_by_what_stopping_here_would_earn() -> None:
    """By 60-month pay if one stopped at 3, the way through 1 leads; after the pay cut it is behind."""
    graph = of_edges(
        [(0, 1, 1, 5, 1), (0, 2, 1, 6, 3.5), (1, 3, 1, 5, 10), (2, 3, 1, 6, 10), (3, 4, 1, 6, 2)],
        nodes=5,
    )
    allowed = within(graph, Limits(), 4)

    def through(first: int, end: int) -> float:
        path = (graph.edge(0, first), graph.edge(first, 3))
        path = path if end == 3 else (*path, graph.edge(3, 4))
        return -reckoned(graph, path, 60)[3]

    assert through(1, 3) > through(2, 3), "stopping at 3, the earlier arrival earns more"
    assert through(1, 4) < through(2, 4), "going on to 4, it earns less"
    found = search(graph, allowed, horizon=60, hops=3, target=4)
    assert {int(graph.destination[edges[0]]) for edges in found.edges} == {1, 2}


def test_takes_no_occupation_twice() -> None:
    ring = of_edges([(0, 1, 0, 1, 1), (1, 2, 0, 1, 9), (2, 1, 0, 1, 99), (2, 0, 0, 1, 99)], nodes=3)
    found = search(ring, within(ring, Limits(), None), horizon=60, hops=3)
    for edges in found.edges:
        held = [0, *(int(ring.destination[edge]) for edge in edges if edge >= 0)]
        assert len(set(held)) == len(held)
        assert all(ring.edge(a, b) >= 0 for a, b in pairwise(held))


def test_finds_nothing_where_nothing_leads() -> None:
    graph = of_edges([(0, 1, 1, 5, 1), (2, 1, 1, 5, 1)], nodes=3)
    assert len(search(graph, within(graph, Limits(), 2), horizon=60, hops=3, target=2)) == 0


def test_refuses_four_moves_without_a_destination() -> None:
    graph = of_edges([(0, 1, 1, 5, 1)], nodes=2)
    with pytest.raises(ValueError, match="one destination"):
        search(graph, within(graph, Limits(), None), horizon=60, hops=4)


def test_keeps_the_second_best_way_to_a_role_that_the_best_way_has_left() -> None:
    """Through 1, role 3 is reached best; but going on to 1 itself is open only to the way through 2."""
    graph = of_edges(
        [(0, 1, 0, 1, 1), (0, 2, 1, 2, 1), (1, 3, 0, 1, 5), (2, 3, 1, 2, 5), (3, 1, 0, 1, 50)],
        nodes=4,
    )
    found = search(graph, within(graph, Limits(), None), horizon=60, hops=3)
    ways = found.edges[found.node == 1].tolist()
    assert [graph.edge(0, 2), graph.edge(2, 3), graph.edge(3, 1)] in ways
