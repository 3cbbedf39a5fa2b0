"""A calendar as RFC 5545 writes it: days as days, moments in UTC, alarms, and names that stay."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from icalendar import Alarm, Calendar, Event

from turnpoint.apps.accounts.calendar_dates import DatedThing

PRODUCT = "-//Turnpoint//Turnpoint//EN"
DISCREET = "Turnpoint"
REFRESH = dt.timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated thing with its name in this calendar, and how often and when it last changed."""

    thing: DatedThing
    uid: str
    sequence: int
    changed_at: dt.datetime


def calendar_text(entries: Iterable[Entry], *, site: str) -> bytes:
    """The calendar of ``entries``; ``site`` is the address of this server, without a last slash."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", "Turnpoint")
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, site))
    return bytes(calendar.to_ical())


def _event(entry: Entry, site: str) -> Event:
    thing, event = entry.thing, Event()
    event.add("uid", entry.uid)
    # Nobody is invited, so that this is when what is said was last changed (RFC 5545, 3.8.7.2).
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.sequence)
    event.add("summary", thing.title)
    event.add("url", f"{site}{thing.address}")
    event.add("class", "PRIVATE")
    if isinstance(thing.starts, dt.datetime):
        starts = thing.starts.astimezone(dt.UTC)
        event.add("dtstart", starts)
        event.add("dtend", starts + dt.timedelta(minutes=thing.minutes))
    else:
        event.add("dtstart", thing.starts)
        event.add("dtend", thing.starts + dt.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    if thing.alarm is not None:
        event.add_component(_alarm(thing))
    return event


def _alarm(thing: DatedThing) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", thing.title)
    alarm.add("trigger", -(thing.alarm or dt.timedelta()))
    return alarm
