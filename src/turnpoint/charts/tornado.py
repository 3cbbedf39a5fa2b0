"""Which assumption moves an outcome most: one bar each, from one end of its range to the other.

The line is the outcome as assumed. A bar is pale where the assumption is at the low end of its
plausible range and strong where it is at the high end; the widest comes first.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

from turnpoint.charts.chart import Chart
from turnpoint.charts.money import signed_dollars
from turnpoint.charts.render import WIDE, Spec, draw
from turnpoint.core.transition.tornado import Swing, Tornado

COLUMNS = ("assumption", "from", "gives", "to", "gives", "difference")
MOST_BARS = 8
LETTER, LINE, ROW, TOP = 6.9, 15, 42, 28
"""Width of a letter, height of a line of a name, of a row with one line, and above a bar, in pixels."""

NAME = {
    "type": "text",
    "align": "left",
    "dy": {"expr": f"-18 - {LINE} * (length(datum.lines) - 1)"},
    "lineHeight": LINE,
}
MONTHS = "months"
TITLE = {
    "title": "months to be ready",
    "titleAnchor": "end",
    "titleFontSize": 12,
    "titleFontWeight": "normal",
    "titleColor": "var(--ink-2)",
}


def tornado(varied: Tornado, outcome: str) -> Chart | None:
    """The chart of ``outcome`` (“the months to be ready”); ``None`` where nothing moves it."""
    if not varied.moving:
        return None
    shown = varied.moving[:MOST_BARS]
    return Chart(
        sentence=_sentence(varied, outcome),
        svg=draw(lambda width: _layout(varied, shown, width)),
        columns=COLUMNS,
        rows=tuple(_row(varied, swing) for swing in varied.moving),
        source="Each assumption varied alone from one end of its plausible range to the other; "
        "what is not listed moves nothing here.",
    )


def _said(varied: Tornado, value: float) -> str:
    return f"{value:.1f} months" if varied.unit == MONTHS else signed_dollars(value)


def _sentence(varied: Tornado, outcome: str) -> str:
    widest = varied.moving[0]
    term = widest.assumption
    low, high = sorted((widest.at_low, widest.at_high))
    rest = len(varied.moving) - 1
    others = "1 other moves it less." if rest == 1 else f"{rest} others move it less."
    tail = f" {others}" if rest else " Nothing else moves it."
    return (
        f"“{term.label}” moves {outcome} most: from {_said(varied, low)} to {_said(varied, high)}, "
        f"as it goes from {term.span(term.plausible)}.{tail}"
    )


def _row(varied: Tornado, swing: Swing) -> tuple[str, ...]:
    term = swing.assumption
    return (
        term.label,
        term.said(term.plausible[0]),
        _said(varied, swing.at_low),
        term.said(term.plausible[1]),
        _said(varied, swing.at_high),
        _said(varied, swing.width),
    )


def _layout(varied: Tornado, shown: Sequence[Swing], width: int) -> Spec:
    values = [_values(varied, swing, place, width) for place, swing in enumerate(shown)]
    lines = max(len(each["lines"]) for each in values)
    step = ROW + LINE * (lines - 1)
    # The first name needs its room above; every other one reaches into the gap below a bar.
    above = {"type": "point", "padding": (TOP + LINE * (len(values[0]["lines"]) - 1)) / step}
    y = {"field": "place", "type": "ordinal", "axis": None, "sort": "ascending", "scale": above}
    axis: dict[str, Any] = {"tickCount": 6 if width >= WIDE else 4}
    axis |= TITLE if varied.unit == MONTHS else {"format": "$~s"}
    x = {"type": "quantitative", "scale": {"zero": False, "nice": True}, "axis": axis}
    return {
        "width": width,
        "height": {"step": step},
        "data": {"values": values},
        "layer": [
            _bar("at_low", x, y, "var(--accent-soft)"),
            _bar("at_high", x, y, "var(--accent)"),
            {
                "data": {"values": [{"likely": varied.likely}]},
                "mark": {"type": "rule", "color": "var(--ink)", "strokeWidth": 1.5},
                "encoding": {"x": {"field": "likely"} | x},
            },
            {
                "mark": NAME | {"color": "var(--ink)", "fontSize": 12},
                "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "lines"}},
            },
        ],
    }


def _bar(end: str, x: dict[str, Any], y: dict[str, Any], color: str) -> dict[str, Any]:
    outlined = {"stroke": "var(--accent)", "strokeWidth": 1}
    return {
        "mark": {"type": "bar", "size": 14, "color": color} | outlined,
        "encoding": {
            "x": {"field": "likely"} | x,
            "x2": {"field": end},
            "y": y,
            "description": {"field": "about"},
        },
    }


def _values(varied: Tornado, swing: Swing, place: int, width: int) -> dict[str, Any]:
    term = swing.assumption
    name = f"{term.label}: {term.span(term.plausible)}"
    return {
        "place": place,
        "lines": textwrap.wrap(name, int(width / LETTER)) or [""],
        "likely": varied.likely,
        "at_low": swing.at_low,
        "at_high": swing.at_high,
        "about": f"{name}, gives {_said(varied, swing.at_low)} to {_said(varied, swing.at_high)}",
    }
