"""Factors of what jobs are made of, and paths between them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from tests.sample_market import tiny_market

from turnpoint.core.transition.features import FACTOR_BLOCKS
from turnpoint.core.transition.paths import blocks, factor_map, factors, leaving
from turnpoint.core.transition.profile import profiles_of

BLOCKS = FACTOR_BLOCKS["embedded"]


def test_factors_do_not_lean_to_any_side() -> None:
    profiles = profiles_of(tiny_market())
    found = factors(profiles, BLOCKS, factor_map(profiles, BLOCKS, 4))
    assert found.shape == (8, 4)
    assert np.allclose(found.mean(axis=0), 0, atol=1e-4)
    assert np.allclose(np.corrcoef(found.T) - np.eye(4), 0, atol=1e-3)


def test_all_factors_together_keep_all_distances() -> None:
    """Each block counts the same: squared lengths are 1 on average where every block tells."""
    profiles = profiles_of(tiny_market())
    found = factors(profiles, BLOCKS, factor_map(profiles, BLOCKS, 7))
    telling = sum(bool(values.std(axis=0).any()) for values, _ in blocks(profiles, BLOCKS))
    assert np.isclose((found**2).sum() / len(found), telling / len(BLOCKS), atol=1e-3)


def test_a_fact_that_is_missing_counts_as_average() -> None:
    profiles = profiles_of(tiny_market())
    given = factor_map(profiles, BLOCKS, 4)
    fewer = replace(given, columns=tuple("unknown" if c == "pay:log" else c for c in given.columns))
    level = replace(profiles, log_pay=np.full_like(profiles.log_pay, profiles.log_pay.mean()))
    assert np.allclose(factors(profiles, BLOCKS, fewer), factors(level, BLOCKS, given), atol=1e-4)


def test_origins_carry_a_constant() -> None:
    assert leaving(np.ones((3, 2), np.float32)).tolist() == [[1, 1, 1]] * 3
