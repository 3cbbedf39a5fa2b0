"""In how much of what may be wanted, and of what may happen, each option takes each place.

One bar an option: the strong part is first place, then paler for each further one.
"""

from __future__ import annotations

from typing import Any

from turnpoint.charts import names
from turnpoint.charts.chart import Chart
from turnpoint.charts.render import Spec, draw
from turnpoint.core.decision.answers import Answers
from turnpoint.core.decision.find_out import named
from turnpoint.core.decision.standing import OptionStanding, Standing
from turnpoint.core.decision.wording import percent

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
LABELLED = 0.12
"""Shares from here on have room for their figure."""


def acceptability(answers: Answers) -> Chart | None:
    """The chart; ``None`` where there is nothing to compare by."""
    standing = answers.standing
    if standing is None:
        return None
    places = len(standing.options)
    return Chart(
        sentence=_sentence(answers, standing),
        svg=draw(lambda width: _layout(answers, standing, width)),
        columns=("option", *(ordinal(place) for place in range(places))),
        rows=tuple(
            (named(answers.file, each.option), *map(str, each.places)) for each in standing.options
        ),
        source=f"Shares of {answers.stamp.draws:,} draws of wants and futures, not chances of being "
        f"right. {answers.stamp}.",
    )


def ordinal(place: int) -> str:
    """``first`` for place 0; ``9th`` for place 8."""
    return ORDINALS[place] if place < len(ORDINALS) else f"{place + 1}th"


def _sentence(answers: Answers, standing: Standing) -> str:
    leader = standing.leader
    said = f"“{named(answers.file, leader.option)}” comes first in {leader.first}"
    rest = sorted(standing.options, key=lambda each: -each.first.value)[1:]
    if not rest:
        return f"{said}."
    return f"{said}, “{named(answers.file, rest[0].option)}” in {rest[0].first}."


def _layout(answers: Answers, standing: Standing, width: int) -> Spec:
    written = [named(answers.file, each.option) for each in standing.options]
    rows, height = names.rows(written, width)
    x = {
        "field": "from",
        "type": "quantitative",
        "scale": {"domain": [0, 1]},
        "axis": {"values": [0, 0.5, 1], "format": "%"},
    }
    placed = zip(rows, standing.options, strict=True)
    bars = [bar for row, each in placed for bar in _bars(answers, row, each)]
    return {
        "width": width,
        "height": height,
        "layer": [
            {
                "data": {"values": bars},
                "mark": {
                    "type": "bar",
                    "orient": "horizontal",
                    "size": 16,
                    "color": "var(--accent)",
                },
                "encoding": {
                    "x": x,
                    "x2": {"field": "to"},
                    "y": names.MIDDLE,
                    "opacity": {"field": "strength", "type": "quantitative", "scale": None},
                    "description": {"field": "about"},
                },
            },
            _figures([bar for bar in bars if bar["label"]], x),
            {"data": {"values": [row.place for row in rows]}} | names.above(),
        ],
    }


def _bars(answers: Answers, row: names.Row, each: OptionStanding) -> list[dict[str, Any]]:
    found, reached = [], 0.0
    whole = sum(share.value for share in each.places) or 1.0
    for place, share in enumerate(each.places):
        end = reached + share.value / whole
        found.append(
            {
                "middle": row.middle,
                "from": reached,
                "to": end,
                "strength": (1.0, 0.45, 0.22, 0.12)[min(place, 3)],
                "label": percent(share.value) if place == 0 and share.value >= LABELLED else "",
                "about": f"{named(answers.file, each.option)}: {ordinal(place)} in {share}",
            }
        )
        reached = end
    return found


def _figures(labelled: list[dict[str, Any]], x: dict[str, Any]) -> Any:
    mark = {"type": "text", "align": "left", "dx": 6, "fontWeight": 600, "color": "var(--paper)"}
    return {
        "data": {"values": labelled or [{"middle": 0, "from": 0, "label": ""}]},
        "mark": mark,
        "encoding": {"x": x, "y": names.MIDDLE, "text": {"field": "label"}},
    }
