"""SMAA-2: exact cases, laws, and the two kernels."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from turnpoint.core.preference import array_kernel, kernel, streams, weights
from turnpoint.core.preference.smaa import smaa
from turnpoint.core.preference.weights import WeightSpace

DRAWS = 100_000
UNIFORM = weights.draw(WeightSpace(("x", "y", "z")), seed=7, draws=DRAWS)


def test_three_unit_options_are_each_first_in_a_third_of_the_space() -> None:
    found = smaa(np.eye(3), UNIFORM)
    assert np.abs(found.first - 1 / 3).max() < 4 * found.first_error.max()
    expected = np.full((3, 3), 7 / 36) + np.eye(3) * (11 / 18 - 7 / 36)
    assert found.central == pytest.approx(expected, abs=4 * 0.17 / np.sqrt(DRAWS / 3))
    assert found.confidence.tolist() == [1, 1, 1]
    assert found.choice_entropy.value == pytest.approx(np.log2(3), abs=1e-4)
    assert found.ranking_entropy.value == pytest.approx(np.log2(6), abs=1e-3)


@pytest.mark.parametrize("a", [0.35, 0.4, 0.45, 0.5, 0.6])
def test_a_compromise_is_first_as_often_as_geometry_says(a: float) -> None:
    exact = 1 - 3 * (1 - a) ** 2 + 3 * max(0.0, 1 - 2 * a) ** 2
    found = smaa(np.vstack([np.eye(3), np.full(3, a)]), UNIFORM)
    assert abs(found.first[3] - exact) < 4 * found.first_error[3]


def test_the_published_compromises_are_first_in_4_and_25_per_cent() -> None:
    for a, exact in ((0.4, 0.04), (0.5, 0.25)):
        found = smaa(np.vstack([np.eye(3), np.full(3, a)]), UNIFORM)
        assert abs(found.first[3] - exact) < 4 * found.first_error[3]


def test_a_dominated_option_has_no_central_weight_and_no_confidence() -> None:
    found = smaa(np.array([[0.5, 0.5, 0.5], [0.4, 0.4, 0.4]]), UNIFORM)
    assert found.first.tolist() == [1, 0]
    assert np.isnan(found.central[1]).all()
    assert found.confidence.tolist() == [1, 0]


def test_ties_share_the_better_rank() -> None:
    found = smaa(np.array([[0.5, 0.2, 0.1], [0.5, 0.2, 0.1], [0, 0, 0]]), UNIFORM)
    assert found.first.tolist() == [1, 1, 0]
    assert found.rank[2].tolist() == [0, 0, 1]
    assert found.wins[0, 1] == found.wins[1, 0] == 0
    assert found.confidence.tolist() == [1, 1, 0]


def test_9604_draws_give_a_hundredth_at_95_per_cent() -> None:
    found = smaa(np.array([[1, 0], [0, 1]]), np.array([[0.9, 0.1], [0.1, 0.9]]).repeat(4802, 1))
    assert found.first_error == pytest.approx([0.01 / 1.96] * 2, rel=1e-4)


def exact_inputs(seed: int, options: int, criteria: int, draws: int) -> tuple[np.ndarray, ...]:
    """Values and weights whose products and sums single precision holds exactly."""
    rng = np.random.default_rng(seed)
    value = rng.integers(0, 17, (options, criteria)) / 16
    weight = rng.multinomial(1024, np.full(criteria, 1 / criteria), draws).T / 1024
    return value, weight


tables = st.tuples(
    st.integers(0, 2**32), st.integers(1, 6), st.integers(1, 6), st.integers(1, 300)
).map(lambda shape: exact_inputs(*shape))


@settings(max_examples=60, deadline=None)
@given(tables, st.randoms(use_true_random=False))
def test_order_of_options_criteria_and_draws_changes_nothing(table: tuple, chance: object) -> None:
    value, weight = table
    rng = np.random.default_rng(chance.getrandbits(32))  # type: ignore[attr-defined]  # a Random
    o, c = rng.permutation(len(value)), rng.permutation(len(weight))
    s = rng.permutation(weight.shape[1])
    plain = smaa(value, weight)
    moved = smaa(value[o][:, c], weight[c][:, s])
    assert np.array_equal(moved.rank, plain.rank[o])
    assert np.array_equal(moved.wins, plain.wins[o][:, o])
    assert np.array_equal(moved.central, plain.central[o][:, c], equal_nan=True)
    assert np.array_equal(moved.confidence, plain.confidence[o])


@settings(max_examples=60, deadline=None)
@given(tables, st.integers(0, 5))
def test_a_dominated_or_irrelevant_option_changes_nothing_between_the_others(
    table: tuple, which: int
) -> None:
    value, weight = table
    below = value[which % len(value)] - 1 / 16
    plain, more = smaa(value, weight), smaa(np.vstack([value, below]), weight)
    n = len(value)
    assert np.array_equal(more.first[:n], plain.first)
    assert more.first[n] == 0
    assert np.array_equal(more.wins[:n, :n], plain.wins)
    assert np.array_equal(more.central[:n], plain.central, equal_nan=True)


@settings(max_examples=60, deadline=None)
@given(tables)
def test_shares_add_up(table: tuple) -> None:
    found = smaa(*table)
    assert found.rank.sum(axis=1) == pytest.approx(np.ones(len(found.rank)))
    assert (found.wins + found.wins.T <= 1 + 1e-12).all()
    assert found.first.sum() >= 1 - 1e-12
    assert 0 <= found.choice_entropy.value <= np.log2(len(found.rank)) + 1e-12


def same(a: object, b: object) -> bool:
    fields = a.__slots__  # type: ignore[attr-defined]  # a dataclass with slots
    return all(
        np.array_equal(getattr(a, name), getattr(b, name), equal_nan=True)
        if isinstance(getattr(a, name), np.ndarray)
        else getattr(a, name) == getattr(b, name)
        for name in fields
    )


def test_the_number_of_threads_changes_no_bit() -> None:
    value = np.random.default_rng(3).random((5, 3))
    one = smaa(value, UNIFORM, threads=1)
    assert same(one, smaa(value, UNIFORM, threads=2))
    assert same(one, smaa(value, UNIFORM, threads=5))


@pytest.mark.parametrize("drawn", [False, True])
def test_the_compiled_kernel_gives_the_same_bits(drawn: bool) -> None:
    pytest.importorskip("numba")
    compiled = kernel.compiled()
    assert compiled is not None
    rng = np.random.default_rng(5)
    for draws in (1, 511, 512, 513, 20_000):
        value = rng.random((6, 4, draws) if drawn else (6, 4), np.float32)
        weight = rng.standard_exponential((4, draws), np.float32)
        weight /= weight.sum(axis=0)
        assert same(smaa(value, weight, kernel=array_kernel), smaa(value, weight, kernel=compiled))


def test_a_few_draws_wait_for_no_compiler() -> None:
    kernel.compiled.cache_clear()
    assert kernel.fastest(10_000) is array_kernel


def test_more_draws_begin_with_the_same_draws() -> None:
    space = WeightSpace(("x", "y"))
    few = weights.draw(space, seed=1, draws=1_000)
    many = weights.draw(space, seed=1, draws=streams.BLOCK + 7)
    assert np.array_equal(many[:, :1_000], few)
