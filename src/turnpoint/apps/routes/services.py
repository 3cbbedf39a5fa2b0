"""What a person does with a route: pin it, unpin it, and take that back."""

from __future__ import annotations

import datetime as dt

from django.db import IntegrityError, transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.routes import queries
from turnpoint.apps.routes.finding import Question, Unanswered, question_of
from turnpoint.apps.routes.models import RoutePin
from turnpoint.apps.routes.pinned import facts_named, frozen
from turnpoint.core.route.limits import HORIZON
from turnpoint.core.route.route import Route, edges_of, route_of
from turnpoint.errors import BadInput, Conflict

PINNED_ALREADY = "This route is pinned already."


@transaction.atomic
def pin_route(
    *,
    owner: User,
    destination_id: int,
    path: str,
    horizon: int = HORIZON,
    pinned_at: dt.datetime | None = None,
) -> RoutePin:
    """Keep a route with its figures of today.

    ``path``: occupation codes joined by commas, the present one first. Raises ``BadInput`` for a
    route that does not lead from the present role to the destination, ``Conflict`` for one that is
    pinned already.
    """
    destination = destinations.destination(owner=owner, destination_id=destination_id)
    said = destinations.latest(owner=owner, destination=destination).hypothesis()
    asked = question_of(owner=owner, destination=destination, said=said, today=timezone.localdate())
    if isinstance(asked, Unanswered):
        raise BadInput("A route needs a role of yours and an occupation to reach.", where="path")
    route = _route(asked, path, horizon)
    try:
        with transaction.atomic():
            return RoutePin.objects.create(
                owner=owner,
                destination=destination,
                path=path,
                figures=frozen(asked.market, route),
                facts=facts_named(asked.market),
                pinned_at=pinned_at or timezone.now(),
            )
    except IntegrityError as error:
        raise Conflict(PINNED_ALREADY) from error


def _route(asked: Question, path: str, horizon: int) -> Route:
    """The route that a path names, reckoned anew: a browser’s own figures are never kept."""
    index, codes = asked.market.index, path.split(",")
    if any(code not in index for code in codes) or not 2 <= len(codes) <= 5:
        raise BadInput("This is not a route between occupations that are known.", where="path")
    ends = (index[codes[0]], index[codes[-1]])
    if ends != (asked.person.origin, asked.target):
        message = (
            "This route does not lead from your present role to this destination. One of the two "
            "may have changed since; look for routes again."
        )
        raise BadInput(message, where="path")
    graph = asked.graph()
    edges = edges_of(graph, [index[code] for code in codes])
    if edges is None or len(set(codes)) < len(codes):
        raise BadInput("One of these moves is not among those that are reckoned.", where="path")
    return route_of(graph, edges, horizon)


@transaction.atomic
def unpin(*, owner: User, destination_id: int, pin_id: int) -> None:
    """Let a pinned route go; it can be taken back."""
    found = queries.pin(owner=owner, destination_id=destination_id, pin_id=pin_id)
    found.trashed_at = timezone.now()
    found.save(update_fields=["trashed_at"])


@transaction.atomic
def restore(*, owner: User, destination_id: int, pin_id: int) -> RoutePin:
    """Pin again, with the figures it had. Raises ``Conflict`` where the same one is pinned."""
    found = queries.pin(owner=owner, destination_id=destination_id, pin_id=pin_id, trashed=True)
    found.trashed_at = None
    try:
        with transaction.atomic():
            found.save(update_fields=["trashed_at"])
    except IntegrityError as error:
        raise Conflict(PINNED_ALREADY) from error
    return found
