from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import beta

from turnpoint.core.role.guess import CONCENTRATION, guessed_shares, leads


def test_each_range_is_the_middle_of_its_beta_distribution() -> None:
    found = guessed_shares({"a": 1.0, "b": 3.0})
    middle = beta(CONCENTRATION * 0.25, CONCENTRATION * 0.75)
    assert found["a"] == pytest.approx((middle.ppf(0.1), middle.ppf(0.9)))


@given(st.lists(st.floats(0.1, 5), min_size=2, max_size=41))
def test_ranges_hold_the_proportional_share_or_near_and_leave_a_way_to_spend_the_time(
    weights: list[float],
) -> None:
    found = guessed_shares({str(number): each for number, each in enumerate(weights)})
    assert sum(share.low for share in found.values()) <= 1
    assert sum(share.high for share in found.values()) >= 1
    assert all(0 <= share.low <= share.high <= 1 for share in found.values())


def test_more_weight_never_guesses_less() -> None:
    found = guessed_shares({"a": 1.0, "b": 2.0, "c": 4.0})
    assert found["a"].low <= found["b"].low <= found["c"].low
    assert found["a"].high <= found["b"].high <= found["c"].high


def test_a_single_kind_says_nothing() -> None:
    assert guessed_shares({"a": 1.0})["a"] == (0, 1)


def test_tells_leading_from_doing() -> None:
    assert leads("4.A.4.b.4")
    assert not leads("4.A.4.a.5")
