"""Beginning an engagement, signing, and ending it."""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import asdict

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from turnpoint.apps.accounts import access, grant_services, sight
from turnpoint.apps.accounts.models import Grant, User
from turnpoint.apps.facilitation.agreement import Terms
from turnpoint.apps.facilitation.models import (
    Agreement,
    Disposal,
    Engagement,
    FacilitatorNote,
    Session,
)
from turnpoint.apps.facilitation.queries import disposal_day
from turnpoint.apps.facilitation.seat import Seat
from turnpoint.core.facilitation.shape import SESSIONS, WEEKS, meetings
from turnpoint.errors import BadInput, Conflict


@transaction.atomic
def invite(*, owner: User, name: str, terms: Terms) -> Engagement:
    """Ask somebody with an account here to facilitate; the person’s own signature is on the terms.

    ``name`` is their user name or e-mail address. Raises ``BadInput`` where nobody has it, without
    saying more, and ``Conflict`` where an engagement with them runs already.
    """
    wanted = name.strip()
    found = User.objects.filter(username__iexact=wanted, is_active=True).first()
    found = (
        found or User.objects.filter(email__iexact=wanted, is_active=True).exclude(email="").first()
    )
    if not wanted or found is None or found == owner:
        raise BadInput(
            "Nobody else here has this name or e-mail address. Whoever runs this instance can "
            "invite them.",
            where="name",
        )
    row = Engagement(
        owner=owner, facilitator=found, facilitator_name=found.shown_name, began_at=timezone.now()
    )
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Conflict(f"An engagement with {found.shown_name} runs already.") from error
    propose(Seat(row, "mine", None), terms=terms)
    return row


@transaction.atomic
def propose(seat: Seat, *, terms: Terms) -> Agreement:
    """Propose a version of the agreement; whoever proposes it has signed it. Raises ``BadInput``."""
    if not seat.runs:
        raise Conflict("This engagement has ended.")
    given = Engagement.objects.select_for_update().get(pk=seat.engagement.pk)
    now = timezone.now()
    row = Agreement(
        engagement=given,
        version=given.agreements.count() + 1,
        proposed_at=now,
        **{
            name: value.strip() if isinstance(value, str) else value
            for name, value in asdict(terms).items()
        },
    )
    _sign(row, seat, now)
    try:
        row.full_clean()
    except ValidationError as error:
        where = next(iter(error.message_dict))
        raise BadInput(
            " ".join(error.messages), where="" if where == "__all__" else where
        ) from error
    row.save()
    return row


@transaction.atomic
def sign(seat: Seat, *, version: int) -> Agreement:
    """Sign a version. Once both have, it holds, and the first of them plans the usual sessions.

    Raises ``Conflict`` where a later version was proposed since.
    """
    rows = seat.engagement.agreements.select_for_update().order_by("-version")
    row = rows.first()
    if row is None or row.version != version:
        raise Conflict(
            "Another version was proposed since. Read that one, and sign it if you will."
        )
    if not seat.runs:
        raise Conflict("This engagement has ended.")
    _sign(row, seat, timezone.now())
    row.save()
    if row.in_force and not seat.engagement.sessions.exists():
        plan(seat, start=timezone.localdate() + dt.timedelta(days=3))
    return row


def _sign(row: Agreement, seat: Seat, now: dt.datetime) -> None:
    name = "signed_by_person_at" if seat.is_person else "signed_by_facilitator_at"
    if getattr(row, name) is None:
        setattr(row, name, now)


@transaction.atomic
def plan(
    seat: Seat, *, start: dt.date, sessions: int = SESSIONS, weeks: int = WEEKS
) -> list[Session]:
    """Lay the sessions out anew, as long as none was held. Raises ``BadInput``, ``Conflict``."""
    given = Engagement.objects.select_for_update().get(pk=seat.engagement.pk)
    if given.sessions.exclude(attended=Session.Attended.OPEN).exists():
        raise Conflict("A session took place already; move the others one by one.")
    found = meetings(start, sessions=sessions, weeks=weeks)
    given.sessions.all().delete()
    rows = [
        Session(
            engagement=given,
            number=each.number,
            purposes=" ".join(purpose.key for purpose in each.purposes),
            meant_for=each.day,
        )
        for each in found
    ]
    Session.objects.bulk_create(rows)
    given.meant_to_end = found[-1].day
    given.save(update_fields=["meant_to_end"])
    return rows


@transaction.atomic
def end(seat: Seat) -> Engagement:
    """End it, by either of the two. What the facilitator could read ends in the same second."""
    given = Engagement.objects.select_for_update(of=("self",)).get(pk=seat.engagement.pk)
    if given.ended_at is not None:
        return given
    # A facilitator who ends it loses sight of it by that: the database shows them how it ended.
    sight.show(given.owner)
    given.ended_at = timezone.now()
    given.ended_by_facilitator = not seat.is_person
    given.sponsor_digest = ""
    given.save(update_fields=["ended_at", "ended_by_facilitator", "sponsor_digest"])
    for grant in Grant.objects.filter(
        access.in_force(), owner=given.owner, receiver=given.facilitator
    ):
        grant_services.withdraw(owner=given.owner, grant_id=grant.pk)
    return given


@transaction.atomic
def give_sponsor_link(seat: Seat, *, name: str) -> str:
    """A private link to dates and attendance, and nothing else; an earlier one stops working."""
    if not seat.running().is_person:
        raise Conflict("Only the person gives this link.")
    if not name.strip():
        raise BadInput("Say whom the link is for.", where="name")
    token = secrets.token_urlsafe(32)
    seat.engagement.sponsor_name = name.strip()[:120]
    seat.engagement.sponsor_digest = access.digest(token)
    seat.engagement.save(update_fields=["sponsor_name", "sponsor_digest"])
    return token


@transaction.atomic
def withdraw_sponsor_link(seat: Seat) -> None:
    """End the sponsor’s link at once."""
    seat.engagement.sponsor_digest = ""
    seat.engagement.save(update_fields=["sponsor_digest"])


@transaction.atomic
def dispose(*, today: dt.date) -> int:
    """Remove the notes of engagements whose agreed day has come; each leaves a receipt."""
    done = 0
    waiting = Engagement.objects.filter(ended_at__isnull=False, disposal__isnull=True)
    for given in waiting.prefetch_related("agreements"):
        day = disposal_day(given)
        if day is None or day > today:
            continue
        gone = given.notes.filter(shared=True).delete()[0]
        gone += FacilitatorNote.objects.filter(engagement=given).delete()[0]
        Disposal.objects.create(
            engagement=given, agreed_for=day, done_at=timezone.now(), notes=gone
        )
        done += 1
    return done
