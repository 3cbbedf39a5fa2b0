"""A session as a calendar file: to download, or as an invitation that moves and goes with it."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from turnpoint.apps.accounts.models import User
from turnpoint.apps.facilitation.models import Session

BEFORE = dt.timedelta(hours=1)
REQUEST, CANCEL = "REQUEST", "CANCEL"


def name_of(row: Session) -> str:
    """What a calendar knows a session by: it stays, whatever the date, and no other instance has it."""
    host = urlsplit(settings.ADDRESS).hostname if settings.ADDRESS else None
    return f"facilitation-session-{row.pk}@{host or 'turnpoint'}"


def calendar(
    row: Session, *, other: str, address: str, method: str = "", to: User | None = None
) -> bytes:
    """One event. The same session keeps its name, so that a new date moves it.

    With a ``method`` it is an invitation (RFC 5546): ``REQUEST`` sets or moves the event in the
    calendar of ``to``, ``CANCEL`` takes it away. The time is in UTC, which every zone reads as its
    own; the event is private, since who works with whom is nobody else’s.
    """
    event = Event()
    event.add("uid", name_of(row))
    leaves = method == CANCEL and row.starts_at is not None  # its date goes with the engagement
    event.add("sequence", row.changes + leaves)
    event.add("dtstamp", timezone.now().astimezone(dt.UTC))
    event.add("summary", f"Session {row.number} with {other}")
    event.add("class", "PRIVATE")
    event.add("url", address)
    if row.place:
        event.add("location", row.place)
    _when(event, row)
    if method:
        _between(event, to)
        event.add("status", "CANCELLED" if method == CANCEL else "CONFIRMED")
    if method != CANCEL and row.starts_at is not None:
        event.add_component(_alarm(f"Session {row.number} with {other}"))
    whole = Calendar()
    whole.add("prodid", "-//Turnpoint//facilitation//EN")
    whole.add("version", "2.0")
    if method:
        whole.add("method", method)
    whole.add_component(event)
    return bytes(whole.to_ical())


def _when(event: Event, row: Session) -> None:
    starts = row.starts_at or row.called_off_from
    if starts is None:
        event.add("dtstart", row.meant_for)
        return
    event.add("dtstart", starts.astimezone(dt.UTC))
    event.add("dtend", (starts + dt.timedelta(minutes=row.minutes)).astimezone(dt.UTC))


def _between(event: Event, to: User | None) -> None:
    """Turnpoint invites, whoever of the two set the date; no answer is asked for."""
    organizer = vCalAddress(f"mailto:{settings.DEFAULT_FROM_EMAIL}")
    organizer.params["CN"] = vText("Turnpoint")
    event.add("organizer", organizer)
    if to is not None:
        attendee = vCalAddress(f"mailto:{to.email}")
        attendee.params["CN"] = vText(to.shown_name)
        attendee.params["PARTSTAT"] = vText("ACCEPTED")
        attendee.params["RSVP"] = vText("FALSE")
        event.add("attendee", attendee, encode=False)


def _alarm(words: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", -BEFORE)
    return alarm
