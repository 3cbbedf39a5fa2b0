"""``turnpoint routes`` finds ways, and says which limit stands in the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from turnpoint.interfaces.cli.main import main

WAY = ("--from", "15-1232.00", "--to", "software developer", "--education", "bachelor")


@pytest.fixture(autouse=True)
def workspace(wage_facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TURNPOINT_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("TURNPOINT_FACTS_DIR", str(wage_facts))


def ask(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["routes", *arguments])


def test_prints_routes_with_their_steps() -> None:
    result = ask(*WAY)
    assert result.exit_code == 0, result.output
    for words in ("Software Developers", "arrives in", "hardest step one in", "destination-first"):
        assert words in result.output


def test_json_names_every_occupation_of_every_route() -> None:
    result = ask(*WAY, "--json", "--avoid", "35-3031.00")
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    chosen = answer["routes"]["destination"]["chosen"]
    assert chosen
    for each in chosen:
        for step in each["route"]["steps"]:
            assert str(step["destination"]) in answer["occupations"]
            assert 0 < step["probability"] < 1


def test_says_what_would_open_a_way() -> None:
    result = ask(*WAY, "--months", "2")
    assert result.exit_code == 0, result.output
    assert "Nothing destination-first." in result.output
    assert "months at least, and you allow 2" in result.output


def test_refuses_a_move_to_where_one_is() -> None:
    result = ask("--from", "15-1232.00", "--to", "15-1232.00")
    assert result.exit_code == 1
    assert "same occupation" in result.output
