"""What a transition is, and the move that the active destination asks for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.destinations import queries as destinations


@require_safe
def list_all(request: HttpRequest) -> HttpResponse:
    """What a transition is, and what to ask before its point of no return."""
    active = destinations.active(owner=owner_of(request))
    revision = active.latest if active else None
    return render(request, "transitions/list.html", {"active": revision})
