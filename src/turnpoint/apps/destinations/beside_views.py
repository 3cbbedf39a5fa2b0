"""Futures side by side on one page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.destinations.beside import MOST
from turnpoint.apps.destinations.beside import beside as beside_of


@require_safe
def beside(request: HttpRequest) -> HttpResponse:
    """Up to three destinations in columns, one of them the active one."""
    asked = request.GET.getlist("d")[:50]
    wanted = [int(each) for each in asked if each.isascii() and each.isdigit() and len(each) < 12]
    found = beside_of(owner=owner_of(request), wanted=wanted, today=timezone.localdate())
    context = {"found": found, "most": MOST, "too_many": len(set(wanted)) > MOST}
    return render(request, "destinations/beside.html", context)
