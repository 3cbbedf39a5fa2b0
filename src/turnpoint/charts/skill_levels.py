"""How far along a skill was over time, what is wanted, and by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from turnpoint.charts.chart import Chart
from turnpoint.charts.render import Spec, draw
from turnpoint.core.planning.assessment import STRENGTHS, Assessment, over_time, standing
from turnpoint.core.planning.level import SCALE
from turnpoint.core.transition.wording import listed

COLUMNS = ("day", "level", "who says so", "rests on", "counted then")


def skill_levels(
    name: str, said: Sequence[Assessment], required: float, by: dt.date, today: dt.date
) -> Chart | None:
    """The chart; ``None`` where nothing was said yet."""
    known = [each for each in standing(said) if each.on <= today]
    counted = over_time(said, today)
    if not counted:
        return None
    return Chart(
        sentence=_sentence(name, counted, required, by),
        svg=draw(lambda width: _layout(known, counted, required, (by, today), width)),
        columns=COLUMNS,
        rows=tuple(
            (
                _day(each.on),
                f"{each.level:g}",
                each.who or each.source.value,
                STRENGTHS[each.strength],
                "yes" if each in counted else "",
            )
            for each in known
        ),
        source=f"Level wanted: {required:g} by {_day(by)}. Levels run from 0 to 7.",
    )


def _sentence(name: str, counted: Sequence[Assessment], required: float, by: dt.date) -> str:
    first, last = counted[0], counted[-1]
    now = last.level or 0.0
    left = required - now
    aim = (
        f"the {required:g} wanted by {_day(by)} is there"
        if left <= 0
        else f"{left:.2g} short of the {required:g} wanted by {_day(by)}"
    )
    if len(counted) == 1:
        return f"{name}: {now:g} on {_day(last.on)}; {aim}."
    went = listed([f"{first.level:g} on {_day(first.on)}", f"{now:g} on {_day(last.on)}"])
    return f"{name}: {went}; {aim}."


def _layout(
    known: Sequence[Assessment],
    counted: Sequence[Assessment],
    required: float,
    dates: tuple[dt.date, dt.date],
    width: int,
) -> Spec:
    by, today = dates
    x, y = _axes(min(counted[0].on, today - dt.timedelta(days=60)), max(by, today))
    path: list[dict[str, Any]] = [{"on": _text(each.on), "level": each.level} for each in counted]
    path.append({"on": _text(today), "level": counted[-1].level})
    points = [_point(each, each in counted) for each in known]
    wanted = [{"on": _text(by), "level": required, "text": f"wanted: {required:g}"}]
    circle = {"type": "circle", "size": 60, "opacity": 1}
    coloured = {"color": {"field": "colour", "type": "nominal", "scale": None}}
    there = {"x": x, "y": y}
    return {
        "width": width,
        "height": 180,
        "layer": [
            _layer(wanted, _RULE, {"y": y}),
            _layer([path[-1], wanted[0]], _AHEAD, there),
            _layer(path, _PATH, there),
            _layer(points, circle, there | coloured | {"description": {"field": "about"}}),
            _layer(wanted, _WANTED, there),
            _layer(wanted, _LABEL, there | {"text": {"field": "text"}}),
        ],
    }


def _axes(first: dt.date, last: dt.date) -> tuple[dict[str, Any], dict[str, Any]]:
    x = {
        "field": "on",
        "type": "temporal",
        "scale": {"domain": [_text(first), _text(last + (last - first) / 12)]},
        "axis": {"format": "%b %Y", "tickCount": 4, "labelOverlap": True, "grid": False},
    }
    y = {
        "field": "level",
        "type": "quantitative",
        "scale": {"domain": list(SCALE)},
        "axis": {"values": list(range(8))},
    }
    return x, y


_RULE = {"type": "rule", "color": "var(--warm)", "strokeDash": [5, 4]}
_AHEAD = {"type": "line", "color": "var(--edge)", "strokeDash": [2, 4]}
_PATH = {
    "type": "line",
    "interpolate": "step-after",
    "color": "var(--accent)",
    "strokeWidth": 2,
}
_WANTED = {
    "type": "point",
    "shape": "diamond",
    "size": 90,
    "filled": True,
    "opacity": 1,
    "color": "var(--warm)",
}
_LABEL = {"type": "text", "align": "right", "dy": -12, "fontSize": 12, "color": "var(--ink)"}


def _point(each: Assessment, counted: bool) -> dict[str, Any]:
    return {
        "on": _text(each.on),
        "level": each.level,
        "colour": "var(--accent)" if counted else "var(--edge)",
        "about": f"{_day(each.on)}: {each.level:g}, {each.who or each.source.value}",
    }


def _layer(values: list[dict[str, Any]], mark: Any, encoding: Any) -> dict[str, Any]:
    return {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def _text(day: dt.date) -> str:
    """A day at noon, so that no time zone moves it."""
    return f"{day.isoformat()}T12:00:00"
