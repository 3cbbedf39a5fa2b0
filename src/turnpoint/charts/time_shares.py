"""Shares of time as they were logged: each with its middle 80%, beside what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from turnpoint.charts.chart import Chart
from turnpoint.charts.render import WIDE, Spec, draw

COLUMNS = ("activity", "share, %", "80% from", "to", "I had said, %", "energy", "absorbed")
ROW = 40
LABEL = {"type": "text", "align": "left", "fontSize": 12, "color": "var(--ink)", "dy": -14}
AXIS = {"title": "% of my time", "titleFontSize": 12, "titleAnchor": "end"}
AXIS |= {"titleFontWeight": "normal", "titleColor": "var(--ink-2)"}


class Shown(NamedTuple):
    """Shares in percent; ``said`` is what the person had said, energy and engagement are means."""

    name: str
    low: float
    mean: float
    high: float
    said: float | None
    energy: float | None
    engagement: float | None


def shares_chart(
    shown: Sequence[Shown], *, days: int, looks_a_day: float, hours: float | None
) -> Chart:
    """The largest share first. ``hours`` of a week, where time is said in hours."""
    first = max(shown, key=lambda each: each.mean)
    rows = sorted(shown, key=lambda each: -each.mean)
    week = f", about {first.mean / 100 * hours:.0f} of {hours:g} hours" if hours else ""
    return Chart(
        sentence=(
            f"After {days} days, “{first.name}” takes {first.mean:.0f}% of my time"
            f" ({first.low:.0f} to {first.high:.0f}%){week}."
        ),
        svg=draw(lambda width: _layout(rows, width)),
        columns=COLUMNS,
        rows=tuple(
            (
                each.name,
                f"{each.mean:.0f}",
                f"{each.low:.0f}",
                f"{each.high:.0f}",
                "–" if each.said is None else f"{each.said:.0f}",
                "–" if each.energy is None else f"{each.energy:+.1f}".replace("-", "−"),
                "–" if each.engagement is None else f"{each.engagement:.1f}",
            )
            for each in rows
        ),
        source=(
            f"Dot: the share; bar: its middle 80%; tick: what I had said. A Dirichlet posterior: a flat "
            f"prior worth one look, and {days} days worth {looks_a_day:.1f} looks each, by how alike they "
            f"are."
        ),
    )


def _layout(rows: Sequence[Shown], width: int) -> Spec:
    most = 60 if width >= WIDE else 36
    values = [
        each._asdict() | {"place": place, "name": each.name[:most]}
        for place, each in enumerate(rows)
    ]
    said = [each for each in values if each["said"] is not None]
    y = {"field": "place", "type": "ordinal", "axis": None, "sort": "ascending"}
    x = {"type": "quantitative", "axis": AXIS | {"tickCount": 5}}
    tick = {"type": "tick", "size": 16, "thickness": 2, "color": "var(--ink)"}
    dot = {"type": "circle", "size": 80, "color": "var(--accent)", "opacity": 1}
    return {
        "width": width,
        "height": {"step": ROW},
        "data": {"values": values},
        "layer": [
            {
                "mark": {"type": "bar", "size": 8, "color": "var(--accent-soft)"},
                "encoding": {"x": {"field": "low"} | x, "x2": {"field": "high"}, "y": y},
            },
            {"mark": dot, "encoding": {"x": {"field": "mean"} | x, "y": y}},
            {
                "data": {"values": said},
                "mark": tick,
                "encoding": {"x": {"field": "said"} | x, "y": y},
            },
            {"mark": LABEL, "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "name"}}},
        ],
    }
