"""How sure somebody was of a destination, revision by revision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from turnpoint.charts.chart import Chart
from turnpoint.charts.render import Spec, draw


@dataclass(frozen=True, slots=True)
class Confidence:
    """Confidence in percent as a revision said it; ``saved`` is its date in words."""

    revision: int
    saved: str
    percent: int


def confidence(said: Sequence[Confidence]) -> Chart | None:
    """The chart; ``None`` where fewer than two revisions say how sure."""
    if len(said) < 2:
        return None
    first, last = said[0], said[-1]
    return Chart(
        sentence=(
            f"From {first.percent}% sure in revision {first.revision} to {last.percent}% in "
            f"revision {last.revision}."
        ),
        svg=draw(lambda width: _layout(said, width)),
        columns=("revision", "saved", "how sure"),
        rows=tuple((str(each.revision), each.saved, f"{each.percent}%") for each in said),
    )


def _layout(said: Sequence[Confidence], width: int) -> Spec:
    values = [
        {
            "revision": each.revision,
            "percent": each.percent,
            "text": f"{each.percent}%",
            "about": f"revision {each.revision}, {each.saved}: {each.percent}%",
        }
        for each in said
    ]
    x = {
        "field": "revision",
        "type": "ordinal",
        "axis": {"grid": False, "labelAngle": 0, "labelOverlap": True},
        "scale": {"padding": 0.2},
    }
    y = {
        "field": "percent",
        "type": "quantitative",
        "scale": {"domain": [0, 100]},
        "axis": {"values": [0, 50, 100], "labelExpr": "datum.value + '%'"},
    }
    line = {"type": "line", "color": "var(--accent)", "strokeWidth": 2}
    return {
        "width": width,
        "height": 120,
        "data": {"values": values},
        "layer": [
            {"mark": line, "encoding": {"x": x, "y": y}},
            {
                "mark": {"type": "circle", "size": 60, "opacity": 1, "color": "var(--accent)"},
                "encoding": {"x": x, "y": y, "description": {"field": "about"}},
            },
            {
                "mark": {"type": "text", "dy": -12, "fontSize": 12, "color": "var(--ink)"},
                "encoding": {"x": x, "y": y, "text": {"field": "text"}},
            },
        ],
    }
