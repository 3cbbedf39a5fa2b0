"""The market a model receives."""

from __future__ import annotations

from pathlib import Path

import pytest

from turnpoint.errors import BadFile, FactsMissing, NotFound
from turnpoint.labour.market import LabourMarket


def test_works_with_nothing_but_the_shipped_tables(tmp_path: Path) -> None:
    market = LabourMarket.load(tmp_path)
    assert len(market.occupations) == 923
    assert market.occupations[market.occupation("11-3021")].title == (
        "Computer and Information Systems Managers"
    )
    assert market.activities.generalized(market.occupation("11-1011.00"))
    assert market.manifests == {}


def test_says_which_command_adds_wages_where_there_are_none(tmp_path: Path) -> None:
    with pytest.raises(FactsMissing, match="turnpoint data add oews"):
        LabourMarket.load(tmp_path).pay(0)


def test_takes_the_first_part_where_no_occupation_ends_in_double_zero(tmp_path: Path) -> None:
    market = LabourMarket.load(tmp_path)
    assert market.occupations[market.occupation("47-4099")].code == "47-4099.03"


@pytest.mark.parametrize("code", ["11-3029", "99-9999", "", "IT director"])
def test_names_the_nearest_codes_of_an_unknown_one(tmp_path: Path, code: str) -> None:
    with pytest.raises(NotFound, match=r"The nearest are \d\d-\d{4}\.\d\d"):
        LabourMarket.load(tmp_path).occupation(code)


def test_a_damaged_fact_file_is_named_with_the_command_that_mends_it(tmp_path: Path) -> None:
    (tmp_path / "oews.npz").write_bytes(b"PK\x03\x04 and then nothing")
    with pytest.raises(BadFile, match="turnpoint data add oews"):
        LabourMarket.load(tmp_path)


def test_arrays_cannot_be_written_to(shipped_market: LabourMarket) -> None:
    wages = shipped_market.wages
    assert wages is not None
    with pytest.raises(ValueError, match="read-only"):
        wages.employment[0] = 1
