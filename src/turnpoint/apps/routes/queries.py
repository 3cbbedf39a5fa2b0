"""Reading pinned routes. Every query takes ``owner=`` and sees nobody else’s."""

from __future__ import annotations

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.once import once
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.routes.models import RoutePin
from turnpoint.apps.routes.pinned import PinnedRoute
from turnpoint.errors import NotFound

NOT_YOURS = "There is no such route among those you pinned. It may have been unpinned since."


def pinned(*, owner: User, destination: Destination) -> tuple[PinnedRoute, ...]:
    """The routes pinned to a destination, the first one first, with their figures of that day."""
    mine = every_pinned(owner=owner)
    return tuple(each for each in mine if each.destination_id == destination.pk)


@once
def every_pinned(*, owner: User) -> tuple[PinnedRoute, ...]:
    """The routes pinned to any destination that is not removed, the first one of each first."""
    rows = RoutePin.objects.filter(
        owner=owner,
        destination__owner=owner,
        destination__trashed_at__isnull=True,
        trashed_at__isnull=True,
    )
    return tuple(row.value() for row in rows)


def pin(*, owner: User, destination_id: int, pin_id: int, trashed: bool = False) -> RoutePin:
    """One pinned route. Raises ``NotFound`` for anybody else’s, and for an unpinned one."""
    found = RoutePin.objects.filter(
        owner=owner,
        destination_id=destination_id,
        destination__trashed_at__isnull=True,
        pk=pin_id,
        trashed_at__isnull=not trashed,
    ).first()
    if found is None:
        raise NotFound(NOT_YOURS)
    return found
