"""Today, the plan, and finding anything."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.plans import queries
from turnpoint.apps.plans.forms import ThingForm
from turnpoint.apps.plans.serving import servable


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """Three things at work, one at home, and what else the day asks."""
    owner = owner_of(request)
    form = ThingForm(servable=servable(owner=owner))
    return render(request, "plans/today.html", {"day": queries.day(owner=owner), "form": form})


@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """What to learn first, once a destination asks for it."""
    return render(request, "plans/plan.html", {"page": queries.plan(owner=owner_of(request))})


@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Pages, things to do, occupations and one's own destinations; a fragment for the palette."""
    text = request.GET.get("q", "").strip()[:200]
    found = queries.find(owner=owner_of(request), text=text)
    page = "plans/_found.html" if request.headers.get("HX-Request") else "plans/find.html"
    return render(request, page, {"text": text, "found": found})
