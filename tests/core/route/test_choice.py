"""Which routes are shown, why a role on the way is worth it, and what stands in the way of others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from turnpoint.core.route.binding import binding_limits
from turnpoint.core.route.choice import Label
from turnpoint.core.route.comparison import Gap
from turnpoint.core.route.graph import RouteGraph
from turnpoint.core.route.limits import Gates, Limits
from turnpoint.core.route.route import edges_of, one_in, route_of
from turnpoint.core.route.routes import Direction, find_routes, where_it_leads
from turnpoint.core.route.wording import first_step_words, gap_words, relaxed_words, step_words
from turnpoint.core.transition.derivation import Range
from turnpoint.core.transition.track import likely_months
from turnpoint.errors import BadInput

YEARS = 10
HOME, STONE, OTHER, GOAL = range(4)
Move = tuple[int, int, float, int, float]

SOME = [
    (HOME, GOAL, 0.002, 20, 60_000.0),
    (HOME, STONE, 0.05, 6, 40_000.0),
    (STONE, GOAL, 0.04, 12, 60_000.0),
    (HOME, OTHER, 0.05, 6, 40_000.0),
    (OTHER, GOAL, 0.0021, 18, 60_000.0),
]
"""Straight is rare; by way of STONE both steps are usual; OTHER wins nothing."""


def graph_of(moves: list[Move], present: float = 40_000.0, **changes: object) -> RouteGraph:
    """A graph of (origin, destination, share, months, pay a year)."""
    rows = sorted(moves)
    origin, destination, share, months, pay = (np.array(each) for each in zip(*rows, strict=True))
    none = np.zeros(len(rows), dtype=np.bool_)
    graph = RouteGraph(
        nodes=4,
        start=HOME,
        origin=origin,
        destination=destination,
        log_p=np.log(share),
        months=months,
        months_range=np.column_stack([months / 2, months, months * 2.0]),
        pay=np.repeat(pay[:, None], YEARS, axis=1),
        pay_known=~none,
        present_pay=np.full(YEARS, present),
        present_known=True,
        cost=np.zeros(len(rows)),
        degree=none,
        licence=none,
        usual=~none,
        entering=~none,
    )
    return replace(graph, **changes)  # type: ignore[arg-type]  # RouteGraph's own fields


def paths(graph: RouteGraph, limits: Limits | None = None) -> dict[tuple[int, ...], set[Label]]:
    found = find_routes(graph, GOAL, limits or Limits())
    return {each.route.path: set(each.labels) for each in found.destination.chosen}


def test_shows_a_stepping_stone_only_where_it_wins_by_a_margin() -> None:
    assert set(paths(graph_of(SOME))) == {(HOME, GOAL), (HOME, STONE, GOAL)}


def test_says_what_the_stone_wins_and_costs() -> None:
    found = find_routes(graph_of(SOME), GOAL, Limits())
    (chosen,) = (each for each in found.destination.chosen if each.route.stones)
    (stone,) = chosen.stones
    assert stone.difference is not None
    assert "its hardest step is one in 25 instead of one in 500" in stone.difference.wins
    assert stone.shortcut is not None
    assert stone.shortcut.path == (HOME, GOAL)


def test_labels_each_route_once_with_all_it_is_best_at() -> None:
    labels = paths(graph_of(SOME))
    assert Label.SUREST in labels[HOME, STONE, GOAL]
    assert Label.FEWEST_MOVES in labels[HOME, GOAL]
    assert sum(len(each) for each in labels.values()) == 5


def test_waiting_in_a_well_paid_role_is_not_what_a_stone_wins() -> None:
    """The way through STONE takes longer, so more of it is paid at 200,000; waiting does that too."""
    moves: list[Move] = [
        (HOME, GOAL, 0.03, 10, 40_000.0),
        (HOME, STONE, 0.02, 30, 40_000.0),
        (STONE, GOAL, 0.02, 12, 40_000.0),
    ]
    assert set(paths(graph_of(moves, present=200_000.0))) == {(HOME, GOAL)}


def test_a_stone_is_shown_where_the_direct_move_is_outside_the_limits() -> None:
    found = find_routes(graph_of(SOME), GOAL, Limits(horizon=19))
    assert not found.direct_within
    (chosen,) = found.destination.chosen
    assert chosen.route.path == (HOME, STONE, GOAL)
    assert chosen.stones[0].shortcut is None


def test_the_product_of_shares_is_shown_nowhere() -> None:
    found = find_routes(graph_of(SOME), GOAL, Limits())
    (chosen,) = (each for each in found.destination.chosen if each.route.stones)
    assert [step.one_in for step in chosen.route.steps] == [20, 25]
    assert chosen.route.hardest.one_in == 25
    assert one_in(1 / 1234) == 1200


def test_a_route_earns_in_each_role_for_as_long_as_it_is_held() -> None:
    graph = graph_of(SOME)
    edges = edges_of(graph, (HOME, STONE, GOAL))
    assert edges is not None
    route = route_of(graph, edges, 60)
    assert route.earned == pytest.approx((6 * 40 + 12 * 40 + 42 * 60) * 1000 / 12)
    assert (route.months.low, route.months.likely, route.months.high) == (9, 18, 36)
    waited = route_of(graph, edges, 60, wait=12)
    assert waited.earned == pytest.approx((18 * 40 + 12 * 40 + 30 * 60) * 1000 / 12)
    assert waited.steps[0].begins == 12


def test_earnings_are_not_known_where_a_pay_is_not() -> None:
    graph = graph_of(SOME, pay_known=np.zeros(len(SOME), dtype=np.bool_))
    found = find_routes(graph, GOAL, Limits())
    assert all(each.route.earned is None for each in found.destination.chosen)
    assert all(Label.BEST_PAID not in each.labels for each in found.destination.chosen)


def test_compares_the_best_of_both_directions() -> None:
    graph = graph_of(SOME)
    straight = (graph.origin == HOME) & (graph.destination == GOAL)
    found = find_routes(replace(graph, usual=~straight), GOAL, Limits())
    gaps = {gap.criterion: gap_words(gap) for gap in found.gaps}
    assert gaps["Soonest"].gap == "no gap"
    assert gaps["Hardest step of the surest"].market == "one in 25"
    (first,) = found.first_steps
    assert first.step.destination == STONE
    assert "1 route market-first and 1 route destination-first" in first_step_words("Stone", first)


def test_shows_each_route_once_with_the_directions_that_found_it() -> None:
    found = find_routes(graph_of(SOME), GOAL, Limits())
    assert [set(directions) for _, directions in found.shown] == [set(Direction)] * 2


def test_names_the_direction_of_a_best_that_the_directions_disagree_on() -> None:
    graph = graph_of(SOME)
    straight = (graph.origin == HOME) & (graph.destination == GOAL)
    both = find_routes(graph, GOAL, Limits())
    apart = find_routes(replace(graph, usual=~straight), GOAL, Limits())
    by_way, direct = (HOME, STONE, GOAL), (HOME, GOAL)
    assert "fewest moves" in both.best_at(direct)
    assert "fewest moves destination-first" in apart.best_at(direct)
    assert "fewest moves market-first" in apart.best_at(by_way)
    assert "surest" in apart.best_at(by_way)
    assert "fewest moves" in apart.best_at(by_way, (Direction.MARKET,))


def test_a_floor_gives_way_whole_where_pay_is_not_published() -> None:
    graph = graph_of(SOME, pay_known=np.zeros(len(SOME), dtype=np.bool_))
    limits = Limits(pay_floor=50_000)
    (relaxed,) = binding_limits(graph, graph.entering, limits, GOAL)
    sentence, answers = relaxed_words(relaxed, limits, "")
    assert "not published" in sentence
    assert answers == {"pay_floor": ""}


def test_counts_one_month_as_one() -> None:
    said = gap_words(Gap("Soonest", "months", 2.0, 1.0))
    assert (said.destination, said.gap) == ("1 month", "destination-first is 1 month sooner")


def test_says_a_sure_number_of_months_once() -> None:
    assert likely_months(Range.exactly(12.0), " from now") == "about 12 months from now"
    assert likely_months(Range(9.0, 17.0, 35.0)) == "9–35 months, likely 17"


LICENSED = np.array([move[1] == GOAL for move in sorted(SOME)])


@pytest.mark.parametrize(
    ("limits", "name", "value", "says"),
    [
        (Limits(horizon=10), "horizon", 18, "18 months at least, and you allow 10"),
        (Limits(pay_floor=70_000), "pay_floor", 60_000, "below your floor of $70,000"),
        (Limits(avoid=frozenset({GOAL})), "avoid", GOAL, "something you avoid. Allow “Goal”."),
        (Limits(gates=Gates.NONE), "gates", 2, "a licence that you do not hold"),
    ],
)
def test_says_which_limit_binds_and_how_far_it_has_to_give(
    limits: Limits, name: str, value: float, says: str
) -> None:
    graph = graph_of(SOME, licence=LICENSED if name == "gates" else np.zeros(5, dtype=np.bool_))
    (relaxed,) = binding_limits(graph, graph.entering, limits, GOAL)
    assert (relaxed.name, relaxed.value) == (name, value)
    assert says in relaxed_words(relaxed, limits, "Goal")[0]
    assert not find_routes(graph, GOAL, limits).destination.chosen


def test_says_so_where_more_than_one_limit_has_to_give() -> None:
    limits = Limits(horizon=10, pay_floor=70_000)
    found = find_routes(graph_of(SOME), GOAL, limits).destination
    assert found.relaxed == ()
    assert found.possible


def test_one_move_fewer_than_it_takes_is_named() -> None:
    graph = graph_of(
        [(HOME, GOAL, 0.1, 300, 1.0), (HOME, STONE, 0.1, 5, 1.0), (STONE, GOAL, 0.1, 5, 1.0)]
    )
    (relaxed,) = binding_limits(graph, graph.entering, Limits(hops=1), GOAL)
    assert (relaxed.name, relaxed.value) == ("hops", 2)


def test_where_history_leads_is_the_most_usual_first() -> None:
    leads = where_it_leads(graph_of(SOME), Limits(), 2)
    assert {each.occupation for each in leads} == {STONE, OTHER}


def test_a_step_reads_as_a_sentence() -> None:
    found = find_routes(graph_of(SOME), GOAL, Limits())
    step = found.direct.steps[0]
    assert step_words(step) == (
        "one in 500 movers; 10–40 months, likely 20, so around month 20; first year about $60,000"
    )


@pytest.mark.parametrize(
    "wrong", [{"horizon": 0}, {"horizon": 121}, {"hops": 5}, {"pay_floor": -1.0}]
)
def test_refuses_limits_that_cannot_be(wrong: dict[str, float]) -> None:
    with pytest.raises(BadInput):
        Limits(**wrong)  # type: ignore[arg-type]  # wrong on purpose
