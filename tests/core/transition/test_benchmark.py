"""The benchmark on the published moves: as good as it is said to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from turnpoint.core.transition.benchmark import ORIGINS, benchmark
from turnpoint.core.transition.parameters import shipped
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.sources.transitions import read_flows

FLOORS = {"R@10": 0.295, "R@20": 0.425, "R@50": 0.63, "AUC": 0.870}


@pytest.mark.shared
def test_the_shipped_facts_reach_their_floors_on_the_published_folds(
    mirror: Path, shipped_market: LabourMarket
) -> None:
    folder = mirror / "transitions"
    flows = read_flows(folder / "nodes.csv", folder / "flows.csv")
    card = benchmark(shipped_market, flows, shipped(), quick=True).designs[ORIGINS]
    ours, popular = card.figures["Turnpoint: embedded"], card.figures["popularity"]
    assert card.origins == 263
    for measure, floor in FLOORS.items():
        assert ours[measure][0] > floor
        assert card.differences["popularity"][measure][1] > 0
    assert ours["perplexity"][0] < 150
    assert popular["R@10"][0] == pytest.approx(0.201, abs=0.002)
    assert popular["AUC"][0] == pytest.approx(0.831, abs=0.002)
    assert popular["direction"][0] == pytest.approx(0.83, abs=0.01)
    assert popular["balanced accuracy"][0] == pytest.approx(0.755, abs=0.01)
