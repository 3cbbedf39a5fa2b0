"""Routes laid out by stage: which role stands where, and which moves join them. Drawn by others."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from turnpoint.core.route.route import Route, Step
from turnpoint.core.transition.track import months
from turnpoint.core.transition.wording import dollars

MARKET, DESTINATION, BOTH = "market", "destination", "both"
COLOURS = {MARKET: "var(--warm)", DESTINATION: "var(--accent)", BOTH: "var(--ink)"}
LEGEND = {
    DESTINATION: "destination-first",
    MARKET: "market-first",
    BOTH: "both directions",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One route to draw: its key on the page, what it is best at, and which directions found it."""

    key: str
    route: Route
    labels: tuple[str, ...]
    directions: tuple[str, ...]

    @property
    def side(self) -> str:
        """``market``, ``destination`` or ``both``."""
        return side_of(self.directions)


@dataclass(frozen=True, slots=True)
class Node:
    """One role at one stage. ``share`` says how usual it is to come there, ``figures`` when and for
    what pay; ``told`` is the whole in words.
    """

    stage: int
    occupation: int
    title: str
    share: str
    figures: str
    told: str
    address: str


@dataclass(frozen=True, slots=True)
class Edge:
    """One move between nodes, as ``(stage, occupation)``."""

    origin: tuple[int, int]
    destination: tuple[int, int]
    one_in: int
    side: str


@dataclass(frozen=True, slots=True)
class Stages:
    """``nodes`` by stage, the present role first and the destination last; ``lines`` the routes."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    lines: tuple[Line, ...]
    last: int
    start: str
    target: str

    def at(self, stage: int) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.stage == stage)

    def places(self, line: Line) -> tuple[tuple[int, int], ...]:
        """The nodes of a route; the destination stands at the last stage whatever the moves."""
        return _places(line.route, self.last)


def stages_of(
    lines: Sequence[Line], name: Callable[[int], str], address: Callable[[int], str] | None
) -> Stages:
    """Roles that several routes share at a stage stand there once."""
    last = max(len(line.route.steps) for line in lines)
    steps: dict[tuple[int, int], list[Step]] = {}
    moves: dict[tuple[tuple[int, int], tuple[int, int]], tuple[Step, set[str]]] = {}
    for line in lines:
        places = _places(line.route, last)
        for step, a, b in zip(line.route.steps, places, places[1:], strict=False):
            steps.setdefault(b, []).append(step)
            moves.setdefault((a, b), (step, set()))[1].update(line.directions)
    start = lines[0].route.path[0]
    where: Callable[[int], str] = address or nowhere
    nodes = [
        Node(0, start, name(start), "", "now", f"{name(start)}: your present role.", where(start))
    ]
    nodes += [
        Node(stage, k, name(k), _share(found), _short(found), _told(name, found), where(k))
        for (stage, k), found in sorted(steps.items(), key=lambda each: each[0][0])
    ]
    edges = tuple(
        Edge(a, b, step.one_in, side_of(directions)) for (a, b), (step, directions) in moves.items()
    )
    return Stages(
        tuple(nodes), edges, tuple(lines), last, name(start), name(lines[0].route.path[-1])
    )


def nowhere(occupation: int) -> str:
    """No address: what is printed has no links."""
    return ""


def side_of(directions: Iterable[str]) -> str:
    """One of the two directions, or both."""
    sides = {each.partition("-")[0] for each in directions}
    return BOTH if len(sides) > 1 else next(iter(sides))


def _places(route: Route, last: int) -> tuple[tuple[int, int], ...]:
    stones = [(stage, k) for stage, k in enumerate(route.path[:-1])]
    return (*stones, (last, route.path[-1]))


def _share(found: Sequence[Step]) -> str:
    few, many = (limit(step.one_in for step in found) for limit in (min, max))
    return f"1 in {few:,}" if few == many else f"1 in {few:,}–{many:,}"


def _short(found: Sequence[Step]) -> str:
    early, late = (limit(step.arrives for step in found) for limit in (min, max))
    month = f"month {early}" if early == late else f"month {early}–{late}"
    pay = [step.pay for step in found if step.pay is not None]
    return f"{month} · {dollars(min(pay))}" if pay else month


def _told(name: Callable[[int], str], found: Sequence[Step]) -> str:
    step = min(found, key=lambda each: each.arrives)
    pay = "pay is not published" if step.pay is None else f"first year about {dollars(step.pay)}"
    return (
        f"{name(step.destination)}: from {name(step.origin)} one in {step.one_in:,} movers; "
        f"{months(step.months)}, so from about month {step.arrives}; {pay}."
    )


def wrapped(text: str, width: int, lines: int) -> list[str]:
    """At most so many lines of so many characters, the last one ending in “…” if there were more."""
    found = textwrap.wrap(text, width, max_lines=lines, placeholder="…")
    return found or [""]


def text_at(x: float, y: float, text: str, *, fill: str, size: int = 12, anchor: str = "") -> str:
    """One line of letters; ``size`` other than 12 is a class of the stylesheet."""
    small = ' class="fine"' if size < 12 else ""
    end = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{fill}"{small}{end}>{html.escape(text)}</text>'


def linked(node: Node, inside: str) -> str:
    """A node as a link that tells what it is; as a group where nothing is linked."""
    if not node.address:
        return f"<g>{inside}</g>"
    told = html.escape(node.told)
    return f'<a href="{html.escape(node.address)}" aria-label="{told}">{inside}</a>'


def legend(sides: Iterable[str], x: float, y: float) -> str:
    """What the colours stand for, in one row."""
    drawn = ""
    present = set(sides)
    for side, words in LEGEND.items():
        if side not in present:
            continue
        line = f'<line x1="{x:.0f}" y1="{y - 4:.0f}" x2="{x + 18:.0f}" y2="{y - 4:.0f}"'
        drawn += f'{line} stroke="{COLOURS[side]}" stroke-width="3"/>'
        drawn += text_at(x + 24, y, words, fill="var(--ink-2)")
        x += 24 + 6.6 * len(words) + 18
    return drawn
