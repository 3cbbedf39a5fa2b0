"""What to find out first: what an answer to each question is worth, the most valuable first."""

from __future__ import annotations

from typing import Any

from turnpoint.charts import names
from turnpoint.charts.chart import Chart
from turnpoint.charts.render import Spec, draw, titled
from turnpoint.core.decision.answers import Answers
from turnpoint.core.decision.find_out import Finding
from turnpoint.core.decision.wording import amount, day, points

COLUMNS = ("question", "ask", "worth", "in money", "changes the best", "costs", "begin by")
MOST_BARS = 8


def find_out(answers: Answers) -> Chart | None:
    """The chart; ``None`` where there is nothing left to find out."""
    telling = [each for each in answers.findings if each.points > 0]
    if not telling:
        return None
    first = telling[0]
    said = f"Most is to be learnt from: {first.text} Worth {points(first.points)} points of 100"
    if first.money is not None:
        said += f", about {amount(first.money, answers.file.currency)}"
    return Chart(
        sentence=f"{said}.",
        svg=draw(lambda width: _layout(telling[:MOST_BARS], width)),
        columns=COLUMNS,
        rows=tuple(_row(answers, each) for each in answers.findings),
        source=_source(answers),
    )


def _source(answers: Answers) -> str:
    said = "Value of information over the same futures, on average over what may be wanted"
    price = answers.price
    if price is None:
        return f"{said}. {answers.stamp}."
    name = answers.file.criterion(price.criterion)
    of = f"“{name.name or name.key}”" if name else price.criterion
    lump = amount(price.lump, answers.file.currency)
    return f"{said}; a point is worth {lump} by the weight of {of}. {answers.stamp}."


def _row(answers: Answers, each: Finding) -> tuple[str, ...]:
    currency = answers.file.currency
    return (
        each.text,
        each.ask,
        f"{points(each.points)} points",
        "" if each.money is None else amount(each.money, currency),
        str(each.changes),
        amount(each.cost, currency) if each.own else "",
        day(each.by) if each.by and each.own else "",
    )


def _layout(telling: list[Finding], width: int) -> Spec:
    rows, height = names.rows([each.text for each in telling], width)
    values: list[dict[str, Any]] = [
        row.place
        | {"worth": each.points, "about": f"{each.text} {points(each.points)} points of 100"}
        for each, row in zip(telling, rows, strict=True)
    ]
    x = {
        "field": "worth",
        "type": "quantitative",
        "scale": {"zero": True},
        "axis": {"tickCount": 4} | titled("points of 100"),
    }
    bar = {"type": "bar", "orient": "horizontal", "size": names.BAR, "color": "var(--accent)"}
    worth = {"x": x, "x2": {"datum": 0}, "y": names.MIDDLE, "description": {"field": "about"}}
    return {
        "width": width,
        "height": height,
        "data": {"values": values},
        "layer": [
            {"mark": bar, "encoding": worth},
            names.above(),
        ],
    }
