"""A decision file as plain tables, lists and figures, as TOML and JSON hold them.

Options, criteria, people and questions are tables by key; effects are a table of tables, by option
and criterion. What equals its default is left out. An interval whose figures are one is that
figure. ``reading`` turns plain tables into the value again.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from turnpoint.core.decision.criterion import Effect, Level, Point
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.interval import Interval, exactly
from turnpoint.core.decision.preferences import Change
from turnpoint.errors import BadInput

Plain = dict[str, Any]


class Inline(dict[str, Any]):
    """A small table that a writer may put on one line."""


ON_ONE_LINE = (Interval, Effect, Level, Point, Change)


@dataclasses.dataclass(frozen=True, slots=True)
class Cell:
    """A field of one of the file’s values: its name, its bare type, and what it is for."""

    name: str
    kind: Any
    says: str
    default: Any

    @property
    def required(self) -> bool:
        """Whether the value cannot be built without it."""
        return self.default is dataclasses.MISSING

    @property
    def optional(self) -> bool:
        """Whether it may be left empty."""
        return isinstance(self.kind, types.UnionType) and type(None) in get_args(self.kind)

    @property
    def bare(self) -> Any:
        """The type without “or nothing”."""
        if not self.optional:
            return self.kind
        return next(each for each in get_args(self.kind) if each is not type(None))

    @property
    def of(self) -> Any:
        """What a list is a list of; ``None`` for what is no list."""
        return get_args(self.bare)[0] if get_origin(self.bare) is tuple else None


def cells(kind: type) -> tuple[Cell, ...]:
    """The fields of a value, in order."""
    return _cells(kind)


@cache
def _cells(kind: Any) -> tuple[Cell, ...]:
    hints = get_type_hints(kind, include_extras=True)
    found = []
    for each in dataclasses.fields(kind):
        hint, says = hints[each.name], ""
        if get_origin(hint) is Annotated:
            hint, says = get_args(hint)[:2]
        found.append(Cell(each.name, hint, says, each.default))
    return tuple(found)


def keyed(kind: Any) -> bool:
    """Whether values of this kind stand in a table by their key."""
    return isinstance(kind, type) and (
        dataclasses.is_dataclass(kind) and any(each.name == "key" for each in cells(kind))
    )


def to_plain(file: DecisionFile) -> Plain:
    """The file as plain tables.

    Raises ``BadInput`` where a key stands twice: a table cannot hold both.
    """
    return _table(file, "")


def _table(value: Any, where: str) -> Plain:
    table: Plain = Inline() if isinstance(value, ON_ONE_LINE) else {}
    for cell in cells(type(value)):
        each = getattr(value, cell.name)
        if cell.name != "key" and (cell.required or each != cell.default):
            table[cell.name] = _plain(each, cell, f"{where}{cell.name}")
    return table


def _plain(value: Any, cell: Cell, where: str) -> Any:
    if isinstance(value, Interval) and value == exactly(value.low or 0.0):
        return value.low
    if dataclasses.is_dataclass(value):
        return _table(value, f"{where}.")
    return _listed(value, cell, where) if isinstance(value, tuple) else value


def _listed(values: tuple[Any, ...], cell: Cell, where: str) -> Any:
    if cell.of is Effect:
        return _effects(values, where)
    if keyed(cell.of):
        return _by_key(values, where)
    if cell.name == "ranking":
        return [group[0] if len(group) == 1 else list(group) for group in values]
    return [
        _table(each, f"{where}.") if dataclasses.is_dataclass(each) else each for each in values
    ]


def _by_key(values: Iterable[Any], where: str) -> Plain:
    table: Plain = {}
    for each in values:
        if each.key in table:
            raise BadInput(f"The key “{each.key}” stands twice; rename one.", where=where)
        table[each.key] = _table(each, f"{where}.{each.key}.")
    return table


def _effects(effects: Iterable[Effect], where: str) -> Plain:
    table: Plain = {}
    for effect in effects:
        row = table.setdefault(effect.option, {})
        if effect.criterion in row:
            at = f"{where}.{effect.option}.{effect.criterion}"
            raise BadInput("This cell is filled twice; keep one.", where=at)
        row[effect.criterion] = Inline(
            (name, list(each) if isinstance(each, tuple) else each)
            for name, each in _table(effect, "").items()
            if name not in ("option", "criterion")
        )
    return table
