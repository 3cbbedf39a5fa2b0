"""One assumption varied at a time: widths, order, and what has none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sample_market import IT_MANAGER, LAWYER, NURSE, SUPERVISOR, SUPPORT, tiny_market

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.person import HeldRole, Person, Wish
from turnpoint.core.transition.reality_check import RealityCheck, check
from turnpoint.core.transition.tornado import Sensitivity, sensitivity
from turnpoint.labour.market import LabourMarket

EMBEDDED = tiny_market()
PROJECTIONS = tiny_market(projections=True)
ONET = tiny_market(onet=True)

everywhere = st.sampled_from([EMBEDDED, PROJECTIONS, ONET])
occupations = st.integers(0, 7)
a_few = settings(max_examples=12, deadline=None)


def found(
    market: LabourMarket,
    origin: int,
    to: int,
    *,
    owner: bool = False,
    assumptions: Assumptions | None = None,
) -> RealityCheck:
    person = Person((HeldRole(origin, 5.0), HeldRole(NURSE, 2.0, 6.0)), education=2, pay=58_000.0)
    return check(market, None, person, Wish(to, own_business=owner), assumptions)


def swings(market: LabourMarket, origin: int, to: int, *, owner: bool = False) -> Sensitivity:
    return sensitivity(market, found(market, origin, to, owner=owner))


@a_few
@given(everywhere, occupations, occupations, st.booleans())
def test_starts_from_the_figures_of_the_check(
    market: LabourMarket, origin: int, to: int, owner: bool
) -> None:
    checked = found(market, origin, to, owner=owner)
    varied = sensitivity(market, checked)
    assert varied.months.likely == pytest.approx(checked.readiness.total.likely)
    if checked.pay is None or checked.pay.five_years is None:
        assert varied.five_years is None
    else:
        assert varied.five_years is not None
        assert varied.five_years.likely == pytest.approx(checked.pay.five_years.likely)


@a_few
@given(everywhere, occupations, occupations, st.data())
def test_an_end_of_a_swing_is_what_the_check_says_with_that_assumption(
    market: LabourMarket, origin: int, to: int, data: st.DataObject
) -> None:
    varied = swings(market, origin, to)
    swing = data.draw(st.sampled_from(varied.months.swings))
    again = found(
        market,
        origin,
        to,
        assumptions=Assumptions().varied(**{swing.assumption.name: swing.assumption.plausible[1]}),
    )
    assert swing.at_high == pytest.approx(again.readiness.total.likely)
    if varied.five_years is not None and again.pay is not None:
        money = {each.assumption.name: each for each in varied.five_years.swings}
        assert again.pay.five_years is not None
        at_high = money[swing.assumption.name].at_high
        assert at_high == pytest.approx(again.pay.five_years.likely)


@a_few
@given(everywhere, occupations, occupations)
def test_the_widest_come_first_and_every_assumption_is_there_once(
    market: LabourMarket, origin: int, to: int
) -> None:
    varied = swings(market, origin, to)
    widths = [each.width for each in varied.months.swings]
    assert widths == sorted(widths, reverse=True)
    names = [each.assumption.name for each in varied.months.swings]
    assert sorted(names) == sorted(each.name for each in Assumptions().described())


def test_an_assumption_that_plays_no_part_has_no_width() -> None:
    varied = swings(ONET, SUPPORT, IT_MANAGER)
    assert {"set_up", "apprenticeship", "group_level", "inflation", "years_held"} <= varied.idle
    assert "part_time_stretch" not in varied.idle


def test_real_money_is_moved_by_no_inflation_and_months_by_no_pay() -> None:
    varied = swings(EMBEDDED, SUPPORT, LAWYER)
    months = {each.assumption.name for each in varied.months.moving}
    assert not months & {"climb", "rank_kept", "tuition_long", "inflation", "discount"}
    assert varied.five_years is not None
    assert "tuition_long" in {each.assumption.name for each in varied.five_years.moving}


def test_an_owner_has_no_five_years_to_vary() -> None:
    varied = swings(ONET, SUPPORT, SUPERVISOR, owner=True)
    assert varied.five_years is None
    assert "set_up" in {each.assumption.name for each in varied.months.moving}
