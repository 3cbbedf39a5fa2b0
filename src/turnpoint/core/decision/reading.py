"""Plain tables into a decision file. What cannot be read is told at its cell; the rest is kept."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from turnpoint.core.decision.criterion import Effect
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.interval import Interval, exactly
from turnpoint.core.decision.plain import Cell, cells, keyed
from turnpoint.core.decision.problem import Problem


@dataclass(frozen=True, slots=True)
class Reading:
    """The file as far as it could be read, and the cells that could not."""

    file: DecisionFile
    problems: tuple[Problem, ...]


def from_plain(table: Mapping[str, Any]) -> Reading:
    """Read plain tables, as TOML or JSON holds them."""
    reader = _Reader()
    file = reader.value(DecisionFile, table, "")
    return Reading(file, tuple(reader.problems))


EMPTY: dict[Any, Any] = {str: "", float: 0.0, int: 0, bool: False}
"""What stands for a cell that cannot be read and that cannot be left out."""


@dataclass(slots=True)
class _Reader:
    problems: list[Problem] = field(default_factory=list)

    def value(self, kind: Any, table: Any, where: str, **given: Any) -> Any:
        """One of the file’s values from its table; ``given`` are fields that stand elsewhere."""
        if kind is Interval and isinstance(table, int | float) and not isinstance(table, bool):
            return exactly(float(table))
        if not isinstance(table, Mapping):
            self.tell(where.rstrip("."), f"{_spelt(table)} stands where a table is needed.")
            table = {}
        found = dict(given)
        known = [cell for cell in cells(kind) if cell.name not in given]
        for cell in known:
            if cell.name in table:
                read = self.cell(cell, table[cell.name], f"{where}{cell.name}")
                found[cell.name] = _fallback(cell) if read is None else read
            elif cell.required:
                found[cell.name] = _fallback(cell)
                self.tell(f"{where}{cell.name}", f"Missing: {cell.says or cell.name}.")
        self.unknown(table, [cell.name for cell in known], where)
        return kind(**found)

    def cell(self, cell: Cell, value: Any, where: str) -> Any:
        """What stands in a cell; ``None`` where it cannot be read."""
        if cell.of is not None:
            return self.many(cell, value, where)
        if dataclasses.is_dataclass(cell.bare):
            return self.value(cell.bare, value, f"{where}.")
        return self.single(cell.bare, value, where)

    def many(self, cell: Cell, value: Any, where: str) -> Any:
        """A list, or a table by key."""
        if cell.of is Effect:
            return self.effects(value, where)
        if keyed(cell.of):
            table = self.table(value, where)
            return tuple(
                self.value(cell.of, each, f"{where}.{key}.", key=str(key))
                for key, each in table.items()
            )
        if isinstance(value, str) or not isinstance(value, list | tuple):
            self.tell(where, f"{_spelt(value)} stands where a list is needed: put it in [ ].")
            return None
        numbered = [(each, f"{where}.{number}") for number, each in enumerate(value, 1)]
        if cell.name == "ranking":
            return tuple(self.group(each, at) for each, at in numbered)
        if dataclasses.is_dataclass(cell.of):
            return tuple(self.value(cell.of, each, f"{at}.") for each, at in numbered)
        read = (self.single(cell.of, each, at) for each, at in numbered)
        return tuple(each for each in read if each is not None)

    def group(self, value: Any, where: str) -> tuple[str, ...]:
        """One place of the ranking: a criterion, or several that are tied."""
        tied = value if isinstance(value, list | tuple) else [value]
        read = (self.single(str, each, where) for each in tied)
        return tuple(each for each in read if each is not None)

    def effects(self, value: Any, where: str) -> tuple[Effect, ...]:
        """The table of effects; a figure by itself is known, a word by itself is a level."""
        found = []
        for option, row in self.table(value, where).items():
            for criterion, said in self.table(row, f"{where}.{option}").items():
                at = f"{where}.{option}.{criterion}."
                cell = _effect_cell(said)
                found.append(self.value(Effect, cell, at, option=option, criterion=criterion))
        return tuple(found)

    def table(self, value: Any, where: str) -> Mapping[str, Any]:
        """The value where it is a table; otherwise an empty one, and a problem."""
        if isinstance(value, Mapping):
            return value
        self.tell(where, f"{_spelt(value)} stands where a table is needed.")
        return {}

    def single(self, kind: Any, value: Any, where: str) -> Any:
        """A figure, a word, a day, or yes or no."""
        if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
            return self.number(value, where)
        if kind is date:
            return self.day(value, where)
        if type(value) is kind:
            return value
        needed = {str: "words in quotes", float: "a number", int: "a whole number"}
        said = f"{_spelt(value)} is not {needed.get(kind, 'true or false')}."
        self.tell(where, said)
        return None

    def number(self, value: float, where: str) -> float | None:
        """A figure; a whole number may be too long to be one."""
        try:
            return float(value)
        except OverflowError:
            self.tell(where, "The figure is too large to reckon with.")
            return None

    def day(self, value: Any, where: str) -> date | None:
        """A day, or its spelling as 2026-12-14."""
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            self.tell(where, f"{_spelt(value)} is not a day; write it as 2026-12-14.")
            return None

    def unknown(self, table: Mapping[str, Any], known: list[str], where: str) -> None:
        """Tell of each name that means nothing here, and of the one that may be meant."""
        for name in table:
            if name not in known:
                near = difflib.get_close_matches(str(name), known, n=1)
                meant = f" Is “{near[0]}” meant?" if near else f" There are: {', '.join(known)}."
                self.tell(f"{where}{name}", f"“{name}” means nothing here.{meant}")

    def tell(self, where: str, sentence: str) -> None:
        self.problems.append(Problem(where, sentence))


def _effect_cell(said: Any) -> Any:
    if isinstance(said, bool | Mapping):
        return said
    if isinstance(said, int | float):
        return {"low": said, "likely": said, "high": said}
    if isinstance(said, str):
        return {"levels": [said]}
    return {"levels": said}


def _fallback(cell: Cell) -> Any:
    """The default of a cell, or what stands for one that has none."""
    if not cell.required:
        return cell.default
    if cell.bare in EMPTY:
        return EMPTY[cell.bare]
    return cell.bare(*(_fallback(each) for each in cells(cell.bare) if each.required))


def _spelt(value: Any) -> str:
    said = str(value) if isinstance(value, str | int | float) else type(value).__name__
    return f"“{said[:40]}”"
