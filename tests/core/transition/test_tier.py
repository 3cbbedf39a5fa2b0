"""Tiers: cut-offs hold the shares they are fitted for."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from turnpoint.core.transition.tier import (
    SHARES,
    Tier,
    fit_cutoffs,
    reach,
    shares_held,
    tier_at,
)


@given(st.integers(0, 1000))
def test_reach_is_at_least_the_probability_and_ends_at_one(seed: int) -> None:
    p = np.random.default_rng(seed).dirichlet(np.ones(7), size=3)
    reached = reach(p)
    assert (reached >= p - 1e-12).all()
    assert np.allclose(reached.max(axis=1), 1)
    assert np.allclose(reached.min(axis=1), p.max(axis=1))


def test_cutoffs_hold_fifty_thirty_fifteen_and_five_in_a_hundred() -> None:
    rng = np.random.default_rng(1)
    reached, weight = rng.random(5000), rng.random(5000)
    held = shares_held(reached, weight, fit_cutoffs(reached, weight))
    assert np.allclose(held, SHARES, atol=0.001)


def test_a_tier_begins_after_the_cutoff() -> None:
    cutoffs = (0.5, 0.8, 0.95)
    assert [tier_at(each, cutoffs) for each in (0.5, 0.51, 0.9, 1.0)] == list(Tier)
