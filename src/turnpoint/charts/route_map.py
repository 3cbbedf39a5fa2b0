"""The map for a wide place: a column for each stage, curves for moves, thicker the more usual."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from turnpoint.charts.route_stages import (
    COLOURS,
    Edge,
    Node,
    Stages,
    legend,
    linked,
    text_at,
    wrapped,
)

WIDTH, BOX, BETWEEN, LANE = 940, 62, 14, 22
TOP, READOUT = 52, 40
USUAL = ((20, 5.0), (100, 3.5), (500, 2.2))
"""One in so many movers or fewer, and how thick the move is drawn."""

Place = tuple[int, int]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Layout:
    """``middle``: the centre of each node and of each lane by which a move passes a stage."""

    middle: Mapping[Place, Point]
    lanes: Mapping[tuple[Place, Place, int], Point]
    box: float
    height: float


def route_map(stages: Stages, sentence: str) -> str:
    """The drawing; the readout below tells the figures of the role that is hovered or focused."""
    layout = _layout(stages)
    height = layout.height + READOUT
    moves = "".join(_move(edge, layout) for edge in stages.edges)
    leaving = Counter(edge.origin for edge in stages.edges)
    shares = "".join(_share(e, layout, alone=leaving[e.origin] == 1) for e in stages.edges)
    boxes = "".join(_box(node, layout) for node in stages.nodes)
    hint = text_at(
        8,
        height - 14,
        "Thicker is more usual. Point at a role, or reach it with the Tab key, to read its figures.",
        fill="var(--ink-2)",
    )
    return (
        f'<svg class="wide routes" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}" '
        f'height="{height:.0f}" role="group" aria-label="{_attribute(sentence)}">'
        f"{_heads(stages, layout)}{moves}{shares}"
        f'{legend((edge.side for edge in stages.edges), 8, 14)}<g class="hint">{hint}</g>{boxes}</svg>'
    )


def _attribute(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def _layout(stages: Stages) -> Layout:
    """Roles of a stage below one another; a move that passes a stage gets a lane of its own."""
    columns = stages.last + 1
    between = 110.0 if columns < 4 else 84.0 if columns == 4 else 62.0
    box = min((WIDTH - 16 - (columns - 1) * between) / columns, 230.0)
    step = (WIDTH - 16 - box) / max(columns - 1, 1)
    passing = {
        stage: [e for e in stages.edges if e.origin[0] < stage < e.destination[0]]
        for stage in range(columns)
    }
    heights = [
        len(stages.at(s)) * (BOX + BETWEEN) + len(passing[s]) * LANE - BETWEEN
        for s in range(columns)
    ]
    inner = float(max(heights))
    middle: dict[Place, Point] = {}
    lanes: dict[tuple[Place, Place, int], Point] = {}
    for stage in range(columns):
        x = 8 + box / 2 + stage * step
        y = TOP + (inner - heights[stage]) / 2
        for edge in passing[stage]:
            lanes[edge.origin, edge.destination, stage] = (x, y + LANE / 2 - 4)
            y += LANE
        for node in stages.at(stage):
            middle[stage, node.occupation] = (x, y + BOX / 2)
            y += BOX + BETWEEN
    return Layout(middle, lanes, box, TOP + inner + 18)


def _heads(stages: Stages, layout: Layout) -> str:
    names = ["now", *(f"move {n}" for n in range(1, stages.last)), "destination"]
    columns = {place[0]: x for place, (x, _) in layout.middle.items()}
    return "".join(
        text_at(x - layout.box / 2, 38, names[stage], fill="var(--ink-2)")
        for stage, x in sorted(columns.items())
    )


def _points(edge: Edge, layout: Layout) -> list[tuple[Point, Point]]:
    """Pieces of the curve, from the right side of one box to the left side of the other."""
    half = layout.box / 2
    (x0, y0), (x1, y1) = layout.middle[edge.origin], layout.middle[edge.destination]
    stops: list[tuple[Point, Point]] = [((x0 + half, y0), (x0 + half, y0))]
    for stage in range(edge.origin[0] + 1, edge.destination[0]):
        x, y = layout.lanes[edge.origin, edge.destination, stage]
        stops.append(((x - half, y), (x + half, y)))
    stops.append(((x1 - half, y1), (x1 - half, y1)))
    return stops


def _move(edge: Edge, layout: Layout) -> str:
    stops = _points(edge, layout)
    path = f"M{stops[0][1][0]:.1f} {stops[0][1][1]:.1f}"
    for (_, (x0, y0)), ((x1, y1), (x2, y2)) in pairwise(stops):
        bend = (x1 - x0) / 2
        path += f"C{x0 + bend:.1f} {y0:.1f} {x1 - bend:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
        path += f"L{x2:.1f} {y2:.1f}" if x2 > x1 else ""
    width = next((thick for most, thick in USUAL if edge.one_in <= most), 1.2)
    return (
        f'<path d="{path}" fill="none" stroke="{COLOURS[edge.side]}" stroke-width="{width}" '
        'stroke-opacity="0.75"/>'
    )


def _share(edge: Edge, layout: Layout, *, alone: bool) -> str:
    """How usual the move is: before the role it reaches first, or on the line from there."""
    stops = _points(edge, layout)
    (x0, y0), (x1, y1) = stops[0][1], stops[1][0]
    x, y, anchor = x1 - 7, y1, "end"
    if edge.origin[0] > 0:
        # Where several moves leave a role, further along, where they lie apart.
        along = 0.28 if alone else 0.62
        rest = 1 - along
        # The point of the curve, whose bends lie half way.
        y = y0 * (rest**3 + 3 * rest**2 * along) + y1 * (along**3 + 3 * rest * along**2)
        x = x0 + (x1 - x0) * (1.5 * rest**2 * along + 1.5 * rest * along**2 + along**3)
        anchor = "middle"
    words = f"1 in {edge.one_in:,}"
    text = text_at(x, y - 6, words, fill="var(--ink-2)", size=11, anchor=anchor)
    return f'<g class="halo">{text}</g>'


def _box(node: Node, layout: Layout) -> str:
    x, y = layout.middle[node.stage, node.occupation]
    left, top = x - layout.box / 2, y - BOX / 2
    lines = wrapped(node.title, int((layout.box - 18) / 6.6), 2)
    inside = (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{layout.box:.1f}" height="{BOX}" rx="6" '
        'fill="var(--sheet)" stroke="var(--edge)"/>'
    )
    for number, line in enumerate(lines):
        inside += text_at(left + 10, top + 19 + 15 * number, line, fill="var(--ink)")
    inside += text_at(left + 10, top + BOX - 9, node.figures, fill="var(--ink-2)", size=11)
    return linked(node, inside + (_readout(node, layout) if node.address else ""))


def _readout(node: Node, layout: Layout) -> str:
    """The figures in words at the foot of the map, shown while the role is hovered or focused."""
    y = layout.height
    lines = wrapped(node.told, 138, 2)
    ground = f'<rect x="0" y="{y - 6:.0f}" width="{WIDTH}" height="{READOUT + 6}" fill="var(--accent-soft)" rx="6"/>'
    words = "".join(
        text_at(8, y + 12 + 16 * number, line, fill="var(--ink)")
        for number, line in enumerate(lines)
    )
    return f'<g class="told">{ground}{words}</g>'
