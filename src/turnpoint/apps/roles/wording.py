"""Continuity in words and cells, as its page shows it."""

from __future__ import annotations

from typing import NamedTuple

from turnpoint.apps.roles.beside import Beside
from turnpoint.core.role.allocation import Extent
from turnpoint.core.role.continuity import Kept, Kind


class Cells(NamedTuple):
    """A row of a table: its heading and its cells."""

    name: str
    cells: tuple[str, ...]


def measures(found: Beside) -> tuple[Cells, ...]:
    """Loved and drained time: today, kept, lost, new; each as a range where it is one."""
    hours = found.week.hours
    return (
        Cells("time I love", _kept(found.found.love, hours)),
        Cells("time that drains me", _kept(found.found.drain, hours)),
    )


def kinds(found: Beside) -> tuple[Cells, ...]:
    """Mean enjoyment, leading and repeatable work, now and there."""
    model = found.found
    return (
        Cells("leading others", _kind(model.leading)),
        Cells("hands-on", _kind(_opposite(model.leading))),
        Cells("repeatable, serves many", _kind(model.repeatable)),
        Cells("one-off", _kind(_opposite(model.repeatable))),
        Cells(
            "mean enjoyment, −2 to 2",
            (signed(model.enjoyment_now), signed(model.enjoyment_there)),
        ),
    )


MOVES = 0.02
"""Share of time by which a kind of work has to move to be worth a sentence."""


def moves(found: Beside) -> tuple[str, ...]:
    """How leading and hands-on, repeatable and one-off work would surely or perhaps move."""
    pairs = (
        ("Leading others", found.found.leading),
        ("Hands-on work", _opposite(found.found.leading)),
        ("What is made once and serves many", found.found.repeatable),
        ("What is made anew each time", _opposite(found.found.repeatable)),
    )
    return tuple(each for name, kind in pairs if (each := _move(name, kind)))


def _move(name: str, kind: Kind) -> str:
    """A sentence where what is said is enough to tell which way it goes."""
    said = f"{span(kind.now, 100, 0)}\u00a0% of the time to {span(kind.there, 100, 0)}\u00a0%"
    if kind.there.low >= kind.now.high + MOVES:
        return f"{name} would grow, from {said}."
    if kind.there.high <= kind.now.low - MOVES:
        return f"{name} would shrink, from {said}."
    return ""


def _kept(found: Kept, hours: float) -> tuple[str, ...]:
    new = f"{span(found.gained, 1, 1)}\u00a0h"
    if found.kept is None or found.lost is None:
        return ("none", "–", "–", new)
    return (
        f"{found.now * hours:.1f}\u00a0h",
        f"{span(found.kept, 100, 0)}\u00a0%",
        f"{span(found.lost, 100, 0)}\u00a0%",
        new,
    )


def _kind(found: Kind) -> tuple[str, ...]:
    return tuple(
        "not said" if each.width > 0.995 else f"{span(each, 100, 0)}\u00a0%"
        for each in (found.now, found.there)
    )


def _opposite(found: Kind) -> Kind:
    return Kind(*(Extent(1 - each.high, 1 - each.low) for each in (found.now, found.there)))


def span(extent: Extent, by: float, digits: int) -> str:
    """“12” where the range is a point as spelt, else “12–30”."""
    low, high = (
        f"{abs(each * by) if abs(each * by) < 1e-9 else each * by:.{digits}f}" for each in extent
    )
    return low if low == high else f"{low}–{high}"


def signed(extent: Extent) -> str:
    """A mean enjoyment, with its sign."""
    low, high = (f"{each:+.1f}".replace("-", "−").replace("+0.0", "0.0") for each in extent)
    return low if low == high else f"{low} to {high}"
