"""The charts of a page of answers, drawn once and kept with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from turnpoint.charts.cash_fan import cash_fan
from turnpoint.charts.chart import Chart
from turnpoint.charts.find_out import find_out
from turnpoint.charts.point_of_no_return import point_of_no_return
from turnpoint.core.decision.answers import Answers


@dataclass(frozen=True, slots=True)
class Charts:
    """One fan an option; the others where there is anything to draw."""

    fans: tuple[Chart, ...]
    points: Chart | None
    findings: Chart | None


def charts_of(answers: Answers, at: Callable[[float], None]) -> Charts:
    """Draw them all; ``at`` is told how far it is, 0 to 1."""
    fans, steps = list[Chart](), len(answers.runways) + 2
    for number, each in enumerate(answers.runways):
        at(number / steps)
        fans.append(cash_fan(answers, each.option))
    at((steps - 2) / steps)
    points = point_of_no_return(answers)
    at((steps - 1) / steps)
    return Charts(tuple(fans), points, find_out(answers))
