"""Value of information: closed forms, published cases, and its laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from turnpoint.core.decision.information import Information, Move
from turnpoint.core.decision.value_of_information import (
    evpi,
    evpi_of_normal_difference,
    evppi,
)

DRAWS = 200_000
RNG = np.random.default_rng(20)
P1, P2 = RNG.standard_normal(DRAWS), 2 * RNG.standard_normal(DRAWS)
TOY = np.array([np.zeros(DRAWS), P1 + P2])


@pytest.mark.parametrize(("mean", "exact"), [(0, 0.398942), (1, 0.083315)])
def test_two_options_with_a_normal_difference(mean: float, exact: float) -> None:
    assert evpi_of_normal_difference(mean, 1) == pytest.approx(exact, abs=5e-7)
    found = evpi([np.zeros(DRAWS), P1 + mean])
    assert abs(found.value - exact) < 4 * found.error


def test_the_published_sum_of_two_normals() -> None:
    assert evpi_of_normal_difference(0, np.sqrt(5)) == pytest.approx(0.892062, abs=5e-7)
    for found, exact in (
        (evpi(TOY), 0.892062),
        (evppi(TOY, P1), 0.398942),
        (evppi(TOY, P2), 0.797885),
        (evppi(TOY, [P1, P2]), 0.892062),
    ):
        assert abs(found.value - exact) < 4 * found.error + 1e-3


def test_what_says_nothing_is_worth_nothing() -> None:
    noise = np.random.default_rng(5).standard_normal(DRAWS)
    assert evppi(TOY, noise).value < 0.02


def test_groups_give_their_exact_means() -> None:
    group = np.tile([0, 1], 500)
    net = np.array([np.zeros(1000), np.where(group == 1, 1.0, -1.0)])
    assert evppi(net, group).value == pytest.approx(0.5)
    assert evppi(net, np.ones(1000)).value == 0


def test_in_acceptability_knowing_all_makes_one_option_first_for_sure() -> None:
    first = (TOY.max(axis=0) <= TOY).astype(np.float64)
    assert evpi(first).value == pytest.approx(1 - first.mean(axis=1).max())
    assert evppi(first, P2).value < evpi(first).value


cases = st.tuples(st.integers(0, 2**32), st.integers(1, 5), st.integers(30, 300))


@settings(max_examples=50, deadline=None)
@given(cases)
def test_nothing_is_worth_less_than_nothing_or_more_than_knowing_all(case: tuple) -> None:
    seed, options, draws = case
    rng = np.random.default_rng(seed)
    net, known = rng.standard_normal((options, draws)), rng.standard_normal(draws)
    for parameter in (known, np.round(known), net[0], np.vstack([known, net[-1]])):
        assert 0 <= evppi(net, parameter).value <= evpi(net).value


@settings(max_examples=30, deadline=None)
@given(cases)
def test_order_of_draws_units_and_a_common_shift_change_nothing(case: tuple) -> None:
    seed, options, draws = case
    rng = np.random.default_rng(seed)
    net, known = rng.standard_normal((options, draws)), rng.standard_normal(draws)
    mixed = rng.permutation(draws)
    plain = evppi(net, known).value
    assert evppi(net[:, mixed], known[mixed]).value == pytest.approx(plain, abs=1e-9)
    assert evppi(net + rng.standard_normal(draws) * 0 + 7, known).value == pytest.approx(
        plain, abs=1e-9
    )
    assert evppi(1000 * net, 40 * known - 3).value == pytest.approx(1000 * plain, abs=1e-5)


def test_refuses_a_parameter_of_another_length() -> None:
    with pytest.raises(ValueError, match="each draw"):
        evppi(TOY, P1[:10])


def test_what_the_findings_say_is_the_named_function_on_the_same_draws() -> None:
    """Averaged over wants: for each, what ``evppi`` says of the same futures."""
    net = np.random.default_rng(8).standard_normal((3, 1024)).astype(np.float32)
    worth = np.stack([net, net[::-1]], axis=1)  # two criteria
    weight = np.array([[0.3, 0.7], [0.8, 0.2]], np.float32)
    move = Move(0, 1, worth[0, 1] - worth[0, 1].mean())
    mean = weight @ worth.mean(axis=2).T
    known = Information(weight, mean, 100.0, 0.0, {"x": (move,)}, {"x": ("x",)})
    each = [100 * evppi(net_of(mean[k], weight[k, 1] * move.by), move.by).value for k in range(2)]
    assert known.worth(("x",))[0] == pytest.approx(np.mean(each), abs=1e-3)


def net_of(mean: NDArray[np.float32], by: NDArray[np.float32]) -> NDArray[np.float64]:
    """Options of which the first moves."""
    net = np.repeat(mean[:, None].astype(np.float64), len(by), axis=1)
    net[0] += by
    return net
