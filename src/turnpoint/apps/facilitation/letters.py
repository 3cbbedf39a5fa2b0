"""Letters about sessions in team mode: each of the two gets an invitation for their calendar."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.time_zone import zone_of
from turnpoint.apps.facilitation.invitations import CANCEL, REQUEST, calendar
from turnpoint.apps.facilitation.models import Engagement, Session
from turnpoint.apps.facilitation.queries import purposes


@dataclass(frozen=True, slots=True)
class Reader:
    """Who gets a letter: on which side they sit, and who sits opposite."""

    person: User
    side: str
    other: str


LOG = logging.getLogger(__name__)
NOT_SENT = "The letters could not be handed in just now; tell each other, and look at the calendar."


def invite(rows: Sequence[Session]) -> str:
    """Send both sides the dates. What to say of it: nothing outside team mode."""
    return _send([row for row in rows if row.starts_at], REQUEST)


def call_off(rows: Sequence[Session], *, again: bool = True) -> str:
    """Take sessions that had a date out of both calendars. ``again``: another date can be set."""
    dated = [row for row in rows if row.starts_at or row.called_off_from]
    return _send(dated, CANCEL, again=again)


def _send(rows: Sequence[Session], method: str, *, again: bool = True) -> str:
    if not settings.TEAM or not rows:
        return ""
    letters = [
        _letter(row, method, to, again=again)
        for row in rows
        for to in _both(row.engagement)
        if to.person.is_active and to.person.email
    ]
    try:
        get_connection().send_messages(letters)
    except (OSError, SMTPException):
        LOG.warning("A letter about a session could not be handed in.", exc_info=True)
        return NOT_SENT
    return "Both of you get it by e-mail, for your calendars." if len(letters) > 1 else ""


def _both(given: Engagement) -> list[Reader]:
    found = [Reader(given.owner, "mine", given.facilitator_name)]
    if given.facilitator is not None:
        found.append(Reader(given.facilitator, "led", given.owner.shown_name))
    return found


def _letter(row: Session, method: str, to: Reader, *, again: bool) -> EmailMultiAlternatives:
    path = reverse("facilitation:session", args=[to.side, row.engagement_id, row.number])
    address, when = f"{settings.ADDRESS}{path}", _said(row, to.person)
    if method == CANCEL:
        body = _called_off(row, to, when, address if again else "")
        subject = f"Called off: session {row.number} with {to.other}"
    else:
        body = _invited(row, to, when, address)
        subject = f"Session {row.number} with {to.other}, {when}"
    letter = EmailMultiAlternatives(
        subject, body, from_email=settings.DEFAULT_FROM_EMAIL, to=[to.person.email]
    )
    file = calendar(row, other=to.other, address=address, method=method, to=to.person)
    letter.attach_alternative(file.decode(), f"text/calendar; method={method}")
    return letter


def _said(row: Session, to: User) -> str:
    """The date where the reader is, with the name of the place, since the two may live apart."""
    starts = row.starts_at or row.called_off_from
    if starts is None:
        return ""
    zone = zone_of(to.time_zone) or timezone.get_default_timezone()
    local = timezone.localtime(starts, zone)
    return f"{date_format(local, 'l, j F Y, H:i')} ({zone})"


def _called_off(row: Session, to: Reader, when: str, address: str) -> str:
    again = f"\n\nEither of you can set another date:\n{address}" if address else ""
    return (
        f"Session {row.number} with {to.other} on {when} will not take place. Your calendar takes it "
        f"out by itself.{again}\n"
    )


def _invited(row: Session, to: Reader, when: str, address: str) -> str:
    lines = [f"Session {row.number} with {to.other}", f"{when}, {row.minutes} minutes"]
    lines += [row.place] if row.place else []
    lines += ["", *(purpose.opening for purpose in purposes(row))]
    if to.side == "mine":
        to_bring = [line for purpose in purposes(row) for line in purpose.preparation]
        lines += ["", "To bring:", *(f"- {line}" for line in to_bring)]
    lines += ["", "Agenda, and another date if this one does not suit:", address, ""]
    return "\n".join(lines)
