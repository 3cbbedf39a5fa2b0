"""The dreams of a destination that have a date, held against routes and options."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.transitions.dreams import held


@require_safe
def dreams(request: HttpRequest, destination_id: int) -> HttpResponse:
    """Each dated dream with what is known about its date, and where from."""
    owner = owner_of(request)
    destination = destinations.destination(owner=owner, destination_id=destination_id)
    revision = destinations.latest(owner=owner, destination=destination)
    today = timezone.localdate()
    said = revision.hypothesis()
    context = {
        "destination": destination,
        "revision": revision,
        "held": held(owner=owner, destination=destination, said=said, today=today),
        "undated": [dream for dream in said.dreams if dream.by is None],
        "today": today,
    }
    return render(request, "transitions/dreams.html", context)
