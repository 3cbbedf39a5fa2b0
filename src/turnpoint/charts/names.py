"""Rows of a chart with their names above them, broken where they would not fit."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

LETTER, LINE = 6.9, 15
"""Width of a letter and height of a line of a name, in pixels."""
BAR, UNDER, GAP = 14, 3, 13
"""Height of a bar, and the room above and below it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A name as lines that fit; where they begin, and where the middle of the bar under them is."""

    lines: list[str]
    top: float
    middle: float

    @property
    def place(self) -> dict[str, Any]:
        """The fields that ``middle`` and ``above`` read."""
        return {"lines": self.lines, "top": self.top, "middle": self.middle}

    @property
    def across(self) -> dict[str, Any]:
        """The fields ``first`` and ``last``: where a mark begins and ends that crosses the bar only."""
        half = BAR / 2 + UNDER
        return {"first": self.middle - half, "last": self.middle + half}


def rows(names: Sequence[str], width: int) -> tuple[list[Row], float]:
    """A row for each name, as high as its lines need, and the height of them all, in pixels."""
    placed, y = list[Row](), 0.0
    for name in names:
        lines = textwrap.wrap(name, max(int(width / LETTER), 8)) or [""]
        middle = y + LINE * len(lines) + UNDER + BAR / 2
        placed.append(Row(lines, y, middle))
        y = middle + BAR / 2 + GAP
    return placed, y


def _pixels(field: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def across(field: str) -> dict[str, Any]:
    """The encoding of one end of such a mark."""
    return _pixels(field)


MIDDLE = _pixels("middle")
"""The encoding that puts a mark at the middle of its row."""


def above() -> dict[str, Any]:
    """The layer that writes the field ``lines`` above each row."""
    mark = {
        "type": "text",
        "align": "left",
        "baseline": "top",
        "lineHeight": LINE,
        "color": "var(--ink)",
        "fontSize": 12,
    }
    text = {"field": "lines"}
    return {"mark": mark, "encoding": {"x": {"value": 0}, "y": _pixels("top"), "text": text}}
