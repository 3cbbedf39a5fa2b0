"""The small facts that ship in the package."""

from __future__ import annotations

from pathlib import Path

from turnpoint.labour import tables
from turnpoint.labour.activity import generalized_of


def test_shipped_tables_are_those_their_checksums_were_taken_of() -> None:
    tables.verify()


def test_no_table_ships_without_its_provenance() -> None:
    shipped = {path.name for path in Path(tables.__file__).parent.glob("*.csv")}
    assert {table["file"] for table in tables.manifest()["tables"]} == shipped


def test_row_counts_are_those_of_the_manifest() -> None:
    for table in tables.manifest()["tables"]:
        assert len(tables.rows(table["file"])) == table["rows"]


def test_every_detailed_activity_belongs_to_a_named_generalized_one() -> None:
    names = tables.generalized_names()
    assert len(names) == 41
    assert all(generalized_of(detailed) in names for _, detailed in tables.activity_pairs())


def test_every_pair_is_of_a_shipped_occupation() -> None:
    codes = {code for code, _ in tables.occupations()}
    assert {code for code, _ in tables.activity_pairs()} == codes
