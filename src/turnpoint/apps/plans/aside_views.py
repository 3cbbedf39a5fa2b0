"""Putting aside what waits on Today."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.plans import aside


@require_POST
def put_aside(request: HttpRequest, key: str) -> HttpResponse:
    """Not show it again, unless its words or its date change."""
    aside.put_aside(owner=owner_of(request), key=key)
    tell(request, "Put aside.", undo=reverse("plans:take-back", args=[key]))
    return redirect("plans:today")


@require_POST
def take_back(request: HttpRequest, key: str) -> HttpResponse:
    """Show it again."""
    aside.take_back(owner=owner_of(request), key=key)
    tell(request, "It is shown again.")
    return redirect("plans:today")
