"""O*NET 18.1 as one wide table."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tests.sample_market import MANAGER, NURSE, tiny_market

from turnpoint.errors import BadFile
from turnpoint.labour.sources.onet.matrix import CROSSWALK, MATRIX, older_ratings, read_matrix

TABLE = """domain,Occupation,Abilities,Abilities,Work_Context
element_name,title,Oral_Expression,Static_Strength,Face-to-Face_Discussions
,,,,
11-1021.00,Managers,4.0,1.0,4.5
29-1111.00,Nurses,3.5,2.0,5.0
29-1111.03,Clinical_Nurses,4.5,2.0,4.0
"""
OLDER = (
    ("11-1021.00", "11-1021.00"),
    ("29-1111.00", "29-1141.00"),
    ("29-1111.03", "29-1141.00"),
)


def mirror(folder: Path) -> Path:
    for path in (MATRIX, CROSSWALK):
        (folder / path).parent.mkdir(parents=True)
    (folder / MATRIX).write_text(TABLE, encoding="utf-8")
    rows = "".join(f"{old},x,{new},x\n" for old, new in OLDER)
    head = "O*NET-SOC 2010 Code,O*NET-SOC 2010 Title,O*NET-SOC 2019 Code,O*NET-SOC 2019 Title\n"
    (folder / CROSSWALK).write_text(head + rows, encoding="utf-8")
    return folder


def test_carries_ratings_to_todays_codes_and_leaves_others_unknown(tmp_path: Path) -> None:
    market = tiny_market(onet=True)
    found = read_matrix(mirror(tmp_path) / MATRIX, market.occupations, OLDER)
    abilities = found["abilities"]
    assert [each.name for each in abilities.elements] == ["Oral Expression", "Static Strength"]
    assert abilities.importance[MANAGER].tolist() == [4.0, 1.0]
    assert abilities.importance[NURSE].tolist() == [4.0, 2.0]
    assert found["work_context"].importance[NURSE].tolist() == [4.5]
    assert np.isnan(abilities.importance).any(axis=1).sum() == len(market.occupations) - 2


def test_fills_in_only_what_a_release_lacks(tmp_path: Path) -> None:
    rated = tiny_market(onet=True)
    found = older_ratings(mirror(tmp_path), rated)
    assert set(found.ratings) == set(rated.ratings) | {"abilities", "work_context"}
    assert all(found.ratings[name] is rated.ratings[name] for name in rated.ratings)


def test_adds_nothing_to_shipped_facts_alone_or_without_its_files(tmp_path: Path) -> None:
    shipped, rated = tiny_market(), tiny_market(onet=True)
    assert older_ratings(tmp_path, rated) is rated
    assert older_ratings(mirror(tmp_path), shipped) is shipped


def test_refuses_a_table_of_another_shape(tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(BadFile, match="work context"):
        read_matrix(other, (), ())
