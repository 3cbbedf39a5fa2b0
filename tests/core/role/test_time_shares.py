"""Shares of time from a log: laws, and how often the stated range holds the truth."""

from __future__ import annotations

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings

from turnpoint.core.role.time_shares import share_of_week, time_shares
from turnpoint.errors import BadInput

LOGS = (
    st.integers(1, 6)
    .flatmap(
        lambda k: st.lists(
            st.lists(st.integers(0, 600), min_size=k, max_size=k), min_size=1, max_size=14
        )
    )
    .filter(lambda log: sum(map(sum, log)) > 0)
)


@given(LOGS)
@settings(max_examples=60)
def test_shares_sum_to_one_and_lie_within_their_range(log: list[list[int]]) -> None:
    found = time_shares(log)
    assert found.mean.sum() == pytest.approx(1)
    assert (found.low <= found.high).all()
    assert (found.low >= 0).all()
    assert (found.high <= 1).all()
    assert found.looks_a_day >= 1


def test_with_the_same_days_more_of_them_make_a_narrower_range() -> None:
    day = [[240, 120, 120], [120, 240, 120], [120, 120, 240]]
    widths = [(each := time_shares(day * times)).high - each.low for times in (1, 2, 4)]
    assert (widths[0] > widths[1]).all()
    assert (widths[1] > widths[2]).all()


def test_days_alike_tell_more_than_days_given_to_one_thing_each() -> None:
    alike = time_shares([[240, 240]] * 10)
    apart = time_shares([[480, 0], [0, 480]] * 5)
    assert alike.mean == pytest.approx(apart.mean)
    assert (alike.high - alike.low < apart.high - apart.low).all()
    assert apart.looks_a_day == pytest.approx(1)


def test_one_day_counts_as_one_look_and_a_day_without_entries_as_none() -> None:
    one = time_shares([[240, 240]])
    assert (one.looks, one.days) == (1, 1)
    assert time_shares([[240, 240], [0, 0]]).days == 1


def test_nothing_logged_has_no_shares() -> None:
    with pytest.raises(BadInput, match="Nothing is logged"):
        time_shares([[0, 0]])


@pytest.mark.parametrize("alike", [2.0, 8.0, 30.0])
@pytest.mark.parametrize("days", [3, 10])
def test_the_stated_range_holds_the_truth_about_as_often_as_it_says(
    alike: float, days: int
) -> None:
    """Simulated: days drawn around one’s usual week, as alike as ``alike`` says."""
    rng = np.random.default_rng(20261122)
    held = []
    for _ in range(120):
        usual = rng.dirichlet(np.full(6, 1.5))
        log = rng.dirichlet(alike * usual + 1e-6, size=days) * rng.uniform(300, 540, (days, 1))
        found = time_shares(log)
        held.append((found.low <= usual) & (usual <= found.high))
    assert np.mean(held) >= 0.74


def test_a_calendar_total_is_a_share_of_the_week() -> None:
    low, mean, high = share_of_week(600, of=2400, days=20)
    assert mean == pytest.approx(0.25)
    assert 0.1 < low < 0.25 < high < 0.45
    assert share_of_week(0, of=2400, days=20) == (0, 0, 0)
    assert share_of_week(9999, of=2400, days=20) == (1, 1, 1)
