"""Reading pinned routes. Every query takes ``owner=`` and sees nobody else’s."""

from __future__ import annotations

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.routes.models import RoutePin
from turnpoint.apps.routes.pinned import PinnedRoute
from turnpoint.errors import NotFound

NOT_YOURS = "There is no such route among those you pinned. It may have been unpinned since."


def pinned(*, owner: User, destination: Destination) -> tuple[PinnedRoute, ...]:
    """The routes pinned to a destination, the first one first, with their figures of that day."""
    rows = RoutePin.objects.filter(
        owner=owner, destination=destination, destination__owner=owner, trashed_at__isnull=True
    )
    return tuple(row.value() for row in rows.order_by("pinned_at", "pk"))


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
