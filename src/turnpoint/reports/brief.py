"""A brief: two to four pages on one destination, to hand to a coach or to keep.

The destination in the person's own words, its reality check, the routes there, and what is still
open; dated, with the sources of its figures. A figure is printed with the words it has on the page.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from turnpoint.charts.chart import Chart
from turnpoint.core.transition.constraints import Answer
from turnpoint.core.transition.derivation import Derivation, Kind
from turnpoint.core.transition.findings import RealityCheck
from turnpoint.core.transition.gates import Passage
from turnpoint.reports.print_svg import for_print

HEADLINE = ("commonness", "fit", "ready", "first_year", "five_years")


class Line(NamedTuple):
    """Something said, under a label."""

    label: str
    text: str


class Drawing(NamedTuple):
    """A chart under a heading."""

    heading: str
    chart: Chart


class Stage(NamedTuple):
    """One step of a route, in words."""

    title: str
    figures: str


class RouteSaid(NamedTuple):
    """A route in words: what it is best at, its figures together, and its steps."""

    label: str
    figures: str
    stages: tuple[Stage, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Brief:
    """What one brief prints. ``by``, ``dated`` and money are words; ``day`` dates the file.

    ``check`` is ``None`` where there is no reality check; ``lacking`` then says why. ``charts`` are
    those of the reality check, ``route_chart`` the one of the routes. ``open`` are the questions
    the person wrote down.
    """

    person: str
    statement: str
    by: str
    subtitle: str
    dated: str
    day: dt.date
    said: tuple[Line, ...] = ()
    check: RealityCheck | None = None
    lacking: str = ""
    place: str = ""
    charts: tuple[Drawing, ...] = ()
    route_chart: Chart | None = None
    routes: tuple[RouteSaid, ...] = ()
    routes_said: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


def brief_pdf(brief: Brief) -> bytes:
    """The brief as a tagged PDF on A4; the same brief gives the same bytes."""
    import typst

    return bytes(
        typst.compile(
            _template(),
            format="pdf",
            sys_inputs={"brief": json.dumps(_document(brief))},
            timestamp=dt.datetime.combine(brief.day, dt.time(), dt.UTC),
        )
    )


@cache
def _template() -> bytes:
    return (files("turnpoint.reports") / "brief.typ").read_bytes()


def _document(brief: Brief) -> dict[str, Any]:
    """Everything that the template prints, as JSON can hold it."""
    return {
        "person": brief.person,
        "statement": brief.statement,
        "by": brief.by,
        "subtitle": brief.subtitle,
        "dated": brief.dated,
        "place": brief.place,
        "said": [line._asdict() for line in brief.said],
        "lacking": brief.lacking,
        "check": _checked(brief.check) if brief.check else None,
        "charts": [_drawn(each.chart) | {"heading": each.heading} for each in brief.charts],
        "route_chart": _drawn(brief.route_chart) if brief.route_chart else None,
        "routes": [
            route._asdict() | {"stages": [stage._asdict() for stage in route.stages]}
            for route in brief.routes
        ],
        "routes_said": brief.routes_said,
        "open": [*brief.open, *(_unanswered(brief.check) if brief.check else ())],
        "sources": list(_sources(brief)),
    }


def _drawn(chart: Chart) -> dict[str, str]:
    return {"sentence": chart.sentence, "svg": for_print(chart.svg), "source": chart.source}


def _checked(check: RealityCheck) -> dict[str, Any]:
    by_key = {figure.key: figure for figure in check.figures}
    figures = [by_key[key] for key in HEADLINE if key in by_key]
    return {
        "origin": check.origin.title,
        "destination": check.destination.title,
        "figures": [{"label": each.label, "text": each.text} for each in figures],
        "summary": check.summary,
        "constraints": [
            {"label": each.label, "answer": str(each.answer), "sentence": each.sentence}
            for each in check.constraints
            if each.answer is not Answer.UNKNOWN
        ],
        "gates": [
            {"label": gate.label, "answer": str(gate.passage), "sentence": gate.sentence}
            for gate in check.gates
            if gate.passage is not Passage.NONE
        ],
        "true": check.would_have_to_be_true,
        "assumed": [
            {
                "label": term.label,
                "value": term.said(term.value),
                "default": term.said(term.default),
            }
            for term in check.assumptions.described()
            if term.changed
        ],
    }


def _unanswered(check: RealityCheck) -> Iterator[str]:
    """What the figures leave open, as questions to somebody who would know."""
    for gate in check.gates:
        if gate.passage is Passage.UNKNOWN:
            yield f"{gate.label}: is it asked for where you would work, and do you have it?"
    for each in check.constraints:
        if each.answer is Answer.UNKNOWN:
            yield f"{each.label}: would this work allow it?"


def _sources(brief: Brief) -> Iterator[str]:
    """Whose facts the printed figures rest on, each once, in the order of the page."""
    derivations = [figure.derivation for figure in brief.check.figures] if brief.check else []
    seen = dict.fromkeys(source for each in derivations for source in _named(each))
    yield from seen


def _named(derivation: Derivation) -> Iterator[str]:
    named = ((derivation.kind, derivation.source, derivation.vintage),)
    inputs = ((each.kind, each.source, each.vintage) for each in derivation.inputs)
    for kind, source, vintage in (*named, *inputs):
        if kind in {Kind.FACT, Kind.MODEL} and source:
            yield f"{source}, {vintage}" if vintage else source
