"""What people earn, as percentiles, one row per place or occupation.

A row has a band from the 10th to the 90th percentile, a stronger one for the middle half, and a
line at the median. Where BLS publishes only “at least” an amount, the band ends in an arrow there.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from turnpoint.charts.chart import Chart
from turnpoint.charts.money import MISSING, dollars, short_dollars
from turnpoint.charts.render import WIDE, Spec, draw
from turnpoint.labour.wage import WageCell

COLUMNS = (
    *("where", "a tenth earn less than", "a quarter less than", "half less than (the middle)"),
    *("a quarter more than", "a tenth more than", "unit"),
)
ROW = 62
"""Height of a row in pixels: its name on one line, the band, and the median below it."""

LINE = 15
"""Height of each further line of a name."""

LETTER = 7.2
"""Width of a letter of a name in pixels; wide fonts need as much."""


@dataclass(frozen=True, slots=True)
class PayRow:
    """``label`` names the row; ``phrase`` is how the sentence says it (“in California”)."""

    label: str
    phrase: str
    cell: WageCell


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    phrase: str
    values: Sequence[float]
    top_coded: Sequence[bool]
    hourly: bool

    def spelt(self) -> tuple[str, ...]:
        return tuple(
            dollars(value, top_coded=top, hourly=self.hourly)
            for value, top in zip(self.values, self.top_coded, strict=True)
        )


def pay_percentiles(rows: Sequence[PayRow], *, source: str) -> Chart | None:
    """The chart of ``rows``; ``None`` where no percentile of any is published."""
    known = [_row(row) for row in rows]
    drawable = [row for row in known if any(math.isfinite(value) for value in row.values)]
    if not drawable:
        return None
    hourly = all(row.hourly for row in drawable)
    drawn = [row for row in drawable if row.hourly == hourly]
    return Chart(
        sentence=_sentence(known),
        svg=draw(lambda width: _layout(drawn, width, hourly=hourly)),
        columns=COLUMNS,
        rows=tuple((row.label, *row.spelt(), _unit(row)) for row in known),
        source=source,
    )


def _row(row: PayRow) -> _Row:
    cell = row.cell
    if cell.hourly is not None:
        return _Row(row.label, row.phrase, cell.hourly, (False,) * 5, hourly=True)
    return _Row(row.label, row.phrase, cell.percentiles, cell.top_coded, hourly=False)


def _unit(row: _Row) -> str:
    return "an hour" if row.hourly else "a year"


def _sentence(rows: Sequence[_Row]) -> str:
    parts = [_part(row) for row in rows]
    said = "; ".join(parts)
    return f"{said[0].upper()}{said[1:]}."


def _part(row: _Row) -> str:
    _, lower, middle, upper, _ = row.spelt()
    unit = _unit(row)
    if MISSING not in (lower, upper):
        end = f", the middle being {middle}" if middle != MISSING else ""
        return f"{row.phrase} half earn {lower} to {upper} {unit}{end}"
    if middle != MISSING:
        return f"{row.phrase} the middle is {middle} {unit}"
    return f"{row.phrase} no middle is published"


TEXT = {"type": "text", "align": "left", "fontSize": 12, "color": "var(--ink)"}
NAME = {
    "dy": {"expr": f"-20 - {LINE} * (length(datum.lines) - 1)"},
    "lineHeight": LINE,
}
INK = {"color": "var(--ink)", "stroke": "var(--paper)", "strokeWidth": 1, "opacity": 1}
OUTER = {"color": "var(--accent-soft)", "stroke": "var(--accent)", "strokeWidth": 1}
Y = {"field": "place", "type": "ordinal", "axis": None, "sort": None}


def _layout(rows: Sequence[_Row], width: int, *, hourly: bool) -> Spec:
    x = {
        "type": "quantitative",
        "scale": {"zero": False, "nice": True},
        "axis": {"format": "$,.0f" if hourly else "$~s", "tickCount": 6 if width >= WIDE else 4},
    }
    name = {"x": {"value": 0}, "y": Y, "text": {"field": "lines"}}
    values = [_values(row, place, width) for place, row in enumerate(rows)]
    further = max(len(each["lines"]) for each in values) - 1
    return {
        "width": width,
        # a longer name grows upwards, and the rows keep one distance
        "height": {"step": ROW + 2 * LINE * further},
        "data": {"values": values},
        "layer": [
            _band("p10", "p90", x, OUTER),
            _band("p25", "p75", x, {"color": "var(--accent)"}),
            _at("p50", x, {"type": "tick", "size": 26, "thickness": 3} | INK),
            _at("p50", x, TEXT | {"align": "center", "dy": 22}, text={"field": "middle"}),
            _at("open", x, TEXT | {"text": "▶", "dx": 3, "color": "var(--accent)"}),
            {"mark": TEXT | NAME, "encoding": name},
        ],
    }


def _band(low: str, high: str, x: Spec, mark: Spec) -> dict[str, Any]:
    shown = {"x": {"field": low, **x}, "x2": {"field": high}, "y": Y}
    return {
        "transform": [{"filter": f"isValid(datum.{low}) && isValid(datum.{high})"}],
        "mark": {"type": "bar", "size": 16, **mark},
        "encoding": {**shown, "description": {"field": "about"}},
    }


def _at(field: str, x: Spec, mark: Spec, **more: Any) -> dict[str, Any]:
    shown = {"x": {"field": field, **x}, "y": Y, "description": {"field": "about"}}
    return {
        "transform": [{"filter": f"isValid(datum.{field})"}],
        "mark": mark,
        "encoding": shown | more,
    }


def _lines(name: str, width: int) -> list[str]:
    return textwrap.wrap(name, int(width / LETTER)) or [""]


def _values(row: _Row, place: int, width: int) -> dict[str, Any]:
    names = ("p10", "p25", "p50", "p75", "p90")
    known = {
        name: value for name, value in zip(names, row.values, strict=True) if math.isfinite(value)
    }
    spelt = row.spelt()
    told = [f"{column} {text}" for column, text in zip(COLUMNS[1:6], spelt, strict=True)]
    data: dict[str, Any] = {"place": place, "lines": _lines(row.label, width)} | known
    data["about"] = f"{row.label}: {', '.join(told)} {_unit(row)}"
    if "p50" in known:
        data["middle"] = short_dollars(known["p50"], hourly=row.hourly)
    if any(row.top_coded):
        data["open"] = max(known.values())
    return data
