"""What a thing of a day can serve: a destination, a transition, a question of one, a pinned route."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.plans.models import LONGEST_SERVES, Focus
from turnpoint.apps.routes.models import RoutePin
from turnpoint.apps.transitions.models import Finding, Status, Transition
from turnpoint.errors import BadInput


@dataclass(frozen=True, slots=True)
class Serves:
    """One thing to serve. ``key`` is its kind and number, as a form sends it."""

    kind: str
    id: int
    words: str

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"

    def columns(self) -> dict[str, Any]:
        """What a row keeps of it: the words as they are now, and the way there."""
        return {"serves": self.words[:LONGEST_SERVES], f"{self.kind}_id": self.id}


KINDS = {
    "destination": "Destinations",
    "transition": "Transitions",
    "finding": "Questions to settle",
    "route": "Next steps of pinned routes",
}


def servable(*, owner: User) -> tuple[Serves, ...]:
    """Everything of the person’s that something done today may serve."""
    written = destinations.destinations(owner=owner)
    found = [
        Serves("destination", each.destination.pk, each.latest.statement)
        for each in written
        if each.destination.archived_at is None
    ]
    open_ones = Transition.objects.filter(
        owner=owner, trashed_at__isnull=True, status=Status.OPEN
    ).order_by("pk")
    found += [Serves("transition", row.pk, row.question) for row in open_ones]
    unsettled = Finding.objects.filter(
        transition__in=open_ones, done_at__isnull=True, trashed_at__isnull=True
    ).order_by("pk")
    found += [Serves("finding", row.pk, row.text) for row in unsettled]
    pins = RoutePin.objects.filter(
        owner=owner, trashed_at__isnull=True, destination__trashed_at__isnull=True
    )
    found += [Serves("route", row.pk, row.value().first.title) for row in pins]
    return tuple(found)


def chosen(*, owner: User, key: str) -> Serves:
    """The thing a form names. Raises ``BadInput`` for anybody else’s, and for one that is gone."""
    found = next((each for each in servable(owner=owner) if each.key == key), None)
    if found is None:
        message = "What this should serve is not there any more. Choose another, or none."
        raise BadInput(message, where="serves")
    return found


def address(focus: Focus) -> str:
    """Where what it serves can be read; nothing where that was removed, or is only words."""
    if focus.destination is not None and focus.destination.trashed_at is None:
        return reverse("destinations:read", args=[focus.destination_id])
    if focus.transition is not None and focus.transition.trashed_at is None:
        return reverse("transitions:read", args=[focus.transition_id])
    finding = focus.finding
    if finding is not None and finding.trashed_at is None and finding.transition.trashed_at is None:
        return reverse("transitions:finding", args=[finding.transition_id, finding.pk])
    route = focus.route
    if route is not None and route.trashed_at is None and route.destination.trashed_at is None:
        return reverse("routes:look", args=[route.destination_id])
    return ""
