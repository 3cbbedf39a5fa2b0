"""The benchmark on the published moves: as good as it is said to be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from turnpoint.core.transition.benchmark import ORIGINS, benchmark
from turnpoint.core.transition.evaluation.baselines import popularity
from turnpoint.core.transition.evaluation.ceiling import ceiling
from turnpoint.core.transition.evaluation.designs import leave_origins_out
from turnpoint.core.transition.evaluation.scorecard import scorecard
from turnpoint.core.transition.parameters import shipped
from turnpoint.labour.flow import NO_FOLD, Flows
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.sources.transitions import read_flows


@pytest.fixture(scope="module")
def flows(mirror: Path) -> Flows:
    folder = mirror / "transitions"
    return read_flows(folder / "nodes.csv", folder / "flows.csv")


@pytest.mark.shared
def test_popularity_reaches_what_the_page_says(flows: Flows) -> None:
    held = leave_origins_out(popularity, flows)
    best = ceiling(held, seed=1)
    fold = flows.fold[held.origins]
    card = scorecard({"popularity": held}, ours="popularity", best=best, fold=fold, seed=1)
    found = card.figures["popularity"]
    assert card.origins == 263
    assert found["R@10"][0] == pytest.approx(0.201, abs=0.002)
    assert found["R@20"][0] == pytest.approx(0.307, abs=0.002)
    assert found["AUC"][0] == pytest.approx(0.831, abs=0.002)
    assert found["direction"][0] == pytest.approx(0.83, abs=0.01)
    assert found["balanced accuracy"][0] == pytest.approx(0.755, abs=0.01)
    assert card.ceiling["R@10"] == pytest.approx(0.463, abs=0.01)


@pytest.mark.shared
def test_the_shipped_facts_foretell_two_of_the_published_folds(
    flows: Flows, shipped_market: LabourMarket
) -> None:
    two = replace(flows, fold=np.where(flows.fold < 2, flows.fold, NO_FOLD))
    card = benchmark(shipped_market, two, shipped(), quick=True).designs[ORIGINS]
    ours = card.figures["Turnpoint: embedded"]
    assert card.origins == 51
    assert ours["R@10"][0] > 0.28
    assert ours["AUC"][0] > 0.87
    for measure in ("R@10", "R@20", "AUC", "popularity-matched"):
        assert card.differences["popularity"][measure][1] > 0
