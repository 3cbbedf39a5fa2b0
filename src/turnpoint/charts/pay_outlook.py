"""Five years of pay after a move, as a fan, against staying and a pay floor.

The strong band is where the landing is likely to fall; the pale one is as far as the assumptions
reach together, from the unkind to the kind ends of their plausible ranges. Staying is a dashed line
in a grey band of the same sort. The dotted lines are the 25th and 75th percentile of people in the
work today.
"""

from __future__ import annotations

from typing import Any

from turnpoint.charts import hover
from turnpoint.charts.chart import Chart
from turnpoint.charts.money import dollars, short_dollars
from turnpoint.charts.render import WIDE, Spec, draw
from turnpoint.core.transition.five_years import YearOfPay
from turnpoint.core.transition.landing_pay import LandingPay

HEIGHT = 260
COLUMNS = ("year", "at the unkind ends", "low", "likely", "high", "at the kind ends")
STAYING = ("staying", "staying, unkind", "staying, kind")


def pay_outlook(pay: LandingPay, *, floor: float | None = None) -> Chart:
    """The outlook; ``floor`` is in dollars."""
    stays = all(year.staying is not None for year in pay.years)
    return Chart(
        sentence=_sentence(pay),
        svg=draw(lambda width: _layout(pay, floor, width)),
        columns=(*COLUMNS, *(STAYING if stays else ())),
        rows=tuple(_row(year) for year in pay.years),
        source=f"OEWS (US Bureau of Labor Statistics), {pay.vintage}, {pay.destination.area.name}; "
        f"before tax, in real money: prices of {pay.vintage}, with inflation left out on both "
        "sides.",
    )


def _row(year: YearOfPay) -> tuple[str, ...]:
    unkind, kind = year.reach
    moving = (unkind, year.moving.low, year.moving.likely, year.moving.high, kind)
    staying = (
        ()
        if year.staying is None or year.staying_reach is None
        else (year.staying, *year.staying_reach)
    )
    return (f"Year {year.year}", *(dollars(value) for value in (*moving, *staying)))


def _sentence(pay: LandingPay) -> str:
    first, last = pay.years[0].moving, pay.years[-1].moving
    who = "Employees in this work would earn" if pay.owners_differ else "You would earn"
    said = (
        f"{who} {dollars(first.low)} to {dollars(first.high)} in the first year and "
        f"{dollars(last.low)} to {dollars(last.high)} in the fifth"
    )
    staying = pay.years[0].staying
    return f"{said}; staying pays {dollars(staying)}." if staying is not None else f"{said}."


def _layout(pay: LandingPay, floor: float | None, width: int) -> Spec:
    staying = pay.years[-1].staying
    x = {
        "field": "year",
        "type": "quantitative",
        "scale": {"domain": [1, 5], "nice": False},
        "axis": {
            "values": [1, 2, 3, 4, 5],
            "grid": False,
            "labelExpr": "'year ' + datum.label" if width >= WIDE else "datum.label",
        },
    }
    scale = {
        "type": "quantitative",
        "scale": {"zero": False, "nice": True, "padding": 14},
        "axis": {"format": "$~s", "tickCount": 4},
    }
    return {
        "width": width,
        "height": HEIGHT,
        "data": {"values": _values(pay)},
        "layer": [
            *_staying_band(staying, x, scale),
            _area(("unkind", "kind"), "var(--accent-soft)", 0.75, x, scale),
            _area(("low", "high"), "var(--accent)", 0.3, x, scale),
            _line("likely", {"color": "var(--accent)", "strokeWidth": 2.5}, x, scale),
            *_staying_line(staying, x, scale),
            *_floor_line(floor, scale),
            *_middle_half(pay, scale, named=not _crowded(pay)),
            _names(pay, floor, scale, width),
            hover.columns({each.year: _told(each) for each in pay.years}, x, HEIGHT),
        ],
    }


def _told(each: YearOfPay) -> str:
    """What pointing at a year tells."""
    low, likely, high = each.moving.low, each.moving.likely, each.moving.high
    said = f"year {each.year}: likely {dollars(likely)}, from {dollars(low)} to {dollars(high)}"
    return said if each.staying is None else f"{said}; staying {dollars(each.staying)}"


def _area(
    ends: tuple[str, str], color: str, opacity: float, x: dict[str, Any], scale: dict[str, Any]
) -> dict[str, Any]:
    low, high = ends
    return {
        "mark": {"type": "area", "color": color, "opacity": 1, "fillOpacity": opacity},
        "encoding": {"x": x, "y": {"field": low} | scale, "y2": {"field": high}},
    }


def _span(pay: LandingPay) -> float:
    """From the lowest to the highest pay that is drawn."""
    last = pay.years[-1]
    ends: list[float] = [*last.reach, *pay.years[0].reach, *pay.band, *(last.staying_reach or ())]
    return max(ends) - min(ends)


def _crowded(pay: LandingPay) -> bool:
    """Whether the middle half is too thin to write in: the note below the chart says it then."""
    return pay.band[1] - pay.band[0] < 0.3 * _span(pay)


def _middle_half(pay: LandingPay, scale: dict[str, Any], *, named: bool) -> list[dict[str, Any]]:
    """The destination's 25th and 75th percentile today."""
    ends = [{"at": value} for value in pay.band]
    mark = {"type": "rule", "color": "var(--ink-2)", "strokeWidth": 1, "strokeDash": [1, 4]}
    at = {"y": {"field": "at"} | scale}
    words = ("a quarter of them earn less", "a quarter earn more") if named else ("", "")
    texts = [end | {"text": text} for text, end in zip(words, ends, strict=True)]
    label = {"type": "text", "align": "left", "fontSize": 11, "color": "var(--ink-2)"}
    return [
        {"data": {"values": ends}, "mark": mark, "encoding": at},
        {
            "data": {"values": texts},
            "mark": label | {"dy": -6, "dx": 4},
            "encoding": at | {"x": {"value": 0}, "text": {"field": "text"}},
        },
    ]


def _values(pay: LandingPay) -> list[dict[str, Any]]:
    return [_point(each) for each in pay.years]


def _point(each: YearOfPay) -> dict[str, Any]:
    point = {
        "year": each.year,
        "unkind": each.reach[0],
        "low": each.moving.low,
        "likely": each.moving.likely,
        "high": each.moving.high,
        "kind": each.reach[1],
    }
    if each.staying is not None and each.staying_reach is not None:
        low, high = each.staying_reach
        point |= {"staying": each.staying, "staying_low": low, "staying_high": high}
    return point


def _names(
    pay: LandingPay, floor: float | None, scale: dict[str, Any], width: int
) -> dict[str, Any]:
    """The name of each line above its right end, or below it where another is close above."""
    last = pay.years[-1]
    named = (("there", last.moving.likely), ("staying", last.staying), ("my floor", floor))
    known = sorted((value, name) for name, value in named if value is not None)
    ends = []
    for place, (value, name) in enumerate(known):
        near = place + 1 < len(known) and known[place + 1][0] - value < 0.08 * _span(pay)
        ends.append(_end(name, value) | {"dy": 12 if near else -8})
    mark = {"type": "text", "align": "right", "fontSize": 12, "color": "var(--ink)"}
    return {
        "data": {"values": ends},
        "mark": mark | {"dy": {"expr": "datum.dy"}},
        "encoding": {
            "x": {"value": width - 46},
            "y": {"field": "at"} | scale,
            "text": {"field": "text"},
        },
    }


def _end(name: str, value: float) -> dict[str, Any]:
    return {"at": value, "text": f"{name} {short_dollars(value)}"}


def _line(
    field: str, mark: dict[str, Any], x: dict[str, Any], scale: dict[str, Any]
) -> dict[str, Any]:
    return {
        "mark": {"type": "line"} | mark,
        "encoding": {"x": x, "y": {"field": field} | scale},
    }


def _staying_band(
    staying: float | None, x: dict[str, Any], scale: dict[str, Any]
) -> list[dict[str, Any]]:
    """The band of staying, behind everything else."""
    ends = ("staying_low", "staying_high")
    return [] if staying is None else [_area(ends, "var(--line)", 0.8, x, scale)]


def _staying_line(
    staying: float | None, x: dict[str, Any], scale: dict[str, Any]
) -> list[dict[str, Any]]:
    mark = {"color": "var(--ink-2)", "strokeWidth": 2, "strokeDash": [5, 4]}
    return [] if staying is None else [_line("staying", mark, x, scale)]


def _floor_line(floor: float | None, scale: dict[str, Any]) -> list[dict[str, Any]]:
    if floor is None:
        return []
    return [
        {
            "data": {"values": [{"at": floor}]},
            "mark": {"type": "rule", "color": "var(--warm)", "strokeWidth": 1.5},
            "encoding": {"y": {"field": "at"} | scale},
        }
    ]
