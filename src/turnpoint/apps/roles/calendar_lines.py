"""Of a calendar file, only the lines that time is counted from: the rest is never even parsed.

Descriptions, places, attachments and people are dropped here, and so is what lies outside the window
and does not repeat. What is left is small, so that a large or broken file costs little.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from turnpoint.errors import BadFile

MOST_EVENTS = 20_000
LONGEST_LINE = 4_000
KEPT = frozenset(
    (
        *("UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE"),
        *("RECURRENCE-ID", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"),
    )
)
DATED = frozenset(("DTSTART", "DTEND", "RDATE", "EXDATE", "RECURRENCE-ID"))
DECLINED = "X-TURNPOINT-DECLINED:1"
ZONE = "X-TURNPOINT-ZONE"
"""The parameter that a time zone is kept under, so that the reader looks it up itself."""
FOLD = re.compile(r"\r?\n[ \t]")
NAME = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
DAY = re.compile(r":(\d{8})")
UNTIL = re.compile(r"UNTIL=(\d{8})")
MAIL = re.compile(r"mailto:([^\s\";]+)", re.I)
MOST_ZONES = 100
NO_CALENDAR = (
    "This is no calendar file: it does not begin with BEGIN:VCALENDAR. Export your calendar as .ics; "
    "where that gives a .zip, unpack it first."
)
TOO_MANY = (
    f"Within these weeks the calendar holds more than {MOST_EVENTS:,} events. Export a shorter period, "
    "or one calendar at a time."
)


@dataclass(frozen=True, slots=True)
class Lines:
    """Each event and each time zone as its lines. ``addresses`` are the owner’s own."""

    events: tuple[tuple[str, ...], ...]
    zones: tuple[tuple[str, ...], ...]


def lines_of(text: str, *, since: dt.date, until: dt.date, address: str = "") -> Lines:
    """Raises ``BadFile`` for what is no calendar, or holds too much."""
    if "BEGIN:VCALENDAR" not in text[:2000].upper():
        raise BadFile(NO_CALENDAR)
    events: list[tuple[str, ...]] = []
    zones: list[tuple[str, ...]] = []
    mine = {address.casefold()} - {""}
    for kind, block in _blocks(text, mine):
        if kind == "VTIMEZONE" and len(zones) < MOST_ZONES:
            zones.append(block)
        elif kind == "VEVENT" and _may_matter(block, since, until):
            events.append(block)
            if len(events) > MOST_EVENTS:
                raise BadFile(TOO_MANY)
    return Lines(tuple(events), tuple(zones))


def _blocks(text: str, mine: set[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every event and time zone. What stands within another thing in an event is left out."""
    kind, depth = "", 0
    block: list[str] = []
    for line in FOLD.sub("", text).splitlines():
        found = NAME.match(line)
        if found is None:
            continue
        name = found.group().upper()
        value = line.partition(":")[2].strip().upper()
        if name == "X-WR-CALNAME" and "@" in value:
            mine.add(value.casefold())
        elif name == "BEGIN" and not kind and value in {"VEVENT", "VTIMEZONE"}:
            kind, block, depth = value, [], 0
        elif name == "BEGIN" and kind:
            depth += 1
            block += [f"BEGIN:{value}"] if kind == "VTIMEZONE" else []
        elif name == "END" and kind and value == kind and not depth:
            yield kind, tuple(block)
            kind = ""
        elif name == "END" and kind:
            depth = max(0, depth - 1)
            block += [f"END:{value}"] if kind == "VTIMEZONE" else []
        elif kind == "VTIMEZONE":
            block.append(line[:LONGEST_LINE])
        elif kind and not depth:
            block += _of_event(name, line, mine)


def _of_event(name: str, line: str, mine: set[str]) -> Iterator[str]:
    """The line, where time is counted from it. A title that is too long is cut."""
    if name == "ATTENDEE" and "PARTSTAT=DECLINED" in line.upper():
        invited = MAIL.search(line)
        if invited and invited[1].casefold() in mine:
            yield DECLINED
    elif name == "SUMMARY":
        yield line[:300]
    elif name in KEPT and len(line) <= LONGEST_LINE:
        yield re.sub(r";TZID=", f";{ZONE}=", line, count=1, flags=re.I) if name in DATED else line


def _may_matter(block: tuple[str, ...], since: dt.date, until: dt.date) -> bool:
    """Whether it may have time within the window, by its dates as they are spelt."""
    said: dict[str, str] = {}
    for line in block:
        said.setdefault(NAME.match(line)[0].upper(), line)  # type: ignore[index]  # it has a name, or it were not here
    begins = DAY.search(said.get("DTSTART", ""))
    if begins is None or begins[1] > f"{until + dt.timedelta(days=2):%Y%m%d}":
        return "RECURRENCE-ID" in said
    if {"RDATE", "RECURRENCE-ID"} & said.keys():
        return True
    earliest = f"{since - dt.timedelta(days=32):%Y%m%d}"
    if "RRULE" in said:
        ends = UNTIL.search(said["RRULE"].upper())
        return ends is None or ends[1] >= earliest
    return begins[1] >= earliest
