"""Reading what is shared and said about it."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.apps.accounts import grant_queries
from turnpoint.apps.accounts.access import Opened
from turnpoint.apps.accounts.grant_services import Piece
from turnpoint.apps.accounts.models import AccessRecord, Grant, Part, User
from turnpoint.apps.sharing.models import Remark
from turnpoint.apps.sharing.naming import named, offers
from turnpoint.errors import NotFound


@dataclass(frozen=True, slots=True)
class Shared:
    """A grant the person gave, with its parts in the person’s words."""

    grant: Grant
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One line of the access log, with the part in the person’s words."""

    record: AccessRecord
    what: str


def shared(*, owner: User) -> tuple[Shared, ...]:
    """What the person shares now."""
    return tuple(
        Shared(each, named(each.parts.all(), owner=owner))
        for each in grant_queries.given(owner=owner)
    )


def readings(*, owner: User) -> tuple[Reading, ...]:
    """Who read what of the person, the latest first."""
    known = {each.piece: each.label for each in offers(owner=owner)}
    return tuple(
        Reading(each, known.get(_piece(each), Part(each.part).label.capitalize()))
        for each in grant_queries.readings(owner=owner)
    )


def _piece(record: AccessRecord) -> Piece:
    return Piece(Part(record.part), record.object_id)


def remarks(*, owner: User) -> tuple[Remark, ...]:
    """What others said to the person, the latest first."""
    return tuple(Remark.objects.filter(owner=owner, trashed_at__isnull=True))


def remark(*, owner: User, remark_id: int, trashed: bool = False) -> Remark:
    """One of them. Raises ``NotFound``."""
    found = Remark.objects.filter(owner=owner, pk=remark_id, trashed_at__isnull=not trashed).first()
    if found is None:
        raise NotFound("There is no such comment or question among yours.")
    return found


def said_before(*, opened: Opened, author: User) -> tuple[Remark, ...]:
    """What the reader has said about this part already, with the answers."""
    return tuple(
        Remark.objects.filter(
            owner=opened.owner,
            author=author,
            part=opened.part,
            object_id=opened.object_id,
            trashed_at__isnull=True,
        )
    )
