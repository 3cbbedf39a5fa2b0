"""The days after which there is no way back, one band an option, and the deadline before them."""

from __future__ import annotations

from datetime import date
from typing import Any

from turnpoint.charts import names
from turnpoint.charts.chart import Chart
from turnpoint.charts.render import Spec, draw
from turnpoint.core.decision.answers import Answers
from turnpoint.core.decision.find_out import named
from turnpoint.core.decision.turning import StepBack, Turning
from turnpoint.core.decision.wording import amount, day, days

COLUMNS = (
    "option",
    "what happens",
    "when",
    "turning back before",
    "turning back after",
    "which step",
)


def point_of_no_return(answers: Answers) -> Chart | None:
    """The timeline; ``None`` where no option closes behind one."""
    turnings = [each for each in answers.turnings if each.point is not None]
    if not turnings:
        return None
    return Chart(
        sentence=_sentence(answers, turnings),
        svg=draw(lambda width: _layout(answers, turnings, width)),
        columns=COLUMNS,
        rows=tuple(_row(answers, turning, step) for turning in turnings for step in turning.steps),
        source=f"Days and costs as stated in the file. {answers.stamp}.",
    )


def _sentence(answers: Answers, turnings: list[Turning]) -> str:
    points = [(each.point, each.option) for each in turnings if each.point is not None]
    point, option = min(points, key=lambda each: each[0].earliest)
    said = (
        f"The first point of no return is {days(point.earliest, point.latest)}, for "
        f"“{named(answers.file, option)}”: {point.name}"
    )
    deadline = answers.file.deadline
    if deadline is None:
        return f"{said}."
    side = "after" if point.earliest >= deadline else "before"
    return f"{said}; {abs((point.earliest - deadline).days)} days {side} the deadline, {day(deadline)}."


def _row(answers: Answers, turning: Turning, step: StepBack) -> tuple[str, ...]:
    currency = answers.file.currency
    return (
        named(answers.file, turning.option),
        step.name,
        days(step.earliest, step.latest),
        amount(step.before.figures[1], currency),
        amount(step.after.figures[1], currency),
        "point of no return" if step == turning.point else "",
    )


def _layout(answers: Answers, turnings: list[Turning], width: int) -> Spec:
    rows, height = names.rows([named(answers.file, each.option) for each in turnings], width)
    first, last = _span(answers, turnings)
    x = {
        "field": "from",
        "type": "temporal",
        "scale": {"domain": [_text(first), _text(last)]},
        "axis": {"format": "%-d %b", "tickCount": 4, "labelOverlap": True},
    }
    bars = [bar for row, each in zip(rows, turnings, strict=True) for bar in _bars(row, each)]
    tracks = [row.place | {"from": _text(first), "to": _text(last)} for row in rows]
    track = {"type": "rule", "strokeWidth": 8, "strokeCap": "round", "color": "var(--line)"}
    where = {"x": x, "x2": {"field": "to"}, "y": names.MIDDLE}
    return {
        "width": width,
        "height": height,
        "layer": [
            _layer(tracks, track, where),
            _layer(bars, _BAND, where | _COLOURED),
            *_deadline(answers, rows, x),
            {"data": {"values": [row.place for row in rows]}} | names.above(),
        ],
    }


_BAND = {"type": "bar", "orient": "horizontal", "size": names.BAR}
_COLOURED = {
    "color": {"field": "colour", "type": "nominal", "scale": None},
    "description": {"field": "about"},
}


def _layer(values: list[dict[str, Any]], mark: Any, encoding: Any) -> dict[str, Any]:
    return {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _span(answers: Answers, turnings: list[Turning]) -> tuple[date, date]:
    steps = [step for each in turnings for step in each.steps]
    file = answers.file
    known = [each for each in (file.opened, file.deadline) if each is not None]
    first = min([*known, *(step.earliest for step in steps)])
    last = max([*known, *(step.latest for step in steps)])
    return first, date.fromordinal(last.toordinal() + max((last - first).days // 20, 3))


def _bars(row: names.Row, turning: Turning) -> list[dict[str, Any]]:
    """A band for each step: from its first day to the day after its last."""
    return [
        {
            "middle": row.middle,
            "from": _text(step.earliest),
            "to": _text(date.fromordinal(step.latest.toordinal() + 1)),
            "colour": "var(--stop)" if step == turning.point else "var(--warm)",
            "about": f"{step.name}: {days(step.earliest, step.latest)}",
        }
        for step in turning.steps
    ]


def _deadline(answers: Answers, rows: list[names.Row], x: dict[str, Any]) -> list[dict[str, Any]]:
    """The day to decide by: a mark across each band, and the word above them all."""
    if answers.file.deadline is None:
        return []
    about = f"decide by {day(answers.file.deadline)}"
    at = {"from": _text(answers.file.deadline), "text": "decide", "about": about}
    crossed = [at | row.across for row in rows]
    rule = {"type": "rule", "color": "var(--ink)", "strokeWidth": 2}
    ends = {"y": names.across("first"), "y2": {"field": "last"}}
    text = {"type": "text", "align": "left", "baseline": "bottom", "dx": 4, "color": "var(--ink)"}
    written = {"x": x, "y": {"value": 0}, "text": {"field": "text"}}
    return [
        _layer(crossed, rule, ends | {"x": x, "description": {"field": "about"}}),
        _layer([at], text, written),
    ]


def _text(value: date) -> str:
    """A day at noon, so that no time zone moves it."""
    return f"{value.isoformat()}T12:00:00"
