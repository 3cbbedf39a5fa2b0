"""Whether an address, as ``effects.berlin.commute``, leads to a cell of the file or holds some."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from turnpoint.core.decision.criterion import Effect
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.plain import Cell, cells, keyed


def leads_somewhere(file: DecisionFile, address: str) -> bool:
    """Whether a cell stands there, or a part that holds cells, or figures share it as their word."""
    return _inside(DecisionFile, file, address.split(".")) or address in shared_words(file)


def shared_words(file: DecisionFile) -> frozenset[str]:
    """The words by which several cells are one figure; in the table they belong to a criterion."""
    of_effects = {f"{e.criterion}/{e.variable}" for e in file.effects if e.variable}
    return frozenset(of_effects | set(_words(file)))


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for each in value:
            yield from _words(each)
    elif dataclasses.is_dataclass(value):
        for cell in cells(type(value)):
            inner = getattr(value, cell.name)
            if cell.name == "variable" and inner:
                yield str(inner)
            else:
                yield from _words(inner)


def _inside(kind: Any, value: Any, parts: list[str]) -> bool:
    """Whether the parts lead on from a value of this kind; ``None`` is one left empty."""
    if not parts:
        return True
    if not dataclasses.is_dataclass(kind):
        return False
    cell = next((each for each in cells(kind) if each.name == parts[0]), None)  # type: ignore[arg-type]  # a class, as kinds are
    if cell is None or cell.name == "key":
        return False
    held = None if value is None else getattr(value, cell.name)
    return _among(cell, held or (), parts[1:]) if cell.of else _inside(cell.bare, held, parts[1:])


def _among(cell: Cell, held: tuple[Any, ...], parts: list[str]) -> bool:
    """Whether the parts lead to one of a list’s values, by key, by number or by option and criterion."""
    if not parts:
        return True
    if cell.of is Effect:
        rest, wanted = parts[2:], parts[:2]
        found = [e for e in held if [e.option, e.criterion][: len(wanted)] == wanted]
    elif keyed(cell.of):
        rest, found = parts[1:], [each for each in held if each.key == parts[0]]
    else:
        rest, found = parts[1:], [each for n, each in enumerate(held, 1) if str(n) == parts[0]]
    return any(_inside(cell.of, each, rest) for each in found)
