"""Reading grants, receipts and the access log: each side sees its own."""

from __future__ import annotations

from django.db.models import Q

from turnpoint.apps.accounts import access
from turnpoint.apps.accounts.models import AccessRecord, Grant, GrantReceipt, User
from turnpoint.errors import NotFound


def given(*, owner: User) -> tuple[Grant, ...]:
    """What the person shares now, the latest first."""
    mine = Grant.objects.filter(access.in_force(), owner=owner)
    return tuple(mine.select_related("receiver").prefetch_related("parts"))


def received(*, reader: User) -> tuple[Grant, ...]:
    """What is shared with the person now, the latest first."""
    return tuple(access.granted(reader=reader).prefetch_related("parts"))


def received_one(*, reader: User, grant_id: int) -> Grant:
    """One grant that holds now. Raises ``NotFound``."""
    found = access.granted(reader=reader).prefetch_related("parts").filter(pk=grant_id).first()
    if found is None:
        raise NotFound(access.NOT_SHARED)
    return found


def receipts(*, person: User) -> tuple[GrantReceipt, ...]:
    """What the person gave and was given, and when it ended; the latest first."""
    return tuple(GrantReceipt.objects.filter(Q(owner=person) | Q(receiver=person)))


def readings(*, owner: User, most: int = 500) -> tuple[AccessRecord, ...]:
    """Who read what of the person, the latest first."""
    return tuple(AccessRecord.objects.filter(owner=owner)[:most])
