"""A first move of a route is reckoned just as the reality check reckons it; later ones by hand."""

from __future__ import annotations

import numpy as np
import pytest

from turnpoint.core.route.graph import RouteGraph
from turnpoint.core.route.moves import Ground, graph_of, ground_of
from turnpoint.core.route.moving import SHORTEST_STAY
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.move import TransitionModel
from turnpoint.core.transition.person import HeldRole, Person, Wish
from turnpoint.core.transition.reality_check import check
from turnpoint.labour.market import LabourMarket

SUPPORT, IT_MANAGER, WAITER, LAWYER, NURSE = (
    "15-1232.00",
    "11-3021.00",
    "35-3031.00",
    "23-1011.00",
    "29-1141.00",
)


def ground_on(market: LabourMarket) -> Ground:
    return ground_of(market, TransitionModel.for_market(market), Assumptions(), "0000000")


@pytest.fixture(scope="module")
def ground(shipped_market: LabourMarket) -> Ground:
    return ground_on(shipped_market)


def somebody(market: LabourMarket, education: int | None = 5) -> Person:
    """Supports users, waited tables before."""
    roles = (
        HeldRole(market.occupation(SUPPORT), 3.0, pay=61_000),
        HeldRole(market.occupation(WAITER), 2.0, years_since=4.0),
    )
    return Person(roles, education=education, skills={"2.B.1.a": 5.0}, pay=61_000)


def first_moves(graph: RouteGraph, how_many: int) -> list[int]:
    edges = np.arange(graph.first[graph.start], graph.first[graph.start + 1])
    rng = np.random.default_rng(7)
    return [int(each) for each in rng.choice(edges, how_many, replace=False)]


def agree(ground: Ground, person: Person, target: int, *, owner: bool, edges: list[int]) -> None:
    graph = graph_of(ground, person, target, owner=owner)
    for edge in [graph.edge(person.origin, target), *edges]:
        to = int(graph.destination[edge])
        wish = Wish(to, own_business=owner and to == target)
        found = check(ground.market, ground.model, person, wish)
        total = found.readiness.total
        expected = np.maximum((total.low, total.likely, total.high), 1.0)
        np.testing.assert_allclose(graph.months_range[edge], expected, rtol=1e-6)
        if found.pay is None:
            assert not graph.pay_known[edge]
            continue
        yearly = [year.moving.likely for year in found.pay.years]
        # The scale is read off at whole percentiles here, and straight between them.
        np.testing.assert_allclose(graph.pay[edge, :5], yearly, rtol=3e-3)
        assert graph.cost[edge] == pytest.approx(found.pay.tuition.likely)
        if found.pay.staying_pay is not None:
            assert graph.present_pay[0] == pytest.approx(found.pay.staying_pay, rel=1e-3)


@pytest.mark.parametrize("owner", [False, True])
def test_a_first_move_is_the_reality_check_s_own(ground: Ground, owner: bool) -> None:
    person = somebody(ground.market)
    target = ground.market.occupation(IT_MANAGER)
    edges = first_moves(graph_of(ground, person, target, owner=owner), 12)
    agree(ground, person, target, owner=owner, edges=edges)


def test_somebody_who_says_little_is_reckoned_alike(ground: Ground) -> None:
    person = Person((HeldRole(ground.market.occupation(WAITER)),))
    target = ground.market.occupation(NURSE)
    edges = first_moves(graph_of(ground, person, target), 8)
    agree(ground, person, target, owner=False, edges=edges)


@pytest.mark.shared
def test_with_every_source_too(full_market: LabourMarket) -> None:
    ground = ground_on(full_market)
    person = somebody(full_market)
    target = full_market.occupation(LAWYER)
    agree(
        ground, person, target, owner=False, edges=first_moves(graph_of(ground, person, target), 12)
    )


def test_a_later_move_stands_on_the_role_before_it(ground: Ground) -> None:
    market = ground.market
    person, target = somebody(market, education=2), market.occupation(LAWYER)
    graph = graph_of(ground, person, target)
    later = graph.origin != person.origin
    assert (graph.months[later] >= SHORTEST_STAY).all()
    assert not graph.degree[graph.edge(market.occupation(IT_MANAGER), target)] or (
        ground.demands.level[market.occupation(IT_MANAGER)] < ground.demands.level[target]
    )
    direct = graph.edge(person.origin, target)
    assert graph.licence[direct], "nobody practises law without a licence"


def test_a_licence_held_on_the_way_is_brought_along(ground: Ground) -> None:
    market = ground.market
    nurse = market.occupation(NURSE)
    graph = graph_of(ground, somebody(market), market.occupation("29-1171.00"))
    key = ground.demands.licence
    edges = np.flatnonzero(graph.origin == nurse)
    same = edges[key[graph.destination[edges]] == key[nurse]]
    assert not graph.licence[same].any()
    assert graph.licence[graph.edge(graph.start, nurse)]


def test_every_last_and_first_move_is_there_once_a_destination_is_chosen(ground: Ground) -> None:
    market = ground.market
    person, target = somebody(market), market.occupation(LAWYER)
    graph = graph_of(ground, person, target)
    others = set(range(graph.nodes)) - {person.origin, target}
    assert others <= set(graph.destination[graph.origin == person.origin].tolist())
    assert others <= set(graph.origin[graph.destination == target].tolist())
    assert (graph.origin != graph.destination).all()
    order = graph.origin * graph.nodes + graph.destination
    assert (np.diff(order) > 0).all()


def test_pay_nobody_publishes_stands_at_the_lowest_and_says_so(ground: Ground) -> None:
    graph = graph_of(ground, somebody(ground.market))
    assert np.isfinite(graph.pay).all()
    if not graph.pay_known.all():
        assert (graph.pay[~graph.pay_known] <= graph.pay[graph.pay_known].min() + 1).all()


def test_at_another_place_only_pay_differs(ground: Ground) -> None:
    austin = ground.at("0012420")
    straight = ground_of(ground.market, ground.model, ground.assumptions, "0012420")
    np.testing.assert_array_equal(austin.demands.pay, straight.demands.pay)
    np.testing.assert_array_equal(austin.demands.experience, ground.demands.experience)
    assert not np.array_equal(austin.demands.pay, ground.demands.pay, equal_nan=True)
