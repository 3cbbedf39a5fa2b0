"""``turnpoint transitions`` on files given to it: figures, predictions, and sentences."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from turnpoint.core.transition.parameters import shipped
from turnpoint.interfaces.cli.main import main

Run = Callable[..., Result]


@pytest.fixture
def run(wage_facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("TURNPOINT_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("TURNPOINT_FACTS_DIR", str(wage_facts))
    monkeypatch.delenv("TURNPOINT_MIRROR", raising=False)

    def _run(*arguments: str | Path) -> Result:
        return CliRunner().invoke(main, ["transitions", *map(str, arguments)])

    return _run


@pytest.fixture
def moves(tmp_path: Path) -> tuple[Path, Path]:
    """Made-up moves between thirty real classes, in the layout of the published files."""
    rng = np.random.default_rng(1)
    codes = shipped().classes[:120:4]
    nodes, flows = tmp_path / "nodes.csv", tmp_path / "flows.csv"
    with nodes.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["node", "soc2010", "title", "employment", "sampled_movers", "fold"])
        writer.writerows([code, code, code, 1000, 40, at % 2] for at, code in enumerate(codes))
    with flows.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["origin", "destination", "movers"])
        for origin in codes:
            chosen = rng.choice(len(codes), size=12, replace=False)
            writer.writerows(
                [origin, codes[each], 1800 * rng.integers(1, 6)]
                for each in chosen
                if codes[each] != origin
            )
    return nodes, flows


def predicted(path: Path) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    with path.open() as file:
        for row in csv.DictReader(file):
            found.setdefault(row["origin"], {})[row["destination"]] = float(row["probability"])
    return found


def test_says_what_to_set_where_the_observed_moves_are_absent(run: Run, tmp_path: Path) -> None:
    done = run("evaluate")
    assert done.exit_code == 1
    assert "Set TURNPOINT_MIRROR" in done.output
    assert not list(tmp_path.iterdir())


def test_evaluates_given_files_for_programs(run: Run, moves: tuple[Path, Path]) -> None:
    nodes, flows = moves
    stayed = shipped().classes[0]
    flows.write_text(flows.read_text() + f"{stayed},{stayed},90000\n")
    done = run("evaluate", "--nodes", nodes, "--flows", flows, "--quick", "--json")
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    card = found["designs"]["origins left out"]
    assert found["feature_set"] == "embedded"
    assert card["origins"] == 30
    assert {"popularity", "cosine of activities", "Turnpoint: embedded"} <= set(card["figures"])
    assert len(card["figures"]["popularity"]["R@10"]) == 3
    assert "Facts: activities, shipped" in done.stderr
    assert "1 row goes from a class to itself" in done.stderr


def test_prints_every_design_readably(run: Run, moves: tuple[Path, Path]) -> None:
    nodes, flows = moves
    done = run("evaluate", "--nodes", nodes, "--flows", flows)
    assert done.exit_code == 0, done.output
    for words in (
        "# origins left out: 30 origins",
        "# major groups left out",
        "# half of own movers seen",
        "own movers and popularity",
        "Ceiling, knowing the true shares: R@10 .",
        "minus each other",
        "popularity-matched",
    ):
        assert words in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("1000,40,0", "1000,40,first", "row 2, column fold"),
        ("node,soc2010", "id,soc2010", "no column node"),
    ],
)
def test_names_the_row_and_column_of_what_is_wrong(
    run: Run, moves: tuple[Path, Path], old: str, new: str, words: str
) -> None:
    nodes, flows = moves
    nodes.write_text(nodes.read_text().replace(old, new, 1))
    done = run("evaluate", "--nodes", nodes, "--flows", flows)
    assert done.exit_code == 1
    assert words in done.output


@pytest.mark.parametrize("kept", [0, 1])
def test_says_that_nothing_can_be_left_out(run: Run, moves: tuple[Path, Path], kept: int) -> None:
    nodes, flows = moves
    with nodes.open(newline="") as file:
        rows = list(csv.reader(file))
    for row in rows[1:]:
        row[-1] = "0" if kept else ""
    with nodes.open("w", newline="") as file:
        csv.writer(file).writerows(rows)
    done = run("evaluate", "--nodes", nodes, "--flows", flows)
    assert done.exit_code == 1
    assert "two folds" in done.output


@pytest.mark.parametrize(
    "text",
    [
        "{0}\n{1}\n",
        "origin\n{0}\n{1}\n",
        "title;SOC code\nFirst;{0}\nSecond;{1}\n",
        "\ufeffnode,title\n{0},A\n{1},B\n{0},A\n",
        "# asked by hand\n\n{0}\n{1}",
        "Occupation Code\tx\n{0}\t1\n{1}\t2\n",
    ],
)
def test_predicts_for_any_form_of_list(run: Run, tmp_path: Path, text: str) -> None:
    first, second = shipped().classes[3], shipped().classes[0]
    origins, out = tmp_path / "origins.txt", tmp_path / "out.csv"
    origins.write_text(text.format(first, second), encoding="utf-8")
    done = run("predict", "--origins", origins, "--out", out)
    assert done.exit_code == 0, done.output
    assert "Features: embedded. Origins: 2" in done.stderr
    found = predicted(out)
    assert list(found) == [first, second]
    for origin, row in found.items():
        assert origin not in row
        assert len(row) == len(shipped().classes) - 1
        assert sum(row.values()) == pytest.approx(1, abs=1e-9)
        assert min(row.values()) > 0


def test_predicts_the_same_twice_and_leaves_nothing_else_behind(run: Run, tmp_path: Path) -> None:
    origins = tmp_path / "origins.txt"
    origins.write_text(shipped().classes[3])
    written = []
    for name in ("one.csv", "two.csv"):
        assert run("predict", "--origins", origins, "--out", tmp_path / name).exit_code == 0
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"origins.txt", "one.csv", "two.csv", "data"}


def test_predicts_between_given_nodes_only(
    run: Run, moves: tuple[Path, Path], tmp_path: Path
) -> None:
    nodes, _ = moves
    origins, out = tmp_path / "origins.txt", tmp_path / "out.csv"
    origins.write_text(shipped().classes[4])
    assert run("predict", "--origins", origins, "--out", out, "--nodes", nodes).exit_code == 0
    (row,) = predicted(out).values()
    assert len(row) == 29
    assert sum(row.values()) == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("origin\n99-9999\n", "line 2: “99-9999” is no node"),
        ("11-1010\n\nbaker\n", "line 3: “baker” is no node"),
        ("origin,title\n,Nobody\n", "line 2: there is no code"),
        ("title,pay\nBaker,3\n", "no column of codes"),
        ("", "names no origin"),
        ("origin\n", "names no origin"),
    ],
)
def test_says_which_line_is_no_node(run: Run, tmp_path: Path, text: str, words: str) -> None:
    origins, out = tmp_path / "origins.csv", tmp_path / "out.csv"
    origins.write_text(text)
    done = run("predict", "--origins", origins, "--out", out)
    assert done.exit_code == 1
    assert words in done.output
    assert not out.exists()


def test_says_that_a_list_is_no_text(run: Run, tmp_path: Path) -> None:
    origins = tmp_path / "origins.csv"
    origins.write_bytes(b"\xff\xfe\x00")
    done = run("predict", "--origins", origins, "--out", tmp_path / "out.csv")
    assert done.exit_code == 1
    assert "cannot be read as text" in done.output


def test_says_that_a_place_cannot_be_written(run: Run, tmp_path: Path) -> None:
    origins = tmp_path / "origins.csv"
    origins.write_text("11-1010\n")
    done = run("predict", "--origins", origins, "--out", tmp_path / "none" / "out.csv")
    assert done.exit_code == 1
    assert "cannot be written" in done.output


@pytest.mark.shared
def test_reads_from_a_mirror_what_is_not_installed(
    run: Run,
    mirror: Path,
    tmp_path: Path,
    full_facts: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installed = tmp_path / "facts"
    installed.mkdir()
    for name in ("oews.npz", "onet.npz"):
        shutil.copy(full_facts / name, installed)
    monkeypatch.setenv("TURNPOINT_FACTS_DIR", str(installed))
    origins, out = tmp_path / "origins.csv", tmp_path / "out.csv"
    origins.write_text("11-1010\n")
    done = run("predict", "--origins", origins, "--out", out, "--mirror", mirror)
    assert done.exit_code == 0, done.output
    assert "Employment Projections 2024–34, from the mirror" in done.stderr
    assert "May 2025; O*NET Database 29.3, May 2025;" in done.stderr
    assert "Features: embedded" not in done.stderr
    assert sorted(path.name for path in installed.iterdir()) == ["oews.npz", "onet.npz"]
