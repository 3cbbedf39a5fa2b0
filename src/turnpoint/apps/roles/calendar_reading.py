"""Reading a calendar (``.ics``): its text → ``core.role.calendar_time``. Nothing of it is stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from icalendar import Calendar

from turnpoint.apps.roles.calendar_lines import ZONE, lines_of
from turnpoint.apps.roles.calendar_zones import Zones
from turnpoint.core.role.calendar_time import Event, Repeats, Tally, Window, tally
from turnpoint.errors import BadFile

Properties = Mapping[str, Any]
"""An event as the library gives it."""

MOST_BYTES = 10_000_000
DAY = dt.timedelta(days=1)
FREE = frozenset(("FREE", "WORKINGELSEWHERE"))
ABSENT = {
    "all day": "all-day",
    "cancelled": "cancelled",
    "declined": "declined by you",
    "free": "shown as free",
}
"""Why an event does not count, and how a page says it."""


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """What a calendar says of the weeks from ``since``; ``notes`` say how it had to be read."""

    since: dt.date
    weeks: int
    tally: Tally
    notes: tuple[str, ...]


def read_calendar(
    content: bytes, *, today: dt.date, weeks: int, zone: dt.tzinfo, address: str = ""
) -> CalendarRead:
    """The ``weeks`` up to and including yesterday, on the person’s clock.

    ``address``: the person’s own, by which they decline. Raises ``BadFile`` for what is no calendar.
    """
    since = today - dt.timedelta(weeks=weeks)
    text = content.decode("utf-8-sig", errors="replace")
    lines = lines_of(text, since=since, until=today, address=address)
    zones = Zones(zone, lines.zones)
    events, broken = [], 0
    for component in _components(lines.events):
        try:
            events.append(_event(component, zones))
        except (ValueError, TypeError, AttributeError, KeyError, OverflowError):
            broken += 1
    window = Window(_midnight(since, zone), _midnight(today, zone))
    found = tally(events, window)
    return CalendarRead(since, weeks, found, tuple(_notes(found, zones, broken)))


def _components(blocks: Sequence[tuple[str, ...]]) -> Iterator[Properties]:
    """One event after the other, so that a broken one breaks no other; it has no properties then."""
    for block in blocks:
        lines = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", *block, "END:VEVENT", "END:VCALENDAR", "")
        try:
            yield Calendar.from_ical("\r\n".join(lines)).walk("VEVENT")[0]
        except (ValueError, IndexError, KeyError):
            yield {}


def _event(component: Properties, zones: Zones) -> Event:
    """Raises ``KeyError``, ``ValueError`` and the like for one that cannot be read."""
    start = component["DTSTART"]
    whole_day = not isinstance(start.dt, dt.datetime)
    begin = _moment(start.dt, start.params, zones)
    lasts = DAY if whole_day else dt.timedelta()
    if "DTEND" in component:
        lasts = _moment(component["DTEND"].dt, component["DTEND"].params, zones).astimezone(
            dt.UTC
        ) - begin.astimezone(dt.UTC)
    elif "DURATION" in component:
        lasts = component["DURATION"].dt
    end = (begin.astimezone(dt.UTC) + lasts).astimezone(begin.tzinfo)
    return Event(
        uid=str(component.get("UID", id(component))),
        title=str(component.get("SUMMARY", "")),
        start=begin,
        end=end,
        absent=_absent(component, whole_day or lasts >= DAY),
        repeats=tuple(_repeats(rule, begin) for rule in _all(component, "RRULE")),
        also=tuple(_dates(component, "RDATE", zones, begin)),
        without=tuple(_dates(component, "EXDATE", zones, begin)),
        instead_of=next(_dates(component, "RECURRENCE-ID", zones, begin), None),
    )


def _absent(component: Properties, whole_day: bool) -> str:
    if str(component.get("STATUS", "")).upper() == "CANCELLED":
        return "cancelled"
    if "X-TURNPOINT-DECLINED" in component:
        return "declined"
    if whole_day:
        return "all day"
    shown = str(component.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper()
    free = str(component.get("TRANSP", "")).upper() == "TRANSPARENT" or shown in FREE
    return "free" if free else ""


def _all(component: Properties, name: str) -> list[Any]:
    found = component.get(name, [])
    return found if isinstance(found, list) else [found]


def _repeats(rule: Any, begin: dt.datetime) -> Repeats:
    """Its end on the clock of the event: rules are followed there."""
    spelt = ";".join(
        part
        for part in rule.to_ical().decode("ascii").split(";")
        if not part.upper().startswith("UNTIL=")
    )
    until = rule.get("UNTIL", [None])[0]
    if until is None:
        return Repeats(spelt)
    if not isinstance(until, dt.datetime):
        return Repeats(spelt, dt.datetime.combine(until, dt.time.max))
    if until.tzinfo is not None:
        until = until.astimezone(begin.tzinfo).replace(tzinfo=None)
    return Repeats(spelt, until)


def _dates(
    component: Properties, name: str, zones: Zones, begin: dt.datetime
) -> Iterator[dt.datetime]:
    for each in _all(component, name):
        for one in getattr(each, "dts", [each]):
            when = one.dt[0] if isinstance(one.dt, tuple) else one.dt
            if isinstance(when, dt.datetime):
                yield _moment(when, each.params, zones)
            else:  # a day stands for the event of that day
                yield begin.replace(year=when.year, month=when.month, day=when.day)


def _moment(when: dt.date, params: Any, zones: Zones) -> dt.datetime:
    """A moment with its zone; one that floats, or a whole day, is on the person’s own clock."""
    if not isinstance(when, dt.datetime):
        return dt.datetime.combine(when, dt.time(), zones.own)
    if when.tzinfo is not None:
        return when
    name = params.get(ZONE)
    return when.replace(tzinfo=zones.named(str(name)) if name else zones.own)


def _midnight(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), zone)


def _notes(found: Tally, zones: Zones, broken: int) -> Iterator[str]:
    if found.absent:
        left = ", ".join(f"{count} {ABSENT[why]}" for why, count in sorted(found.absent.items()))
        yield f"Left out: {left}."
    if zones.unknown:
        names = ", ".join(f"“{name}”" for name in sorted(zones.unknown)[:3])
        yield f"The time zone {names} is not known here; its times are read on your own clock."
    if found.too_often:
        yield (
            f"Left out: {found.too_often} that repeat by the hour or minute, or by a rule that cannot "
            "be followed."
        )
    if broken:
        yield f"Left out: {broken} whose dates cannot be read."


def bounded(content: bytes | None, size: int) -> bytes:
    """Raises ``BadFile`` for a file that is too large or empty."""
    if size > MOST_BYTES:
        raise BadFile(
            f"This file has {size / 1e6:.0f} MB; a calendar is read up to {MOST_BYTES // 10**6} MB. "
            "Export a shorter period, or one calendar at a time.",
            where="file",
        )
    if not content:
        raise BadFile("This file is empty.", where="file")
    return content
