"""A reality check as lines of text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from turnpoint.core.transition.findings import RealityCheck
from turnpoint.core.transition.gaps import Standing
from turnpoint.core.transition.tornado import Sensitivity, Tornado
from turnpoint.core.transition.track import months
from turnpoint.core.transition.wording import dollars
from turnpoint.interfaces.cli.understood import Understood
from turnpoint.interfaces.cli.why_lines import why_lines


def understood(*titles: Understood) -> Iterator[str]:
    for label, each in zip(("From", "To"), titles, strict=True):
        said = f"{each.occupation.title} ({each.occupation.code}); {each.reason}"
        yield from _wrapped(said, "      ", first=f"{label:6}")
        if each.alternatives:
            others = "; ".join(f"{other.title} ({other.code})" for other in each.alternatives)
            yield from _wrapped(f"or: {others}", "      ")
    yield ""


MOST_SWINGS = 6


def report(found: RealityCheck, varied: Sensitivity) -> Iterator[str]:
    """The whole answer as lines of text."""
    yield from _wrapped(" ".join(found.summary))
    yield from _headed("Figures", _table([(each.label, each.text) for each in found.figures]))
    why = _lined(why_lines(found.explanation)) if found.explanation else []
    yield from _headed("Why this commonness and this fit", why)
    yield from _headed("What is missing most", _missing(found))
    yield from _headed("Months to be ready", _tracks(found))
    gates = [f"{each.label} ({each.passage.value}). {each.sentence}" for each in found.gates]
    yield from _headed("Gates", _bullets(gates))
    wanted = [f"{each.label}: {each.answer.value}. {each.sentence}" for each in found.constraints]
    yield from _headed("What you want to hold", _bullets(wanted))
    yield from _headed("What would have to be true", _bullets(found.would_have_to_be_true))
    notes = found.pay.notes if found.pay else ()
    yield from _headed("About the pay", _bullets(notes))
    yield from _headed("Changed by you", _bullets(_changed(found)))
    yield from _headed("What moves the months most, varied alone", _swings(varied.months))
    five = varied.five_years
    yield from _headed("What moves the five years most", _swings(five) if five else [])
    facts = [f"{each.name}: {each.adds}. Add it with “{each.command}”." for each in found.missing]
    yield from _headed("Facts that are missing", _bullets(facts))
    yield ""
    yield "Every figure’s formula and source: the same command with --json."


def _changed(found: RealityCheck) -> list[str]:
    """What is assumed in place of the stated values."""
    terms = (each for each in found.assumptions.described() if each.changed)
    said = [f"{each.label}: {each.said(each.value)}, stated {each.said_default}" for each in terms]
    rate = found.assumptions.exchange
    return [*said, rate.sentence] if rate else said


def _swings(tornado: Tornado) -> list[str]:
    """The widest swings: what is varied, from where to where, and what that gives."""
    lines = []
    for swing in tornado.moving[:MOST_SWINGS]:
        term = swing.assumption
        low, high = (_outcome(tornado, end) for end in (swing.at_low, swing.at_high))
        text = f"{low} to {high}: {term.label} ({term.name}), {term.span(term.plausible)}"
        lines += _wrapped(text, "    ", first="  – ")
    return lines


def _outcome(tornado: Tornado, value: float) -> str:
    return f"{value:.1f}" if tornado.unit == "months" else dollars(value)


def _missing(found: RealityCheck) -> list[str]:
    """Rated skills and knowledge where loaded, else the activities that are new."""
    rated = [row for each in found.gaps.rated for row in each.rows]
    rows = [row for row in rated if row.standing is Standing.MISSING]
    rows.sort(key=lambda row: -row.gap)
    if rows:
        return _table([(row.name, f"asks {row.need:.1f}, have {row.have:.1f}") for row in rows[:8]])
    new = found.gaps.activities.rows if found.gaps.activities else ()
    return _table(
        [
            (row.name, f"{row.share:.0%} of the work, {row.new / row.share:.0%} of it new")
            for row in new[:8]
            if row.standing is Standing.MISSING
        ]
    )


def _tracks(found: RealityCheck) -> list[str]:
    ready = found.readiness
    lines = []
    for each in (*ready.tracks, ready.search):
        mark = "▸" if each.binding else " "
        kind = each.derivation.kind.value
        lines.append(f"{mark} {each.label}: {months(each.months)} ({kind})")
        lines += _wrapped(each.sentence, "    ")
    return [*lines, *_wrapped(ready.preparation.sentence, "  ")]


def _headed(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield heading
        yield from lines


def _lined(said: Iterable[str]) -> list[str]:
    """Long sentences wrapped, short lines as they are."""
    return [line for each in said for line in (_wrapped(each, "    ", first="  ") or [""])]


def _bullets(sentences: Sequence[str]) -> list[str]:
    return [line for each in sentences for line in _wrapped(each, "    ", first="  – ")]


def _table(rows: Sequence[tuple[str, str]]) -> list[str]:
    width = max((len(label) for label, _ in rows), default=0)
    return [f"  {label:{width}}  {text}" for label, text in rows]


def _wrapped(text: str, indent: str = "", *, first: str | None = None) -> list[str]:
    return textwrap.wrap(
        text, 88, initial_indent=indent if first is None else first, subsequent_indent=indent
    )
