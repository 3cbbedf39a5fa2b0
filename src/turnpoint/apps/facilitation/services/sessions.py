"""When the two meet, and what was promised there."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.facilitation.models import Commitment, Session
from turnpoint.apps.facilitation.queries import one
from turnpoint.apps.facilitation.seat import Seat
from turnpoint.errors import BadInput, Conflict


@transaction.atomic
def schedule(
    seat: Seat, *, number: int, starts_at: dt.datetime, minutes: int, place: str
) -> Session:
    """Give a session its date, by either of the two. Raises ``BadInput``, ``Conflict``."""
    row = _held(seat, number)
    if row.attended != Session.Attended.OPEN:
        raise Conflict("This session is over; its date stays as it was.")
    if not 15 <= minutes <= 480:
        raise BadInput("A session takes 15 minutes to 8 hours.", where="minutes")
    row.starts_at, row.minutes, row.place = starts_at, minutes, place.strip()[:200]
    row.called_off_from = None
    row.changes += 1
    row.save()
    return row


@transaction.atomic
def call_off(seat: Seat, *, number: int, back: bool = False) -> Session:
    """Take the date of a session away, by either of the two, or put it back where it was."""
    row = _held(seat, number)
    taken, given = ("called_off_from", "starts_at") if back else ("starts_at", "called_off_from")
    if row.attended != Session.Attended.OPEN or getattr(row, taken) is None:
        raise Conflict("This session has no date that could be called off or put back.")
    setattr(row, given, getattr(row, taken))
    setattr(row, taken, None)
    row.changes += 1
    row.save()
    return row


@transaction.atomic
def note_attendance(seat: Seat, *, number: int, attended: str) -> Session:
    """Say whether a session took place; saying it is still to come takes that back."""
    row = _held(seat, number)
    if attended not in Session.Attended.values:
        raise BadInput("Say whether the session was held.", where="attended")
    row.attended = attended
    if attended == Session.Attended.BOTH and row.starts_at is None:
        row.starts_at = timezone.now()
    row.save()
    return row


def _held(seat: Seat, number: int) -> Session:
    rows = seat.running().engagement.sessions.select_for_update()
    found: Session = one(rows.filter(number=number))
    return found


@transaction.atomic
def commit(
    seat: Seat, *, text: str, due: dt.date | None = None, session: Session | None = None
) -> Commitment:
    """Write down what the person means to do. It is theirs, whoever of the two types it."""
    if not text.strip():
        raise BadInput("Say what you mean to do.", where="text")
    return Commitment.objects.create(
        engagement=seat.running().engagement,
        session=session,
        text=text.strip()[:300],
        due=due,
        made_at=timezone.now(),
    )


@transaction.atomic
def settle(seat: Seat, *, commitment_id: int, state: str) -> Commitment:
    """Say that a commitment was kept or let go, open it again, or carry it on as a new one."""
    rows = seat.running().engagement.commitments.select_for_update(of=("self",))
    row: Commitment = one(rows.filter(pk=commitment_id))
    if state not in Commitment.State.values:
        raise BadInput("A commitment is kept, let go, or carried on.", where="state")
    if state == row.state:
        return row
    follower = Commitment.objects.filter(carried_from=row).first()
    if follower is not None and follower.state != Commitment.State.OPEN:
        raise Conflict("It was carried on and settled since; look at the later one.")
    if follower is not None:
        follower.delete()
    row.state = state
    row.save(update_fields=["state"])
    if state == Commitment.State.CARRIED:
        Commitment.objects.create(
            engagement=row.engagement, text=row.text, carried_from=row, made_at=timezone.now()
        )
    return row
