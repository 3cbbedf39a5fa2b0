"""Reads the occupational mobility network: ``nodes.csv``, ``flows.csv`` and the SOC crosswalk.

The network is del Rio-Chanona's, from the Annual Social and Economic Supplement of the Current
Population Survey (2010s, United States), CC BY 4.0. The crosswalk from O*NET-SOC 2010 to 2019 is
O*NET's.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from turnpoint.errors import BadFile
from turnpoint.labour.flow import NO_FOLD, Flows, SurveyClass

COLUMNS = ("node", "soc2010", "title", "employment", "sampled_movers", "fold")


def read_flows(nodes: Path, flows: Path) -> Flows:
    """Classes and the moves between them.

    Raises ``BadFile`` for a file that is absent, lacks a column, or names an unknown class.
    """
    rows = list(_rows(nodes, COLUMNS))
    classes = tuple(
        SurveyClass(row["node"], tuple(row["soc2010"].split()), row["title"]) for row in rows
    )
    index = {item.code: number for number, item in enumerate(classes)}
    movers = np.zeros((len(classes), len(classes)))
    try:
        sampled = np.array([float(row["sampled_movers"] or "nan") for row in rows])
        fold = np.array([int(row["fold"] or NO_FOLD) for row in rows])
        employment = np.array([float(row["employment"]) for row in rows])
        for row in _rows(flows, ("origin", "destination", "movers")):
            movers[index[row["origin"]], index[row["destination"]]] += float(row["movers"])
    except KeyError as error:
        message = f"{flows} names the class {error}, which {nodes} does not list."
        raise BadFile(message, where=str(flows)) from error
    except ValueError as error:
        message = f"A number in {nodes} or {flows} cannot be read: {error}."
        raise BadFile(message, where=str(flows)) from error
    np.fill_diagonal(movers, 0)
    return Flows(classes, movers, sampled, fold, employment)


def read_crosswalk(path: Path) -> tuple[tuple[str, str], ...]:
    """Pairs of O*NET-SOC codes, 2010 and 2019."""
    old, new = "O*NET-SOC 2010 Code", "O*NET-SOC 2019 Code"
    return tuple((row[old], row[new]) for row in _rows(path, (old, new)))


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if missing := set(columns) - set(reader.fieldnames or ()):
                message = f"{path} has no column {', '.join(sorted(missing))}."
                raise BadFile(message, where=str(path))
            yield from reader
    except FileNotFoundError as error:
        message = f"There is no file {path}. Name it with an option, or set TURNPOINT_MIRROR."
        raise BadFile(message, where=str(path)) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadFile(f"{path} is not a readable CSV file: {error}.", where=str(path)) from error
