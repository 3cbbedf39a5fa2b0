"""Changing what the reality check of a destination assumes, on its own page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.destinations import queries, services
from turnpoint.apps.destinations.assumption_form import AssumptionForm, filled, form_of
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.destinations.page import page_of
from turnpoint.apps.destinations.reality import foreign_currency
from turnpoint.core.transition.assumptions import Assumptions

RESET = "reset"


@require_POST
def change(request: HttpRequest, destination_id: int) -> HttpResponse:
    """Keep what the form says, or put one assumption or all of them back to the stated value."""
    owner = owner_of(request)
    destination = queries.destination(owner=owner, destination_id=destination_id)
    before = queries.assumption_set(owner=owner, destination=destination)
    form = _form(owner, destination, queries.assumptions_of(before))
    go = request.POST.get("go", "")
    if go.startswith(RESET):
        assumed = _reset(form.assumed, go.removeprefix(RESET).removeprefix(":"))
    else:
        form = filled(form, request.POST.dict(), timezone.localdate())
        assumed = form.assumed
        if form.problems:
            return _answer(request, destination, form)
    kept = services.assume(owner=owner, destination_id=destination_id, assumed=assumed)
    undo = reverse("destinations:assume-again", args=[destination_id, before.number])
    if kept.number == before.number:
        tell(request, "Nothing had changed.")
    else:
        tell(request, _said(assumed), undo=undo)
    if not request.htmx:  # type: ignore[attr-defined]  # django-htmx adds it
        return redirect(f"{reverse('destinations:read', args=[destination_id])}#assumptions")
    return _answer(request, destination, _form(owner, destination, assumed))


@require_POST
def again(request: HttpRequest, destination_id: int, number: int) -> HttpResponse:
    """Assume again what was assumed before; the undo of a change."""
    services.assume_again(owner=owner_of(request), destination_id=destination_id, number=number)
    tell(request, "Assumed as before.")
    return redirect(f"{reverse('destinations:read', args=[destination_id])}#assumptions")


def _form(owner: User, destination: Destination, assumed: Assumptions) -> AssumptionForm:
    latest = queries.latest(owner=owner, destination=destination)
    return form_of(assumed, foreign_currency(owner=owner, said=latest.hypothesis()))


def _reset(assumed: Assumptions, name: str) -> Assumptions:
    if not name:
        return Assumptions()
    if name == "exchange":
        return Assumptions().varied(**assumed.changed)
    return assumed.varied(**{name: assumed.one(name).default})


def _said(assumed: Assumptions) -> str:
    changed = len(assumed.changed) + bool(assumed.exchange)
    if not changed:
        return "Everything is assumed as stated again."
    return f"Reckoned again with {changed} assumption{'s' if changed > 1 else ''} of yours."


def _answer(request: HttpRequest, destination: Destination, form: AssumptionForm) -> HttpResponse:
    """The part of the page that changed, or all of it where the whole page was asked for.

    htmx shows only answers of success, so a part that names a problem is one too.
    """
    context = page_of(owner_of(request), destination, form) | {"opened": True}
    if request.htmx:  # type: ignore[attr-defined]  # django-htmx adds it
        return render(request, "destinations/_reckoned.html", context)
    return render(request, "destinations/read.html", context, status=422)
