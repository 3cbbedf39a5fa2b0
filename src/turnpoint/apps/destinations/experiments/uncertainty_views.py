"""An uncertainty of a destination: raise it, read it, say it again."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.destinations.experiments import queries
from turnpoint.apps.destinations.experiments.forms import DoubtForm, doubt_initial
from turnpoint.apps.destinations.experiments.pages import attempt, rebased, status_of
from turnpoint.apps.destinations.experiments.said import Doubt, doubt_of
from turnpoint.apps.destinations.experiments.services import uncertainties as services
from turnpoint.apps.destinations.hypothesis import LONGEST_LINE
from turnpoint.apps.destinations.models import Standing
from turnpoint.errors import NotFound

STOOD = {
    Standing.OPEN: "It is open again.",
    Standing.SETTLED: "Settled. It stays readable in the ledger.",
    Standing.ASIDE: "Set aside. It stays readable in the ledger.",
}


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, destination_id: int) -> HttpResponse:
    """Write down something one is not sure of."""
    owner = owner_of(request)
    destination = destinations.destination(owner=owner, destination_id=destination_id)
    question = request.GET.get("question", "")[:LONGEST_LINE]
    shown = doubt_initial(Doubt(question), 0)
    form = DoubtForm(request.POST if request.method == "POST" else None, initial=shown, fresh=True)
    if form.is_valid():
        raised = attempt(
            form,
            lambda: services.raise_uncertainty(
                owner=owner, destination_id=destination_id, said=form.doubt()
            ),
        )
        if raised:
            undo = reverse("destinations:stand", args=[destination_id, raised.pk, "aside"])
            tell(request, "Written down. What is the cheapest way to find out?", undo=undo)
            return redirect("destinations:uncertainty", destination_id, raised.pk)
    latest = destinations.latest(owner=owner, destination=destination)
    context = {"destination": destination, "revision": latest, "form": form, "asked": None}
    return render(request, "destinations/ledger/doubt.html", context, status=status_of(form))


@require_safe
def uncertainty(request: HttpRequest, destination_id: int, uncertainty_id: int) -> HttpResponse:
    """One question: how sure one is, and the experiments that could settle it."""
    owner = owner_of(request)
    context: dict[str, Any] = {
        "destination": destinations.destination(owner=owner, destination_id=destination_id),
        "asked": queries.uncertainty(
            owner=owner, destination_id=destination_id, uncertainty_id=uncertainty_id
        ),
    }
    return render(request, "destinations/ledger/uncertainty.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def restate(request: HttpRequest, destination_id: int, uncertainty_id: int) -> HttpResponse:
    """Say it in other words, or with another confidence."""
    owner = owner_of(request)
    asked = queries.uncertainty(
        owner=owner, destination_id=destination_id, uncertainty_id=uncertainty_id
    )
    shown = doubt_initial(doubt_of(asked.now), asked.now.number)
    form = DoubtForm(request.POST if request.method == "POST" else None, initial=shown, fresh=False)
    if form.is_valid():
        base, note = form.cleaned_data["base"], form.cleaned_data["note"]
        said = form.doubt(Standing(asked.now.standing))
        form.data = rebased(request, asked.now.number)
        saved = attempt(
            form,
            lambda: services.restate(
                owner=owner,
                destination_id=destination_id,
                uncertainty_id=uncertainty_id,
                base=base,
                said=said,
                note=note,
            ),
        )
        if saved:
            undo = _undo(destination_id, asked, saved.number)
            tell(
                request,
                "Kept, beside what you said before." if undo else "Nothing had changed.",
                undo=undo,
            )
            return redirect("destinations:uncertainty", destination_id, uncertainty_id)
    destination = destinations.destination(owner=owner, destination_id=destination_id)
    context = {"destination": destination, "form": form, "asked": asked}
    return render(request, "destinations/ledger/doubt.html", context, status=status_of(form))


@require_POST
def stand(
    request: HttpRequest, destination_id: int, uncertainty_id: int, standing: str
) -> HttpResponse:
    """Settle it, set it aside, or open it again."""
    owner = owner_of(request)
    if standing not in Standing.values:
        raise NotFound("A question is open, settled or set aside.")
    asked = queries.uncertainty(
        owner=owner, destination_id=destination_id, uncertainty_id=uncertainty_id
    )
    now = doubt_of(asked.now)
    said = Doubt(now.question, now.sure, now.by, Standing(standing))
    saved = services.restate(
        owner=owner,
        destination_id=destination_id,
        uncertainty_id=uncertainty_id,
        base=asked.now.number,
        said=said,
    )
    tell(request, STOOD[said.standing], undo=_undo(destination_id, asked, saved.number))
    return redirect("destinations:uncertainty", destination_id, uncertainty_id)


@require_POST
def restate_as(
    request: HttpRequest, destination_id: int, uncertainty_id: int, number: int
) -> HttpResponse:
    """Say again what an earlier statement said; the undo of a change."""
    services.restate_as(
        owner=owner_of(request),
        destination_id=destination_id,
        uncertainty_id=uncertainty_id,
        number=number,
    )
    tell(request, "As it was said before.")
    return redirect("destinations:uncertainty", destination_id, uncertainty_id)


def _undo(destination_id: int, asked: queries.Question, saved: int) -> str:
    """The address that says again what was said before, where something new was said."""
    if saved == asked.now.number:
        return ""
    return reverse("destinations:restate-as", args=[destination_id, asked.row.pk, asked.now.number])
