"""How long it takes to be ready: tracks side by side, then the search, on one line of months.

A row is solid to the low end of its range, faint to the high end, with a line at the likely time.
The track that sets the pace is ochre. The search begins where the longest track is likely to end;
the last row is all of it together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from turnpoint.charts.chart import Chart
from turnpoint.charts.render import WIDE, Spec, draw
from turnpoint.core.transition.derivation import Range
from turnpoint.core.transition.readiness import Readiness
from turnpoint.core.transition.track import Track, months

COLUMNS = ("track", "low, months", "likely", "high", "in words")
ROW = 46
LABEL = {"type": "text", "align": "left", "fontSize": 12, "color": "var(--ink)", "dy": -17}
LIKELY = {"type": "tick", "size": 22, "thickness": 2.5, "color": "var(--ink)"}
AXIS = {
    "labelExpr": "datum.value == 0 ? 'now' : datum.label",
    "title": "months from now",
    "titleAnchor": "end",
    "titleFontSize": 12,
    "titleFontWeight": "normal",
    "titleColor": "var(--ink-2)",
}


def readiness_tracks(ready: Readiness) -> Chart:
    """The tracks that take any time, and the search (or setting up) after them."""
    every = (*ready.tracks, ready.search)
    start = max((track.months.likely for track in ready.tracks), default=0.0)
    timed = [track for track in ready.tracks if track.months.high > 0]
    bars = [_values(track, 0.0, place) for place, track in enumerate(timed)]
    bars.append(_values(ready.search, start, len(bars)))
    together = _bar("Together", ready.total, 0.0, len(bars), binding=False)
    return Chart(
        sentence=_sentence(ready),
        svg=draw(lambda width: _layout([*bars, together], width)),
        columns=COLUMNS,
        rows=(
            *(_spelt(track) for track in every),
            (
                "Together",
                f"{ready.total.low:.0f}",
                f"{ready.total.likely:.0f}",
                f"{ready.total.high:.0f}",
                months(ready.total),
            ),
        ),
        source="Each track opens to its formula and source below.",
    )


def _sentence(ready: Readiness) -> str:
    search = f"{months(ready.search.months)} of {ready.search.label.lower()}"
    if ready.binding == ready.search.name:
        return f"Ready in {months(ready.total)}: nothing has to be learned or got first, so it is {search}."
    slowest = ready.track(ready.binding)
    label = slowest.label.lower()
    return (
        f"Ready in {months(ready.total)}: {label} {'set' if label.endswith('s') else 'sets'} the "
        f"pace at {months(slowest.months)}, then {search}."
    )


def _spelt(track: Track) -> tuple[str, ...]:
    label = f"{track.label} (sets the pace)" if track.binding else track.label
    low, likely, high = track.months.low, track.months.likely, track.months.high
    return (label, f"{low:.0f}", f"{likely:.0f}", f"{high:.0f}", months(track.months))


def _layout(values: Sequence[dict[str, Any]], width: int) -> Spec:
    y = {"field": "place", "type": "ordinal", "axis": None, "sort": "ascending"}
    x = {"type": "quantitative", "axis": AXIS | {"tickCount": 6 if width >= WIDE else 4}}
    about = {"field": "about"}

    def span(low: str, high: str, mark: dict[str, Any], test: str) -> dict[str, Any]:
        return {
            "transform": [{"filter": test}],
            "mark": {"type": "bar", "size": 14} | mark,
            "encoding": {
                "x": {"field": low} | x,
                "x2": {"field": high},
                "y": y,
                "description": about,
            },
        }

    return {
        "width": width,
        "height": {"step": ROW},
        "data": {"values": list(values)},
        "layer": [
            span("low", "high", {"color": "var(--warm-soft)"}, "datum.binding"),
            span("low", "high", {"color": "var(--accent-soft)"}, "!datum.binding"),
            span("start", "low", {"color": "var(--warm)"}, "datum.binding"),
            span("start", "low", {"color": "var(--accent)"}, "!datum.binding"),
            {
                "mark": LIKELY,
                "encoding": {"x": {"field": "likely"} | x, "y": y, "description": about},
            },
            {"mark": LABEL, "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "name"}}},
        ],
    }


def _values(track: Track, start: float, place: int) -> dict[str, Any]:
    return _bar(track.label, track.months, start, place, binding=track.binding)


def _bar(name: str, range_: Range, start: float, place: int, *, binding: bool) -> dict[str, Any]:
    words = months(range_)
    return {
        "place": place,
        "name": f"{name}, {words}{' · sets the pace' if binding else ''}",
        "start": start,
        "low": start + range_.low,
        "likely": start + range_.likely,
        "high": start + range_.high,
        "binding": binding,
        "about": f"{name}: {words}",
    }
