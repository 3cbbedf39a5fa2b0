"""``turnpoint data``: sentences, exit codes, and the same for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.labour.releases import ONET_TABLES, write_tables

from turnpoint.interfaces.cli.main import main

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs ``turnpoint data …`` on a data folder of its own, without a mirror."""
    for name in ("TURNPOINT_FACTS_DIR", "TURNPOINT_MIRROR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TURNPOINT_DATA_DIR", str(tmp_path / "data"))
    return lambda *words: CliRunner().invoke(main, ["data", *map(str, words)])


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return write_tables(tmp_path / "onet", ONET_TABLES)


def test_adds_a_release_and_says_what_it_lacks(run: Run, release: Path) -> None:
    done = run("add", "onet", release)
    assert done.exit_code == 0
    assert done.stdout.startswith("Added O*NET Database, 30.1, December 2025.")
    assert "Not in this release: knowledge" in done.stdout
    assert run("add", "onet", release).stdout.startswith("Already there: O*NET Database")


def test_lists_what_is_there_and_how_to_add_the_rest(run: Run, release: Path) -> None:
    run("add", "onet", release)
    listed = run("list").stdout
    assert "embedded: Occupations and work activities shipped with Turnpoint" in listed
    assert "onet: O*NET Database, 30.1, December 2025 (CC BY 4.0)" in listed
    assert "turnpoint data add bls-ep --latest" in listed
    assert "turnpoint data add esco FOLDER" in listed


def test_lists_the_same_for_programs(run: Run, release: Path) -> None:
    run("add", "onet", release)
    rows = {row["source"]: row for row in json.loads(run("list", "--json").stdout)}
    assert list(rows) == ["embedded", "oews", "onet", "bls-ep", "esco"]
    assert rows["onet"]["loaded"]
    assert rows["onet"]["vintage"] == "30.1, December 2025"
    assert rows["onet"]["licence"] == "CC BY 4.0"
    assert not rows["esco"]["loaded"]


def test_takes_the_newest_release_of_a_mirror(
    run: Run, release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TURNPOINT_MIRROR", str(release.parent))
    assert run("add", "onet", "--latest").exit_code == 0


def test_removes_a_source(run: Run, release: Path) -> None:
    run("add", "onet", release)
    assert run("remove", "onet").stdout == "Removed O*NET Database.\n"
    assert run("remove", "onet").exit_code == 1


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("add", "onet", "/nowhere.zip"), 1, "There is no file or folder /nowhere.zip."),
        (("add", "onet", "http://example.org/a.zip"), 1, "https://"),
        (("add", "esco", "--latest"), 1, "turnpoint data add esco FOLDER"),
        (("remove", "esco"), 1, "There are no facts of esco to remove."),
        (("add", "onet"), 2, "Give a path, an address, or --latest."),
        (("add", "onet", "x.zip", "--latest"), 2, "Give a path, an address, or --latest."),
        (("add", "atlantis"), 2, "is not one of"),
    ],
)
def test_fails_in_a_sentence(run: Run, words: tuple[str, ...], code: int, sentence: str) -> None:
    done = run(*words)
    assert done.exit_code == code
    assert sentence in done.stderr
    assert "Traceback" not in done.output
