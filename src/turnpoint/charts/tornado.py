"""Which assumption moves an outcome most: one bar each, from one end of its range to the other.

The line is the outcome as assumed. A bar is pale where the assumption is at the low end of its
plausible range and strong where it is at the high end; the widest comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from turnpoint.charts import names
from turnpoint.charts.chart import Chart
from turnpoint.charts.money import signed_dollars
from turnpoint.charts.render import WIDE, Spec, draw, titled
from turnpoint.core.transition.tornado import Swing, Tornado

COLUMNS = ("assumption", "from", "gives", "to", "gives", "difference")
MOST_BARS = 8
MONTHS = "months"


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
    rows, height = names.rows([_name(swing) for swing in shown], width)
    values = [row.place | _values(varied, swing) for row, swing in zip(rows, shown, strict=True)]
    axis: dict[str, Any] = {"tickCount": 6 if width >= WIDE else 4}
    axis |= titled("months to be ready") if varied.unit == MONTHS else {"format": "$~s"}
    x = {"type": "quantitative", "scale": {"zero": False, "nice": True}, "axis": axis}
    return {
        "width": width,
        "height": height,
        "data": {"values": values},
        "layer": [
            _bar("at_low", x, "var(--accent-soft)"),
            _bar("at_high", x, "var(--accent)"),
            {
                "data": {"values": [{"likely": varied.likely}]},
                "mark": {"type": "rule", "color": "var(--ink)", "strokeWidth": 1.5},
                "encoding": {"x": {"field": "likely"} | x},
            },
            names.above(),
        ],
    }


def _bar(end: str, x: dict[str, Any], color: str) -> dict[str, Any]:
    outlined = {"stroke": "var(--accent)", "strokeWidth": 1}
    return {
        "mark": {"type": "bar", "orient": "horizontal", "size": names.BAR, "color": color}
        | outlined,
        "encoding": {
            "x": {"field": "likely"} | x,
            "x2": {"field": end},
            "y": names.MIDDLE,
            "description": {"field": "about"},
        },
    }


def _name(swing: Swing) -> str:
    return f"{swing.assumption.label}: {swing.assumption.span(swing.assumption.plausible)}"


def _values(varied: Tornado, swing: Swing) -> dict[str, Any]:
    ends = f"{_said(varied, swing.at_low)} to {_said(varied, swing.at_high)}"
    return {
        "likely": varied.likely,
        "at_low": swing.at_low,
        "at_high": swing.at_high,
        "about": f"{_name(swing)}, gives {ends}",
    }
