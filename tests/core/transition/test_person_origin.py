"""The person as the origin: all roles, recent and long ones most, and what they declared."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
from tests.sample_market import IT_MANAGER, LAWYER, MANAGER, NURSE, WAITER, tiny_market

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.lifting import lift_of
from turnpoint.core.transition.move import TransitionModel
from turnpoint.core.transition.person import HeldRole, Person
from turnpoint.core.transition.person_origin import origin_of, role_weights
from turnpoint.errors import NotFound
from turnpoint.labour.market import LabourMarket

ASSUMED = Assumptions()


@pytest.fixture(scope="module")
def model(shipped_market: LabourMarket) -> TransitionModel:
    return TransitionModel.for_market(shipped_market)


def person(*roles: tuple[int, float, float]) -> Person:
    return Person(tuple(HeldRole(number, years, since) for number, years, since in roles))


def test_long_and_recent_roles_weigh_most() -> None:
    weight = role_weights(person((1, 4, 0), (2, 4, 10), (3, 1, 0)), 5, ASSUMED)
    assert np.isclose(weight.sum(), 1)
    assert weight[1] > weight[2] > 0
    assert np.isclose(weight[1], 4 * weight[3])
    half = 0.5 ** (10 / ASSUMED.half_life)
    assert np.isclose(weight[2], half * weight[1])


def test_one_role_is_its_occupation(model: TransitionModel, shipped_market: LabourMarket) -> None:
    found = origin_of(model, shipped_market, person((17, 3, 0)), ASSUMED)
    assert found.move(40) == model.move(17, 40)


def test_terms_of_a_person_sum_to_the_score_behind_the_probability(
    model: TransitionModel, shipped_market: LabourMarket
) -> None:
    found = origin_of(model, shipped_market, person((100, 3, 0), (640, 6, 4)), ASSUMED)
    assert np.isclose(found.probability.sum(), 1, atol=1e-5)
    assert found.probability[100] == 0
    moves = [found.move(destination) for destination in (3, 200, 640)]
    assert all(move.score == sum(term.contribution for term in move.terms) for move in moves)
    odds = np.diff([np.log(move.probability) for move in moves])
    assert np.allclose(odds, np.diff([move.score for move in moves]), atol=1e-4)
    with pytest.raises(NotFound, match="Staying"):
        found.move(100)


def test_an_earlier_role_opens_what_lies_near_it(
    model: TransitionModel, shipped_market: LabourMarket
) -> None:
    nurse, waiter, manager = (
        shipped_market.occupation(code) for code in ("29-1141.00", "35-3031.00", "11-9111.00")
    )
    only = origin_of(model, shipped_market, person((waiter, 1, 0)), ASSUMED)
    before = origin_of(model, shipped_market, person((waiter, 1, 0), (nurse, 8, 1)), ASSUMED)
    assert before.probability[manager] > 5 * only.probability[manager]
    assert before.probability[nurse] > 5 * only.probability[nurse]


def test_facts_that_are_the_same_twice_say_the_same(model: TransitionModel) -> None:
    """A mixture of one occupation with itself is that occupation, but for rounding."""
    market = tiny_market()
    small = TransitionModel.for_market(market)
    twice = person((LAWYER, 2, 0), (LAWYER, 2, 5))
    found = origin_of(small, market, twice, ASSUMED)
    assert found.move(NURSE) == small.move(LAWYER, NURSE)


def test_a_mixture_lies_between_its_roles() -> None:
    market = tiny_market()
    small = TransitionModel.for_market(market)
    mixed = origin_of(small, market, person((IT_MANAGER, 5, 0), (WAITER, 5, 0)), ASSUMED)
    pay = {
        origin: next(t.contribution for t in each.move(MANAGER).terms if t.label == "industry")
        for origin, each in (
            ("mixed", mixed),
            ("one", small.origin(IT_MANAGER)),
            ("other", small.origin(WAITER)),
        )
    }
    assert (
        min(pay["one"], pay["other"]) - 0.5 <= pay["mixed"] <= max(pay["one"], pay["other"]) + 0.5
    )


@pytest.mark.shared
def test_declaring_the_usual_level_changes_nothing(full_market: LabourMarket) -> None:
    rated = TransitionModel.for_market(full_market)
    for origin in (17, 640):
        usual = {
            element.id: float(rated.profiles.level["skills"][origin, column])
            for column, element in enumerate(full_market.ratings["skills"].elements)
        }
        only = Person((HeldRole(origin, 3),))
        said = origin_of(rated, full_market, replace(only, skills=usual), ASSUMED)
        other = np.arange(len(said.lift)) != origin
        assert np.allclose(said.lift[other], rated.origin(origin).lift[other], atol=1e-4)


@pytest.mark.shared
def test_a_person_and_the_smallest_change_are_answered_well_under_a_tenth_of_a_second(
    full_market: LabourMarket,
) -> None:
    """A page asks for both; processor time, as other work on the machine says nothing."""
    rated = TransitionModel.for_market(full_market)
    mixed = person((17, 3, 0), (300, 4, 3))
    to = int(np.argsort(-rated.probability[17])[400])
    lift_of(rated, full_market, mixed, ASSUMED, to)
    started = time.thread_time()
    lift_of(rated, full_market, mixed, ASSUMED, to)
    assert time.thread_time() - started < 0.1
