"""Own leavers and the model: who counts for how much."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from turnpoint.core.transition.shrinkage import fit_alpha, interval, shrunk

RNG = np.random.default_rng(4)
MODEL = RNG.dirichlet(np.ones(6), size=3)
SEEN = RNG.dirichlet(np.ones(6), size=3)


def test_with_nobody_seen_it_is_the_model() -> None:
    assert np.allclose(shrunk(MODEL, SEEN, np.zeros(3), 80), MODEL)


def test_with_very_many_seen_it_is_what_was_seen() -> None:
    assert np.allclose(shrunk(MODEL, SEEN, np.full(3, 1e9), 80), SEEN)


@given(sampled=st.floats(0, 1e6), alpha=st.floats(0.1, 1e4))
def test_shares_sum_to_one_and_lie_between_the_two(sampled: float, alpha: float) -> None:
    found = shrunk(MODEL, SEEN, np.full(3, sampled), alpha)
    assert np.allclose(found.sum(axis=1), 1)
    assert (found >= np.minimum(MODEL, SEEN) - 1e-9).all()
    assert (found <= np.maximum(MODEL, SEEN) + 1e-9).all()


@pytest.mark.parametrize("alpha", [8.0, 40.0, 200.0])
def test_finds_the_weight_that_made_the_counts(alpha: float) -> None:
    rng = np.random.default_rng(9)
    model = rng.dirichlet(np.ones(30), size=400)
    counts = np.array([rng.multinomial(150, rng.dirichlet(alpha * row + 1e-9)) for row in model])
    assert fit_alpha(model, counts.astype(np.float64)) == pytest.approx(alpha, rel=0.15)


@given(share=st.floats(0.02, 0.98), sampled=st.floats(0, 2000))
def test_the_interval_holds_the_likely_and_narrows(share: float, sampled: float) -> None:
    low, high = interval(share, sampled, 80)
    assert 0 <= low <= high <= 1
    narrow = interval(share, sampled + 5000, 80)
    assert narrow[1] - narrow[0] <= high - low + 1e-9
