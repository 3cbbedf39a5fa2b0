"""A development plan on a calendar: what runs when, and when each skill is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from turnpoint.charts import names
from turnpoint.charts.chart import Chart
from turnpoint.charts.render import Spec, draw
from turnpoint.core.transition.wording import listed

COLUMNS = ("opportunity", "from", "until", "hours a week", "cost", "leads to")


@dataclass(frozen=True, slots=True)
class Bar:
    """One opportunity from the first day of ``start`` to that of ``end``; texts as the table has them."""

    name: str
    start: dt.date
    end: dt.date
    at_employer: bool
    hours: float
    cost: str
    leads: str


def plan_timeline(bars: Sequence[Bar], begins: dt.date) -> Chart | None:
    """The timeline; ``None`` for an empty plan."""
    if not bars:
        return None
    return Chart(
        sentence=_sentence(bars),
        svg=draw(lambda width: _layout(bars, begins, width)),
        columns=COLUMNS,
        rows=tuple(
            (
                each.name,
                _month(each.start),
                _month(_last(each)),
                f"{each.hours:g}",
                each.cost,
                each.leads,
            )
            for each in bars
        ),
    )


def _sentence(bars: Sequence[Bar]) -> str:
    last = max(bars, key=lambda each: each.end)
    most, when = max(
        (
            (sum(one.hours for one in bars if one.start <= each.start < one.end), each.start)
            for each in bars
        ),
        key=lambda found: (found[0], -found[1].toordinal()),
    )
    here = [each for each in bars if each.at_employer]
    where = listed(
        [
            text
            for number, text in (
                (len(here), f"{len(here)} where you work now"),
                (len(bars) - len(here), f"{len(bars) - len(here)} elsewhere"),
            )
            if number
        ]
    )
    return (
        f"{len(bars)} opportunit{'y' if len(bars) == 1 else 'ies'}, {where}; "
        f"the last is done by the end of {_month(_last(last))}. The fullest month is {_month(when)}, "
        f"at {most:g} hours a week."
    )


def _layout(bars: Sequence[Bar], begins: dt.date, width: int) -> Spec:
    rows, height = names.rows([each.name for each in bars], width)
    end = max(each.end for each in bars)
    span = (end - begins).days
    x: dict[str, Any] = {
        "field": "from",
        "type": "temporal",
        "scale": {"domain": [_text(begins), _text(end)]},
        "axis": {"format": "%b %Y", "tickCount": 4 if span > 120 else 2, "labelOverlap": True},
    }
    values = [
        row.place
        | {
            "from": _text(each.start),
            "to": _text(each.end),
            "colour": "var(--accent)" if each.at_employer else "var(--warm)",
            "about": f"{each.name}: {_month(each.start)} to {_month(_last(each))}, {each.hours:g} h",
        }
        for row, each in zip(rows, bars, strict=True)
    ]
    tracks = [row.place | {"from": _text(begins), "to": _text(end)} for row in rows]
    place = {"x": x, "x2": {"field": "to"}, "y": names.MIDDLE}
    return {
        "width": width,
        "height": height,
        "layer": [
            _layer(tracks, _TRACK, place),
            _layer(values, _BAR, place | _COLOURED),
            {"data": {"values": [row.place for row in rows]}} | names.above(),
        ],
    }


_TRACK = {"type": "rule", "strokeWidth": 2, "color": "var(--line)"}
_BAR = {"type": "bar", "orient": "horizontal", "size": names.BAR}
_COLOURED = {
    "color": {"field": "colour", "type": "nominal", "scale": None},
    "description": {"field": "about"},
}


def _layer(values: list[dict[str, Any]], mark: Any, encoding: Any) -> dict[str, Any]:
    return {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _last(bar: Bar) -> dt.date:
    """A day of the last month in which it runs."""
    return bar.end - dt.timedelta(days=1)


def _month(day: dt.date) -> str:
    return f"{day:%B %Y}"


def _text(day: dt.date) -> str:
    """A day at noon, so that no time zone moves it."""
    return f"{day.isoformat()}T12:00:00"
