"""Where the time of a calendar went: events, repeated as they say, within a window.

An event repeats by its rules (RFC 5545, expanded by dateutil), on the clock of its own zone, so that
nine o’clock stays nine o’clock when the clocks change; less its exceptions; and an event that stands
instead of one occurrence takes its place. Where ``k`` events lie over each other, each counts ``1/k`` of
that time, so that no hour counts twice: with ``F(t) = ∫ du / k(u)`` an event from ``b`` to ``e`` counts
``F(e) − F(b)``.

An endless rule ends with the window. Work is bounded: ``STEPS_OF_ONE`` occurrences of one rule,
``STEPS`` of all, ``SECONDS`` in total.
"""

from __future__ import annotations

import datetime as dt
import time
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateutil.rrule import rrulestr

from turnpoint.errors import BadInput

STEPS_OF_ONE = 20_000
STEPS = 150_000
SECONDS = 8.0
OFTEN = frozenset(("SECONDLY", "MINUTELY", "HOURLY"))
"""How no work repeats. Rules of this kind are left out, whatever else they say."""
CYCLE = 400
"""Years after which dates fall on the same days of the week again."""
NO_TITLE = "(no title)"
TOO_MUCH = (
    "This calendar repeats more than can be followed in a few seconds. Export a shorter period, or "
    "one calendar at a time."
)


@dataclass(frozen=True, slots=True)
class Repeats:
    """A rule as RFC 5545 spells it, without its end; ``until`` is on the clock of the event."""

    rule: str
    until: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event. ``start`` and ``end`` know their zones.

    ``absent`` says why none of it is counted, where that is so. ``also`` are further starts,
    ``without`` starts that are left out; ``instead_of`` is the start of the occurrence of the event of
    the same ``uid`` that this one takes the place of.
    """

    uid: str
    title: str
    start: dt.datetime
    end: dt.datetime
    absent: str = ""
    repeats: tuple[Repeats, ...] = ()
    also: tuple[dt.datetime, ...] = ()
    without: tuple[dt.datetime, ...] = ()
    instead_of: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """From one moment to another, and whose days it is divided into."""

    since: dt.datetime
    until: dt.datetime


@dataclass(frozen=True, slots=True)
class Group:
    """What goes by one title: its minutes, and how often it was."""

    title: str
    minutes: float
    times: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Time by title, the most first. ``days``: how many have something; ``absent``: what was left
    out, by reason; ``too_often``: events whose rule could not be followed."""

    groups: tuple[Group, ...]
    days: int
    absent: Mapping[str, int]
    too_often: int


@dataclass(slots=True)
class Budget:
    """What may still be spent on following rules."""

    steps: int = STEPS
    deadline: float = field(default_factory=lambda: time.monotonic() + SECONDS)

    def spend(self) -> None:
        """Raises ``BadInput`` once it is too much."""
        self.steps -= 1
        if self.steps < 0 or (not self.steps % 64 and time.monotonic() > self.deadline):
            raise BadInput(TOO_MUCH)


def tally(events: Sequence[Event], window: Window, *, budget: Budget | None = None) -> Tally:
    """Time within ``window`` by title, which is compared without regard to case and spaces."""
    budget = budget or Budget()
    replaced = {(each.uid, _utc(each.instead_of)) for each in events if each.instead_of}
    spans: list[tuple[str, dt.datetime, dt.datetime]] = []
    absent: Counter[str] = Counter()
    too_often = 0
    for event in events:
        if time.monotonic() > budget.deadline:
            raise BadInput(TOO_MUCH)
        try:
            starts = list(_starts(event, window, budget))
        except _TooOftenError:
            too_often += 1
            continue
        for start in starts:
            if event.instead_of is None and (event.uid, start) in replaced:
                continue
            begin = max(start, window.since)
            end = min(start + (_utc(event.end) - _utc(event.start)), window.until)
            if end <= begin:
                continue
            if event.absent:
                absent[event.absent] += 1
            else:
                spans.append((event.title, begin, end))
    days = {begin.astimezone(window.since.tzinfo).date() for _, begin, _ in spans}
    return Tally(_grouped(spans), len(days), absent, too_often)


class _TooOftenError(Exception):
    """A rule that no work follows."""


def _starts(event: Event, window: Window, budget: Budget) -> Iterator[dt.datetime]:
    """The starts of an event that may reach into the window, in UTC, each once."""
    without = {_utc(each) for each in event.without}
    lasts = _utc(event.end) - _utc(event.start)
    found = set(without)
    for start in _every_start(event, window, budget):
        budget.spend()
        moment = _utc(start)
        if moment not in found and window.since - lasts < moment < window.until:
            found.add(moment)
            yield moment


def _every_start(event: Event, window: Window, budget: Budget) -> Iterator[dt.datetime]:
    if not event.repeats:
        yield event.start
    yield from event.also
    zone, wall = event.start.tzinfo, event.start.replace(tzinfo=None)
    last = window.until.astimezone(zone).replace(tzinfo=None)
    first = (window.since - (_utc(event.end) - _utc(event.start))).astimezone(zone)
    for each in event.repeats if wall <= last else ():
        for steps, start in enumerate(_followed(each, wall, first.replace(tzinfo=None), last)):
            if steps >= STEPS_OF_ONE:
                raise _TooOftenError
            budget.spend()
            yield start.replace(tzinfo=zone)


def _followed(
    each: Repeats, wall: dt.datetime, first: dt.datetime, last: dt.datetime
) -> Iterator[dt.datetime]:
    """The starts up to ``last`` that a rule gives, all that are not before ``first``.

    A rule that never comes true (30 February) is followed by dateutil to the end of the year 9999.
    The calendar repeats itself every 400 years to the day of the week, so the rule is followed there.
    """
    parts = dict(part.partition("=")[::2] for part in each.rule.upper().split(";"))
    if parts.get("FREQ") in OFTEN or "BYEASTER" in parts or not _some(parts.get("INTERVAL", "1")):
        raise _TooOftenError
    wall = _nearer(parts, wall, first)
    later = (dt.MAXYEAR - last.year) // CYCLE * CYCLE
    end = min(last, each.until or last)
    try:
        rule = rrulestr(each.rule, dtstart=_years_on(wall, later))
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise _TooOftenError from error
    for start in rule:
        moment = _years_on(start, -later)
        if moment > end:
            return
        yield moment


def _nearer(parts: Mapping[str, str], wall: dt.datetime, first: dt.datetime) -> dt.datetime:
    """A later start that gives the same days from ``first`` on: whole periods of a plain rule on."""
    days = {"DAILY": 1, "WEEKLY": 7}.get(parts.get("FREQ", ""), 0) * int(parts.get("INTERVAL", "1"))
    if not days or "COUNT" in parts or first <= wall:
        return wall
    return wall + max(0, (first - wall).days // days - 1) * dt.timedelta(days=days)


def _some(interval: str) -> bool:
    return interval.isdecimal() and 0 < int(interval) < 1_000


def _years_on(moment: dt.datetime, years: int) -> dt.datetime:
    return moment.replace(year=moment.year + years)


def _utc(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(dt.UTC)


def _grouped(spans: Sequence[tuple[str, dt.datetime, dt.datetime]]) -> tuple[Group, ...]:
    """Minutes by title, time that lies over each other divided among those that share it."""
    moments, upto = _divided(spans)
    minutes: defaultdict[str, float] = defaultdict(float)
    times: Counter[str] = Counter()
    names: dict[str, str] = {}
    for title, begin, end in spans:
        key = " ".join(title.split()).casefold()
        names.setdefault(key, " ".join(title.split()) or NO_TITLE)
        minutes[key] += upto[bisect_left(moments, end)] - upto[bisect_left(moments, begin)]
        times[key] += 1
    order = sorted(minutes, key=lambda key: (-minutes[key], key))
    return tuple(Group(names[key], minutes[key], times[key]) for key in order)


def _divided(
    spans: Sequence[tuple[str, dt.datetime, dt.datetime]],
) -> tuple[list[dt.datetime], list[float]]:
    """Every moment at which something begins or ends, and ``F`` at it, in minutes."""
    changes: Counter[dt.datetime] = Counter()
    for _, begin, end in spans:
        changes[begin] += 1
        changes[end] -= 1
    moments = sorted(changes)
    at_once, so_far, upto = 0, 0.0, []
    before = moments[0] if moments else None
    for moment in moments:
        if before is not None and at_once:
            so_far += (moment - before).total_seconds() / 60 / at_once
        at_once += changes[moment]
        upto.append(so_far)
        before = moment
    return moments, upto
