"""The wages of the installed package, converted once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from turnpoint.errors import BadFile
from turnpoint.labour.facts import read_facts
from turnpoint.labour.sources import oews
from turnpoint.labour.wage import Wages, unpack_wages

SCHEMA = """
CREATE TABLE cell (key TEXT PRIMARY KEY, {values}, {notes}) WITHOUT ROWID;
CREATE TABLE area (area_code, areatype_code, state_code, area_name);
CREATE TABLE industry (industry_code, industry_name, display_level);
CREATE TABLE occupation (occupation_code, occupation_name, display_level);
CREATE TABLE footnote (footnote_code, footnote_text);
CREATE TABLE meta (name, value);
INSERT INTO area VALUES ('0000000', 'N', '00', 'National'), ('0200000', 'S', '02', 'Alaska');
INSERT INTO industry VALUES ('000000', 'All', 0), ('113000', 'Forestry', 3);
INSERT INTO occupation VALUES ('111011', 'Chief Executives', 3), ('272011', 'Actors', 3);
INSERT INTO meta VALUES ('release', 'May 2099');
"""
TOP = "This wage is equal to or greater than $115.00 per hour or $239,200 per year."


def small_release(path: Path, top: str = TOP) -> Path:
    kinds = [f"{kind:02}" for kind in range(1, 18)]
    columns = {
        "values": ", ".join(f"v{kind} TEXT" for kind in kinds),
        "notes": ", ".join(f"f{kind} TEXT" for kind in kinds),
    }
    with sqlite3.connect(path) as database:
        database.executescript(SCHEMA.format(**columns))
        database.execute("INSERT INTO footnote VALUES ('5', ?)", [top])
        cells = [
            ("OEUN0000000113000111011", {"v01": "10"}, {}),
            ("OEUN0000000000000111011", {"v01": "200", "v13": "90000"}, {"f15": "5"}),
            ("OEUS0200000000000272011", {"v08": "20.5"}, {"f13": "4", "f10": "5"}),
        ]
        for key, values, notes in cells:
            names = [f"v{kind}" for kind in kinds] + [f"f{kind}" for kind in kinds]
            given = dict.fromkeys(names[:17], "-") | dict.fromkeys(names[17:], "") | values | notes
            marks = ", ".join("?" * 35)
            row = [key, *(given[name] for name in names)]
            database.execute(f"INSERT INTO cell VALUES ({marks})", row)  # noqa: S608 (marks only)
    return path


@pytest.fixture
def small(tmp_path: Path) -> Wages:
    return oews.read_database(small_release(tmp_path / "small.sqlite"))


def test_keeps_what_is_published_and_nothing_else(small: Wages) -> None:
    row = small.row("11-1011")
    assert small.employment[row] == 200
    np.testing.assert_array_equal(
        small.percentiles[row], np.array([np.nan, np.nan, 90000, np.nan, 239200], np.float32)
    )
    assert small.top_coded[row].tolist() == [False] * 4 + [True]


def test_counts_workers_by_industry(small: Wages) -> None:
    assert small.staffing().tolist() == [[200, 10], [0, 0]]


def test_keeps_hourly_pay_where_there_is_no_annual_one(small: Wages) -> None:
    assert small.hourly_cell.tolist() == [small.row("27-2011", "0200000")]
    assert small.hourly[0, 2] == 20.5
    assert small.hourly[0, 4] == 115


def test_refuses_a_release_that_does_not_say_where_top_coding_starts(tmp_path: Path) -> None:
    path = small_release(tmp_path / "small.sqlite", top="See the notes.")
    with pytest.raises(BadFile, match="at least"):
        oews.read_database(path)


def test_converts_every_cell_of_the_installed_release(wage_facts: Path) -> None:
    file = read_facts(wage_facts / "oews.npz")
    assert file is not None
    wages = unpack_wages(file)
    assert len(wages.key) == 370_172
    assert (len(wages.areas), len(wages.socs), len(wages.industries)) == (583, 1104, 444)
    assert file.manifest.vintage == "May 2025"
    assert (wage_facts / "oews.npz").stat().st_size < 20_000_000


def test_converts_once(wage_facts: Path) -> None:
    before = (wage_facts / "oews.npz").stat().st_mtime_ns
    oews.ensure(wage_facts)
    assert (wage_facts / "oews.npz").stat().st_mtime_ns == before
    assert [path.name for path in wage_facts.iterdir()] == ["oews.npz"]
