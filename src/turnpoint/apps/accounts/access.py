"""The only way to what another person wrote: a grant that holds at this moment.

Queries take ``owner=``. For one’s own pages that is ``owner_of(request)``; for anybody else’s it is
``Opened.owner``, which only the functions here give, after they looked whether the grant is in
force and wrote the reading into the owner’s access log. What is not granted answers as what is not
there: ``NotFound``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from turnpoint.apps.accounts import sight
from turnpoint.apps.accounts.models import AccessRecord, Grant, GrantedPart, Part, User
from turnpoint.errors import NotFound

NOT_SHARED = (
    "This is not shared with you, or no longer. Ask whoever shared it whether that was meant."
)
LINK_OVER = (
    "This private link has ended or was never given. Ask whoever sent it for a new one; "
    "what you wrote is still with them."
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A part that may be read now: whose it is, what it is, and what else the grant allows."""

    owner: User
    part: Part
    object_id: int | None
    grant: Grant

    @property
    def number(self) -> int:
        """The destination, transition or person the part is about."""
        if self.object_id is None:
            raise NotFound(NOT_SHARED)
        return self.object_id


def digest(token: str) -> str:
    """By what a private link is looked up; the token itself is not kept."""
    return hashlib.sha256(token.encode()).hexdigest()


def in_force() -> Q:
    """Which grants hold now: not ended, not expired, and between people whose accounts are open."""
    now = timezone.now()
    return (Q(ended_at__isnull=True, given_at__lte=now, until__gt=now, owner__is_active=True)) & (
        Q(receiver__isnull=True) | Q(receiver__is_active=True)
    )


def granted(*, reader: User) -> QuerySet[Grant]:
    """The grants that hold for ``reader`` now."""
    return Grant.objects.filter(in_force(), receiver=reader).select_related("owner", "receiver")


@transaction.atomic
def open_part(
    *,
    reader: User,
    part: Part,
    object_id: int | None = None,
    grant_id: int | None = None,
    owner: User | None = None,
) -> Opened:
    """Open one part for ``reader`` and note the reading.

    By the number of the grant, or by whose it is; the latest grant where there are several.
    Raises ``NotFound`` where no grant of this very part holds now.
    """
    if (grant_id is None) == (owner is None):
        message = "a part is opened by its grant or by its owner"
        raise ValueError(message)
    asked = Q(pk=grant_id) if owner is None else Q(owner=owner)
    found = _latest(granted(reader=reader).filter(asked), part, object_id)
    if found is None:
        raise NotFound(NOT_SHARED)
    return _opened(found, part, object_id)


@transaction.atomic
def open_link(*, token: str) -> Opened:
    """Open the question of a transition for whoever holds a private link, and note the reading."""
    with sight.everyone("a private link is looked up by its digest"):
        found = (
            Grant.objects.filter(in_force(), link_digest=digest(token))
            .exclude(link_digest="")
            .select_related("owner")
            .first()
        )
        parts = GrantedPart.objects.filter(grant=found, part=Part.HOUSEHOLD)
        opens = parts.first() if found else None
    if found is None or opens is None:
        raise NotFound(LINK_OVER)
    return _opened(found, Part.HOUSEHOLD, opens.object_id)


def _latest(grants: QuerySet[Grant], part: Part, object_id: int | None) -> Grant | None:
    of = Q(parts__object_id__isnull=True) if object_id is None else Q(parts__object_id=object_id)
    return grants.filter(Q(parts__part=part) & of).order_by("-given_at", "-pk").first()


def _opened(grant: Grant, part: Part, object_id: int | None) -> Opened:
    reader = grant.receiver
    sight.show(grant.owner)
    AccessRecord.objects.create(
        owner=grant.owner,
        reader=reader,
        reader_name=reader.shown_name if reader else grant.link_name,
        grant_number=grant.pk,
        part=part,
        object_id=object_id,
        at=timezone.now(),
    )
    return Opened(owner=grant.owner, part=part, object_id=object_id, grant=grant)
