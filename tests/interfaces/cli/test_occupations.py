from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from turnpoint.interfaces.cli.main import main


@pytest.fixture
def run(tmp_path: Path, wage_facts: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TURNPOINT_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("TURNPOINT_FACTS_DIR", raising=False)
    shutil.copytree(wage_facts, tmp_path / "facts")

    def ask(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["occupations", *arguments])

    return ask


def test_matches_a_title_and_says_why(run) -> None:
    result = run("match", "Senior solicitor", "--limit", "2")
    assert result.exit_code == 0
    assert result.output.startswith("23-1011.00")
    assert "“solicitor” read as “lawyer”" in result.output
    assert "Set aside: senior." in result.output


def test_matches_as_json(run) -> None:
    answer = json.loads(run("match", "RN", "--json", "--limit", "1").output)
    (only,) = answer["matches"]
    assert (only["code"], only["title"]) == ("29-1141.00", "Registered Nurses")


def test_says_that_nothing_goes_by_gibberish(run) -> None:
    result = run("match", "xqzvkj")
    assert (result.exit_code, "No occupation goes by that" in result.output) == (0, True)


def test_shows_what_is_known_of_an_occupation(run) -> None:
    result = run("show", "29-1141")
    assert result.exit_code == 0
    assert result.output.startswith("Registered Nurses (29-1141.00)")
    for part in ("What people do", "Pay in", "50% earn up to", "people work in it there"):
        assert part in result.output


@pytest.mark.parametrize("area", ["Austin, TX", "0012420", "austin"])
def test_shows_pay_at_a_place_by_name_or_code(run, area: str) -> None:
    record = json.loads(run("show", "29-1141.00", "--json", "--area", area).output)
    assert record["pay"]["area"].startswith("Austin")
    assert record["pay"]["percentiles"]["p10"] < record["pay"]["percentiles"]["p90"]


def test_takes_a_state_by_its_two_letters(run) -> None:
    record = json.loads(run("show", "29-1141.00", "--json", "--area", "TX").output)
    assert record["pay"]["area"] == "Texas"


def test_says_which_place_was_used_instead(run) -> None:
    result = run("show", "19-2011.00", "--area", "Austin, TX")
    assert result.exit_code == 0
    assert "publishes no pay for it in Austin" in result.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("show", "99-9999.00"), "The nearest are"),
        (("show", "29-1141.00", "--area", "Atlantis"), "no pay published for a place"),
        (("show", "29-1141.00", "--area", "Portland"), "Several places are called"),
    ],
)
def test_fails_in_a_sentence(run, arguments: tuple[str, ...], words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert words in result.stderr
