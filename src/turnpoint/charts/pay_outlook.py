"""Five years of pay after a move: a band from low to high, against staying and a pay floor."""

from __future__ import annotations

from typing import Any

from turnpoint.charts.chart import Chart
from turnpoint.charts.money import dollars, short_dollars
from turnpoint.charts.render import WIDE, Spec, draw
from turnpoint.core.transition.landing_pay import LandingPay

HEIGHT = 220


def pay_outlook(pay: LandingPay, *, floor: float | None = None) -> Chart:
    """The outlook; ``floor`` is in dollars."""
    staying = [year.staying for year in pay.years]
    stays = all(value is not None for value in staying)
    return Chart(
        sentence=_sentence(pay),
        svg=draw(lambda width: _layout(pay, floor, width)),
        columns=("year", "low", "likely", "high", *(("staying",) if stays else ())),
        rows=tuple(
            (
                f"Year {year.year}",
                dollars(year.moving.low),
                dollars(year.moving.likely),
                dollars(year.moving.high),
                *((dollars(year.staying),) if stays and year.staying is not None else ()),
            )
            for year in pay.years
        ),
        source=f"OEWS (US Bureau of Labor Statistics), {pay.vintage}, {pay.destination.area.name}; "
        "before tax, in today’s money.",
    )


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
    band = {"type": "area", "color": "var(--accent-soft)", "opacity": 1}
    return {
        "width": width,
        "height": HEIGHT,
        "data": {"values": _values(pay)},
        "layer": [
            {
                "mark": band,
                "encoding": {"x": x, "y": {"field": "low"} | scale, "y2": {"field": "high"}},
            },
            _line("likely", {"color": "var(--accent)", "strokeWidth": 2.5}, x, scale),
            *_staying_line(staying, x, scale),
            *_floor_line(floor, scale),
            _names(pay.years[-1].moving.likely, staying, floor, scale, width),
        ],
    }


def _values(pay: LandingPay) -> list[dict[str, Any]]:
    return [
        {
            "year": each.year,
            "low": each.moving.low,
            "likely": each.moving.likely,
            "high": each.moving.high,
        }
        | ({} if each.staying is None else {"staying": each.staying})
        for each in pay.years
    ]


def _names(
    there: float, staying: float | None, floor: float | None, scale: dict[str, Any], width: int
) -> dict[str, Any]:
    """The name of each line, written above its right end."""
    named = (("there", there), ("staying", staying), ("my floor", floor))
    ends = [_end(name, value) for name, value in named if value is not None]
    mark = {"type": "text", "align": "right", "dy": -8, "fontSize": 12, "color": "var(--ink)"}
    return {
        "data": {"values": ends},
        "mark": mark,
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
