"""One destination held against one person, on whatever facts are loaded."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sample_market import (
    IT_MANAGER,
    LAWYER,
    NURSE,
    SUPERVISOR,
    SUPPORT,
    tiny_market,
)

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Kind
from turnpoint.core.transition.move import TransitionModel
from turnpoint.core.transition.person import HeldRole, Person, Wish
from turnpoint.core.transition.reality_check import Answer, Constraint, RealityCheck, check
from turnpoint.errors import NotFound
from turnpoint.labour.market import LabourMarket

EMBEDDED = tiny_market()
PROJECTIONS = tiny_market(projections=True)
ONET = tiny_market(onet=True)
ALL = tiny_market(onet=True, projections=True)
MARKETS = (EMBEDDED, PROJECTIONS, ONET, ALL)


def check_of(
    market: LabourMarket = EMBEDDED, *, origin: int = SUPPORT, to: int = IT_MANAGER, **wish: object
) -> RealityCheck:
    person = Person((HeldRole(origin, 5),), education=5, pay=62_000.0)
    return check(market, None, person, Wish(to, **wish))  # type: ignore[arg-type]  # Wish's fields


def constraint(found: RealityCheck, name: str) -> Constraint:
    return next(each for each in found.constraints if each.name == name)


@given(st.sampled_from(MARKETS), st.integers(0, 7), st.integers(0, 7), st.booleans())
def test_works_on_any_facts_for_any_move(
    market: LabourMarket, origin: int, to: int, owner: bool
) -> None:
    found = check_of(market, origin=origin, to=to, own_business=owner)
    assert 3 <= len(found.summary) <= 6
    for figure in found.figures:
        assert figure.text
        assert figure.unit
        assert figure.derivation.formula
        if figure.value is not None:
            assert figure.value.low <= figure.value.likely <= figure.value.high
            assert math.isfinite(figure.value.likely)
        for each in figure.derivation.inputs:
            assert each.source
    assert len({figure.key for figure in found.figures}) == len(found.figures)


def test_figures_open_to_facts_with_their_vintage() -> None:
    band = check_of().figure("band")
    assert band.derivation.kind is Kind.FACT
    assert band.derivation.vintage == "May 2025"
    assert "p50 $175,000" in str(band.derivation.inputs[0].value)


def test_names_what_is_missing_and_the_command_that_adds_it() -> None:
    commands = {each.command for each in check_of(EMBEDDED).missing}
    assert commands == {"turnpoint data add onet --latest", "turnpoint data add bls-ep --latest"}
    assert not check_of(ALL).missing
    assert [each.name for each in check_of(ONET).missing] == ["Employment projections"]


def test_a_floor_above_the_whole_scale_is_not_met() -> None:
    found = constraint(check_of(pay_floor=400_000.0), "pay_floor")
    assert found.answer is Answer.NOT_MET
    assert "$400,000" in found.sentence


def test_a_floor_below_the_whole_range_is_met() -> None:
    assert constraint(check_of(pay_floor=30_000.0), "pay_floor").answer is Answer.MET


def test_a_floor_inside_the_range_depends() -> None:
    likely = check_of().pay
    assert likely is not None
    found = check_of(pay_floor=likely.first_year.likely)
    assert constraint(found, "pay_floor").answer is Answer.DEPENDS


def test_a_floor_in_another_currency_is_not_compared() -> None:
    found = constraint(check_of(pay_floor=50_000.0, currency="EUR"), "pay_floor")
    assert found.answer is Answer.UNKNOWN
    assert "does not convert" in found.sentence


def test_the_horizon_is_held_against_the_months() -> None:
    assert constraint(check_of(horizon=600.0), "horizon").answer is Answer.MET
    assert constraint(check_of(horizon=1.0), "horizon").answer is Answer.NOT_MET


def test_what_no_figure_speaks_to_is_unknown() -> None:
    found = check_of(hours=30.0, constraints=("home when school ends",))
    assert constraint(found, "hours").answer is Answer.UNKNOWN
    assert constraint(found, "constraint-1").label == "home when school ends"
    assert "“home when school ends”" in found.summary[-1]


def test_an_own_business_is_not_told_employees_pay_as_its_own() -> None:
    found = check_of(to=SUPERVISOR, own_business=True, pay_floor=30_000.0)
    assert found.pay is not None
    assert found.pay.five_years is None
    assert constraint(found, "pay_floor").answer is Answer.UNKNOWN
    assert any("does not describe what owners earn" in each for each in found.summary)
    assert any("in place of a search" in each for each in found.summary)
    assert any("customers" in each for each in found.would_have_to_be_true)


def test_staying_in_the_same_occupation_is_no_move() -> None:
    found = check_of(origin=NURSE, to=NURSE)
    assert found.move is None
    assert found.distance == 0.0
    assert "the work you are in" in found.summary[0]


def test_closed_gates_are_told_and_what_would_open_them() -> None:
    found = check_of(to=LAWYER)
    assert any("admission to the bar" in each for each in found.summary)
    assert any("admission to the bar" in each for each in found.would_have_to_be_true)


def test_without_wages_the_rest_still_works() -> None:
    import dataclasses

    found = check_of(dataclasses.replace(EMBEDDED, wages=None), pay_floor=50_000.0)
    assert found.pay is None
    assert found.missing[0].command == "turnpoint data add oews"
    assert "not known" in found.figure("first_year").text
    assert constraint(found, "pay_floor").answer is Answer.UNKNOWN


def test_an_assumption_changes_the_answer_and_is_kept_with_it() -> None:
    person = Person((HeldRole(SUPPORT, 5),), pay=90_000.0)
    varied = Assumptions().varied(distance_drop=0.3)
    low = check(EMBEDDED, None, person, Wish(IT_MANAGER), varied)
    usual = check(EMBEDDED, None, person, Wish(IT_MANAGER))
    assert low.pay is not None
    assert usual.pay is not None
    assert low.pay.first_year.likely < usual.pay.first_year.likely
    assert low.assumptions.distance_drop == 0.3


def test_an_unknown_place_is_refused() -> None:
    person = Person((HeldRole(SUPPORT),), area="9999999")
    with pytest.raises(NotFound):
        check(EMBEDDED, None, person, Wish(IT_MANAGER))


def test_the_same_question_has_the_same_answer() -> None:
    assert check_of(ALL).figures == check_of(ALL).figures


@pytest.fixture(scope="module")
def model(shipped_market: LabourMarket) -> TransitionModel:
    return TransitionModel.for_market(shipped_market)


def held(market: LabourMarket, model: TransitionModel, origin: str, to: str) -> RealityCheck:
    person = Person((HeldRole(market.occupation(origin), 8),), education=6, pay=170_000.0)
    return check(market, model, person, Wish(market.occupation(to)))


def test_commonness_and_fit_are_two_figures(
    shipped_market: LabourMarket, model: TransitionModel
) -> None:
    found = held(shipped_market, model, "11-3021", "11-1021")
    assert found.figure("commonness").text.startswith("about 1 in ")
    assert "percentile" in found.figure("fit").text
    assert found.figure("commonness").derivation.inputs


def test_an_it_director_on_shipped_facts(
    shipped_market: LabourMarket, model: TransitionModel
) -> None:
    """Golden: near work first, and the numbers in an order that anybody would give them."""
    near = held(shipped_market, model, "11-3021", "11-1021")
    far = held(shipped_market, model, "11-3021", "37-1012")
    licensed = held(shipped_market, model, "11-3021", "29-1141")
    assert near.distance < far.distance
    assert near.readiness.total.likely < licensed.readiness.total.likely
    assert licensed.readiness.binding == "licence"
    assert near.pay is not None
    assert far.pay is not None
    assert far.pay.five_years is not None
    assert far.pay.five_years.high < 0
    assert far.pay.break_even is not None
    assert far.pay.break_even.best is None
    assert near.pay.percentile_now == pytest.approx(0.46, abs=0.08)
    assert near.gaps.activities is not None
    assert near.gaps.activities.coverage == pytest.approx(0.61, abs=0.01)


def test_break_even_is_a_range_where_all_of_it_is_known() -> None:
    found = check_of()
    assert found.pay is not None
    assert (even := found.pay.break_even) is not None
    value = found.figure("break_even").value
    assert value is not None
    assert (value.low, value.likely, value.high) == (even.best, even.likely, even.worst)
    assert value.low < value.high


def test_a_waiters_way_to_nursing_needs_its_school(
    shipped_market: LabourMarket, model: TransitionModel
) -> None:
    person = Person((HeldRole(shipped_market.occupation("35-3031"), 3),), education=2)
    found = check(shipped_market, model, person, Wish(shipped_market.occupation("29-1141")))
    assert found.readiness.total.likely > 36
    assert found.pay is not None
    assert found.pay.tuition.likely > 0
    assert any("registered nurse" in each for each in found.summary)
