"""The scale that likeness is put on is where it was measured to be."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.likeness import credit, destination_of, likeness
from turnpoint.labour.market import LabourMarket

DEFAULTS = Assumptions()


def coverage(market: LabourMarket, origin: int, to: int) -> float:
    destination = destination_of(market, to)
    return float(destination.weight @ credit(market.activities, origin, destination))


def test_two_jobs_drawn_by_lot_share_what_the_scale_begins_with(
    shipped_market: LabourMarket,
) -> None:
    pairs = np.random.default_rng(1).integers(0, len(shipped_market.occupations), (800, 2))
    shared = [coverage(shipped_market, int(i), int(j)) for i, j in pairs if i != j]
    assert np.mean(shared) == pytest.approx(DEFAULTS.cover_by_lot, abs=0.02)


def test_coverage_is_directed(shipped_market: LabourMarket) -> None:
    support, manager = map(shipped_market.occupation, ("15-1232", "11-3021"))
    there = coverage(shipped_market, support, manager)
    assert there != pytest.approx(coverage(shipped_market, manager, support), abs=0.02)


@pytest.mark.shared
def test_observed_moves_lie_on_the_scale_as_stated(
    shipped_market: LabourMarket, mirror: Path
) -> None:
    """A sample of the observed moves: the closest tenth, and the mean distance."""
    folder = mirror / "transitions"
    nodes = {row["node"]: row["soc2010"] for row in _rows(folder / "nodes.csv")}
    number = {node: _first(shipped_market, socs) for node, socs in nodes.items()}
    moves = [
        (number[row["origin"]], number[row["destination"]], float(row["movers"]))
        for row in _rows(folder / "flows.csv")
        if row["origin"] != row["destination"]
    ]
    known = [move for move in moves if None not in move][::8]
    shared = np.array([coverage(shipped_market, i or 0, j or 0) for i, j, _ in known])
    movers = np.array([each for _, _, each in known])
    order = np.argsort(-shared)
    reached = np.cumsum(movers[order]) / movers.sum()
    closest_tenth = shared[order][np.searchsorted(reached, 0.1)]
    assert closest_tenth == pytest.approx(DEFAULTS.cover_close, abs=0.05)
    distance = [1 - likeness(each, DEFAULTS) for each in shared]
    mean = float(np.average(distance, weights=movers))
    assert mean == pytest.approx(DEFAULTS.typical_distance, abs=0.05)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _first(market: LabourMarket, socs: str) -> int | None:
    """The first occupation of a survey class, by its SOC 2010 codes (a final 0 is the whole group)."""
    for soc in socs.split():
        prefix = soc[:6] if soc.endswith("0") else soc
        for occupation_number, occupation in enumerate(market.occupations):
            if occupation.soc.startswith(prefix):
                return occupation_number
    return None
