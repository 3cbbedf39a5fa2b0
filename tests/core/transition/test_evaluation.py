"""Leaving origins out: honest, and as good as it is said to be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from turnpoint.core.transition.evaluation import (
    by_origin,
    calibration,
    leave_origins_out,
    log_inflow,
    summary,
)
from turnpoint.core.transition.similarity import Feature
from turnpoint.core.transition.training import evaluate_on
from turnpoint.labour.flow import Flows, SurveyClass
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.sources.transitions import read_flows

FLOORS = {"R@10": 0.295, "R@20": 0.425, "R@50": 0.63, "AUC": 0.870}
ALIKE = (Feature("alike", "alike", "alike", 1),)


def made_up(
    seed: int = 3, n: int = 30
) -> tuple[Flows, np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    """Moves drawn from the model itself, with β = 1.5."""
    rng = np.random.default_rng(seed)
    z = rng.normal(size=(1, n, n)).astype(np.float32)
    odds = np.exp(1.5 * z[0]) * rng.dirichlet(np.ones(n))
    np.fill_diagonal(odds, 0)
    movers = 1e5 * odds / odds.sum(axis=1, keepdims=True)
    classes = tuple(SurveyClass(str(each), (str(each),), "") for each in range(n))
    return Flows(classes, movers, np.full(n, 50.0), np.arange(n) % 5, np.ones(n)), z


def test_nothing_about_a_left_out_origin_is_seen() -> None:
    flows, z = made_up()
    before = leave_origins_out(flows, z, ALIKE)
    other = flows.movers.copy()
    other[0] = np.roll(other[0], 7)
    other[0, 0] = 0
    after = leave_origins_out(replace(flows, movers=other), z, ALIKE)
    same_fold = np.flatnonzero(flows.fold[before.origins] == flows.fold[0])
    assert np.allclose(before.probability[same_fold], after.probability[same_fold])


def test_an_origins_own_movers_are_left_out_of_its_inflow() -> None:
    flows, _ = made_up()
    origins = np.arange(30)
    own = log_inflow(flows, origins, own=True)
    assert np.isneginf(np.diag(own)).all()
    flows.movers[4] *= 50
    assert np.allclose(own[4], log_inflow(flows, origins, own=True)[4], equal_nan=True)


def test_measures_of_a_perfect_and_a_flat_prediction() -> None:
    flows, _ = made_up()
    origins = np.arange(30)
    truth = flows.movers / flows.movers.sum(axis=1, keepdims=True)
    perfect = summary(by_origin(truth, flows, origins), seed=1)
    flat = (1 - np.eye(30)) / 29
    assert perfect["R@10"][0] > 0.75
    assert summary(by_origin(flat, flows, origins), seed=1)["perplexity"][0] == pytest.approx(29)
    assert perfect["perplexity"][0] < 29


def test_intervals_are_the_same_for_the_same_seed() -> None:
    flows, z = made_up()
    held = leave_origins_out(flows, z, ALIKE)
    measured = by_origin(held.probability, flows, held.origins)
    assert summary(measured, seed=5) == summary(measured, seed=5)
    low, high = summary(measured, seed=5)["R@10"][1:]
    assert low < measured[:, 0].mean() < high


def test_a_score_that_is_no_probability_has_no_perplexity() -> None:
    flows, z = made_up()
    assert "perplexity" not in summary(by_origin(z[0], flows, np.arange(30)), seed=1)


def test_what_is_said_to_be_likelier_happens_more_often() -> None:
    flows, z = made_up()
    groups = calibration(leave_origins_out(flows, z, ALIKE), flows)
    observed = [seen for _, seen in groups]
    assert observed == sorted(observed)
    assert np.allclose([p for p, _ in groups], observed, rtol=0.5)


@pytest.mark.shared
def test_the_shipped_facts_reach_their_floors_on_the_published_folds(
    mirror: Path, shipped_market: LabourMarket
) -> None:
    folder = mirror / "transitions"
    flows = read_flows(folder / "nodes.csv", folder / "flows.csv")
    found = evaluate_on(shipped_market, flows)
    assert len(found.held.origins) == 263
    for measure, floor in FLOORS.items():
        assert found.figures["turnpoint"][measure][0] > floor
        assert found.figures["turnpoint"][measure][0] > found.figures["popularity"][measure][0]
    assert found.figures["turnpoint"]["perplexity"][0] < 150
    assert found.figures["popularity"]["R@10"][0] == pytest.approx(0.201, abs=0.002)
    assert found.figures["popularity"]["AUC"][0] == pytest.approx(0.831, abs=0.002)
