"""Forms made of cells: figures and ranges with a unit, each saved by itself.

A cell that cannot be read is told at its place, and the others are saved; a cell that was not
changed on this page is left as it is, so that two windows do not overwrite each other. What can be
read and is odd all the same (a high figure below the low one) is stored, and ``core.decision.check``
names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from turnpoint.apps.transitions.figures import FigureField, PercentField, WholeField
from turnpoint.apps.transitions.forms import LineField
from turnpoint.core.decision.interval import SURE, Interval
from turnpoint.core.decision.problem import Problem

RANGE, AMOUNT, SHARE, MONTHS, TICK, COSTS = "range", "amount", "share", "months", "tick", "costs"
SURENESS = (
    (0.5, "as likely in as out"),
    (0.8, "80% sure"),
    (0.9, "90% sure"),
    (0.95, "95% sure"),
    (0.99, "99% sure"),
)
MOST_COSTS = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """``name`` is its address in the file, as ``search.while_in``; ``origin``: where its figure is from."""

    name: str
    label: str
    kind: str
    unit: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Cells that belong together."""

    title: str
    cells: tuple[Cell, ...]
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A cell as a page shows it: its inputs, each with a short label, and what is wrong with it."""

    cell: Cell
    unit: str
    inputs: tuple[tuple[str, forms.BoundField], ...]
    problems: tuple[Problem, ...]


def sureness(value: float = SURE) -> forms.TypedChoiceField:
    """How sure a range is; a share that is not among ours stays choosable."""
    known = dict(SURENESS) | ({} if value in dict(SURENESS) else {value: f"{value:.0%} sure"})
    return forms.TypedChoiceField(
        coerce=float,
        choices=sorted(known.items()),
        required=False,
        empty_value="",
        show_hidden_initial=True,
    )


def of_plain(value: Any) -> Interval:
    """A range as it is stored: a figure, a table, or nothing."""
    if isinstance(value, int | float):
        return Interval(None, float(value), None)
    if not isinstance(value, Mapping):
        return Interval()
    low, likely, high = (value.get(name) for name in ("low", "likely", "high"))
    if low is not None and low == high:
        low, likely, high = None, low, None
    return Interval(low, likely, high, value.get("sure", SURE), value.get("variable", ""))


def to_stored(low: Any, likely: Any, high: Any, sure: Any = SURE) -> dict[str, Any] | None:
    """What was typed as it is stored; one figure alone is known, none is nothing."""
    if low is None and high is None:
        return None if likely is None else {"low": likely, "likely": likely, "high": likely}
    ends = {"low": low, "likely": likely, "high": high}
    kept = {name: value for name, value in ends.items() if value is not None}
    return kept | {"sure": SURE if sure in {None, ""} else sure}


class CellsForm(forms.Form):
    """The cells of ``groups`` with what ``plain`` holds, or the default that ``defaults`` gives."""

    def __init__(
        self,
        data: Any,
        *,
        groups: tuple[Group, ...],
        plain: Mapping[str, Any],
        defaults: Mapping[str, Any],
        currency: str,
    ) -> None:
        super().__init__(data)
        self.groups, self.currency = groups, currency
        self.variables: dict[str, str] = {}
        for cell in (each for group in groups for each in group.cells):
            held = _at(plain, cell.name)
            self._add(cell, _at(defaults, cell.name) if held is None else held)

    def _add(self, cell: Cell, held: Any) -> None:
        unit = self._unit(cell)
        if cell.kind == RANGE:
            self._add_range(cell.name, of_plain(held), unit, cell.label)
        elif cell.kind == COSTS:
            self._add_costs(cell, held or ())
        elif cell.kind == TICK:
            self.fields[cell.name] = forms.BooleanField(
                required=False, initial=bool(held), show_hidden_initial=True, label=cell.label
            )
        else:
            kind = {AMOUNT: FigureField, SHARE: PercentField, MONTHS: WholeField}[cell.kind]
            more = {"amount": True} if cell.kind == AMOUNT else {}
            self.fields[cell.name] = kind(
                initial=held, show_hidden_initial=True, label=cell.label, **more
            )

    def _add_range(self, name: str, held: Interval, unit: str, label: str) -> None:
        money = unit.startswith(self.currency)
        self.variables[name] = held.variable
        for end in ("low", "likely", "high"):
            value = getattr(held, end)
            shown = value if value or held.low or held.high else None
            field = FigureField(initial=shown, show_hidden_initial=True, amount=money)
            field.widget.attrs["aria-label"] = f"{label}, {end}"
            self.fields[f"{name}.{end}"] = field
        sure = sureness(held.sure)
        sure.initial = held.sure
        sure.widget.attrs["aria-label"] = f"{label}: how sure that it lies between low and high"
        self.fields[f"{name}.sure"] = sure

    def _add_costs(self, cell: Cell, held: Any) -> None:
        for number in range(1, min(len(held) + 1, MOST_COSTS) + 1):
            cost = held[number - 1] if number <= len(held) else {}
            name = f"{cell.name}.{number}"
            what = LineField(
                required=False,
                max_length=120,
                initial=cost.get("name", ""),
                show_hidden_initial=True,
            )
            what.widget.attrs["aria-label"] = f"Cost {number}: what it is for"
            self.fields[f"{name}.name"] = what
            label = f"Cost {number}"
            self._add_range(f"{name}.amount", of_plain(cost.get("amount")), self.currency, label)
            month = WholeField(
                initial=cost.get("month", 0) if cost else None, show_hidden_initial=True
            )
            month.widget.attrs["aria-label"] = f"Cost {number}: the month it is paid in"
            self.fields[f"{name}.month"] = month

    def _unit(self, cell: Cell) -> str:
        return cell.unit.replace("¤", self.currency)

    def rows(self, group: Group, found: Any, prefix: str) -> Iterator[Row]:
        """The cells of a group; ``found.at`` knows what is wrong under ``prefix``."""
        for cell in group.cells:
            inputs = tuple(
                (name.removeprefix(f"{cell.name}.").rpartition(".")[2], self[name])
                for name in self._names(cell)
            )
            yield Row(cell, self._unit(cell), inputs, found.at(f"{prefix}.{cell.name}"))

    def shown(self, found: Any, prefix: str) -> list[tuple[Group, list[Row]]]:
        """Every group with its rows."""
        return [(group, list(self.rows(group, found, prefix))) for group in self.groups]

    def _names(self, cell: Cell) -> list[str]:
        return [
            name for name in self.fields if name == cell.name or name.startswith(f"{cell.name}.")
        ]

    def said(self) -> dict[str, Any]:
        """The cells that were changed and could be read; ``None`` for one that was emptied."""
        self.full_clean()
        changed = set(self.changed_data)
        said = {}
        for cell in (each for group in self.groups for each in group.cells):
            names = self._names(cell)
            if changed & set(names) and not set(names) & self.errors.keys():
                said[cell.name] = self._value(cell)
        return said

    def _value(self, cell: Cell) -> Any:
        if cell.kind == RANGE:
            return self._range(cell.name)
        if cell.kind == COSTS:
            return self._costs(cell) or None
        return self.cleaned_data[cell.name]

    def _range(self, name: str) -> dict[str, Any] | None:
        typed = (self.cleaned_data[f"{name}.{end}"] for end in ("low", "likely", "high", "sure"))
        stored = to_stored(*typed)
        shared = self.variables[name]
        return stored | {"variable": shared} if stored and shared else stored

    def _costs(self, cell: Cell) -> list[dict[str, Any]]:
        found = []
        numbers = sorted(
            {int(name.split(".")[-2]) for name in self._names(cell) if name.endswith(".name")}
        )
        for number in numbers:
            name = f"{cell.name}.{number}"
            amount = self._range(f"{name}.amount")
            what = self.cleaned_data[f"{name}.name"]
            if what or amount:
                month = self.cleaned_data[f"{name}.month"] or 0
                cost = {"name": what or "something else", "amount": amount or 0.0, "month": month}
                found.append(cost)
        return found


def _at(plain: Mapping[str, Any], name: str) -> Any:
    value: Any = plain
    for step in name.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value
