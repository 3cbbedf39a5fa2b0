"""Time one loves, role beside role: what is kept for sure, what depends, what is new.

One bar per role in hours of a week, weighted by love (liking counts half). The mark on each is what
one has today.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from turnpoint.charts.chart import Chart
from turnpoint.charts.render import WIDE, Spec, draw
from turnpoint.core.role.continuity import Continuity

COLUMNS = ("role", "kept at least, h", "kept at most, h", "new at least, h", "new at most, h")
ROW = 46
LABEL = {"type": "text", "align": "left", "fontSize": 12, "color": "var(--ink)", "dy": -17}
TODAY = {"type": "tick", "size": 24, "thickness": 2.5, "color": "var(--ink)"}
PARTS = (
    ("kept", "var(--accent)"),
    ("perhaps kept", "var(--accent-soft)"),
    ("new", "var(--warm)"),
    ("perhaps new", "var(--warm-soft)"),
)
AXIS = {
    "title": "hours a week that I love",
    "titleAnchor": "end",
    "titleFontSize": 12,
    "titleFontWeight": "normal",
    "titleColor": "var(--ink-2)",
}


class Shown(NamedTuple):
    """Hours of a week of one role: kept, new, and both together, each at least and at most."""

    name: str
    kept: tuple[float, float]
    new: tuple[float, float]
    there: tuple[float, float]


def loved_time(roles: Sequence[tuple[str, Continuity]], *, hours: float) -> Chart:
    """The present role and those beside it; ``hours`` of a week. At least one is given."""
    now = roles[0][1].love.now * hours
    shown = [_shown(name, found, hours) for name, found in roles]
    today = Shown("Today", (now, now), (0.0, 0.0), (now, now))
    return Chart(
        sentence=_sentence(now, shown),
        svg=draw(lambda width: _layout(now, [today, *shown], width)),
        columns=COLUMNS,
        rows=tuple(
            (each.name, *(f"{value:.1f}" for value in (*each.kept, *each.new)))
            for each in (today, *shown)
        ),
        source=(
            "Solid is sure, faint depends; green is kept, ochre is new, the mark is what I have today. "
            "Hours are weighted by how much you love them: “love it” counts whole, “like it” half. "
            "Each range is the least and the greatest over every way the time there may be spent."
        ),
    )


def _shown(name: str, found: Continuity, hours: float) -> Shown:
    now, kept = found.love.now * hours, found.love.kept
    both = (0.0, 0.0) if kept is None else (now * kept.low, now * kept.high)
    love = found.love
    return Shown(name, both, (love.gained.low, love.gained.high), (love.there.low, love.there.high))


def _sentence(now: float, shown: Sequence[Shown]) -> str:
    first, *rest = (
        f"{each.name} keeps {_between(*each.kept)}"
        + (f" and may bring up to {each.new[1]:.1f} new" if each.new[1] >= 0.05 else "")
        for each in shown
    )
    return f"Of {now:.1f} hours a week that I love, {'; '.join([first, *rest])}."


def _between(low: float, high: float) -> str:
    return f"{low:.1f}" if f"{low:.1f}" == f"{high:.1f}" else f"{low:.1f} to {high:.1f}"


def _layout(now: float, roles: Sequence[Shown], width: int) -> Spec:
    y = {"field": "place", "type": "ordinal", "axis": None, "sort": "ascending"}
    x = {"type": "quantitative", "axis": AXIS | {"tickCount": 6 if width >= WIDE else 4}}
    colour = {
        "field": "part",
        "scale": {"domain": [name for name, _ in PARTS], "range": [hue for _, hue in PARTS]},
    }
    names = [
        {"place": place, "name": _label(role, width), "now": now}
        for place, role in enumerate(roles)
    ]
    bars = [bar for place, role in enumerate(roles) for bar in _bars(role, place)]
    span = {"x": {"field": "from"} | x, "x2": {"field": "to"}, "y": y, "color": colour}
    return {
        "width": width,
        "height": {"step": ROW},
        "layer": [
            {
                "data": {"values": bars},
                "mark": {"type": "bar", "size": 14},
                "encoding": span | {"description": {"field": "about"}},
            },
            {
                "data": {"values": names},
                "mark": TODAY,
                "encoding": {"x": {"field": "now"} | x, "y": y},
            },
            {
                "data": {"values": names},
                "mark": LABEL,
                "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "name"}},
            },
        ],
    }


def _label(role: Shown, width: int) -> str:
    """The name, and in words what the solid and the faint parts of its bar say."""
    most = 40 if width >= WIDE else 18
    name = role.name if len(role.name) <= most else f"{role.name[: most - 1]}…"
    if role.new[1] < 0.05 and role.kept[0] == role.kept[1]:
        return f"{name}: {role.kept[0]:.1f}"
    new = f", new {_short(*role.new)}" if role.new[1] >= 0.05 else ""
    return f"{name}: keeps {_short(*role.kept)}{new}"


def _short(low: float, high: float) -> str:
    return f"{low:.0f}" if f"{low:.0f}" == f"{high:.0f}" else f"{low:.0f}–{high:.0f}"


def _bars(role: Shown, place: int) -> list[dict[str, Any]]:
    # What is kept at most and new at most may not both come true: the bar ends where the two can.
    ends = (max(role.kept[1], end) for end in role.there)
    edges = (0.0, *role.kept, *ends)
    return [
        {
            "place": place,
            "part": part,
            "from": start,
            "to": stop,
            "about": f"{role.name}, {part}: {stop - start:.1f} hours a week",
        }
        for (part, _), start, stop in zip(PARTS, edges, edges[1:], strict=False)
        if stop > start
    ]
