"""The JSON Schema of a decision file, made from the values themselves, so that it cannot be stale.

It says what can be read. What is sensible (a high figure above the low one) ``check`` says, cell by
cell and in sentences.
"""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

from turnpoint.core.decision.criterion import LESS, MEASURES, MORE, SHAPES, Criterion, Effect
from turnpoint.core.decision.file import KINDS, DecisionFile
from turnpoint.core.decision.interval import Interval
from turnpoint.core.decision.plain import Cell, Plain, cells, keyed
from turnpoint.core.decision.preferences import FIRST, SAME, SECOND, TradeOff

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SINGLE: dict[Any, Plain] = {
    str: {"type": "string"},
    float: {"type": "number"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}
CHOICES: dict[tuple[type, str], list[str]] = {
    (DecisionFile, "kind"): list(KINDS),
    (Criterion, "better"): [MORE, LESS],
    (Criterion, "shape"): list(SHAPES),
    (Criterion, "measure"): ["", *MEASURES],
    (TradeOff, "prefers"): [FIRST, SECOND, SAME],
}


def json_schema() -> Plain:
    """The schema of a file as JSON holds it; TOML writes days without quotes."""
    head = {"$schema": DIALECT, "title": "A decision file of Turnpoint"}
    return (
        head | _object(DecisionFile) | {"$defs": {kind.__name__: _object(kind) for kind in kinds()}}
    )


def kinds() -> list[type]:
    """Every kind of table inside a file, in the order in which they first stand."""
    found: list[type] = []

    def look(kind: type) -> None:
        for cell in cells(kind):
            inner = cell.of if cell.of is not None else cell.bare
            if dataclasses.is_dataclass(inner) and isinstance(inner, type) and inner not in found:
                found.append(inner)
                look(inner)

    look(DecisionFile)
    return found


def _object(kind: type) -> Plain:
    elsewhere = ("option", "criterion") if kind is Effect else ("key",)
    own = [cell for cell in cells(kind) if cell.name not in elsewhere]
    described = {cell.name: _cell(kind, cell) for cell in own}
    needed = [cell.name for cell in own if cell.required]
    found: Plain = {"type": "object", "properties": described, "additionalProperties": False}
    return found | ({"required": needed} if needed else {})


def _cell(kind: type, cell: Cell) -> Plain:
    said: Plain = {"description": cell.says} if cell.says else {}
    if (kind, cell.name) in CHOICES:
        said["enum"] = CHOICES[kind, cell.name]
    elif isinstance(cell.default, str | int | float) and cell.default != "":
        said["default"] = cell.default
    return said | _kind(cell)


def _kind(cell: Cell) -> Plain:
    if cell.name == "ranking":
        tied = {"type": "array", "items": SINGLE[str]}
        return {"type": "array", "items": {"anyOf": [SINGLE[str], tied]}}
    if cell.of is Effect:
        return _table(_table({"anyOf": [_known(Effect), *EFFECT_SHORT]}))
    if cell.of is None:
        return _known(cell.bare)
    inner = _known(cell.of)
    return _table(inner) if keyed(cell.of) else {"type": "array", "items": inner}


EFFECT_SHORT = [SINGLE[float], SINGLE[str], {"type": "array", "items": SINGLE[str]}]
"""A figure by itself is known; a word by itself is a level, several are equally likely."""


def _known(kind: Any) -> Plain:
    if kind in SINGLE:
        return SINGLE[kind]
    reference = {"$ref": f"#/$defs/{kind.__name__}"}
    return {"anyOf": [SINGLE[float], reference]} if kind is Interval else reference


def _table(inner: Plain) -> Plain:
    return {"type": "object", "additionalProperties": inner}
