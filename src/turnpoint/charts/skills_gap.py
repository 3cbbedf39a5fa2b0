"""Skills and activities a destination asks for, against what somebody has.

A row of ``skills_gap`` has a circle where the person stands and a bar where the work stands; the
stroke between them is ochre where something is missing, green where there is some to spare. A row
of ``activities_gap`` is one kind of activity: what is known of it already, and what would be new.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from turnpoint.charts.chart import Chart
from turnpoint.charts.render import Spec, draw
from turnpoint.core.transition.gaps import ActivityGaps, GapRow, RatedGaps, Standing

MOST_MISSING = 7
MOST_HAD = 3
ROW = 44
"""Height of a row in pixels: its name above, the marks below it."""

CIRCLE = {
    "type": "circle",
    "size": 90,
    "opacity": 1,
    "color": "var(--paper)",
    "stroke": "var(--ink)",
    "strokeWidth": 1.5,
}
COLUMNS = ("what", "kind", "asked for, of 7", "you, of 7", "importance", "gap", "so it is")
ACTIVITY_COLUMNS = ("activity", "share of the work", "known already", "new", "so it is")


def skills_gap(rated: Sequence[RatedGaps]) -> Chart | None:
    """What is missing most and what is there, over all rated domains; ``None`` without any."""
    rows = sorted(
        ((each, row) for each in rated for row in each.rows),
        key=lambda pair: (-pair[1].gap, -pair[1].weight),
    )
    if not rows:
        return None
    shown = _shown([row for _, row in rows])
    return Chart(
        sentence=_sentence(shown, [row for _, row in rows]),
        svg=draw(lambda width: _layout(shown, rated[0].scale, width)),
        columns=COLUMNS,
        rows=tuple(_spelt(each, row) for each, row in rows),
        source="; ".join(dict.fromkeys(f"{each.source}, {each.vintage}" for each in rated))
        + ". Gap = importance × what is missing. You: the highest of what your roles ask for and "
        "what you said you can.",
    )


def _shown(rows: Sequence[GapRow]) -> list[GapRow]:
    missing = [row for row in rows if row.standing is Standing.MISSING][:MOST_MISSING]
    had = [row for row in rows if row.standing in {Standing.MET, Standing.SPARE}]
    return missing + sorted(had, key=lambda row: -row.weight)[:MOST_HAD]


def _sentence(shown: Sequence[GapRow], rows: Sequence[GapRow]) -> str:
    missing = [row for row in rows if row.standing is Standing.MISSING]
    known = [row for row in rows if row.standing in {Standing.MET, Standing.SPARE}]
    if not missing:
        return (
            f"Nothing is missing: you meet all {len(known)} of the skills and fields it asks for."
        )
    widest = " and ".join(row.name for row in shown[:2] if row.standing is Standing.MISSING)
    return (
        f"You meet {len(known)} of {len(rows)} skills and fields of knowledge; of what is missing, "
        f"{widest} weigh{'s' if len(missing) == 1 else ''} most."
    )


def _spelt(domain: RatedGaps, row: GapRow) -> tuple[str, ...]:
    have = "not known" if row.have is None else f"{row.have:.1f}"
    if row.declared:
        have += " (you said so)"
    return (
        row.name,
        domain.label.lower(),
        f"{row.need:.1f}",
        have,
        f"{row.weight:.0%}",
        f"{row.gap:.2f}",
        row.standing.value,
    )


def _layout(rows: Sequence[GapRow], scale: tuple[float, float], width: int) -> Spec:
    values = [_values(row, place, scale) for place, row in enumerate(rows)]
    y = {"field": "place", "type": "ordinal", "axis": None, "sort": "ascending"}
    x = _ends(scale)
    about = {"field": "about"}
    need = {"type": "tick", "size": 18, "thickness": 2.5, "color": "var(--ink)"}

    def stroke(test: str, color: str) -> dict[str, Any]:
        return {
            "transform": [{"filter": f"isValid(datum.have) && {test}"}],
            "mark": {"type": "bar", "size": 6, "color": color},
            "encoding": {
                "x": {"field": "have"} | x,
                "x2": {"field": "need"},
                "y": y,
                "description": about,
            },
        }

    return {
        "width": width,
        "height": {"step": ROW},
        "data": {"values": values},
        "layer": [
            _line(x, y),
            stroke("datum.missing", "var(--warm)"),
            stroke("!datum.missing", "var(--accent)"),
            {
                "mark": need,
                "encoding": {"x": {"field": "need"} | x, "y": y, "description": about},
            },
            {
                "transform": [{"filter": "isValid(datum.have)"}],
                "mark": CIRCLE,
                "encoding": {"x": {"field": "have"} | x, "y": y, "description": about},
            },
            _names(y),
        ],
    }


def _line(x: dict[str, Any], y: dict[str, Any]) -> dict[str, Any]:
    """The whole scale as a faint line behind a row."""
    return {
        "mark": {"type": "rule", "color": "var(--line)"},
        "encoding": {"x": {"field": "low"} | x, "x2": {"field": "high"}, "y": y},
    }


def _ends(scale: tuple[float, float]) -> dict[str, Any]:
    """The axis of levels, named at both ends only."""
    first = {"test": "datum.index > 0", "value": "right"}
    return {
        "type": "quantitative",
        "scale": {"domain": list(scale)},
        "axis": {
            "values": list(scale),
            "labelExpr": f"datum.value == {scale[0]} ? 'not needed' : 'highest level'",
            "labelAlign": {"condition": first, "value": "left"},
            "grid": False,
        },
    }


def _names(y: dict[str, Any]) -> dict[str, Any]:
    mark = {"type": "text", "align": "left", "fontSize": 12, "color": "var(--ink)", "dy": -16}
    return {
        "mark": mark,
        "encoding": {"x": {"value": 0}, "y": y, "text": {"field": "name"}},
    }


def _values(row: GapRow, place: int, scale: tuple[float, float]) -> dict[str, Any]:
    data: dict[str, Any] = {
        "place": place,
        "name": row.name,
        "need": row.need,
        "missing": row.standing is Standing.MISSING,
        "low": scale[0],
        "high": scale[1],
    }
    said = "not known" if row.have is None else f"{row.have:.1f}"
    data["about"] = f"{row.name}: asked for {row.need:.1f}, you {said}, {row.standing.value}"
    return data if row.have is None else data | {"have": row.have}


def activities_gap(gaps: ActivityGaps) -> Chart | None:
    """What is done in the work: known already and new, the largest parts of it first."""
    if not gaps.rows:
        return None
    rows = sorted(gaps.rows, key=lambda row: -row.share)
    shown = rows[: MOST_MISSING + 1]
    most_new = max(gaps.rows, key=lambda row: row.new)
    return Chart(
        sentence=(
            f"You already do about {gaps.coverage:.0%} of what is done in this work; the largest "
            f"part that would be new is “{most_new.name}”."
        ),
        svg=draw(lambda width: _activity_layout(shown, width)),
        columns=ACTIVITY_COLUMNS,
        rows=tuple(
            (
                row.name,
                f"{row.share:.1%}",
                f"{row.covered:.1%}",
                f"{row.new:.1%}",
                row.standing.value,
            )
            for row in rows
        ),
        source=f"{gaps.source}{', ' if gaps.vintage else ''}{gaps.vintage}. Shares of the work, "
        "weighted by how telling each activity is.",
    )


def _activity_layout(rows: Sequence[Any], width: int) -> Spec:
    fit = 84 if width > 400 else 46
    values = [
        {
            "place": place,
            "name": row.name if len(row.name) <= fit else f"{row.name[: fit - 1].rstrip(' ,')}…",
            "start": 0,
            "covered": row.covered,
            "share": row.share,
            "about": f"{row.name}: {row.share:.1%} of the work, {row.covered:.1%} known already",
        }
        for place, row in enumerate(rows)
    ]
    y = {"field": "place", "type": "ordinal", "axis": None, "sort": "ascending"}
    x = {"type": "quantitative", "axis": {"format": ".0%", "tickCount": 4}}
    about = {"field": "about"}

    def bar(start: dict[str, Any], end: dict[str, Any], color: str) -> dict[str, Any]:
        return {
            "mark": {"type": "bar", "size": 10, "color": color},
            "encoding": {"x": start | x, "x2": end, "y": y, "description": about},
        }

    return {
        "width": width,
        "height": {"step": ROW - 4},
        "data": {"values": values},
        "layer": [
            bar({"field": "covered"}, {"field": "share"}, "var(--warm)"),
            bar({"field": "start"}, {"field": "covered"}, "var(--accent)"),
            _names(y),
        ],
    }
