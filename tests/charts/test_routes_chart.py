"""The chart of routes: a map, rails, and a table that says the same."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from turnpoint.charts.routes import Line, routes_chart
from turnpoint.core.route.route import Route, Step
from turnpoint.core.transition.derivation import Range

NAMES = {0: "Waiters & Waitresses", 1: "First-Line Supervisors of Food Preparation", 2: "Caterers"}


def step(origin: int, destination: int, share: float, begins: int, arrives: int) -> Step:
    months = Range(float(arrives - begins), float(arrives - begins), float(arrives - begins + 4))
    return Step(origin, destination, share, months, begins, arrives, 41_000.0, 0.0, False, False)


def route(*steps: Step) -> Route:
    likely = float(steps[-1].arrives)
    return Route(steps, Range(likely, likely, likely + 8), 200_000.0, 60)


LINES = (
    Line("route-1", route(step(0, 2, 0.002, 0, 20)), ("fastest",), ("destination-first",)),
    Line(
        "route-2",
        route(step(0, 1, 0.05, 0, 8), step(1, 2, 0.025, 8, 22)),
        ("surest",),
        ("market-first", "destination-first"),
    ),
)


def chart(*, linked: bool = True) -> tuple[str, str, str]:
    """The sentence, the drawings, and the table as text."""
    made = routes_chart(LINES, name=NAMES.__getitem__, address=lambda k: f"/{k}/", linked=linked)
    return made.sentence, str(made.svg), " | ".join(" ".join(row) for row in made.rows)


def test_every_figure_of_the_sentence_stands_in_the_table() -> None:
    sentence, _, table = chart()
    assert "20 months" in sentence
    assert "one in 40" in sentence
    for figure in ("20", "40"):
        assert re.search(rf"\b{figure}\b", table)


def test_the_table_has_every_step_of_every_route() -> None:
    _, _, table = chart()
    assert table.count("Route 1") == 1
    assert table.count("Route 2") == 2


def test_every_role_is_a_link_in_both_drawings_and_tells_its_figures() -> None:
    _, svg, _ = chart()
    assert svg.count('href="/1/"') == 2
    assert 'aria-label="Caterers: from Waiters &amp; Waitresses one in 500 movers' in svg


def test_drawings_are_well_formed_and_keep_to_the_content_policy() -> None:
    _, svg, _ = chart()
    assert "style=" not in svg
    drawn = ET.fromstring(f"<both>{svg}</both>")  # noqa: S314  # our own drawing
    assert [each.get("class") for each in drawn] == ["wide routes", "narrow routes"]
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg))
    assert all(colour == "none" or colour.startswith("var(--") for colour in colours)


def test_print_has_no_links_and_nothing_to_hover() -> None:
    _, svg, _ = chart(linked=False)
    assert "<a " not in svg
    assert 'class="told"' not in svg


def test_a_role_that_routes_share_stands_there_once() -> None:
    _, svg, _ = chart()
    wide = svg.split("</svg>")[0]
    assert wide.count('href="/2/"') == 1
    assert "month 20–22" in wide
