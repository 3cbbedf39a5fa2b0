"""The page of routes to a destination: look, pin, unpin."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.accounts.taking_turns import one_at_a_time
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.routes import queries, services
from turnpoint.apps.routes.brief import pdf_of
from turnpoint.apps.routes.finding import Unanswered, question_of
from turnpoint.apps.routes.forms import LimitsForm, first_asked
from turnpoint.apps.routes.page import routes_page
from turnpoint.core.route.limits import HORIZON, LONGEST_HORIZON


@require_safe
def look(request: HttpRequest, destination_id: int) -> HttpResponse:
    """Routes within the limits that the address says."""
    owner = owner_of(request)
    destination = destinations.destination(owner=owner, destination_id=destination_id)
    revision = destinations.latest(owner=owner, destination=destination)
    said = revision.hypothesis()
    asked = question_of(owner=owner, destination=destination, said=said, today=timezone.localdate())
    context: dict[str, Any] = {
        "destination": destination,
        "revision": revision,
        "said": said,
        "pinned": queries.pinned(owner=owner, destination=destination),
    }
    if isinstance(asked, Unanswered):
        return render(request, "routes/routes.html", context | {"unanswered": asked.value})
    sent = MultiValueDict({name: request.GET.getlist(name) for name in request.GET})
    first = first_asked(said, asked.assumptions.exchange)
    form = LimitsForm(sent or MultiValueDict(first))
    unused = said.pay_floor is not None and "pay_floor" not in first
    context |= {"form": form, "own_currency": said.currency, "floor_unused": unused}
    status = 422
    if form.is_valid():
        status, limits = 200, form.limits()
        query = _query(form)
        page = routes_page(asked, limits, form.looked(), query, context["pinned"])
        context |= {"page": page, "limits": limits, "query": urlencode(query, doseq=True)}
        # The one that was added stands among those that stay from here on.
        context["form"] = LimitsForm(MultiValueDict(query))
    template = "routes/_routes.html" if request.htmx else "routes/routes.html"  # type: ignore[attr-defined]  # set by django-htmx
    return render(request, template, context, status=status)


def _query(form: LimitsForm) -> dict[str, list[str]]:
    """The answers of a valid form as an address says them."""
    sent = form.cleaned_data
    query = {
        "look": [form.looked()],
        "horizon": [str(sent.get("horizon") or HORIZON)],
        "hops": [str(form.limits().hops)],
        "gates": [form.limits().gates.value],
        "avoid": list(form.avoided()),
    }
    if sent.get("pay_floor") is not None:
        query["pay_floor"] = [str(sent["pay_floor"])]
    return query


@require_POST
def pin(request: HttpRequest, destination_id: int) -> HttpResponse:
    """Keep a route with its figures of today."""
    kept = services.pin_route(
        owner=owner_of(request),
        destination_id=destination_id,
        path=request.POST.get("path", ""),
        horizon=_horizon(request.POST.get("horizon", "")),
    )
    undo = reverse("routes:unpin", args=[destination_id, kept.pk])
    tell(request, "Pinned, with its figures of today.", undo=undo)
    return _back(request, destination_id)


@require_POST
def unpin(request: HttpRequest, destination_id: int, pin_id: int) -> HttpResponse:
    """Let a pinned route go."""
    services.unpin(owner=owner_of(request), destination_id=destination_id, pin_id=pin_id)
    undo = reverse("routes:restore", args=[destination_id, pin_id])
    tell(request, "Unpinned.", undo=undo)
    return _back(request, destination_id)


@require_POST
def restore(request: HttpRequest, destination_id: int, pin_id: int) -> HttpResponse:
    """Pin it again, as it was; the undo of unpinning."""
    services.restore(owner=owner_of(request), destination_id=destination_id, pin_id=pin_id)
    tell(request, "It is pinned again.")
    return _back(request, destination_id)


def _horizon(text: str) -> int:
    """The months that a route was looked for within; those of a first look where it says none."""
    whole = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else HORIZON
    return whole if 1 <= whole <= LONGEST_HORIZON else HORIZON


def _back(request: HttpRequest, destination_id: int) -> HttpResponse:
    """To the page it was done on, where that is one of ours."""
    asked = request.POST.get("back", "")
    home = reverse("routes:look", args=[destination_id])
    ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return redirect(asked if asked.startswith("/") and ours else home)


@require_safe
@one_at_a_time
def brief(request: HttpRequest, destination_id: int) -> HttpResponse:
    """The brief of a destination as a PDF to keep or to hand over."""
    owner = owner_of(request)
    destination = destinations.destination(owner=owner, destination_id=destination_id)
    today = timezone.localdate()
    name = f"brief-{today:%Y-%m-%d}.pdf"
    return HttpResponse(
        pdf_of(owner=owner, destination=destination, today=today),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
