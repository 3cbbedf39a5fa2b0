"""``turnpoint transitions``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from turnpoint.interfaces.cli.main import main


def test_says_what_to_set_where_the_observed_moves_are_absent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("TURNPOINT_MIRROR", raising=False)
    done = CliRunner().invoke(main, ["transitions", "evaluate", "--data-dir", str(tmp_path)])
    assert done.exit_code == 1
    assert "Set TURNPOINT_MIRROR" in done.output
    assert not list(tmp_path.iterdir())


@pytest.mark.shared
def test_prints_the_figures_for_programs(
    monkeypatch: pytest.MonkeyPatch, mirror: Path, wage_facts: Path
) -> None:
    monkeypatch.setenv("TURNPOINT_MIRROR", str(mirror))
    monkeypatch.setenv("TURNPOINT_FACTS_DIR", str(wage_facts))
    done = CliRunner().invoke(main, ["transitions", "evaluate", "--json"])
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert found["feature_set"] == "embedded"
    assert found["origins"] == 263
    assert list(found["figures"]) == ["popularity", "cosine", "turnpoint"]
