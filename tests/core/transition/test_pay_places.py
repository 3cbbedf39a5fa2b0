"""Whose pay answers for a place, and why."""

from __future__ import annotations

import pytest
from tests.sample_market import IT_MANAGER, METRO, STATE, SUPERVISOR, tiny_market

from turnpoint.core.transition.pay_places import pay_by_place, place_of_pay
from turnpoint.errors import NotFound
from turnpoint.labour.wage import NATIONAL


def test_the_place_asked_for_answers_where_it_can() -> None:
    place = place_of_pay(tiny_market(), IT_MANAGER, METRO)
    assert place is not None
    assert place.answered is not None
    assert (place.asked.code, place.answered.code, place.why) == (METRO, METRO, "")


def test_a_wider_place_that_answers_is_named_with_the_reason() -> None:
    place = place_of_pay(tiny_market(), SUPERVISOR, METRO)
    assert place is not None
    assert place.answered is not None
    assert place.answered.code == NATIONAL
    assert "BLS publishes no pay for it in Seattle-Tacoma-Bellevue, WA" in place.why


def test_lists_only_places_that_have_pay_of_their_own_the_nearest_first() -> None:
    market = tiny_market()
    assert [cell.area.code for cell in pay_by_place(market, IT_MANAGER, METRO)] == [METRO, NATIONAL]
    assert [cell.area.code for cell in pay_by_place(market, SUPERVISOR, STATE)] == [NATIONAL]


def test_an_area_there_is_none_of_is_refused() -> None:
    with pytest.raises(NotFound):
        pay_by_place(tiny_market(), IT_MANAGER, "9999999")
