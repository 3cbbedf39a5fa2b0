"""How sure somebody was of a destination over time; every point opens what it rests on.

Drawn by our own few lines of SVG rather than Vega-Lite, whose drawings have no links: each point can
be reached with the keyboard. Time runs to scale; a percentage is written where there is room for it.
"""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Sequence
from dataclasses import dataclass

from turnpoint.charts.chart import Chart, Svg
from turnpoint.charts.render import NARROW, WIDE
from turnpoint.charts.route_stages import text_at

HEIGHT, TOP, FOOT, LEFT, RIGHT = 190, 26, 36, 44, 22
ROOM = 34
"""Pixels between two percentages that are written, at least."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """Confidence in percent as a revision said it. ``because`` and ``address``: what it rests on."""

    revision: int
    day: dt.date
    saved: str
    percent: int
    because: str = ""
    address: str = ""

    @property
    def about(self) -> str:
        """“12 March 2027: 60% sure, revision 4. Two neighbours asked.”"""
        return (
            f"{self.saved}: {self.percent}% sure, revision {self.revision}. {self.because}".strip()
        )


def confidence(said: Sequence[Confidence]) -> Chart | None:
    """The chart; ``None`` where fewer than two revisions say how sure."""
    if len(said) < 2:
        return None
    first, last = said[0], said[-1]
    sentence = (
        f"From {first.percent}% sure in revision {first.revision} to {last.percent}% in revision "
        f"{last.revision}."
    )
    places = (("wide", WIDE), ("narrow", NARROW))
    return Chart(
        sentence=sentence,
        svg=Svg("".join(_drawn(said, sentence, name, width) for name, width in places)),
        columns=("revision", "saved", "how sure"),
        rows=tuple((str(each.revision), each.saved, f"{each.percent}%") for each in said),
    )


def _drawn(said: Sequence[Confidence], sentence: str, name: str, width: int) -> str:
    places = _places(said, width)
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    points = "".join(map(_point, said, places))
    return (
        f'<svg class="{name} points" viewBox="0 0 {width} {HEIGHT}" width="{width}" '
        f'height="{HEIGHT}" role="group" aria-label="{html.escape(sentence)}">'
        f"{_ground(width)}"
        f'<polyline points="{path}" fill="none" stroke="var(--accent)" stroke-width="2"/>'
        f"{points}{_percentages(said, places)}{_days(said, places)}</svg>"
    )


def _places(said: Sequence[Confidence], width: int) -> list[tuple[float, float]]:
    begin, whole = said[0].day.toordinal(), (said[-1].day - said[0].day).days
    room, height = width - LEFT - RIGHT, HEIGHT - TOP - FOOT
    steps = max(len(said) - 1, 1)
    return [
        (
            # All on one day: in their order.
            LEFT + room * ((each.day.toordinal() - begin) / whole if whole else place / steps),
            TOP + height * (1 - each.percent / 100),
        )
        for place, each in enumerate(said)
    ]


def _ground(width: int) -> str:
    drawn = ""
    for percent in (0, 50, 100):
        y = TOP + (HEIGHT - TOP - FOOT) * (1 - percent / 100)
        drawn += f'<line x1="{LEFT}" y1="{y:.1f}" x2="{width - RIGHT + 12}" y2="{y:.1f}" stroke="var(--line)"/>'
        drawn += text_at(LEFT - 10, y + 4, f"{percent}%", fill="var(--ink-2)", anchor="end")
    return drawn


def _point(each: Confidence, place: tuple[float, float]) -> str:
    x, y = place
    about = html.escape(each.about)
    inside = (
        f"<title>{about}</title>"
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="12" fill="var(--paper)" fill-opacity="0"/>'
        f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="5" fill="var(--accent)"/>'
    )
    if not each.address:
        return f"<g>{inside}</g>"
    return f'<a href="{html.escape(each.address)}" aria-label="{about}">{inside}</a>'


def _percentages(said: Sequence[Confidence], places: Sequence[tuple[float, float]]) -> str:
    """The first and the last always, the others where they do not stand in each other’s way."""
    last = places[-1][0]
    written, drawn = float("-inf"), ""
    for number, (each, (x, y)) in enumerate(zip(said, places, strict=True), 1):
        if number == len(said) or (x - written >= ROOM and (number == 1 or last - x >= ROOM)):
            text = text_at(x, y - 12, f"{each.percent}%", fill="var(--ink)", anchor="middle")
            drawn += f'<g class="halo">{text}</g>'
            written = x
    return drawn


def _days(said: Sequence[Confidence], places: Sequence[tuple[float, float]]) -> str:
    y = HEIGHT - 10
    first = text_at(places[0][0] - 8, y, said[0].saved, fill="var(--ink-2)")
    return first + text_at(places[-1][0] + 12, y, said[-1].saved, fill="var(--ink-2)", anchor="end")
