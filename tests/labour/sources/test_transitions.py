"""Reading observed moves: what is wrong with a file is said in a sentence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from turnpoint.errors import BadFile
from turnpoint.labour.flow import NO_FOLD
from turnpoint.labour.sources.transitions import read_crosswalk, read_flows

NODES = """node,soc2010,title,employment,mean_annual_wage,stay_share,sampled_movers,fold
11-1010,11-1010 11-1030,Chief Executives; Legislators,200,1,,,
11-1020,11-1020,"General, and Operations Managers",300,1,0.9,21.3,2
"""
FLOWS = "origin,destination,movers,share_of_movers\n11-1020,11-1010,497.6,1\n"


def written(folder: Path, nodes: str = NODES, flows: str = FLOWS) -> tuple[Path, Path]:
    (folder / "nodes.csv").write_text(nodes, encoding="utf-8")
    (folder / "flows.csv").write_text(flows, encoding="utf-8")
    return folder / "nodes.csv", folder / "flows.csv"


def test_reads_classes_moves_and_folds(tmp_path: Path) -> None:
    found = read_flows(*written(tmp_path))
    assert found.classes[0].soc2010 == ("11-1010", "11-1030")
    assert found.movers.tolist() == [[0, 0], [497.6, 0]]
    assert found.fold.tolist() == [NO_FOLD, 2]
    assert np.isnan(found.sampled[0])
    assert found.employment.tolist() == [200, 300]


@pytest.mark.parametrize(
    ("nodes", "flows", "words"),
    [
        ("node,title\n1,x\n", FLOWS, "has no columns employment"),
        (NODES, "origin,destination\n", "has no column movers"),
        (
            NODES,
            FLOWS.replace("11-1010,", "99-9999,"),
            "flows.csv, row 2, column destination: .*99-9999",
        ),
        (
            NODES,
            FLOWS.replace("497.6", "many"),
            "flows.csv, row 2, column movers: “many” is not a number",
        ),
        (NODES, FLOWS.replace("497.6", "-3"), "row 2, column movers: “-3”"),
        (NODES, FLOWS.replace("497.6", "nan"), "row 2, column movers: “nan”"),
        (NODES, FLOWS + "11-1010\n", "flows.csv, row 3, has nothing for destination"),
        (NODES.replace("300", "lots"), FLOWS, "nodes.csv, row 3, column employment: “lots”"),
        (
            NODES.replace("21.3,2", "21.3,2.5"),
            FLOWS,
            "row 3, column fold: a fold is a whole number",
        ),
        (NODES + NODES.splitlines()[1] + "\n", FLOWS, "lists the class 11-1010 twice"),
        (NODES.splitlines()[0] + "\n", FLOWS, "lists no class"),
    ],
)
def test_says_what_is_wrong_with_a_file(tmp_path: Path, nodes: str, flows: str, words: str) -> None:
    with pytest.raises(BadFile, match=words):
        read_flows(*written(tmp_path, nodes, flows))


def test_says_what_it_left_out_and_what_it_added_up(tmp_path: Path) -> None:
    stayed, again = "11-1020,11-1020,9000,0\n", "11-1020,11-1010,2.4,0\n"
    found = read_flows(*written(tmp_path, flows=FLOWS + stayed + again + again))
    assert found.movers.tolist() == [[0, 0], [pytest.approx(502.4), 0]]
    left_out, added_up = found.notes
    assert left_out.endswith(
        "1 row goes from a class to itself, which is no move and was left out."
    )
    assert added_up.endswith(
        "1 pair of classes stands in more than one row; the movers were added up."
    )
    assert read_flows(*written(tmp_path)).notes == ()


def test_says_that_a_file_is_absent(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="There is no file"):
        read_flows(tmp_path / "none.csv", tmp_path / "none.csv")


def test_says_that_a_file_is_not_text(tmp_path: Path) -> None:
    nodes, flows = written(tmp_path)
    nodes.write_bytes(b"node,soc2010\xff\xfe\n")
    with pytest.raises(BadFile, match="not a readable CSV"):
        read_flows(nodes, flows)


def test_reads_the_crosswalk(tmp_path: Path) -> None:
    path = tmp_path / "crosswalk.csv"
    path.write_text(
        "O*NET-SOC 2010 Code,O*NET-SOC 2010 Title,O*NET-SOC 2019 Code,O*NET-SOC 2019 Title\n"
        "11-2011.01,Green Marketers,11-2011.00,Advertising and Promotions Managers\n"
    )
    assert read_crosswalk(path) == (("11-2011.01", "11-2011.00"),)
