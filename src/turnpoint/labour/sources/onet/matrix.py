"""O*NET 18.1 as one wide table (``onet_data.csv``): every descriptor, on the occupations of 2010.

Two header rows (domain, element), then a row without data, then one row an occupation. It is the last
public table here with abilities and work context; the crosswalk carries it to the occupations of 2019.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from turnpoint.errors import BadFile
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.occupation import Occupation
from turnpoint.labour.skill import Element, Ratings
from turnpoint.labour.sources.transitions import read_crosswalk

DOMAINS = {"Work_Context": "work_context", "Abilities": "abilities"}
CODE = 0
MATRIX = Path("onet-18.1-matrix/onet_data.csv")
CROSSWALK = Path("crosswalks/2010_to_2019_soc_crosswalk.csv")


def older_ratings(mirror: Path, market: LabourMarket) -> LabourMarket:
    """The market with what O*NET 18.1 in a mirror adds to a release that lacks it; else as it is."""
    files = mirror / MATRIX, mirror / CROSSWALK
    if "skills" not in market.ratings or not all(each.is_file() for each in files):
        return market
    found = read_matrix(files[0], market.occupations, read_crosswalk(files[1]))
    return replace(market, ratings={**found, **market.ratings})


def read_matrix(
    path: Path, occupations: Sequence[Occupation], crosswalk: Sequence[tuple[str, str]]
) -> dict[str, Ratings]:
    """Ratings of the given occupations by domain; an occupation of several is their mean.

    Raises ``BadFile`` for a table of another shape.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    if len(rows) < 4 or not set(DOMAINS) <= set(rows[0]):
        message = f"{path} is not O*NET 18.1 as one table: its first row names no work context."
        raise BadFile(message, where=str(path))
    known = {row[CODE]: row for row in rows[2:] if row[CODE]}
    older: dict[str, list[str]] = {}
    for old, new in crosswalk:
        older.setdefault(new, []).append(old)
    sources = [
        [known[old] for old in older.get(each.code, [each.code]) if old in known]
        for each in occupations
    ]
    return {name: _domain(rows, sources, title, name) for title, name in DOMAINS.items()}


def _domain(
    rows: Sequence[Sequence[str]], sources: Sequence[Sequence[Sequence[str]]], title: str, name: str
) -> Ratings:
    columns = [number for number, domain in enumerate(rows[0]) if domain == title]
    importance = np.full((len(sources), len(columns)), np.nan, dtype=np.float32)
    for place, source in enumerate(sources):
        if source:
            values = [[float(row[column] or "nan") for column in columns] for row in source]
            importance[place] = np.mean(values, axis=0)
    unknown = np.full_like(importance, np.nan)
    return Ratings(
        domain=name,
        elements=tuple(Element("", rows[1][column].replace("_", " ")) for column in columns),
        importance=importance,
        level=unknown,
        n=unknown,
        standard_error=unknown,
        not_relevant=np.zeros(importance.shape, dtype=np.bool_),
    )
