"""The shipped parameter file: loadable, versioned, small, and with the signs it promises."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from turnpoint.core.transition import parameters
from turnpoint.core.transition.features import FEATURE_SETS, OBSERVED
from turnpoint.errors import BadFile

FILE = Path(parameters.__file__).parent / parameters.FILE


def test_the_shipped_file_is_small_and_of_this_version() -> None:
    assert FILE.stat().st_size < 560_000
    found = parameters.shipped()
    assert found.format == parameters.FORMAT
    assert found.folds == 10
    assert found.fitted
    assert any("CC BY 4.0" in licence for licence in found.licences)
    assert len(found.classes) == len(found.inflow) == len(found.sampled) == 520
    assert np.isclose(np.exp(found.log_inflow()).sum(), 1, atol=1e-4)


@pytest.mark.parametrize("name", FEATURE_SETS)
def test_no_similarity_weighs_against_and_no_distance_for(name: str) -> None:
    fitted = parameters.shipped().sets[name]
    assert fitted.features == tuple(feature.name for feature in FEATURE_SETS[name])
    signs = np.array([feature.sign for feature in (*FEATURE_SETS[name], *OBSERVED)])
    assert (np.array(fitted.beta) * signs >= 0).all()


@pytest.mark.parametrize("name", FEATURE_SETS)
def test_tiers_hold_the_shares_they_are_named_for(name: str) -> None:
    fitted = parameters.shipped().sets[name]
    assert fitted.cutoffs == tuple(sorted(fitted.cutoffs))
    assert np.allclose(fitted.tier_shares, (0.50, 0.30, 0.15, 0.05), atol=0.02)


@pytest.mark.parametrize("name", FEATURE_SETS)
def test_ships_figures_that_beat_popularity_and_cosine(name: str) -> None:
    figures = parameters.shipped().sets[name].figures
    for baseline in ("popularity", "cosine"):
        for measure in ("R@10", "R@20", "R@50", "AUC"):
            assert figures["turnpoint"][measure][0] > figures[baseline][measure][0]


def test_ships_posterior_shares_and_no_observed_flow() -> None:
    found = parameters.shipped()
    posterior = found.posterior()
    assert np.allclose(posterior.share.sum(axis=1), 1)
    assert (posterior.share.sum(axis=0) > 0).all()
    assert not posterior.share[np.arange(len(posterior.classes)), posterior.classes].any()


def test_refuses_a_file_of_another_version(tmp_path: Path) -> None:
    given = json.loads(FILE.read_text(encoding="utf-8"))
    given["format"] = 99
    other = tmp_path / "other.json"
    other.write_text(json.dumps(given), encoding="utf-8")
    with pytest.raises(BadFile, match="make fit"):
        parameters.read(other)


def test_refuses_a_damaged_file(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.json"
    damaged.write_text("{", encoding="utf-8")
    with pytest.raises(BadFile, match="cannot be read"):
        parameters.read(damaged)


def test_reads_back_what_it_wrote(tmp_path: Path) -> None:
    found = parameters.shipped()
    parameters.write(tmp_path / "again.json", found)
    again = tmp_path / "once more.json"
    parameters.write(again, parameters.read(tmp_path / "again.json"))
    assert again.read_bytes() == (tmp_path / "again.json").read_bytes() == FILE.read_bytes()
