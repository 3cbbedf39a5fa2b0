"""Who stands behind a figure, how many, and how far the figure may be off."""

from __future__ import annotations

import numpy as np
import pytest

from turnpoint.core.transition.behind import behind
from turnpoint.core.transition.explanation import READ, SHARPER, explanation_of
from turnpoint.core.transition.features import FEATURE_SETS
from turnpoint.core.transition.move import TransitionModel
from turnpoint.labour.market import LabourMarket


@pytest.fixture(scope="module")
def model(shipped_market: LabourMarket) -> TransitionModel:
    return TransitionModel.for_market(shipped_market)


def test_the_interval_holds_the_figure(
    model: TransitionModel, shipped_market: LabourMarket
) -> None:
    rng = np.random.default_rng(3)
    for origin, to in rng.integers(0, len(shipped_market.occupations), (60, 2)).tolist():
        if origin == to:
            continue
        found = behind(shipped_market, move := model.move(origin, to))
        if found.between is None:
            assert not move.sampled_movers
            continue
        near, far = found.between
        assert near <= move.one_in
        assert far is None or move.one_in <= far


def test_says_how_many_were_sampled_and_between_what(
    model: TransitionModel, shipped_market: LabourMarket
) -> None:
    waiter, supervisor = (shipped_market.occupation(code) for code in ("35-3031.00", "35-1012.00"))
    found = behind(shipped_market, model.move(waiter, supervisor))
    assert found.badge == f"based on about {found.sampled:,} sampled movers"
    assert "nine times in ten between 1 in" in found.sentences[0]
    assert any(each.title in found.sentences[1] for each in found.others)
    assert all(0 < each.went < each.sampled for each in found.others)


def test_says_where_nobody_was_sampled(
    model: TransitionModel, shipped_market: LabourMarket
) -> None:
    nurse, manager = (shipped_market.occupation(code) for code in ("29-1141.00", "11-9111.00"))
    found = behind(shipped_market, model.move(nurse, manager))
    assert found.sampled is None
    assert found.badge == "based on movers from other work alone"
    assert "No moves out of this work" in found.sentences[0]


def test_every_feature_set_is_put_in_words() -> None:
    assert READ.keys() == FEATURE_SETS.keys()
    assert SHARPER.keys() == FEATURE_SETS.keys() - {"onet+context"}


def test_says_what_was_compared_and_what_would_sharpen_it(
    model: TransitionModel, shipped_market: LabourMarket
) -> None:
    found = explanation_of(shipped_market, model, model.move(3, 90))
    assert "work activities" in found.read
    assert found.sharper is not None
    assert found.sharper.command == "turnpoint data add onet --latest"
    assert [tier for _, tier in found.tiers] == ["close", "reachable", "stretch", "long shot"]
