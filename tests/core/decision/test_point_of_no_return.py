"""The point of no return, in cases that can be done by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turnpoint.core.decision.point_of_no_return import News, point_of_no_return
from turnpoint.errors import BadInput

MONTHS = 13
FUTURES = 1_000
BAD = np.arange(FUTURES) < 300
RISING = 1_000.0 * np.arange(MONTHS)
STAYING = np.where(BAD, -5_500.0, 8_000.0)[:, None].repeat(MONTHS, axis=1)
TRIAL = News("the trial months", 2, np.where(BAD, "it does not suit me", "it suits me"))


def test_it_is_where_the_cost_overtakes_what_the_worst_news_would_save() -> None:
    found = point_of_no_return(RISING, STAYING, [TRIAL])
    assert (found.earliest, found.expected, found.latest) == (6, 6, 6)
    assert (found.cost_before, found.cost_after) == (5_000, 6_000)
    assert found.staying_before == pytest.approx(0.3 * -5_500 + 0.7 * 8_000)


def test_the_news_that_would_turn_one_back_is_named() -> None:
    (signal,) = point_of_no_return(RISING, STAYING, [TRIAL]).signals
    assert (signal.name, signal.told, signal.month) == (TRIAL.name, "it does not suit me", 2)
    assert (signal.chance, signal.gain, signal.cost) == pytest.approx((0.3, 5_500, 2_000))


def test_news_that_comes_too_late_turns_nobody_back() -> None:
    late = News(TRIAL.name, 6, TRIAL.told)
    found = point_of_no_return(RISING, STAYING, [late])
    assert (found.earliest, found.latest) == (0, 0)
    assert found.signals == ()


def test_without_news_one_goes_on_as_chosen() -> None:
    assert point_of_no_return(RISING, STAYING).expected == 0


def test_uncertain_costs_make_it_a_band() -> None:
    factor = np.linspace(0.5, 1.5, FUTURES)[np.random.default_rng(1).permutation(FUTURES)]
    found = point_of_no_return(factor[:, None] * RISING, STAYING, [TRIAL])
    assert found.earliest is not None
    assert found.latest is not None
    assert found.earliest < 6 < found.latest


def test_where_one_can_always_go_back_there_is_none() -> None:
    found = point_of_no_return(np.zeros(MONTHS), STAYING, [TRIAL])
    assert found.latest is None


def test_news_too_unlikely_to_plan_for_is_left_aside() -> None:
    rare = np.arange(FUTURES) < 40
    staying = np.where(rare, -9_000.0, 8_000.0)[:, None].repeat(MONTHS, axis=1)
    told = News("a disaster", 1, rare)
    assert point_of_no_return(RISING, staying, [told]).expected == 0


def test_a_figure_that_is_learnt_is_taken_in_four_ranges() -> None:
    figure = np.linspace(-10, 10, FUTURES)
    staying = (1_000 * figure)[:, None].repeat(MONTHS, axis=1)
    found = point_of_no_return(RISING, staying, [News("sales", 1, figure)])
    assert found.expected == 8
    assert [signal.told for signal in found.signals] == ["-10 to -5", "-5 to 0"]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32), st.floats(1.05, 3))
def test_dearer_ways_back_close_no_later_and_the_order_of_futures_is_nothing(
    seed: int, dearer: float
) -> None:
    rng = np.random.default_rng(seed)
    staying = rng.normal(2, 4, (200, 1)) + rng.normal(0, 1, (200, MONTHS)).cumsum(axis=1)
    cost = rng.random(MONTHS).cumsum()
    told = np.where(staying[:, 3] < 0, "bad", "good")
    here = point_of_no_return(cost, staying, [News("half-year", 3, told)])
    there = point_of_no_return(dearer * cost, staying, [News("half-year", 3, told)])
    last = MONTHS
    assert (there.expected if there.expected is not None else last) <= (
        here.expected if here.expected is not None else last
    )
    mixed = rng.permutation(200)
    again = point_of_no_return(cost, staying[mixed], [News("half-year", 3, told[mixed])])
    assert (again.earliest, again.expected, again.latest) == (
        here.earliest,
        here.expected,
        here.latest,
    )


def test_refuses_what_does_not_fit_together() -> None:
    with pytest.raises(BadInput, match="must be numbers"):
        point_of_no_return([0.0, np.nan], np.zeros((3, 2)))
    with pytest.raises(BadInput, match="each future"):
        point_of_no_return(RISING, STAYING, [News("short", 0, np.zeros(3))])
