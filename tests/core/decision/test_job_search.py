"""Job search against the numbers that were published, and the laws that theory proves."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betaln

from turnpoint.core.decision import (
    career_or_job,
    mccall,
    search_on_the_job,
    search_while_employed,
    separation,
)
from turnpoint.core.decision.accept_above import SearchAssumptions, accept_above
from turnpoint.core.trajectory.course import Benefit, Course, Offers
from turnpoint.core.trajectory.interval import Interval
from turnpoint.core.trajectory.money import Money
from turnpoint.errors import BadInput

WAGES = np.linspace(10, 60, 51)
CHANCES = mccall.beta_binomial(50, 200, 100)


def test_beta_binomial_adds_up_to_one_with_the_right_ends() -> None:
    assert CHANCES.sum() == pytest.approx(1)
    assert math.log(CHANCES[0]) == pytest.approx(betaln(200, 150) - betaln(200, 100))


def test_mccalls_reservation_wage_is_the_published_one() -> None:
    found = mccall.reservation_wage(WAGES, CHANCES, 25, 0.99)
    assert found == pytest.approx(47.3164997665, abs=2e-10)


def test_a_horizon_lowers_what_one_accepts() -> None:
    found = mccall.reservation_wages(WAGES, CHANCES, 25, 0.99, 1_500)
    assert found[[0, 1, 11]] == pytest.approx([25, 34.120603, 42.666672], abs=5e-7)
    assert (np.diff(found) >= 0).all()
    assert found[-1] == pytest.approx(47.3164997665, abs=1e-4)


@pytest.mark.parametrize(("c", "wait"), [(13.75, 5.238596), (25, 8.214940), (40, 13.954366)])
def test_waiting_times_are_not_those_widely_copied(c: float, wait: float) -> None:
    line = mccall.reservation_wage(WAGES, CHANCES, c, 0.99)
    assert mccall.mean_wait(WAGES, CHANCES, line) == pytest.approx(wait, abs=5e-7)


def test_nobody_waits_for_what_never_comes() -> None:
    assert mccall.mean_wait(WAGES, CHANCES, 61.0) == math.inf


@given(st.floats(0, 50), st.floats(0, 10), st.floats(0.5, 0.98), st.floats(0, 0.015))
def test_one_is_choosier_with_more_benefit_and_more_patience(
    c: float, more: float, beta: float, patience: float
) -> None:
    line = mccall.reservation_wage(WAGES, CHANCES, c, beta)
    assert mccall.reservation_wage(WAGES, CHANCES, c + more, beta) >= line - 1e-9
    assert mccall.reservation_wage(WAGES, CHANCES, c, beta + patience) >= line - 1e-9


@given(st.integers(1, 49), st.floats(0, 1))
def test_a_wider_spread_of_the_same_mean_makes_one_choosier(place: int, share: float) -> None:
    wider = CHANCES.copy()
    moved = share * wider[place]
    wider[place] -= moved
    wider[place - 1] += moved / 2
    wider[place + 1] += moved / 2
    line = mccall.reservation_wage(WAGES, CHANCES, 25, 0.99)
    assert mccall.reservation_wage(WAGES, wider, 25, 0.99) >= line - 1e-9


@pytest.mark.parametrize(
    ("wages", "chances", "beta"),
    [(WAGES, CHANCES, 1.0), (WAGES[::-1], CHANCES, 0.9), (WAGES, CHANCES / 2, 0.9)],
)
def test_refuses_wages_and_chances_that_are_none(
    wages: mccall.Floats, chances: mccall.Floats, beta: float
) -> None:
    with pytest.raises(BadInput):
        mccall.reservation_wage(wages, chances, 25, beta)


def test_with_separation_the_wage_on_the_grid_is_the_published_one() -> None:
    wages, chances = np.linspace(10, 20, 60), mccall.beta_binomial(59, 600, 400)
    found = separation.reservation_wage(
        wages, chances, c=6, beta=0.98, alpha=0.2, gamma=0.7, sigma=2
    )
    assert found.on_grid == pytest.approx(11.525423728813559, abs=1e-14)
    assert wages[8] < found.exact <= found.on_grid


def test_without_separation_and_risk_aversion_it_is_mccalls() -> None:
    found = separation.reservation_wage(WAGES, CHANCES, c=25, beta=0.99, alpha=0, gamma=1, sigma=0)
    assert found.exact == pytest.approx(47.3164997665, abs=1e-8)


def uniform(r: float, delta: float, employed: float, searching: float, b: float) -> float:
    return search_while_employed.reservation_wage(
        b=b, searching=searching, employed=employed, r=r, delta=delta,
        cdf=lambda x: min(max(x, 0.0), 1.0), bottom=0.0, top=1.0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("employed", "published", "within"),
    [(0.0, 0.722005025157, 1e-12), (0.05, 0.655044303, 2e-8), (0.2, 0.4, 1e-12)],
)
def test_searching_beside_a_job_lowers_what_one_accepts(
    employed: float, published: float, within: float
) -> None:
    assert uniform(0.004, 0.02, employed, 0.2, 0.4) == pytest.approx(published, abs=within)


@given(st.floats(0.01, 0.5), st.floats(0.01, 0.5), st.floats(0, 0.9))
@settings(max_examples=50, deadline=None)
def test_the_reservation_wage_solves_its_equation_in_closed_form(
    searching: float, employed: float, b: float
) -> None:
    found = uniform(0.004, 0.02, employed, searching, b)
    k, above = 0.024, min(max(1.0 - found, 0.0), 1.0)
    surplus = (above - k / employed * math.log1p(employed * above / k)) / employed
    surplus += max(-found, 0.0) / (k + employed)
    assert found == pytest.approx(b + (searching - employed) * surplus, abs=1e-9)


@given(st.floats(0.01, 0.5), st.floats(0, 0.9))
@settings(max_examples=20, deadline=None)
def test_where_searching_is_as_good_beside_a_job_any_gain_is_taken(rate: float, b: float) -> None:
    assert uniform(0.004, 0.02, rate, rate, b) == pytest.approx(b, abs=1e-12)


def neal(points: int = 50, beta: float = 0.95) -> career_or_job.CareerOrJob:
    grid, even = np.linspace(0, 5, points), np.full(points, 1 / points)
    return career_or_job.solve(grid, even, grid, even, beta)


def test_neals_worker_changes_the_career_first() -> None:
    found = neal()
    assert found.counts() == (144, 451, 1905)
    assert found.value[10, 10] == pytest.approx(160.0472914, abs=5e-8)
    assert found.median_time() == 7
    assert found.mean_time() == pytest.approx(8.412698, abs=5e-7)
    assert found.error < 1e-10


def test_neals_times_are_those_of_simulated_lives() -> None:
    found, rng = neal(), np.random.default_rng(3)
    lives = []
    for _ in range(4_000):
        career = job = moves = 0
        while found.choice[career, job] != career_or_job.Choice.STAY:
            if found.choice[career, job] == career_or_job.Choice.NEW_LIFE:
                career = int(rng.integers(50))
            job = int(rng.integers(50))
            moves += 1
        lives.append(moves)
    error = np.std(lives) / math.sqrt(len(lives))
    assert abs(np.mean(lives) - found.mean_time()) < 4 * error


@given(st.integers(2, 12), st.integers(2, 12), st.floats(0.3, 0.98), st.integers(0, 2**32 - 1))
@settings(max_examples=40, deadline=None)
def test_neals_structure_gives_what_brute_force_gives(
    careers: int, jobs: int, beta: float, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    theta, epsilon = np.sort(rng.uniform(0, 5, careers)), np.sort(rng.uniform(0, 5, jobs))
    p, q = rng.dirichlet(np.ones(careers)), rng.dirichlet(np.ones(jobs))
    found = career_or_job.solve(theta, p, epsilon, q, beta)
    assert found.error < 1e-9
    value = np.zeros((careers, jobs))
    for _ in range(1_500):
        mean = value @ q
        leave = np.maximum(
            theta + q @ epsilon + beta * mean, p @ theta + q @ epsilon + beta * p @ mean
        )
        value = np.maximum(theta[:, None] + epsilon + beta * value, leave[:, None])
    assert found.value == pytest.approx(value, abs=1e-9 + 10 * beta**1_500 / (1 - beta))


PERSON = Money(20_000, Interval.exactly(3_000), Interval.exactly(1_000))
SEARCH = Course(
    "search", before=52_000, offers=Offers(0.15, 0.05, Interval.between(45_000, 75_000)),
    benefit=Benefit(1_200, 6, at_once=True),
)  # fmt: skip


def test_what_to_accept_falls_as_the_cash_does() -> None:
    found = accept_above(PERSON, SEARCH)
    assert found.runway == 14  # six months at 800 less, the rest at 2,000
    assert len(found.by_month) == 14
    assert found.now == found.by_month[0]
    assert (np.diff(found.by_month) <= 1e-6).all()
    assert found.beside == pytest.approx(54_600)


def test_more_cash_and_better_search_never_make_one_more_modest() -> None:
    base = accept_above(PERSON, SEARCH).now
    assert accept_above(replace(PERSON, cash=60_000), SEARCH).now >= base
    more = replace(SEARCH, offers=replace(SEARCH.offers, searching=0.3))
    assert accept_above(PERSON, more).now >= base
    beside = replace(SEARCH, offers=replace(SEARCH.offers, employed=0.15))
    assert accept_above(PERSON, beside).now <= base


def test_quitting_pays_from_the_chance_that_makes_both_even() -> None:
    found = accept_above(PERSON, SEARCH)
    assert found.even is not None
    assert found.gain is not None
    assert found.gain < 0
    at = replace(SEARCH, offers=replace(SEARCH.offers, searching=found.even))
    gain = accept_above(PERSON, at).gain
    assert gain == pytest.approx(0, abs=1)


def test_with_one_month_left_and_no_offers_beside_it_is_mccalls_rule() -> None:
    flat = Offers(0.4, 0.0, Interval.between(30_000, 60_000))
    course = Course("s", offers=flat, kept=1.0)
    money = Money(1_000, Interval.exactly(1_000))
    found = accept_above(money, course, assumptions=SearchAssumptions(horizon=24, discount=0.0))
    low = flat.pay.at(np.array([-2.8])).item() if flat.pay else 0  # near the lowest of 201 offers
    assert found.by_month == pytest.approx((low * 23 / 23,), rel=0.01)
    assert (found.beside, found.gain, found.even) == (None, None, None)


def test_says_that_nothing_can_be_said_without_offers() -> None:
    with pytest.raises(BadInput, match="no offer ever comes"):
        accept_above(PERSON, replace(SEARCH, offers=Offers(0.0)))


def test_searching_on_the_job_is_worth_what_was_published() -> None:
    found = search_on_the_job.solve()
    assert len(found.capital) == 25
    assert found.value[0] == pytest.approx(9.78214906, abs=5e-7)
    assert found.value[-1] == pytest.approx(12.04101050, abs=1e-7)
    assert found.error < 1e-10


def test_a_sharper_integral_moves_only_the_fifth_decimal() -> None:
    sharp = search_on_the_job.solve(nodes=200)
    assert sharp.value[0] == pytest.approx(9.7821964, abs=2e-6)
    assert sharp.value[-1] == pytest.approx(12.0410106, abs=1e-7)


def test_who_has_little_in_the_job_searches_and_who_has_much_invests() -> None:
    found = search_on_the_job.solve()
    assert found.search[0] > found.invest[0]
    assert found.search[-1] < 0.01 < found.invest[-1]
    assert (np.diff(found.value) > 0).all()
