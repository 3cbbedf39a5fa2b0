"""A session as a calendar file, and the dates of sessions for the feed."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from icalendar import Alarm, Calendar, Event

from turnpoint.apps.accounts.calendar_dates import DatedThing
from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.nudge import Nudge
from turnpoint.apps.facilitation.models import Question, Session

BEFORE = dt.timedelta(hours=1)


def calendar(row: Session, *, other: str, address: str) -> bytes:
    """One event. The same session keeps its identity, so that a new date moves it."""
    event = Event()
    event.add("uid", f"facilitation-session-{row.pk}@turnpoint")
    event.add("sequence", row.changes)
    event.add("dtstamp", timezone.now().astimezone(dt.UTC))
    event.add("summary", f"Session {row.number} with {other}")
    if row.starts_at is None:
        event.add("dtstart", row.meant_for)
    else:
        event.add("dtstart", row.starts_at.astimezone(dt.UTC))
        event.add("dtend", (row.starts_at + dt.timedelta(minutes=row.minutes)).astimezone(dt.UTC))
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", f"Session {row.number} with {other}")
        alarm.add("trigger", -BEFORE)
        event.add_component(alarm)
    if row.place:
        event.add("location", row.place)
    event.add("url", address)
    whole = Calendar()
    whole.add("prodid", "-//Turnpoint//facilitation//EN")
    whole.add("version", "2.0")
    whole.add_component(event)
    return bytes(whole.to_ical())


def _of(person: User) -> Q:
    """The sessions somebody sits in, on either chair, while the engagement runs."""
    mine = Q(engagement__owner=person) | Q(engagement__facilitator=person)
    return mine & Q(engagement__ended_at__isnull=True)


def dates(*, owner: User) -> list[DatedThing]:
    """Sessions to come that have a date, for the calendar feed."""
    rows = Session.objects.filter(
        _of(owner), starts_at__isnull=False, attended=Session.Attended.OPEN
    ).select_related("engagement__owner")
    found = []
    for row in rows:
        mine = row.engagement.owner_id == owner.pk
        other = row.engagement.facilitator_name if mine else row.engagement.owner.shown_name
        side = "mine" if mine else "led"
        found.append(
            DatedThing(
                uid=f"facilitation-session-{row.pk}",
                starts=row.starts_at or timezone.now(),
                title=f"Session {row.number} with {other}",
                address=reverse("facilitation:session", args=[side, row.engagement_id, row.number]),
                minutes=row.minutes,
                alarm=BEFORE,
            )
        )
    return found


def nudges(*, owner: User, today: dt.date) -> list[Nudge]:
    """A session soon, questions to answer, and that nothing is scheduled."""
    found = []
    for thing in dates(owner=owner):
        starts = thing.starts if isinstance(thing.starts, dt.datetime) else timezone.now()
        on = timezone.localdate(starts)
        if on <= today + dt.timedelta(days=2):
            found.append(Nudge("session", thing.title, thing.address, by=on))
    asked = Question.objects.filter(
        engagement__owner=owner, engagement__ended_at__isnull=True, answered_at__isnull=True
    )
    for row in asked.order_by("asked_at")[:1]:
        address = reverse("facilitation:questions", args=["mine", row.engagement_id])
        found.append(Nudge("question", row.text, address))
    return found
