"""Reads the occupational mobility network: ``nodes.csv``, ``flows.csv`` and the SOC crosswalk.

The network is del Rio-Chanona's, from the Annual Social and Economic Supplement of the Current
Population Survey (2010s, United States), CC BY 4.0. The crosswalk from O*NET-SOC 2010 to 2019 is
O*NET's.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from turnpoint.errors import BadFile
from turnpoint.labour.flow import NO_FOLD, Flows, SurveyClass

Row = Mapping[str, str]

COLUMNS = ("node", "soc2010", "title", "employment", "sampled_movers", "fold")


def read_flows(nodes: Path, flows: Path) -> Flows:
    """Classes and the moves between them.

    Who stayed in their class is left out, and a pair that stands twice is added up; ``notes`` say so.

    Raises ``BadFile``, naming the row and the column, for a file that is absent, lacks a column,
    names an unknown class, or has something else where a number belongs.
    """
    rows = list(_rows(nodes, COLUMNS))
    classes = tuple(
        SurveyClass(row["node"], tuple(row["soc2010"].split()), row["title"]) for _, row in rows
    )
    index = _numbered(classes, nodes)
    movers, notes = _movers(index, flows)

    def column(name: str, without: float = math.nan) -> NDArray[np.float64]:
        return np.array([_number(row, name, nodes, line, without) for line, row in rows])

    fold = column("fold", NO_FOLD)
    if broken := [rows[at][0] for at in np.flatnonzero(fold != np.rint(fold))]:
        message = f"{nodes}, row {broken[0]}, column fold: a fold is a whole number, or empty."
        raise BadFile(message, where=f"{nodes}:{broken[0]}")
    employment = column("employment", 0.0)
    sampled = column("sampled_movers")
    return Flows(classes, movers, sampled, fold.astype(np.int64), employment, notes)


def _movers(index: Mapping[str, int], flows: Path) -> tuple[NDArray[np.float64], tuple[str, ...]]:
    """Weighted movers, ``(o, d)``, without stayers; and what was left out or added up."""
    movers = np.zeros((len(index), len(index)))
    rows = np.zeros(movers.shape, dtype=np.int64)
    for line, row in _rows(flows, ("origin", "destination", "movers")):
        o, d = (_known(index, row, name, flows, line) for name in ("origin", "destination"))
        movers[o, d] += _number(row, "movers", flows, line)
        rows[o, d] += 1
    notes = []
    if stayed := int(np.diag(rows).sum()):
        notes.append(
            f"{flows}: {_lines(stayed)} from a class to itself, which is no move and was left out."
        )
    np.fill_diagonal(rows, 0)
    if repeated := int((rows > 1).sum()):
        pairs = (
            "1 pair of classes stands" if repeated == 1 else f"{repeated:,} pairs of classes stand"
        )
        notes.append(f"{flows}: {pairs} in more than one row; the movers were added up.")
    np.fill_diagonal(movers, 0)
    return movers, tuple(notes)


def _lines(number: int) -> str:
    return "1 row goes" if number == 1 else f"{number:,} rows go"


def _numbered(classes: tuple[SurveyClass, ...], nodes: Path) -> dict[str, int]:
    index = {item.code: number for number, item in enumerate(classes)}
    if not classes:
        raise BadFile(f"{nodes} lists no class.", where=str(nodes))
    if len(index) < len(classes):
        twice = next(item.code for at, item in enumerate(classes) if index[item.code] != at)
        raise BadFile(f"{nodes} lists the class {twice} twice.", where=str(nodes))
    return index


def _known(index: Mapping[str, int], row: Row, name: str, flows: Path, line: int) -> int:
    if row[name] not in index:
        message = (
            f"{flows}, row {line}, column {name}: the nodes file lists no class “{row[name]}”."
        )
        raise BadFile(message, where=f"{flows}:{line}")
    return index[row[name]]


def _number(row: Row, name: str, path: Path, line: int, without: float | None = None) -> float:
    """A finite number that is not negative; ``without`` where the cell is empty."""
    cell = (row[name] or "").strip()
    if not cell and without is not None:
        return without
    try:
        number = float(cell)
    except ValueError:
        number = math.nan
    if math.isfinite(number) and (number >= 0 or number == without):
        return number
    message = f"{path}, row {line}, column {name}: “{cell}” is not a number of 0 or more."
    raise BadFile(message, where=f"{path}:{line}")


def read_crosswalk(path: Path) -> tuple[tuple[str, str], ...]:
    """Pairs of O*NET-SOC codes, 2010 and 2019."""
    old, new = "O*NET-SOC 2010 Code", "O*NET-SOC 2019 Code"
    return tuple((row[old], row[new]) for _, row in _rows(path, (old, new)))


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    """Every row with its number in the file, the header being row 1."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if missing := set(columns) - set(reader.fieldnames or ()):
                several = "s" if len(missing) > 1 else ""
                message = f"{path} has no column{several} {', '.join(sorted(missing))}."
                raise BadFile(message, where=str(path))
            for row in reader:
                if lacking := [name for name in columns if row[name] is None]:
                    message = f"{path}, row {reader.line_num}, has nothing for {lacking[0]}: too few cells."
                    raise BadFile(message, where=f"{path}:{reader.line_num}")
                yield reader.line_num, row
    except FileNotFoundError as error:
        message = f"There is no file {path}. Name it with an option, or set TURNPOINT_MIRROR."
        raise BadFile(message, where=str(path)) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadFile(f"{path} is not a readable CSV file: {error}.", where=str(path)) from error
