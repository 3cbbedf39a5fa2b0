"""Routes from the present role to a destination: stages from left to right, roles and moves.

Drawn by our own few lines of SVG rather than Vega-Lite: its drawings have no links, and every role
here can be reached and read with the keyboard. A wide place gets a map (``route_map``), a narrow one
rails from top to bottom (``route_rails``). The table under it has every step of every route.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from turnpoint.charts.chart import Chart, Svg
from turnpoint.charts.route_map import route_map
from turnpoint.charts.route_rails import route_rails
from turnpoint.charts.route_stages import Line, Stages, stages_of
from turnpoint.core.transition.wording import dollars, listed

COLUMNS = ("route", "step", "from", "to", "one in … movers", "arrives in month", "first year’s pay")


def routes_chart(
    lines: Sequence[Line],
    *,
    name: Callable[[int], str],
    address: Callable[[int], str],
    linked: bool = True,
) -> Chart:
    """``lines``: at least one route. ``linked=False`` is for print: no links, nothing to hover."""
    stages = stages_of(lines, name, address if linked else None)
    sentence = _sentence(lines, stages)
    return Chart(
        sentence=sentence,
        svg=Svg(route_map(stages, sentence) + route_rails(stages, sentence)),
        columns=COLUMNS,
        rows=tuple(
            row for number, line in enumerate(lines, 1) for row in _rows(number, line, name)
        ),
        source=(
            "One in so many of those who leave the first role for another occupation make the step "
            "(Turnpoint’s transition model); months as in the reality check; pay from OEWS (US Bureau "
            "of Labor Statistics), where you would land."
        ),
    )


def _sentence(lines: Sequence[Line], stages: Stages) -> str:
    several = [line for line in lines if len(line.route.steps) > 1]
    soonest = min(lines, key=lambda line: line.route.months.likely)
    count = f"{len(lines)} route{'' if len(lines) == 1 else 's'}"
    through = f", {len(several)} of them by way of other roles" if several else ""
    surest = max(lines, key=lambda line: line.route.hardest.probability)
    return (
        f"{count} from {stages.start} to {stages.target}{through}: the soonest takes about "
        f"{soonest.route.months.likely:.0f} months, and the surest has no step harder than one in "
        f"{surest.route.hardest.one_in:,}."
    )


def _rows(number: int, line: Line, name: Callable[[int], str]) -> list[tuple[str, ...]]:
    labels = f" ({listed(list(line.labels))})" if line.labels else ""
    return [
        (
            f"Route {number}{labels}, {listed(list(line.directions))}",
            str(place),
            name(step.origin),
            name(step.destination),
            f"{step.one_in:,}",
            str(step.arrives),
            "not published" if step.pay is None else dollars(step.pay),
        )
        for place, step in enumerate(line.route.steps, 1)
    ]


__all__ = ["Line", "routes_chart"]
