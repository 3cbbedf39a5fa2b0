"""The rails for a narrow place: roles from top to bottom, one rail for each route, a dot where it stops."""

from __future__ import annotations

from turnpoint.charts.route_stages import (
    COLOURS,
    Node,
    Stages,
    legend,
    linked,
    text_at,
    wrapped,
)

WIDTH, RAIL, LEFT = 320, 13, 10
LINE, ROW_GAP, HEAD = 15, 16, 24
LETTERS = 6.6
"""Width of a letter of 12 pixels, near enough to break lines by."""


def route_rails(stages: Stages, sentence: str) -> str:
    """The drawing; every role has its figures beside it."""
    left = LEFT + RAIL * len(stages.lines) + 4
    rows: list[tuple[Node | None, str, float]] = []
    top = 46.0
    for stage in range(stages.last + 1):
        rows.append((None, _head(stage, stages.last), top))
        top += HEAD
        for node in stages.at(stage):
            rows.append((node, "", top))
            top += _height(node, left)
    centre = {(node.stage, node.occupation): y + 10 for node, _, y in rows if node is not None}
    rails = "".join(_rail(stages, number, centre) for number in range(len(stages.lines)))
    drawn = "".join(
        text_at(left, y + 11, head, fill="var(--ink-2)", size=11)
        if node is None
        else _row(node, left, y)
        for node, head, y in rows
    )
    label = sentence.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return (
        f'<svg class="narrow routes" viewBox="0 0 {WIDTH} {top:.0f}" width="{WIDTH}" '
        f'height="{top:.0f}" role="group" aria-label="{label}">'
        f"{_legend(stages)}{rails}{drawn}</svg>"
    )


def _legend(stages: Stages) -> str:
    sides = {line.side for line in stages.lines}
    if len(sides) < 3:
        return legend(sides, 2, 14)
    return legend(sides - {"both"}, 2, 14) + legend({"both"}, 2, 32)


def _head(stage: int, last: int) -> str:
    return "now" if stage == 0 else "destination" if stage == last else f"move {stage}"


def _lines(node: Node, left: float) -> list[str]:
    return wrapped(node.title, int((WIDTH - left) / LETTERS), 3)


def _height(node: Node, left: float) -> float:
    return LINE * (len(_lines(node, left)) + 1) + ROW_GAP


def _rail(stages: Stages, number: int, centre: dict[tuple[int, int], float]) -> str:
    line = stages.lines[number]
    stops = [centre[place] for place in stages.places(line)]
    x, colour = LEFT + RAIL * number, COLOURS[line.side]
    drawn = (
        f'<line x1="{x}" y1="{stops[0]:.1f}" x2="{x}" y2="{stops[-1]:.1f}" stroke="{colour}" '
        'stroke-width="2.5" stroke-opacity="0.75"/>'
    )
    return drawn + "".join(
        f'<circle cx="{x}" cy="{y:.1f}" r="5" fill="var(--paper)" stroke="{colour}" '
        'stroke-width="2.5"/>'
        for y in stops
    )


def _row(node: Node, left: float, top: float) -> str:
    lines = _lines(node, left)
    ground = (
        f'<rect x="{left - 6:.1f}" y="{top - 5:.1f}" width="{WIDTH - left + 4:.1f}" '
        f'height="{LINE * (len(lines) + 1) + 10}" rx="6" fill="var(--paper)"/>'
    )
    words = "".join(
        text_at(left, top + 13 + LINE * number, line, fill="var(--ink)")
        for number, line in enumerate(lines)
    )
    said = " · ".join(filter(None, (node.share, node.figures)))
    figures = text_at(left, top + 13 + LINE * len(lines), said, fill="var(--ink-2)", size=11)
    return linked(node, ground + words + figures)
