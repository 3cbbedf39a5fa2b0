"""The options of a transition."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.routes import queries as routes
from turnpoint.apps.routes.pinned import PinnedRoute
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.figures import spell
from turnpoint.apps.transitions.forms import OccupationOptionForm, OptionForm
from turnpoint.apps.transitions.models import Option
from turnpoint.apps.transitions.occupation_pay import OccupationPay, occupation_pay
from turnpoint.apps.transitions.pages import checked, done, part_page, sent, status_of
from turnpoint.apps.transitions.services import options as services


@require_http_methods(["GET", "HEAD", "POST"])
def options(request: HttpRequest, transition_id: int) -> HttpResponse:
    """Every option, and one more from scratch."""
    owner = owner_of(request)
    form = OptionForm(sent(request))
    if form.is_valid() and done(
        form,
        lambda: services.add_option(owner=owner, transition_id=transition_id, **form.cleaned_data),
    ):
        tell(request, f"Added “{form.cleaned_data['name']}”.")
        return redirect("transitions:options", transition_id)
    found = checked(request, transition_id)
    pinned = _pinned(owner, {row.route for row in found.rows.options})
    status = status_of(form)
    return part_page(request, found, "options", "options", form=form, routes=pinned, status=status)


def _pinned(owner: User, taken: set[str]) -> list[PinnedRoute]:
    """The routes pinned to any destination, but for those that are an option already."""
    return [
        route
        for written in destinations.destinations(owner=owner)
        for route in routes.pinned(owner=owner, destination=written.destination)
        if route.path not in taken
    ]


@require_POST
def from_route(
    request: HttpRequest, transition_id: int, destination_id: int, pin_id: int
) -> HttpResponse:
    """The first step of a pinned route as an option, with its pay as a range from the facts."""
    owner = owner_of(request)
    row = queries.transition(owner=owner, transition_id=transition_id)
    route = routes.pin(owner=owner, destination_id=destination_id, pin_id=pin_id).value()
    step = route.first
    said = _said(occupation_pay(step.code, ""), row.currency)
    said["money"] = said["money"] | ({"start": round(step.arrives)} if step.arrives else {})
    said |= {"name": step.title[:160], "route": route.path, "occupation": step.code}
    added = services.add_option(owner=owner, transition_id=transition_id, **said)
    _tell_added(request, added)
    return redirect("transitions:options", transition_id)


@require_http_methods(["GET", "HEAD", "POST"])
def option(request: HttpRequest, transition_id: int, part_id: int) -> HttpResponse:
    """One option: what it is called, what to remember, and where to say the rest."""
    owner = owner_of(request)
    row = queries.part(Option, owner=owner, transition_id=transition_id, part_id=part_id)
    form = OptionForm(sent(request), initial=OptionForm.of(row))
    if form.is_valid() and done(
        form,
        lambda: services.change_option(
            owner=owner, transition_id=transition_id, part_id=part_id, **form.cleaned_data
        ),
    ):
        tell(request, "Saved.")
        return redirect("transitions:options", transition_id)
    found = checked(request, transition_id)
    return part_page(
        request, found, "options", "option", form=form, option=row, status=status_of(form)
    )


@require_http_methods(["GET", "HEAD", "POST"])
def from_occupation(request: HttpRequest, transition_id: int) -> HttpResponse:
    """An option from an occupation at a place, with its pay as a range from the facts."""
    owner = owner_of(request)
    form = OccupationOptionForm(sent(request))
    if form.is_valid():
        row = queries.transition(owner=owner, transition_id=transition_id)
        said = form.cleaned_data
        paid = occupation_pay(said["work"].code, said["area"])
        option = _said(paid, row.currency) | {
            "name": said["name"] or said["work"].title,
            "occupation": said["work"].code,
            "area": said["area"],
        }
        added: list[Option] = []
        if done(
            form,
            lambda: added.append(
                services.add_option(owner=owner, transition_id=transition_id, **option)
            ),
        ):
            _tell_added(request, added[0])
            return redirect("transitions:options", transition_id)
    found = checked(request, transition_id)
    return part_page(
        request, found, "options", "from_occupation", form=form, status=status_of(form)
    )


def _said(paid: OccupationPay, currency: str) -> dict[str, Any]:
    """The range fills the pay where the file is in its currency; otherwise it is noted."""
    if not paid.money or paid.currency == currency:
        return {"money": paid.money, "origin": paid.source[:300], "note": ""}
    low, high = (spell(paid.money["pay"][end]) for end in ("low", "high"))
    note = (
        f"Paid {low} to {high} {paid.currency} a year there. This file is in {currency}: what "
        "pay buys differs from place to place, so no figure was converted."
    )
    return {"money": {}, "origin": paid.source[:300], "note": note}


def _tell_added(request: HttpRequest, row: Option) -> None:
    filled = "Its pay is filled in as a range from the facts." if row.money else row.note
    undo = reverse("transitions:remove-part", args=[row.transition_id, "options", row.pk])
    tell(request, f"Added “{row}”. {filled or f'No pay was found: {row.origin}.'}", undo=undo)
