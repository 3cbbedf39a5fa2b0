"""The figures on the page about transitions are those that were measured, of the model that ships."""

from __future__ import annotations

import json

import pytest

from scripts import make_benchmark
from turnpoint.core.transition.benchmark import GROUPS, ORIGINS, OURS, WARM
from turnpoint.core.transition.parameters import shipped

FIGURES = json.loads(make_benchmark.FIGURES.read_text(encoding="utf-8"))


def test_the_page_says_what_was_measured() -> None:
    assert not make_benchmark.stale(), "run “python scripts/make_benchmark.py --page”"


def test_every_design_was_measured() -> None:
    assert list(FIGURES["designs"]) == [ORIGINS, GROUPS, WARM]
    assert FIGURES["designs"][ORIGINS]["origins"] == 263


@pytest.mark.parametrize("name", list(shipped().sets))
def test_what_was_measured_is_the_model_that_ships(name: str) -> None:
    figures = shipped().sets[name].figures
    said = next(found for model, found in figures.items() if model in {"turnpoint", OURS + name})
    measured = FIGURES["designs"][ORIGINS]["figures"][OURS + name]
    for measure, (value, _, _) in said.items():
        assert measured[measure][0] == pytest.approx(value, rel=0.01), (
            "run scripts/make_benchmark.py"
        )
