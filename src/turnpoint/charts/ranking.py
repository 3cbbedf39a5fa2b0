"""What came out of a best–worst ranking: a utility for each activity, with its 95% interval."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from turnpoint.charts.chart import Chart
from turnpoint.charts.render import WIDE, Spec, draw
from turnpoint.core.role.best_worst import Utilities

ROW = 40
LABEL = {"type": "text", "align": "left", "fontSize": 12, "color": "var(--ink)", "dy": -14}
AXIS = {"title": "dropped first ← average → kept first", "titleFontSize": 12}
AXIS |= {"titleFontWeight": "normal", "titleColor": "var(--ink-2)"}


def utility_chart(names: Sequence[str], found: Utilities, *, sets: int) -> Chart:
    """The dearest first. ``sets``: how many were answered."""
    order = np.argsort(-found.mode, kind="stable").tolist()
    rows = [(names[i], float(found.mode[i]), *map(float, found.interval[i])) for i in order]
    return Chart(
        sentence=(
            f"After {sets} set{'' if sets == 1 else 's'}, I would keep “{rows[0][0]}” first and "
            f"drop “{rows[-1][0]}” first."
        ),
        svg=draw(lambda width: _layout(rows, width)),
        columns=("activity", "utility", "95% from", "to"),
        rows=tuple((name, *(f"{each:.1f}" for each in figures)) for name, *figures in rows),
        source=(
            "Sequential best–worst logit; 0 is an average activity of yours. Where two intervals "
            "overlap much, the order of the two is open."
        ),
    )


def _layout(rows: Sequence[tuple[str, float, float, float]], width: int) -> Spec:
    most = 60 if width >= WIDE else 38
    values = [
        {"place": place, "name": name[:most], "mode": mode, "low": low, "high": high}
        for place, (name, mode, low, high) in enumerate(rows)
    ]
    y = {"field": "place", "type": "ordinal", "axis": None, "sort": "ascending"}
    x = {"type": "quantitative", "axis": AXIS | {"tickCount": 5}}
    return {
        "width": width,
        "height": {"step": ROW},
        "data": {"values": values},
        "layer": [
            {
                "mark": {"type": "bar", "size": 6, "color": "var(--accent-soft)"},
                "encoding": {"x": {"field": "low"} | x, "x2": {"field": "high"}, "y": y},
            },
            {
                "mark": {"type": "circle", "size": 80, "color": "var(--accent)", "opacity": 1},
                "encoding": {"x": {"field": "mode"} | x, "y": y},
            },
            {"mark": LABEL, "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "name"}}},
        ],
    }
