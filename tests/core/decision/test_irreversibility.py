"""Irreversibility: published thresholds and their laws."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turnpoint.core.decision.irreversibility import entry_and_exit, invest_at, now_or_wait
from turnpoint.errors import BadInput


def test_dixits_published_thresholds() -> None:
    found = entry_and_exit(rho=0.025, sigma=0.1, running=1, enter=4, leave=0)
    assert found.enter == pytest.approx(1.4667, abs=5e-5)
    assert found.leave == pytest.approx(0.7657, abs=5e-5)
    assert (found.enter_certain, found.leave_certain) == pytest.approx((1.1, 1.0))


def test_mcdonald_and_siegel_wait_for_twice_the_cost() -> None:
    assert invest_at(rate=0.04, payout=0.04, sigma=0.2, cost=7) == pytest.approx(14)


def test_the_widget_is_worth_more_a_year_later() -> None:
    found = now_or_wait(cost=1600, price=200, up=300, down=100, chance_up=0.5, rate=0.1)
    assert found.now == pytest.approx(600)
    assert found.waiting == pytest.approx(773, abs=0.5)


@settings(max_examples=40, deadline=None)
@given(st.floats(0.03, 0.35), st.floats(0.5, 20), st.floats(0, 5), st.floats(0.02, 0.1))
def test_uncertainty_and_cost_widen_the_zone_of_staying_put(
    sigma: float, enter: float, leave: float, rho: float
) -> None:
    here = entry_and_exit(rho=rho, sigma=sigma, running=1, enter=enter, leave=leave)
    wilder = entry_and_exit(rho=rho, sigma=1.2 * sigma, running=1, enter=enter, leave=leave)
    dearer = entry_and_exit(rho=rho, sigma=sigma, running=1, enter=1.2 * enter, leave=leave)
    assert here.leave < here.leave_certain <= 1 < here.enter_certain < here.enter
    assert wilder.enter > here.enter
    assert wilder.leave < here.leave
    assert dearer.enter > here.enter
    assert dearer.leave < here.leave


@given(st.floats(0.01, 100))
def test_the_currency_changes_no_decision(unit: float) -> None:
    here = entry_and_exit(rho=0.025, sigma=0.1, running=1, enter=4, leave=1)
    there = entry_and_exit(rho=0.025, sigma=0.1, running=unit, enter=4 * unit, leave=unit)
    assert there.enter == pytest.approx(unit * here.enter, rel=1e-6)
    assert there.leave == pytest.approx(unit * here.leave, rel=1e-6)


def test_refuses_what_has_no_answer() -> None:
    with pytest.raises(BadInput):
        entry_and_exit(rho=0.025, sigma=0.1, running=1, enter=0, leave=0)
    with pytest.raises(BadInput):
        invest_at(rate=0.04, payout=0, sigma=0.2, cost=1)
