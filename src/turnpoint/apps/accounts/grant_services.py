"""Giving, withdrawing and giving back a grant; each leaves a receipt that both sides can read."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from turnpoint.apps.accounts.access import digest
from turnpoint.apps.accounts.models import (
    Grant,
    GrantedPart,
    GrantEvent,
    GrantReceipt,
    Part,
    User,
)
from turnpoint.errors import BadInput, NotFound

LONGEST = dt.timedelta(days=366)
NOT_YOURS = "There is no such grant among yours."


@dataclass(frozen=True, slots=True)
class Piece:
    """One part to open, and which object of it."""

    part: Part
    object_id: int | None = None


@transaction.atomic
def give(
    *,
    owner: User,
    receiver: User,
    pieces: Sequence[Piece],
    purpose: str,
    until: dt.datetime,
    may_comment: bool = False,
    may_ask: bool = False,
) -> Grant:
    """Let ``receiver`` read some parts until a day. Whose the objects are, the caller has checked.

    Raises ``BadInput`` where it is to oneself, for nothing, without an end or for over a year.
    """
    said = Grant(
        owner=owner,
        receiver=receiver,
        purpose=purpose.strip(),
        may_comment=may_comment,
        may_ask=may_ask,
    )
    return _stored(said, pieces, until)


@transaction.atomic
def give_link(
    *, owner: User, name: str, person_id: int, purpose: str, until: dt.datetime
) -> tuple[Grant, str]:
    """A private link to the question of a transition for one person in it, and its token."""
    token = secrets.token_urlsafe(32)
    said = Grant(owner=owner, link_digest=digest(token), link_name=name, purpose=purpose.strip())
    return _stored(said, (Piece(Part.HOUSEHOLD, person_id),), until), token


@transaction.atomic
def withdraw(*, owner: User, grant_id: int) -> Grant:
    """End a grant at once. Nothing is read by it after this."""
    return _end(Grant.objects.filter(owner=owner, pk=grant_id), GrantEvent.WITHDRAWN)


@transaction.atomic
def give_back(*, receiver: User, grant_id: int) -> Grant:
    """End a grant that one received."""
    return _end(Grant.objects.filter(receiver=receiver, pk=grant_id), GrantEvent.GIVEN_BACK)


def _stored(said: Grant, pieces: Sequence[Piece], until: dt.datetime) -> Grant:
    wanted = tuple(dict.fromkeys(pieces))
    if not wanted:
        raise BadInput("Choose at least one part to share.", where="parts")
    said.given_at, said.until, said.part_count = timezone.now(), until, len(wanted)
    if until > said.given_at + LONGEST:
        raise BadInput("A grant ends within a year. Give another one then.", where="until")
    if until <= said.given_at:
        raise BadInput("The last day lies in the past.", where="until")
    if said.receiver == said.owner:
        raise BadInput("You can read all of it without a grant.", where="receiver")
    if not said.purpose:
        raise BadInput("Say what it is for, so that both of you know.", where="purpose")
    try:
        said.full_clean()
    except ValidationError as error:
        raise BadInput(" ".join(error.messages), where="purpose") from error
    said.save()
    GrantedPart.objects.bulk_create(
        GrantedPart(grant=said, position=place, part=each.part, object_id=each.object_id)
        for place, each in enumerate(wanted)
    )
    _receipt(said, GrantEvent.GIVEN, said.given_at)
    return said


def _end(asked: models.QuerySet[Grant], event: GrantEvent) -> Grant:
    found = asked.select_for_update(of=("self",)).first()
    if found is None:
        raise NotFound(NOT_YOURS)
    if found.ended_at is None:
        found.ended_at = timezone.now()
        found.save(update_fields=["ended_at"])
        _receipt(found, event, found.ended_at)
    return found


def _receipt(grant: Grant, event: GrantEvent, at: dt.datetime) -> None:
    labels = dict.fromkeys(Part(each.part).label for each in grant.parts.all())
    allowed = ["read", *["comment"][: grant.may_comment], *["ask"][: grant.may_ask]]
    GrantReceipt.objects.create(
        owner=grant.owner,
        receiver=grant.receiver,
        grant_number=grant.pk,
        event=event,
        at=at,
        owner_name=grant.owner.shown_name,
        receiver_name=grant.receiver.shown_name if grant.receiver else grant.link_name,
        parts=", ".join(labels),
        may=", ".join(allowed),
        purpose=grant.purpose,
        until=grant.until,
    )
