"""Baselines: each by the same protocol, each only where its facts are there."""

from __future__ import annotations

import numpy as np
from tests.made_up_moves import made_up
from tests.sample_market import tiny_market

from turnpoint.core.transition.evaluation.baselines import (
    baselines,
    cosine,
    inflow_and,
    own_movers,
    popularity,
    standardised,
)
from turnpoint.core.transition.evaluation.designs import leave_origins_out, warm_half_split
from turnpoint.core.transition.evaluation.measures import by_origin, is_probability
from turnpoint.core.transition.profile import profiles_of


def test_popularity_says_the_same_of_every_origin_but_for_itself() -> None:
    flows, _ = made_up()
    found = popularity(flows, np.arange(5, 30), np.array([0, 1]))
    assert np.allclose(found.sum(axis=1), 1)
    assert found[0, 0] == 0
    assert np.allclose(found[0, 2:] / found[0, 2:].sum(), found[1, 2:] / found[1, 2:].sum())


def test_what_a_baseline_needs_decides_whether_it_is_there() -> None:
    bare = baselines(profiles_of(tiny_market()))
    assert list(bare) == ["popularity", "cosine of activities"]
    rated = baselines(profiles_of(tiny_market(onet=True)))
    assert "cosine of skills, knowledge and activities" in rated


def test_a_cosine_knows_an_opposite_from_a_twin() -> None:
    values = standardised(np.array([[1, 0], [1, 0], [0, 1], [0, 1]], dtype=np.float32))
    assert np.allclose(cosine(values)[0], [1, 1, -1, -1])


def test_inflow_and_a_likeness_beat_inflow_alone_where_likeness_matters() -> None:
    flows, z = made_up()
    both = leave_origins_out(inflow_and(z[0]), flows)
    alone = leave_origins_out(popularity, flows)
    assert is_probability(both.probability)
    assert by_origin(both)[:, 4].mean() < by_origin(alone)[:, 4].mean()


def test_own_movers_help_where_they_may_be_seen_and_are_popularity_where_not() -> None:
    flows, _ = made_up()
    flows.movers[:] *= 20
    assert np.allclose(
        leave_origins_out(own_movers, flows).probability,
        leave_origins_out(popularity, flows).probability,
    )
    warm, cold = (warm_half_split(each, flows, seed=1) for each in (own_movers, popularity))
    assert by_origin(warm)[:, 4].mean() < by_origin(cold)[:, 4].mean()
