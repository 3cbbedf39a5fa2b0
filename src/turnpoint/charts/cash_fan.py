"""Cash month by month with one option: half of the futures in the dark band, nine in ten in both.

Staying is dashed. A line marks the month by which the money is gone in one future of twenty. All
options of a file have the same scale, so that their drawings can be compared.
"""

from __future__ import annotations

from typing import Any

from turnpoint.charts import hover
from turnpoint.charts.chart import Chart
from turnpoint.charts.render import WIDE, Spec, draw
from turnpoint.core.decision.answers import Answers
from turnpoint.core.decision.find_out import named
from turnpoint.core.decision.runway import Runway
from turnpoint.core.decision.wording import amount

HEIGHT = 200
COLUMNS = (
    "month",
    "one in twenty below",
    "one in four below",
    "middle",
    "one in four above",
    "one in twenty above",
)


def cash_fan(answers: Answers, option: str) -> Chart:
    """The fan of one option, beside staying."""
    runway = next(each for each in answers.runways if each.option == option)
    staying = answers.file.staying
    beside = None
    if staying is not None and staying.key != option:
        beside = next(each for each in answers.runways if each.option == staying.key)
    currency = answers.file.currency
    return Chart(
        sentence=_sentence(answers, runway),
        svg=draw(lambda width: _layout(answers, runway, beside, width)),
        columns=COLUMNS,
        rows=tuple(
            (str(month), *(amount(line[month], currency) for line in runway.fan))
            for month in _months(len(runway.fan[0]) - 1)
        ),
        source="Futures that all options share: offers, losses, promotions, and every figure within "
        f"its interval. {answers.stamp}.",
    )


def _months(last: int) -> list[int]:
    """The months of the table: quarters, and the last."""
    return sorted({*range(0, last + 1, 3), last})


def _sentence(answers: Answers, runway: Runway) -> str:
    name = named(answers.file, runway.option)
    said = f"“{name}”: the money lasts in {runway.ruin.rest.in_hundred} futures"
    currency = answers.file.currency
    if runway.ruin_early is not None:
        return f"{said}; in one of twenty it is gone by month {runway.ruin_early}."
    if runway.thin_month == 0:
        return f"{said}, and seldom falls below today’s {amount(runway.thin_cash, currency)}."
    least = amount(runway.thin_cash, currency)
    return (
        f"{said}; at the thinnest, in month {runway.thin_month}, nineteen of twenty have {least}."
    )


def _layout(answers: Answers, runway: Runway, beside: Runway | None, width: int) -> Spec:
    fields = ("low", "lower", "middle", "upper", "high")
    values = [
        {"month": month} | dict(zip(fields, figures, strict=True))
        for month, figures in enumerate(zip(*runway.fan, strict=True))
    ]
    last = len(values) - 1
    x = {
        "field": "month",
        "type": "quantitative",
        "scale": {"domain": [0, last], "nice": False},
        "axis": {"grid": False, "values": list(range(0, last + 1, 12)), "labelExpr": _axis(width)},
    }
    every = [cash for each in answers.runways for cash in (*each.fan[0], *each.fan[-1])]
    y: dict[str, Any] = {
        "type": "quantitative",
        "axis": {"format": "~s", "tickCount": 4},
        "scale": {"domain": [min(every), max(every)], "zero": True, "nice": True},
    }
    stay = [] if beside is None else [_staying(beside, x, y)]
    return {
        "width": width,
        "height": HEIGHT,
        "data": {"values": values},
        "layer": [
            _band("low", "high", 0.55, x, y),
            _band("lower", "upper", 1.0, x, y),
            _line({"color": "var(--accent)", "strokeWidth": 2.5}, x, y),
            *stay,
            *_marks(answers, runway, x, y, width),
            hover.columns(_told(answers, runway), x, HEIGHT),
        ],
    }


def _told(answers: Answers, runway: Runway) -> dict[float, str]:
    """What pointing at a month tells."""
    currency, fan = answers.file.currency, runway.fan
    return {
        month: f"month {month}: {amount(fan[2][month], currency)} in the middle; one future in "
        f"twenty below {amount(fan[0][month], currency)}, one above {amount(fan[4][month], currency)}"
        for month in _months(len(fan[0]) - 1)
    }


def _axis(width: int) -> str:
    """The words under the axis; the unit stands where “now” leaves room for it."""
    place = 12 if width >= WIDE else 24
    return f"datum.value == 0 ? 'now' : datum.value + (datum.value == {place} ? ' months' : '')"


def _band(low: str, high: str, strength: float, x: Any, y: Any) -> dict[str, Any]:
    return {
        "mark": {"type": "area", "color": "var(--accent-soft)", "opacity": strength},
        "encoding": {"x": x, "y": {"field": low} | y, "y2": {"field": high}},
    }


def _line(mark: dict[str, Any], x: Any, y: Any) -> dict[str, Any]:
    encoding = {"x": x, "y": {"field": "middle"} | y}
    return {"mark": {"type": "line"} | mark, "encoding": encoding}


def _staying(beside: Runway, x: Any, y: Any) -> dict[str, Any]:
    values = [{"month": month, "middle": cash} for month, cash in enumerate(beside.fan[2])]
    dashed = {"color": "var(--ink-2)", "strokeWidth": 1.5, "strokeDash": [5, 4]}
    return {"data": {"values": values}} | _line(dashed, x, y)


def _marks(answers: Answers, runway: Runway, x: Any, y: Any, width: int) -> list[dict[str, Any]]:
    """The line of no money, the reserve where there is one, and the month of ruin."""
    floor = answers.file.household.reserve
    found: list[dict[str, Any]] = [
        {
            "data": {"values": [{"at": floor}]},
            "mark": {"type": "rule", "color": "var(--stop)", "strokeWidth": 1},
            "encoding": {"y": {"field": "at"} | y},
        }
    ]
    if runway.ruin_early is not None:
        at = {"month": runway.ruin_early, "text": "gone in 1 of 20" if width >= WIDE else "1 of 20"}
        right = runway.ruin_early > (len(runway.fan[0]) - 1) * 0.6
        side = {"align": "right", "dx": -4} if right else {"align": "left", "dx": 4}
        text = {"type": "text", "baseline": "top", "color": "var(--stop)"} | side
        rule = {"type": "rule", "color": "var(--stop)", "strokeWidth": 1.5, "strokeDash": [2, 3]}
        encoding = {"x": x, "y": {"value": 2}, "text": {"field": "text"}}
        found.append({"data": {"values": [at]}, "mark": rule, "encoding": {"x": x}})
        found.append({"data": {"values": [at]}, "mark": text, "encoding": encoding})
    return found
