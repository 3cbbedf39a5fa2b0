"""Sharing a part, and saying something about one that is shared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts import grant_services, sight
from turnpoint.apps.accounts.access import Opened
from turnpoint.apps.accounts.grant_services import Piece
from turnpoint.apps.accounts.models import Grant, User
from turnpoint.apps.accounts.queries import person_named
from turnpoint.apps.sharing import queries
from turnpoint.apps.sharing.models import Remark, RemarkKind
from turnpoint.apps.sharing.naming import offers
from turnpoint.apps.transitions import queries as transitions
from turnpoint.apps.transitions.models import AffectedPerson, Voice
from turnpoint.apps.transitions.services import people
from turnpoint.errors import BadInput, NotFound

NOBODY = (
    "Nobody with this address or name has an account here. Look at the spelling, or ask whoever "
    "runs this Turnpoint to invite them."
)
NOT_ALLOWED = "You may read this; saying something about it is not part of what was shared."


@transaction.atomic
def share(
    *,
    owner: User,
    receiver_named: str,
    pieces: Sequence[Piece],
    purpose: str,
    until: dt.datetime,
    may_comment: bool = False,
    may_ask: bool = False,
) -> Grant:
    """Let somebody with an account here read parts of one’s own."""
    if set(pieces) - {each.piece for each in offers(owner=owner)}:
        raise NotFound("One of the parts is not yours, or was removed since.")
    receiver = person_named(receiver_named)
    if receiver is None:
        raise BadInput(NOBODY, where="receiver")
    return grant_services.give(
        owner=owner,
        receiver=receiver,
        pieces=pieces,
        purpose=purpose,
        until=until,
        may_comment=may_comment,
        may_ask=may_ask,
    )


@transaction.atomic
def ask_at_home(
    *, owner: User, transition_id: int, person_id: int, purpose: str, until: dt.datetime
) -> tuple[AffectedPerson, str]:
    """A private link by which one person in a transition answers its question themselves."""
    person = transitions.part(
        AffectedPerson, owner=owner, transition_id=transition_id, part_id=person_id
    )
    _, token = grant_services.give_link(
        owner=owner, name=person.name, person_id=person.pk, purpose=purpose, until=until
    )
    return person, token


def answer_at_home(*, opened: Opened, effect: str, limit: str) -> Voice:
    """Write down, or over, what the holder of a link says. It stays their own words."""
    with sight.seeing(opened.owner):  # the one thing that a grant lets somebody else write
        return people.answer_for_oneself(
            owner=opened.owner,
            person_id=opened.number,
            grant_number=opened.grant.pk,
            effect=effect,
            limit=limit,
        )


@transaction.atomic
def say(*, opened: Opened, author: User, kind: RemarkKind, text: str) -> Remark:
    """Leave a comment or a question beside a part. Raises ``BadInput`` where that is not granted."""
    if kind not in allowed(opened):
        raise BadInput(NOT_ALLOWED)
    if not text.strip() or "\0" in text:
        raise BadInput("Write a line before you send it.", where="text")
    return Remark.objects.create(
        owner=opened.owner,
        author=author,
        author_name=author.shown_name,
        grant_number=opened.grant.pk,
        part=opened.part,
        object_id=opened.object_id,
        kind=kind,
        text=text.strip(),
        written_at=timezone.now(),
    )


def allowed(opened: Opened) -> tuple[RemarkKind, ...]:
    """What may be said beside a part."""
    granted = {
        RemarkKind.COMMENT: opened.grant.may_comment,
        RemarkKind.QUESTION: opened.grant.may_ask,
    }
    return tuple(kind for kind, may in granted.items() if may)


@transaction.atomic
def answer(*, owner: User, remark_id: int, text: str) -> Remark:
    """Answer a comment or a question; whoever asked reads it as long as the grant holds."""
    row = queries.remark(owner=owner, remark_id=remark_id)
    if not text.strip() or "\0" in text:
        raise BadInput("Write a line before you send it.", where="answer")
    row.answer, row.answered_at = text.strip(), timezone.now()
    row.save(update_fields=["answer", "answered_at"])
    return row


@transaction.atomic
def remove(*, owner: User, remark_id: int) -> Remark:
    """Move a comment or a question to the trash; its author no longer sees it either."""
    return _trash(queries.remark(owner=owner, remark_id=remark_id), timezone.now())


@transaction.atomic
def restore(*, owner: User, remark_id: int) -> Remark:
    """Bring it back."""
    return _trash(queries.remark(owner=owner, remark_id=remark_id, trashed=True), None)


def _trash(row: Remark, at: dt.datetime | None) -> Remark:
    row.trashed_at = at
    row.save(update_fields=["trashed_at"])
    return row
