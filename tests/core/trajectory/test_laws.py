"""What must hold whatever the numbers: same futures for all, more is never worse, order is nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turnpoint.core.trajectory.course import Benefit, Bonus, Course, Equity, Offers
from turnpoint.core.trajectory.futures import Futures, Market
from turnpoint.core.trajectory.interval import Interval
from turnpoint.core.trajectory.money import Money, OneOff
from turnpoint.core.trajectory.simulate import simulate
from turnpoint.core.trajectory.trajectory import Trajectory
from turnpoint.errors import BadInput

between, exactly = Interval.between, Interval.exactly
FUTURES = Futures(11, 600, 60)
HOUSEHOLD = Money(9_000, between(2_400, 3_200), between(500, 900))
STAY = Course("stay", between(38_000, 44_000))
OFFER = Course(
    "offer",
    between(45_000, 60_000),
    start=2,
    before=40_000,
    bonus=Bonus(0.5, between(2_000, 6_000)),
    costs=(OneOff("relocation", between(3_000, 9_000), 2),),
    partner_gap=5,
)
SEARCH = Course(
    "search",
    offers=Offers(0.15, 0.02, between(35_000, 60_000), accept_above=42_000, delay=2),
    benefit=Benefit(1_200, 6, at_once=True),
)
VENTURE = Course(
    "venture",
    between(30_000, 90_000),
    ramp=12,
    loss=0.2,
    growth=0.03,
    equity=(Equity(0.1, between(20_000, 300_000), 48),),
    comes_off=0.9,
)
ALL = [STAY, OFFER, SEARCH, VENTURE]


def same(one: Trajectory, other: Trajectory, key: str) -> None:
    """Every future of an option is the same in both, bit for bit."""
    o, p = one.place(key), other.place(key)
    for name in ("gain", "lasted", "taken", "cash"):
        assert np.array_equal(getattr(one, name)[o], getattr(other, name)[p]), name
    assert np.array_equal(one.pay[:, o], other.pay[:, p])
    assert np.array_equal(one.employed[:, o], other.employed[:, p])
    assert np.array_equal(one.fan[:, :, o], other.fan[:, :, p])


def test_the_same_seed_is_the_same_answer_and_another_seed_is_not() -> None:
    one, again = simulate(HOUSEHOLD, ALL, FUTURES), simulate(HOUSEHOLD, ALL, FUTURES)
    other = simulate(HOUSEHOLD, ALL, replace(FUTURES, seed=12))
    for course in ALL:
        same(one, again, course.key)
    assert not np.array_equal(one.gain, other.gain)


def test_the_order_of_options_changes_nothing() -> None:
    one, other = simulate(HOUSEHOLD, ALL, FUTURES), simulate(HOUSEHOLD, ALL[::-1], FUTURES)
    for course in ALL:
        same(one, other, course.key)


def test_another_option_changes_no_future_of_the_others() -> None:
    one, other = simulate(HOUSEHOLD, ALL[:2], FUTURES), simulate(HOUSEHOLD, ALL, FUTURES)
    for course in ALL[:2]:
        same(one, other, course.key)


def test_more_futures_leave_the_first_ones_as_they_were() -> None:
    few, many = (simulate(HOUSEHOLD, ALL, Futures(3, count, 24)) for count in (50, 5_000))
    assert np.array_equal(few.gain, many.gain[:, :50])


@pytest.mark.parametrize("threads", [2, 3])
def test_the_number_of_threads_changes_no_bit(threads: int) -> None:
    futures = Futures(5, 9_000, 36)
    alone = simulate(HOUSEHOLD, ALL, futures, threads=1)
    together = simulate(HOUSEHOLD, ALL, futures, threads=threads)
    for course in ALL:
        same(alone, together, course.key)


@given(st.floats(0, 200_000), st.floats(0, 200_000))
@settings(max_examples=25, deadline=None)
def test_more_cash_never_ruins_earlier(one: float, other: float) -> None:
    less, more = (
        simulate(replace(HOUSEHOLD, cash=cash), ALL, FUTURES) for cash in sorted((one, other))
    )
    assert (more.lasted >= less.lasted).all()


@given(st.floats(0, 1e6))
@settings(max_examples=25, deadline=None)
def test_what_all_options_share_changes_no_ranking(cash: float) -> None:
    windfall = (OneOff("inheritance", exactly(-round(cash, 2)), 3),)
    one = simulate(HOUSEHOLD, ALL, FUTURES)
    richer = simulate(replace(HOUSEHOLD, cash=cash), ALL, FUTURES)
    later = simulate(replace(HOUSEHOLD, once=windfall), ALL, FUTURES)
    assert one.best() == richer.best() == later.best()
    assert one.regret() == richer.regret() == later.regret()


def test_shares_of_being_best_add_up_and_like_options_share_evenly() -> None:
    found = simulate(HOUSEHOLD, ALL, FUTURES)
    assert sum(share.value for share in found.best().values()) == pytest.approx(1)
    sure = [Course(key, exactly(10.0), loss=0, rise_chance=0) for key in "ab"]
    assert simulate(HOUSEHOLD, sure, FUTURES).best()["a"].value == 0.5
    assert min(each.mean for each in found.regret().values()) >= 0


def test_a_variable_is_one_draw_wherever_it_appears() -> None:
    rent = between(500, 1_500, variable="rent in Lisbon")
    twice = (OneOff("deposit", rent, 1), OneOff("rent", rent, 1))
    unnamed = tuple(OneOff(name, between(500, 1_500), 1) for name in ("deposit", "rent"))
    house = Money(10_000, exactly(0))
    alone, named, apart = (
        simulate(house, [Course("a", costs=costs, offers=Offers(0))], Futures(2, 4_000, 2)).gain[0]
        for costs in (twice[:1], twice, unnamed)
    )
    assert np.array_equal(named, 2 * alone)
    assert apart.std() < 0.8 * named.std()


def test_a_variable_times_itself_is_a_square() -> None:
    futures, x = Futures(1, 4_000), between(-1.0, 1.0, variable="x")
    draws = [x.at(futures.normal(x.variable, 0)) for _ in range(2)]
    assert (draws[0] * draws[1] >= 0).all()


@pytest.mark.parametrize("asked", [-0.6, 0.0, 0.3, 0.8])
def test_the_correlation_asked_for_is_met_and_reported(asked: float) -> None:
    found = Futures(8, 10_000, market=Market(pay=asked)).achieved_correlation()
    assert found.asked == asked
    assert abs(found.achieved - asked) < 4 * found.error


def test_a_bad_market_lowers_offers_and_pay_together() -> None:
    course = Course("s", offers=Offers(0.1, pay=between(30_000, 60_000), delay=0, loss=0))
    futures = Futures(6, 4_000, 12, Market(offers=1.0, pay=0.8, memory=0.98))
    found = simulate(HOUSEHOLD, [course], futures)
    market = futures.market_path(0).mean(axis=0)
    bad, good = market < -0.8, market > 0.8
    assert (found.taken[0][bad] > 0).mean() < (found.taken[0][good] > 0).mean() - 0.2
    pay = found.pay[0, 0]
    assert np.median(pay[bad & (pay > 0)]) < np.median(pay[good & (pay > 0)])


@pytest.mark.parametrize(
    "courses", [[], [STAY, STAY], [replace(STAY, key=str(i)) for i in range(13)]]
)
def test_refuses_no_too_many_and_like_named_options(courses: list[Course]) -> None:
    with pytest.raises(BadInput):
        simulate(HOUSEHOLD, courses, FUTURES)
