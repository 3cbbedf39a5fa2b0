"""Where one lands, what five years come to, when it has paid for itself."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sample_market import (
    GARDENER,
    IT_MANAGER,
    MANAGER,
    METRO,
    NURSE,
    SUPERVISOR,
    SUPPORT,
    WAITER,
    tiny_market,
)

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Range
from turnpoint.core.transition.exchange import Exchange
from turnpoint.core.transition.five_years import (
    Landing,
    break_even_month,
    five_years,
    landing_percentile,
    study_costs,
)
from turnpoint.core.transition.landing_pay import LandingPay, landing_pay
from turnpoint.core.transition.person import HeldRole, Person

NONE = Range.exactly(0.0)
DEFAULTS = Assumptions()


def landing(
    now: float = 0.5,
    *,
    credit: float = 1.0,
    distance: float = 0.65,
    training: float = 0.0,
    study: Range = NONE,
) -> Landing:
    return Landing(now, credit, distance, training, study, 12_000.0)


def pay_of(
    origin: int = SUPPORT,
    to: int = IT_MANAGER,
    *,
    given_landing: Landing | None = None,
    assumptions: Assumptions = DEFAULTS,
    **about: object,
) -> LandingPay:
    person = Person((HeldRole(origin),), **about)  # type: ignore[arg-type]  # named as Person's fields
    found = landing_pay(
        tiny_market(),
        person,
        to,
        given_landing or landing(),
        owner=False,
        assumptions=assumptions,
    )
    assert found is not None
    return found


def test_a_move_of_typical_distance_lands_between_the_35th_and_the_40th_percentile() -> None:
    assert 0.35 <= landing_percentile(landing(), DEFAULTS).likely <= 0.40


def test_standing_above_the_middle_is_carried_over_in_part() -> None:
    v = landing_percentile(landing(0.9, credit=0.5, distance=0.0), DEFAULTS)
    assert v.likely == pytest.approx(0.5 + 0.6 * 0.5 * 0.4)


ranks = st.floats(0.1, 0.9)
shares = st.floats(0, 1)


@given(ranks, ranks, shares, shares)
def test_more_pay_now_never_lands_lower(
    one: float, other: float, credit: float, distance: float
) -> None:
    low, high = (
        landing_percentile(landing(rank, credit=credit, distance=distance), DEFAULTS)
        for rank in sorted((one, other))
    )
    assert low.likely <= high.likely
    assert low.low <= high.low
    assert low.high <= high.high


@given(ranks, shares, shares, shares)
def test_a_longer_way_never_lands_higher(
    now: float, credit: float, one: float, other: float
) -> None:
    near, far = (
        landing_percentile(landing(now, credit=credit, distance=each), DEFAULTS)
        for each in sorted((one, other))
    )
    assert far.likely <= near.likely


@given(ranks, shares, shares)
def test_one_lands_from_the_10th_to_the_75th_percentile(
    now: float, credit: float, distance: float
) -> None:
    v = landing_percentile(landing(now, credit=credit, distance=distance), DEFAULTS)
    assert 0.10 <= v.low <= v.likely <= v.high <= 0.75


@given(st.floats(20_000, 400_000), st.floats(0, 100_000))
def test_more_pay_never_lowers_the_first_year(pay: float, more: float) -> None:
    poorer, richer = pay_of(pay=pay), pay_of(pay=pay + more)
    assert poorer.first_year.likely <= richer.first_year.likely * (1 + 1e-9)


def test_the_first_year_is_the_pay_scale_at_the_landing_percentile() -> None:
    typical = Assumptions(distance_drop=0.0, landing_spread=0.25)
    found = pay_of(assumptions=typical)
    assert found.percentile_landing == Range(0.25, 0.5, 0.75)
    assert found.first_year.low == pytest.approx(137_000)
    assert found.first_year.likely == pytest.approx(175_000)
    assert found.first_year.high == pytest.approx(224_000)
    assert found.band == pytest.approx((137_000, 224_000))


def test_pay_in_dollars_gives_the_persons_own_percentile() -> None:
    found = pay_of(pay=78_000.0)
    assert found.percentile_now == pytest.approx(0.75)
    assert found.from_own_pay
    assert found.staying_pay == 78_000.0


def test_pay_in_another_currency_is_never_converted() -> None:
    found = pay_of(pay=78_000.0, currency="EUR")
    assert found.percentile_now == 0.5
    assert not found.from_own_pay
    assert found.staying_pay == pytest.approx(61_000)
    assert "does not convert" in found.notes[0]


def test_pay_at_a_place_is_that_places_pay() -> None:
    here, nation = pay_of(area=METRO), pay_of()
    assert here.median == pytest.approx(1.1 * nation.median)
    assert here.destination.area.code == METRO


def test_five_years_add_up() -> None:
    moving = np.array([[40.0] * 5, [60.0] * 5, [80.0] * 5])
    staying = np.full(5, 50.0)
    found = five_years(moving, staying, Range(1.0, 2.0, 3.0), DEFAULTS)
    assert found == Range(-53.0, 48.0, 149.0)


def test_later_money_counts_less_where_a_discount_is_set() -> None:
    moving, staying = np.full((3, 5), 60.0), np.full(5, 50.0)
    found = five_years(moving, staying, NONE, Assumptions(discount=0.1))
    assert found.likely == pytest.approx(sum(10 / 1.1**year for year in range(5)))


def test_breaks_even_when_the_gain_covers_the_cost() -> None:
    moving, staying = np.full(5, 72_000.0), np.full(5, 60_000.0)
    assert break_even_month(moving, staying, 0.0, DEFAULTS) == 1
    assert break_even_month(moving, staying, 12_000.0, DEFAULTS) == 12
    assert break_even_month(moving, staying, 12_001.0, DEFAULTS) == 13
    assert break_even_month(moving, staying, 60_001.0, DEFAULTS) is None


def test_a_lasting_loss_never_breaks_even() -> None:
    assert break_even_month(np.full(5, 50.0), np.full(5, 60.0), 0.0, DEFAULTS) is None


def test_an_early_gain_that_is_lost_again_is_no_break_even() -> None:
    moving = np.array([72.0, 36.0, 36.0, 36.0, 36.0])
    assert break_even_month(moving, np.full(5, 60.0), 0.0, DEFAULTS) is None


def test_study_costs_tuition_and_what_is_not_done_beside_the_job_costs_pay() -> None:
    study = landing(study=Range.exactly(24.0))
    half = Assumptions(part_time=0.5)
    found = pay_of(given_landing=study, assumptions=half, pay=60_000.0)
    assert found.tuition == Range.exactly(24_000.0)
    assert found.forgone == Range.exactly(60_000.0)


def test_pay_climbs_a_year_after_landing_and_not_during_training() -> None:
    at_once = pay_of(given_landing=landing(training=0.0))
    later = pay_of(given_landing=landing(training=2.0))
    first, second, *_ = at_once.years
    assert second.moving.likely > first.moving.likely
    assert later.years[2].moving.likely == pytest.approx(later.first_year.likely)
    assert later.years[3].moving.likely > later.first_year.likely


@pytest.mark.parametrize("to", [MANAGER, NURSE, WAITER, SUPERVISOR, GARDENER])
def test_low_likely_and_high_keep_their_order(to: int) -> None:
    found = pay_of(to=to, pay=70_000.0)
    assert found.five_years is not None
    for range_ in (found.first_year, found.five_years, found.tuition):
        assert range_.low <= range_.likely <= range_.high


money = st.floats(20_000, 200_000)


@given(money, money, money, st.floats(0, 60_000))
def test_landing_higher_never_breaks_even_later(
    one: float, other: float, staying: float, cost: float
) -> None:
    low, high = sorted((one, other))
    stays = np.full(5, staying)
    later, sooner = (
        break_even_month(np.full(5, pay), stays, cost, DEFAULTS) for pay in (low, high)
    )
    assert sooner is not None or later is None
    if later is not None and sooner is not None:
        assert sooner <= later


@given(st.floats(0, 30_000), st.floats(0, 1))
def test_what_tuition_costs_changes_no_pay_forgone(tuition: float, beside: float) -> None:
    study = Range(6.0, 12.0, 24.0)
    taken = Landing(0.5, 1.0, 0.5, 0.0, study, tuition)
    free = Landing(0.5, 1.0, 0.5, 0.0, study, 0.0)
    assumed = Assumptions(part_time=beside)
    paid, forgone = study_costs(taken, 60_000.0, assumed)
    nothing, same = study_costs(free, 60_000.0, assumed)
    assert nothing == NONE
    assert forgone == same
    assert paid.likely == pytest.approx(tuition)


@given(st.sampled_from([SUPPORT, NURSE, MANAGER, WAITER]), ranks, shares, shares)
def test_the_fan_is_as_wide_as_its_band_and_wider(
    origin: int, now: float, credit: float, distance: float
) -> None:
    found = pay_of(
        origin,
        given_landing=landing(now, credit=credit, distance=distance),
        pay=50_000.0 * (1 + now),
    )
    for year in found.years:
        assert year.reach[0] <= year.moving.low + 0.01
        assert year.moving.low <= year.moving.likely <= year.moving.high
        assert year.moving.high <= year.reach[1] + 0.01
        assert year.staying is not None
        assert year.staying_reach is not None
        assert year.staying_reach[0] <= year.staying <= year.staying_reach[1]


def test_a_growing_scale_pays_more_every_year_after_the_first() -> None:
    still, growing = (pay_of(assumptions=Assumptions(scale_growth=each)) for each in (0.0, 0.02))
    assert still.years[0].moving == growing.years[0].moving
    assert growing.years[4].moving.likely == pytest.approx(still.years[4].moving.likely * 1.02**4)


def test_pay_in_another_currency_counts_at_the_rate_that_was_stated() -> None:
    rate = Exchange("EUR", 1.25, dt.date(2026, 11, 22))
    euros, dollars = (
        pay_of(pay=64_000.0, currency="EUR", assumptions=Assumptions(exchange=rate)),
        pay_of(pay=80_000.0),
    )
    assert euros.staying_pay == dollars.staying_pay == 80_000.0
    assert euros.percentile_now == dollars.percentile_now
    assert any("at the rate you stated: 1 EUR = 1.25 US dollars" in note for note in euros.notes)
    other = pay_of(pay=64_000.0, currency="GBP", assumptions=Assumptions(exchange=rate))
    assert other.own is None
