"""Reading an engagement from either chair. Every query takes a seat, or the person it is for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from turnpoint.apps.accounts import access, sight
from turnpoint.apps.accounts.models import Grant, User
from turnpoint.apps.facilitation.models import (
    Agreement,
    Commitment,
    Engagement,
    Examination,
    FacilitatorNote,
    Goal,
    Note,
    Question,
    Session,
)
from turnpoint.apps.facilitation.seat import Seat, in_force
from turnpoint.core.facilitation.goal_attainment import Attained, attainment
from turnpoint.core.facilitation.shape import BY_KEY, Purpose, drift
from turnpoint.errors import NotFound

NOT_HERE = "There is no such thing in this engagement."


def mine(*, owner: User) -> list[Engagement]:
    """The person’s engagements, those that run first."""
    rows = Engagement.objects.filter(owner=owner)
    return sorted(rows, key=lambda row: row.ended_at is not None)


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything of the front page of an engagement, as the seat may see it."""

    seat: Seat
    proposed: Agreement | None
    sessions: list[Session]
    next_session: Session | None
    drift: int
    nothing_scheduled: bool
    open_questions: int
    commitments: list[Commitment]
    examination: Examination | None
    attainment: float | None
    shared: list[Grant]
    disposal_on: dt.date | None


def overview(seat: Seat) -> Overview:
    """The front page. What comes after the agreement is empty until both have signed one."""
    given = seat.engagement
    signed = seat.agreement is not None
    sessions = list(given.sessions.all()) if signed else []
    upcoming = next_of(sessions)
    to_come = [row for row in sessions if row.attended == Session.Attended.OPEN]
    return Overview(
        seat=seat,
        proposed=given.agreements.order_by("-version").first(),
        sessions=sessions,
        next_session=upcoming,
        drift=drift([row.meant_for for row in sessions], [day_of(row) for row in sessions]),
        nothing_scheduled=bool(to_come) and not any(row.starts_at for row in to_come),
        open_questions=given.questions.filter(answered_at__isnull=True).count() if signed else 0,
        commitments=commitments(seat) if signed else [],
        examination=given.examinations.first() if signed else None,
        attainment=scored(seat) if signed else None,
        shared=shared(seat),
        disposal_on=disposal_day(given),
    )


def next_of(sessions: list[Session]) -> Session | None:
    """The session that comes next: the first to come with a date, else the first to come."""
    to_come = [row for row in sessions if row.attended == Session.Attended.OPEN]
    dated = [row for row in to_come if row.starts_at]
    return (
        min(dated, key=lambda row: row.starts_at or timezone.now())
        if dated
        else next(iter(to_come), None)
    )


def dated(seat: Seat) -> list[Session]:
    """Sessions to come that have a date, with what a letter about them says."""
    rows = seat.engagement.sessions.filter(
        attended=Session.Attended.OPEN, starts_at__isnull=False
    ).select_related("engagement__owner", "engagement__facilitator")
    return list(rows)


def day_of(session: Session) -> dt.date:
    """The day a session is on, in the reader’s zone; where it was meant while it has no date."""
    return timezone.localdate(session.starts_at) if session.starts_at else session.meant_for


def shared(seat: Seat) -> list[Grant]:
    """What the person lets this facilitator read now."""
    if seat.engagement.facilitator is None:
        return []
    rows = access.granted(reader=seat.engagement.facilitator)
    return list(rows.filter(owner=seat.engagement.owner).prefetch_related("parts"))


def disposal_day(given: Engagement) -> dt.date | None:
    """The day on which notes go, once it has ended; what both signed last says how long they stay."""
    signed = [each for each in given.agreements.all() if each.in_force]
    if given.ended_at is None or not signed:
        return None
    return timezone.localdate(given.ended_at) + dt.timedelta(days=signed[-1].retention_days)


def session(seat: Seat, number: int) -> Session:
    """One session. Raises ``NotFound``."""
    found: Session = one(seat.running().engagement.sessions.filter(number=number))
    return found


def purposes(row: Session) -> list[Purpose]:
    """What a session is for."""
    return [BY_KEY[key] for key in row.purposes.split() if key in BY_KEY]


def questions(seat: Seat) -> list[Question]:
    """What was asked. The facilitator reads an answer where the person shares it."""
    rows = list(seat.engagement.questions.select_related("session"))
    if not seat.is_person:
        for row in rows:
            row.answer = row.answer if row.shared else ""
    return rows


def notes(seat: Seat) -> list[Note]:
    """The person reads their own and the shared ones, the facilitator the shared ones."""
    rows = seat.engagement.notes.filter(trashed_at__isnull=True)
    return list(rows if seat.is_person else rows.filter(shared=True))


@dataclass(frozen=True, slots=True)
class SharedNotes:
    """What somebody reads of the sessions by a grant: the person’s own words, and nobody else’s."""

    engagement: Engagement
    notes: list[Note]


def to_share(*, owner: User) -> list[Engagement]:
    """The engagements whose notes can be shared: an agreement was signed."""
    return [row for row in mine(owner=owner) if in_force(row) is not None]


def notes_to_read(*, owner: User, engagement_id: int) -> SharedNotes:
    """What the person wrote under the lid “shared”. Raises ``NotFound``.

    Notes under “mine alone” stay there, and what the facilitator wrote stays between the two.
    """
    found: Engagement = one(Engagement.objects.filter(owner=owner, pk=engagement_id))
    rows = found.notes.filter(trashed_at__isnull=True, shared=True, by_facilitator=False)
    return SharedNotes(found, list(rows.select_related("session")))


def own_notes(seat: Seat) -> list[FacilitatorNote]:
    """The facilitator’s own notes; there are none for the person."""
    if seat.is_person:
        return []
    rows = FacilitatorNote.objects.filter(
        engagement=seat.engagement, owner=seat.engagement.facilitator, trashed_at__isnull=True
    )
    return list(rows)


def commitments(seat: Seat) -> list[Commitment]:
    """What was promised, what is open first."""
    rows = list(seat.engagement.commitments.select_related("session"))
    return sorted(rows, key=lambda row: row.state != Commitment.State.OPEN)


def examinations(seat: Seat) -> list[Examination]:
    """Every version with its replies, the latest first."""
    return list(seat.engagement.examinations.prefetch_related("replies"))


def goals(seat: Seat) -> list[Goal]:
    """The goals of the process."""
    return list(seat.engagement.goals.filter(trashed_at__isnull=True))


def scored(seat: Seat) -> float | None:
    """T over the goals that have a level; ``None`` while none has."""
    given = [Attained(row.weight, row.level) for row in goals(seat) if row.level is not None]
    return attainment(given) if given else None


def one(rows: QuerySet[Any]) -> Any:
    """The row asked for. Raises ``NotFound``."""
    found = rows.first()
    if found is None:
        raise NotFound(NOT_HERE)
    return found


@dataclass(frozen=True, slots=True)
class Attendance:
    """All that a sponsor sees: whose process it is, when the sessions are, and whether they were."""

    name: str
    sessions: list[Session]


def attendance(*, token: str) -> Attendance:
    """Dates and attendance for whoever holds a sponsor’s link. Raises ``NotFound``."""
    digest = access.digest(token)
    with sight.everyone("a sponsor’s link is looked up by its digest"):
        found = (
            Engagement.objects.filter(sponsor_digest=digest, ended_at__isnull=True)
            .exclude(sponsor_digest="")
            .select_related("owner")
            .first()
        )
    if found is None:
        raise NotFound("This link has ended or was never given. Ask whoever sent it.")
    sight.show(found.owner)
    rows = found.sessions.only("number", "starts_at", "meant_for", "minutes", "attended")
    return Attendance(found.owner.shown_name, list(rows))
