"""An experiment: plan it, plan it otherwise, call it off, read what came of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.destinations.experiments import queries
from turnpoint.apps.destinations.experiments.forms import PlanForm, fresh_plan, plan_initial
from turnpoint.apps.destinations.experiments.pages import attempt, rebased, status_of
from turnpoint.apps.destinations.experiments.said import plan_of
from turnpoint.apps.destinations.experiments.services import plans as services
from turnpoint.apps.profiles.queries import profile


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, destination_id: int, uncertainty_id: int) -> HttpResponse:
    """Plan the cheapest experiment that could settle a question."""
    owner = owner_of(request)
    asked = queries.uncertainty(
        owner=owner, destination_id=destination_id, uncertainty_id=uncertainty_id
    )
    shown = fresh_plan(profile(owner=owner).currency)
    form = PlanForm(request.POST if request.method == "POST" else None, initial=shown, fresh=True)
    if form.is_valid():
        planned = attempt(
            form,
            lambda: services.plan_experiment(
                owner=owner,
                destination_id=destination_id,
                uncertainty_id=uncertainty_id,
                said=form.plan(),
            ),
        )
        if planned:
            undo = reverse("destinations:call-off", args=[destination_id, planned.pk])
            tell(request, "Planned. Today and the calendar remind you.", undo=undo)
            return redirect("destinations:experiment", destination_id, planned.pk)
    return _plan_page(request, destination_id, asked, form, None)


@require_safe
def experiment(request: HttpRequest, destination_id: int, experiment_id: int) -> HttpResponse:
    """One experiment with everything written about it."""
    owner = owner_of(request)
    trial = queries.experiment(
        owner=owner, destination_id=destination_id, experiment_id=experiment_id
    )
    asked = queries.uncertainty(
        owner=owner, destination_id=destination_id, uncertainty_id=trial.row.uncertainty_id
    )
    context = {
        "destination": destinations.destination(owner=owner, destination_id=destination_id),
        "asked": asked,
        "trial": trial,
        "today": timezone.localdate(),
    }
    return render(request, "destinations/ledger/experiment.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def replan(request: HttpRequest, destination_id: int, experiment_id: int) -> HttpResponse:
    """Plan it otherwise, as long as there is no result."""
    owner = owner_of(request)
    trial = queries.experiment(
        owner=owner, destination_id=destination_id, experiment_id=experiment_id
    )
    asked = queries.uncertainty(
        owner=owner, destination_id=destination_id, uncertainty_id=trial.row.uncertainty_id
    )
    shown = plan_initial(plan_of(trial.plan), trial.plan.number)
    form = PlanForm(request.POST if request.method == "POST" else None, initial=shown, fresh=False)
    if form.is_valid():
        base, note = form.cleaned_data["base"], form.cleaned_data["note"]
        said = form.plan()
        form.data = rebased(request, trial.plan.number)
        saved = attempt(
            form,
            lambda: services.replan(
                owner=owner,
                destination_id=destination_id,
                experiment_id=experiment_id,
                base=base,
                said=said,
                note=note,
            ),
        )
        if saved:
            same = saved.number == trial.plan.number
            undo = "" if same else _undo(destination_id, trial)
            tell(request, "Nothing had changed." if same else "Planned otherwise.", undo=undo)
            return redirect("destinations:experiment", destination_id, experiment_id)
    return _plan_page(request, destination_id, asked, form, trial)


@require_POST
def call_off(request: HttpRequest, destination_id: int, experiment_id: int) -> HttpResponse:
    """Call an experiment off; it can be planned again."""
    owner = owner_of(request)
    trial = queries.experiment(
        owner=owner, destination_id=destination_id, experiment_id=experiment_id
    )
    services.call_off(owner=owner, destination_id=destination_id, experiment_id=experiment_id)
    tell(request, "Called off. It stays readable.", undo=_undo(destination_id, trial))
    return redirect("destinations:uncertainty", destination_id, trial.row.uncertainty_id)


@require_POST
def replan_as(
    request: HttpRequest, destination_id: int, experiment_id: int, number: int
) -> HttpResponse:
    """Plan again what was planned before; the undo of a change."""
    services.replan_as(
        owner=owner_of(request),
        destination_id=destination_id,
        experiment_id=experiment_id,
        number=number,
    )
    tell(request, "As it was planned before.")
    return redirect("destinations:experiment", destination_id, experiment_id)


def _undo(destination_id: int, trial: queries.Trial) -> str:
    return reverse("destinations:replan-as", args=[destination_id, trial.row.pk, trial.plan.number])


def _plan_page(
    request: HttpRequest,
    destination_id: int,
    asked: queries.Question,
    form: PlanForm,
    trial: queries.Trial | None,
) -> HttpResponse:
    owner = owner_of(request)
    context = {
        "destination": destinations.destination(owner=owner, destination_id=destination_id),
        "asked": asked,
        "trial": trial,
        "form": form,
    }
    return render(request, "destinations/ledger/plan.html", context, status=status_of(form))
