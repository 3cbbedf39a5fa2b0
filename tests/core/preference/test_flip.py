"""Flip points: putting one in makes another option lead."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.preference.tables import PAY, STAY_OR_GO, random_table, table

from turnpoint.core.preference.comparison import Comparison, Draws, draw, valued
from turnpoint.core.preference.effect import AtLevel
from turnpoint.core.preference.flip import Flip, What, flips
from turnpoint.core.preference.value import Criterion, Levels, Linear

MINUTES = Criterion("minutes", "Commute", Linear(90, 0), "minutes")


def leader(table: Comparison, draws: Draws) -> str:
    part = draws.value.mean(axis=2, dtype=float) * draws.weight.mean(axis=1, dtype=float)
    return table.options[int(part.sum(axis=1).argmax())]


def moved(table: Comparison, draws: Draws, flip: Flip, past: float) -> str:
    """Who leads a little past the flip (or a little before, for a negative ``past``)."""
    c = table.keys.index(flip.criterion)
    to = flip.then + past * (flip.then - flip.now)
    effect, weight, criteria = draws.effect.copy(), draws.weight.copy(), list(table.criteria)
    value = draws.value.copy()
    if flip.what is What.EFFECT:
        effect[table.options.index(flip.option), c] = to
        value = valued(table, effect)
    elif flip.what is What.WEIGHT:
        mean = weight.mean(axis=1, keepdims=True).repeat(weight.shape[1], axis=1)
        weight = mean * (1 - to) / (1 - mean[c])
        weight[c] = to
        value = value.mean(axis=2, keepdims=True).repeat(weight.shape[1], axis=2)
    else:
        scale = criteria[c].value
        assert isinstance(scale, Linear)
        name = "worst" if flip.what is What.WORST else "best"
        criteria[c] = replace(criteria[c], value=replace(scale, **{name: to}))
        table = replace(table, criteria=tuple(criteria))
        value = valued(table, effect)
    return leader(table, Draws(effect, value, weight))


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 2**32))
def test_just_past_each_flip_another_option_leads_and_just_before_it_does_not(seed: int) -> None:
    asked = random_table(seed)
    draws = draw(asked, seed=seed, draws=1_000)
    found = flips(asked, draws)
    for flip in found.flips:
        if flip.distance < 1e-3:  # a tie, in single precision
            continue
        assert moved(asked, draws, flip, 0.02) == flip.new_leader
        if flip.what is not What.WEIGHT:
            assert moved(asked, draws, flip, 0.02) == flip.new_leader or flip.distance < 0.02
        assert moved(asked, draws, flip, -0.02) == found.leader


def test_the_gap_is_told_in_the_unit_of_the_cell() -> None:
    asked = table({"near": (50_000, 10), "far": (60_000, 60)}, (PAY, MINUTES))
    draws = draw(asked, seed=1, draws=1_000)
    even = Draws(draws.effect, draws.value, np.full_like(draws.weight, 0.5))
    found = flips(asked, even)
    by_cell = {(flip.what, flip.option, flip.criterion): flip.then for flip in found.flips}
    assert found.leader == "near"
    # 0.2 + 1 − 1/9 leads 0.4 + 1/3 by 7/45: half of that in either cell.
    gap = 0.2 + 8 / 9 - 0.4 - 1 / 3
    assert by_cell[What.EFFECT, "far", "pay"] == pytest.approx(60_000 + 50_000 * gap, rel=1e-4)
    assert by_cell[What.EFFECT, "far", "minutes"] == pytest.approx(60 - 90 * gap, rel=1e-4)
    assert (What.EFFECT, "near", "pay") not in by_cell
    assert by_cell[What.WEIGHT, "", "pay"] == pytest.approx((5 / 9) / (5 / 9 + 0.2), rel=1e-4)


def test_a_named_level_flips_at_the_first_level_that_suffices() -> None:
    home = Criterion("home", "Days at home", Levels(("none", "two", "all"), (0.0, 0.6, 1.0)))
    asked = table(
        {"a": (60_000, AtLevel(("two",))), "b": (65_000, AtLevel(("none",)))}, (PAY, home)
    )
    draws = draw(asked, seed=1, draws=1_000)
    even = Draws(draws.effect, draws.value, np.full_like(draws.weight, 0.5))
    found = flips(asked, even)
    levels = {
        f.option: f.then for f in found.flips if f.what is What.EFFECT and f.criterion == "home"
    }
    assert levels == {"a": 0, "b": 1}


def test_the_order_of_draws_changes_no_flip() -> None:
    draws = draw(STAY_OR_GO, seed=3, draws=1_000)
    mixed = np.random.default_rng(1).permutation(1_000)
    here = flips(STAY_OR_GO, draws)
    there = flips(
        STAY_OR_GO,
        Draws(draws.effect[:, :, mixed], draws.value[:, :, mixed], draws.weight[:, mixed]),
    )
    assert here.leader == there.leader
    for one, other in zip(here.flips, there.flips, strict=True):
        assert (one.what, one.option, one.criterion) == (other.what, other.option, other.criterion)
        assert one.then == pytest.approx(other.then, rel=1e-4, abs=1e-4)


def test_the_nearest_comes_first() -> None:
    found = flips(STAY_OR_GO, draw(STAY_OR_GO, seed=3, draws=4_000)).flips
    far = [round(flip.distance, 6) for flip in found]
    assert far == sorted(far)
    assert {flip.what for flip in found} >= {What.EFFECT, What.WEIGHT}


def test_a_single_option_leads_whatever_happens() -> None:
    alone = table({"stay": (50_000,)}, (PAY,))
    assert flips(alone, draw(alone, seed=1, draws=100)).flips == ()
