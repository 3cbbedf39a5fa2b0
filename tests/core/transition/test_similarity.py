"""Features of moves: bounded, one-sided where they should be, and right on a market of eight."""

from __future__ import annotations

import numpy as np
import pytest
from tests.sample_market import GARDENER, IT_MANAGER, MANAGER, SUPERVISOR, WAITER, tiny_market

from turnpoint.core.transition.features import EMBEDDED, FEATURE_SETS, feature_set_of
from turnpoint.core.transition.profile import Floats, filled, profiles_of
from turnpoint.core.transition.similarity import similarity
from turnpoint.labour.market import LabourMarket

SYMMETRIC = {
    "detailed_overlap",
    "intermediate_overlap",
    "generalized_likeness",
    "industry_mix",
    "industry_lift",
    "same_minor",
    "title_likeness",
    "fine_lift",
    "owner_lift",
}


def features_of(market: LabourMarket) -> dict[str, Floats]:
    profiles = profiles_of(market)
    x = similarity(profiles, EMBEDDED, np.arange(len(profiles)))
    return {feature.name: values for feature, values in zip(EMBEDDED, x, strict=True)}


@pytest.fixture(scope="module")
def shipped(shipped_market: LabourMarket) -> dict[str, Floats]:
    return features_of(shipped_market)


@pytest.mark.parametrize("feature", EMBEDDED, ids=lambda feature: feature.name)
def test_a_feature_is_finite_varies_and_is_one_sided_only_where_it_says(
    shipped: dict[str, Floats], feature: object
) -> None:
    name = getattr(feature, "name", "")
    values = shipped[name]
    assert np.isfinite(values).all()
    assert values.std() > 0
    assert np.allclose(values, values.T, atol=1e-4) == (name in SYMMETRIC)


def test_a_job_is_most_like_itself(shipped: dict[str, Floats]) -> None:
    for name in ("detailed_overlap", "intermediate_overlap", "industry_mix"):
        assert (np.diag(shipped[name]) >= shipped[name].max(axis=1) - 1e-4).all()


def test_a_pay_cut_one_way_is_a_pay_rise_the_other() -> None:
    x = features_of(tiny_market())
    assert np.allclose(x["pay_cut"], x["pay_rise"].T)
    assert x["pay_cut"][MANAGER, WAITER] == pytest.approx(np.log(104 / 34), rel=1e-4)


def test_groups_are_those_of_the_code() -> None:
    x = features_of(tiny_market())
    assert x["same_minor"][MANAGER, IT_MANAGER] == 0
    assert x["same_minor"][SUPERVISOR, GARDENER] == 0
    assert x["same_minor"][MANAGER, MANAGER] == 1


def test_shared_activities_make_jobs_alike() -> None:
    x = features_of(tiny_market())
    assert x["detailed_overlap"][SUPERVISOR, GARDENER] > x["detailed_overlap"][WAITER, GARDENER]
    assert (
        x["generalized_covered"][SUPERVISOR, GARDENER] > x["generalized_covered"][WAITER, GARDENER]
    )


def test_the_richest_set_is_chosen_only_where_its_facts_are_loaded(
    shipped_market: LabourMarket,
) -> None:
    assert feature_set_of(profiles_of(shipped_market)) == "embedded"
    assert list(FEATURE_SETS) == ["onet+context", "onet", "embedded"]


def test_gaps_are_filled_from_the_nearest_group() -> None:
    soc = ("11-1011", "11-1021", "11-2021", "47-2111")
    values = np.array([[1.0], [np.nan], [5.0], [np.nan]], np.float32)
    assert filled(values, soc)[:, 0].tolist() == [1.0, 1.0, 5.0, 3.0]
