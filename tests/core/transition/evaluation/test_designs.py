"""Leaving origins out, leaving groups out, and dealing an origin's own movers into halves."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.conditional_logit import conditional_logit
from tests.made_up_moves import ALIKE, made_up

from turnpoint.core.transition.evaluation.baselines import popularity
from turnpoint.core.transition.evaluation.designs import (
    DEALT_AS_ONE,
    half_split,
    leave_groups_out,
    leave_origins_out,
    people,
    warm_half_split,
)
from turnpoint.core.transition.evaluation.fitter import Array, Fitter, Rows
from turnpoint.labour.flow import MOVERS_TO_ONE_SAMPLED, Flows


def shuffled(flows: Flows, origin: int) -> Flows:
    """The same moves but of one origin, whose people went elsewhere."""
    movers = flows.movers.copy()
    movers[origin] = np.roll(movers[origin], 7)
    movers[origin, origin] = 0
    return replace(flows, movers=movers)


@pytest.mark.parametrize("design", [leave_origins_out, leave_groups_out])
@pytest.mark.parametrize("name", ["popularity", "model"])
def test_nothing_about_a_left_out_origin_is_seen(name: str, design: object) -> None:
    flows, z = made_up()
    fitter: Fitter = popularity if name == "popularity" else conditional_logit(z, ALIKE)
    assert callable(design)
    before, after = design(fitter, flows), design(fitter, shuffled(flows, 0))
    assert np.array_equal(before.probability[0], after.probability[0])
    assert not np.array_equal(before.probability, after.probability)


def test_a_fitter_is_shown_only_training_origins() -> None:
    flows, _ = made_up()

    def prying(shown: Flows, training: Rows, test: Rows) -> Array:
        assert not np.isin(test, training).any()
        assert not shown.movers[test].any()
        assert np.isnan(shown.sampled[test]).all()
        assert np.array_equal(shown.movers[training], flows.movers[training])
        return popularity(shown, training, test)

    leave_origins_out(prying, flows)


def test_leaving_a_group_out_leaves_all_its_origins_out() -> None:
    flows, _ = made_up()
    major = np.array([item.code[:2] for item in flows.classes])

    def watching(shown: Flows, training: Rows, test: Rows) -> Array:
        assert set(major[test]).isdisjoint(major[training])
        return popularity(shown, training, test)

    assert len(leave_groups_out(watching, flows).origins) == 30


def test_an_origin_without_movers_is_not_tested() -> None:
    flows, _ = made_up()
    flows.movers[3] = 0
    assert 3 not in leave_origins_out(popularity, flows).origins


def test_halves_hold_whole_people_and_together_everybody() -> None:
    flows, _ = made_up()
    first, second = half_split(flows, np.random.default_rng(1))
    assert np.allclose(first.movers + second.movers, flows.movers)
    counts = people(flows.movers)
    weight = flows.movers / np.maximum(counts, 1)
    dealt = np.divide(first.movers, weight, out=np.zeros_like(weight), where=weight > 0)
    assert np.allclose(dealt, np.rint(dealt))
    assert np.allclose(dealt.sum(axis=1), counts.sum(axis=1) // 2)
    assert np.allclose(first.sampled, first.movers.sum(axis=1) / MOVERS_TO_ONE_SAMPLED)


def test_one_person_of_great_weight_is_never_in_both_halves() -> None:
    flows, _ = made_up()
    flows.movers[flows.movers > 0] = 1.4 * DEALT_AS_ONE
    first, second = half_split(flows, np.random.default_rng(1))
    assert not ((first.movers > 0) & (second.movers > 0)).any()


def test_an_observed_move_is_at_least_one_person() -> None:
    movers = np.array([0.0, 100.0, DEALT_AS_ONE * 2.4])
    assert people(movers).tolist() == [0, 1, 2]


def test_the_same_seed_deals_the_same_halves_to_every_fitter() -> None:
    flows, z = made_up()
    ours = warm_half_split(conditional_logit(z, ALIKE), flows, seed=4)
    theirs = warm_half_split(popularity, flows, seed=4)
    assert np.array_equal(ours.movers, theirs.movers)
    assert not np.array_equal(ours.movers, warm_half_split(popularity, flows, seed=5).movers)


def test_a_warm_fitter_sees_one_half_and_never_the_other() -> None:
    flows, _ = made_up()

    def own(shown: Flows, training: Rows, test: Rows) -> Array:
        assert np.isin(test, training).all()
        return shown.movers[test]

    held = warm_half_split(own, flows, seed=2)
    assert np.allclose(held.probability + held.movers, flows.movers[held.origins])
