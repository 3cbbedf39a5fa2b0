"""The ledger of a destination on one page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.destinations.experiments.ledger import ledger as ledger_of
from turnpoint.apps.destinations.experiments.queries import score
from turnpoint.apps.profiles.queries import profile
from turnpoint.charts.confidence import confidence


@require_safe
def ledger(request: HttpRequest, destination_id: int) -> HttpResponse:
    """Everything that was written about a destination, the latest first, back to the start."""
    owner = owner_of(request)
    destination = destinations.destination(owner=owner, destination_id=destination_id)
    found = ledger_of(owner=owner, destination=destination)
    context = {
        "destination": destination,
        "revision": found.saved[-1],
        "ledger": found,
        "saved": found.saved,
        "confidence": confidence(found.points),
        "score": score(tuple(trial for each in found.asked for trial in each.trials)),
        "writer": profile(owner=owner).name or owner.get_username(),
    }
    return render(request, "destinations/ledger/ledger.html", context)
