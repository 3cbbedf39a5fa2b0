"""A week as it is and as it might be: every activity with its hours today, and there.

Solid hours are sure, faint ones depend on what nobody knows yet; the mark is today. Colour is how it
feels: what one loves, what drains one, and what is neither or not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from turnpoint.charts.chart import Chart
from turnpoint.charts.render import WIDE, Spec, draw

COLUMNS = ("activity", "how it feels", "today, h", "there at least, h", "at most, h")
ROW = 42
LOVED, DRAINING, NEITHER = "loved", "draining", "neither"
HUES = {
    LOVED: ("var(--accent)", "var(--accent-soft)"),
    DRAINING: ("var(--warm)", "var(--warm-soft)"),
    NEITHER: ("var(--edge)", "var(--line)"),
}
NAME = {"type": "text", "align": "left", "fontSize": 12, "color": "var(--ink)", "dy": -16}
HOURS = {"type": "text", "align": "right", "fontSize": 12, "dy": -16}
TODAY = {"type": "tick", "size": 17, "thickness": 2.5, "color": "var(--ink)"}
AXIS: dict[str, Any] = {"title": "hours of a week", "titleAnchor": "end", "titleFontSize": 12}
AXIS |= {"titleFontWeight": "normal", "titleColor": "var(--ink-2)"}


class Spent(NamedTuple):
    """Hours of a week given to one activity; ``feels`` in words, ``enjoyment`` −2 to 2 or not known."""

    name: str
    enjoyment: float | None
    feels: str
    now: float
    low: float
    high: float

    @property
    def colour(self) -> str:
        if not self.enjoyment:
            return NEITHER
        return LOVED if self.enjoyment > 0 else DRAINING

    @property
    def there(self) -> str:
        low, high = f"{self.low:.0f}", f"{self.high:.0f}"
        return low if low == high else f"{low}–{high}"

    @property
    def moved(self) -> str:
        """“6 → 2–6 h”."""
        return f"{f'{self.now:.0f}' if self.now else 'new'} → {self.there} h"

    @property
    def order(self) -> tuple[int, float]:
        place = (LOVED, NEITHER, DRAINING).index(self.colour)
        weight = abs(self.enjoyment or 0) * max(self.now, self.high)
        return place, -weight if weight else -max(self.now, self.high)


def week_beside(role: str, spent: Sequence[Spent]) -> Chart:
    """What one loves first, what drains one last; at least one activity."""
    rows = sorted(spent, key=lambda each: each.order)
    return Chart(
        sentence=_sentence(role, rows),
        svg=draw(lambda width: _layout(rows, width)),
        columns=COLUMNS,
        rows=tuple(
            (
                each.name,
                each.feels or "not said",
                *(f"{value:.1f}" for value in (each.now, each.low, each.high)),
            )
            for each in rows
        ),
        source=(
            "Solid hours are sure, faint ones depend on what is not known yet; the mark is today. Green is "
            "what I love or like, ochre what I would rather not do, grey what is neither or not said. Each "
            "range is as narrow as the other answers allow."
        ),
    )


def _sentence(role: str, rows: Sequence[Spent]) -> str:
    """What is loved most and at stake, and what drains and might grow."""
    loved = [each for each in rows if each.colour == LOVED and each.now > each.low]
    grows = [each for each in rows if each.colour == DRAINING and each.high > each.now]
    said = []
    if loved:
        most = max(loved, key=lambda each: (each.enjoyment or 0) * (each.now - each.low))
        said.append(f"“{most.name}” goes from {most.now:.1f} hours a week to {_range(most)}")
    if grows:
        most = max(grows, key=lambda each: -(each.enjoyment or 0) * (each.high - each.now))
        said.append(
            f"“{most.name}”, which I would rather not do, from {most.now:.1f} to {_range(most)}"
        )
    return f"{role}: {'; '.join(said) or 'nothing I love is at stake, and nothing that drains me grows'}."


def _range(each: Spent) -> str:
    low, high = f"{each.low:.1f}", f"{each.high:.1f}"
    return low if low == high else f"between {low} and {high}"


def _layout(rows: Sequence[Spent], width: int) -> Spec:
    most = 44 if width >= WIDE else 27
    y = {"field": "place", "type": "ordinal", "axis": None, "sort": "ascending"}
    x = {"type": "quantitative", "axis": AXIS | {"tickCount": 6 if width >= WIDE else 4}}
    names = [_label(each, place, most) for place, each in enumerate(rows)]
    bars = [bar for place, each in enumerate(rows) for bar in _bars(each, place)]
    span = {"x": {"field": "from"} | x, "x2": {"field": "to"}, "y": y, "color": _colour()}
    now = {"x": {"field": "now"} | x, "y": y}
    left = {"x": {"value": 0}, "y": y, "text": {"field": "name"}}
    right = {"x": {"value": "width"}, "y": y, "text": {"field": "moved"}}
    return {
        "width": width,
        "height": {"step": ROW},
        "layer": [
            {
                "data": {"values": bars},
                "mark": {"type": "bar", "size": 12},
                "encoding": span | {"description": {"field": "about"}},
            },
            {
                "data": {"values": [each for each in names if each["now"]]},
                "mark": TODAY,
                "encoding": now,
            },
            {"data": {"values": names}, "mark": NAME, "encoding": left},
            {"data": {"values": names}, "mark": HOURS, "encoding": right},
        ],
    }


def _colour() -> dict[str, Any]:
    domain = [f"{colour} {part}" for colour in HUES for part in ("sure", "perhaps")]
    hues = [hue for pair in HUES.values() for hue in pair]
    return {"field": "part", "scale": {"domain": domain, "range": hues}}


def _label(each: Spent, place: int, most: int) -> dict[str, Any]:
    name = each.name if len(each.name) <= most else f"{each.name[: most - 1]}…"
    return {"place": place, "name": name, "moved": each.moved, "now": each.now}


def _bars(each: Spent, place: int) -> list[dict[str, Any]]:
    parts = (("sure", 0.0, each.low), ("perhaps", each.low, each.high))
    return [
        {
            "place": place,
            "part": f"{each.colour} {part}",
            "from": start,
            "to": stop,
            "about": f"{each.name}: {each.moved} of a week",
        }
        for part, start, stop in parts
        if stop - start > 0.01
    ]
