"""Names written above the rows of a chart, broken where they would not fit."""

from __future__ import annotations

import textwrap
from typing import Any

LETTER, LINE, ROW = 6.9, 15, 34
"""Width of a letter, height of a line of a name, and of a row without it, in pixels."""


def lines(name: str, width: int) -> list[str]:
    """A name as lines that fit ``width`` pixels."""
    return textwrap.wrap(name, max(int(width / LETTER), 8)) or [""]


def height(names: list[list[str]]) -> dict[str, int]:
    """The height of rows whose longest name has so many lines."""
    most = max((len(each) for each in names), default=1)
    return {"step": ROW + 2 * LINE * (most - 1) + LINE}


def above(y: dict[str, Any]) -> dict[str, Any]:
    """The layer that writes the field ``lines`` above each row."""
    mark = {
        "type": "text",
        "align": "left",
        "dy": {"expr": f"-18 - {LINE} * (length(datum.lines) - 1)"},
        "lineHeight": LINE,
        "color": "var(--ink)",
        "fontSize": 12,
    }
    return {"mark": mark, "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "lines"}}}
