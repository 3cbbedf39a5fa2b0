"""How many of something, as labelled bars: activities of an occupation, people in a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from turnpoint.charts.chart import Chart
from turnpoint.charts.render import Spec, draw

ROW = 40
"""Height of a row in pixels: its name above, the bar below."""


def counts(
    rows: Sequence[tuple[str, float]],
    *,
    sentence: str,
    columns: tuple[str, str],
    source: str = "",
    spelling: str = "{:,.0f}",
    highest: float | None = None,
    shown: int | None = None,
) -> Chart:
    """Bars from zero for ``rows`` of a name and a value; the first ``shown`` are drawn, all listed.

    ``highest`` is the end of the axis, for scales with an end of their own.
    """
    spelt = tuple((name, spelling.format(value)) for name, value in rows)
    drawn = list(zip(rows, spelt, strict=True))[:shown]
    values = [
        {"place": place, "name": name, "value": value, "spelt": text, "about": f"{name}: {text}"}
        for place, ((name, value), (_, text)) in enumerate(drawn)
    ]
    return Chart(
        sentence=sentence,
        svg=draw(lambda width: _layout(values, width, highest)),
        columns=columns,
        rows=spelt,
        source=source,
    )


def _layout(values: list[dict[str, Any]], width: int, highest: float | None) -> Spec:
    y = {"field": "place", "type": "ordinal", "axis": None, "sort": None}
    # An eighth of the width stays free, so that the figure after the longest bar has room.
    end = (highest or max((each["value"] for each in values), default=1.0)) * 8 / 7
    x = {
        "field": "value",
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [0, end], "nice": False},
    }
    text = {"type": "text", "align": "left", "fontSize": 12, "color": "var(--ink)"}
    bar = {"type": "bar", "size": 8, "color": "var(--accent)", "yOffset": 8, "height": 8}
    return {
        "width": width,
        "height": {"step": ROW},
        "data": {"values": values},
        "layer": [
            {"mark": bar, "encoding": {"x": x, "y": y, "description": {"field": "about"}}},
            {
                "mark": text | {"dx": 6, "dy": 8},
                "encoding": {"x": x, "y": y, "text": {"field": "spelt"}},
            },
            {
                "mark": text | {"dy": -8, "limit": 0.88 * width},
                "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "name"}},
            },
        ],
    }
