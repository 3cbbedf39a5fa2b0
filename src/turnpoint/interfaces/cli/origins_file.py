"""Reads the origins that predictions are asked for: liberal in the file's form, strict in its codes."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from turnpoint.errors import BadFile

COLUMNS = ("origin", "node", "code", "soc", "occupation", "class", "origins", "nodes", "codes")
"""Names of the column with codes, in order of preference; upper case and spaces do not matter."""


def read_origins(path: Path, nodes: Sequence[str]) -> tuple[str, ...]:
    """Codes of the asked-for origins, each once, in the order of the file.

    A CSV (comma, semicolon or tab) whose header names the column, or bare codes, one a line; lines
    that are empty or begin with ``#`` are passed over. Raises ``BadFile``, naming the line, for a
    code that is no node.
    """
    rows = _rows(path)
    column = _column(rows[0][1]) if rows else None
    if column is not None:
        rows = rows[1:]
    elif rows and not _looks_like_code(rows[0][1][0]) and len(rows[0][1]) > 1:
        message = f"{path} has no column of codes. Name one of its columns origin, or give one code a line."
        raise BadFile(message, where=str(path))
    known = set(nodes)
    found: dict[str, None] = {}
    for line, cells in rows:
        code = _normal(cells[column or 0] if len(cells) > (column or 0) else "")
        if code not in known:
            said = f"“{code}” is no node" if code else "there is no code"
            message = (
                f"{path}, line {line}: {said}. Nodes have codes such as {nodes[0]}; "
                "transitions/nodes.csv lists them, or the file given with --nodes."
            )
            raise BadFile(message, where=f"{path}:{line}")
        found[code] = None
    if not found:
        raise BadFile(f"{path} names no origin. Give one code a line.", where=str(path))
    return tuple(found)


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    """Line numbers and cells of every line that says something."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path} cannot be read as text ({error}). Save it as UTF-8, one code a line."
        raise BadFile(message, where=str(path)) from error
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(text.splitlines(), delimiter=delimiter)
    try:
        return [
            (reader.line_num, [cell.strip() for cell in cells])
            for cells in reader
            if any(cell.strip() for cell in cells) and not cells[0].lstrip().startswith("#")
        ]
    except csv.Error as error:
        message = f"{path}, line {reader.line_num}: {error}."
        raise BadFile(message, where=f"{path}:{reader.line_num}") from error


def _column(header: list[str]) -> int | None:
    names = [re.sub(r"[\s_-]+", "", cell).lower() for cell in header]
    for name in COLUMNS:
        for ending in ("", "code", "id"):
            if f"{name}{ending}" in names:
                return names.index(f"{name}{ending}")
    return None


def _looks_like_code(cell: str) -> bool:
    return any(character.isdigit() for character in cell)


def _normal(cell: str) -> str:
    """A code as nodes have it; ``111010`` is ``11-1010``."""
    return f"{cell[:2]}-{cell[2:]}" if re.fullmatch(r"\d{6}", cell) else cell
