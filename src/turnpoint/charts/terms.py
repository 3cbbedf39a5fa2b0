"""What a score is made of: one bar for each term, left of the line where it speaks against the move,
right where it speaks for it. A term multiplies the odds, against those of an average destination."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from turnpoint.charts import names
from turnpoint.charts.chart import Chart
from turnpoint.charts.render import Spec, draw
from turnpoint.core.transition.origin import Move, Term
from turnpoint.core.transition.wording import listed

COLUMNS = ("what counts", "odds", "log-odds")
WHOLE = "all together: the score"
SLIGHT = 0.05
"""Log-odds below which a term is neither for nor against: five in a hundred."""
MOST_NAMED = 2
DIGITS = 2


def terms(move: Move) -> Chart:
    """The terms of a move, the weightiest first; the last row of the table is their sum."""
    shown = sorted(move.terms, key=lambda term: -abs(term.contribution))
    spelt = apportioned([term.contribution for term in shown], move.score)
    rows = [
        (term.label, odds(term.contribution), signed(value))
        for term, value in zip(shown, spelt, strict=True)
    ]
    return Chart(
        sentence=_sentence(shown),
        svg=draw(lambda width: _layout(shown, width)),
        columns=COLUMNS,
        rows=(*rows, (WHOLE, odds(move.score), signed(round(move.score, DIGITS)))),
        source="Turnpoint’s transition model, fitted on observed moves between US occupations. Odds "
        "are against those of an average destination; log-odds add up.",
    )


def odds(contribution: float) -> str:
    """“× 2.4” for, “÷ 2.4” against, “as usual” where it hardly counts."""
    if abs(contribution) < SLIGHT:
        return "as usual"
    return f"{'×' if contribution > 0 else '÷'} {math.exp(abs(contribution)):.1f}"


def signed(value: float) -> str:
    """With a real minus sign; nothing has none."""
    text = f"{abs(value):.{DIGITS}f}"
    if float(text) == 0:
        return text
    return f"{'+' if value > 0 else '−'}{text}"


def apportioned(values: Sequence[float], whole: float) -> list[float]:
    """Values rounded so that they still sum to the rounded whole: the largest remainders give way."""
    step = 10.0**-DIGITS
    down = [math.floor(value / step) for value in values]
    left = round(round(whole, DIGITS) / step) - sum(down)
    remainder = [value / step - low for value, low in zip(values, down, strict=True)]
    up = sorted(range(len(values)), key=lambda place: -remainder[place])[: max(left, 0)]
    return [(low + (place in up)) * step for place, low in enumerate(down)]


def _sentence(shown: Sequence[Term]) -> str:
    """The weightiest for it and against it."""
    clear = [term for term in shown if abs(term.contribution) >= SLIGHT]
    said = [
        _side("For this move speak", [term for term in clear if term.contribution > 0]),
        _side("Against it", [term for term in clear if term.contribution < 0]),
    ]
    return " ".join(filter(None, said)) or "Nothing sets this move apart from an average one."


def _side(start: str, those: Sequence[Term]) -> str:
    named = [f"{term.label} ({odds(term.contribution)})" for term in those[:MOST_NAMED]]
    return f"{start} most: {listed(named)}." if named else ""


def _layout(shown: Sequence[Term], width: int) -> Spec:
    shown = [term for term in shown if abs(term.contribution) >= SLIGHT] or shown[:1]
    said = [f"{term.label}: {odds(term.contribution)}" for term in shown]
    rows, height = names.rows(said, width)
    furthest = max((abs(term.contribution) for term in shown), default=1.0)
    end = max(furthest * 1.05, math.log(2))
    usual = "datum.value < 0 ? 'less likely' : datum.value > 0 ? 'more likely' : 'as usual'"
    x: dict[str, Any] = {
        "field": "value",
        "type": "quantitative",
        "scale": {"domain": [-end, end], "nice": False},
        "axis": {"values": [-0.6 * end, 0, 0.6 * end], "labelExpr": usual, "grid": False},
    }
    values = [
        row.place | {"value": term.contribution, "none": 0, "about": about}
        for row, term, about in zip(rows, shown, said, strict=True)
    ]
    return {
        "width": width,
        "height": height,
        "data": {"values": values},
        "layer": [_bar(x), _zero(x), names.above()],
    }


def _bar(x: dict[str, Any]) -> dict[str, Any]:
    colour = {
        "condition": {"test": "datum.value < 0", "value": "var(--warm)"},
        "value": "var(--accent)",
    }
    return {
        "mark": {"type": "bar", "orient": "horizontal", "size": 12},
        "encoding": {"x": x, "x2": {"datum": 0}}
        | {"y": names.MIDDLE, "color": colour, "description": {"field": "about"}},
    }


def _zero(x: dict[str, Any]) -> dict[str, Any]:
    """The line between for and against: beside the bars, and out of the way of the names."""
    return {
        "mark": {
            "type": "tick",
            "orient": "vertical",
            "color": "var(--ink)",
            "thickness": 1.5,
            "size": 18,
        },
        "encoding": {"x": x | {"field": "none"}, "y": names.MIDDLE},
    }
