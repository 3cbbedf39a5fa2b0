"""What came of an experiment, and what it changes in the destination."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.views.decorators.http import require_http_methods, require_POST

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.destinations import steps
from turnpoint.apps.destinations.experiments import queries
from turnpoint.apps.destinations.experiments.forms import ResultForm, UnchangedForm
from turnpoint.apps.destinations.experiments.pages import attempt, rebased, status_of
from turnpoint.apps.destinations.experiments.services import results as services
from turnpoint.apps.destinations.forms import (
    Dreams,
    DreamSet,
    RevisionForm,
    dream_rows,
    initial_of,
)
from turnpoint.apps.destinations.hypothesis import LONGEST_LINE
from turnpoint.apps.destinations.models import Held


@require_http_methods(["GET", "HEAD", "POST"])
def result(request: HttpRequest, destination_id: int, experiment_id: int) -> HttpResponse:
    """Write what happened; after a first result, add to it."""
    owner = owner_of(request)
    asked, trial = _both(owner, destination_id, experiment_id)
    sure = 50 if asked.now.sure is None else asked.now.sure
    shown = {"on": timezone.localdate(), "sure": sure, "base": len(trial.results)}
    form = ResultForm(request.POST if request.method == "POST" else None, initial=shown)
    if form.is_valid():
        base, said = form.cleaned_data["base"], form.result()
        form.data = rebased(request, len(trial.results))
        written = attempt(
            form,
            lambda: services.write_result(
                owner=owner,
                destination_id=destination_id,
                experiment_id=experiment_id,
                base=base,
                said=said,
                sure=form.cleaned_data["sure"],
            ),
        )
        if written:
            tell(request, "Written down. What does it change?")
            return redirect("destinations:conclude", destination_id, experiment_id)
    context = {
        "destination": destinations.destination(owner=owner, destination_id=destination_id),
        "asked": asked,
        "trial": trial,
        "form": form,
    }
    return render(request, "destinations/ledger/result.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def conclude(request: HttpRequest, destination_id: int, experiment_id: int) -> HttpResponse:
    """Revise the destination because of a result, or leave it and say why."""
    owner = owner_of(request)
    _, trial = _both(owner, destination_id, experiment_id)
    if not trial.results:
        return redirect("destinations:result", destination_id, experiment_id)
    destination = destinations.destination(owner=owner, destination_id=destination_id)
    now = destinations.latest(owner=owner, destination=destination)
    if request.method != "POST":
        said = now.hypothesis()
        shown = initial_of(said) | {"base": now.number, "changed": _because(trial)}
        rows = DreamSet(initial=dream_rows(said.dreams, empty=()), prefix="dreams")
        return _conclude_page(request, trial, RevisionForm(initial=shown), rows, UnchangedForm())
    sent = request.POST.dict()
    form, dreams = RevisionForm(sent), steps.judged_dreams(sent)
    if request.POST.get("go") == "more":
        return _conclude_page(request, trial, form, steps.dream_set(sent, more=2), UnchangedForm())
    if form.is_valid() and dreams.is_valid():
        base, why = form.cleaned_data["base"], form.cleaned_data["changed"] or _because(trial)
        said = form.hypothesis(dreams.dreams())
        form.data = rebased(request, now.number)
        done = attempt(
            form,
            lambda: services.revise_after(
                owner=owner,
                destination_id=destination_id,
                experiment_id=experiment_id,
                base=base,
                said=said,
                why=why,
            ),
        )
        if done and done.revision:
            undo = reverse("destinations:restore-revision", args=[destination_id, now.number])
            tell(request, f"Saved as revision {done.revision.number}.", undo=undo)
            return redirect("destinations:experiment", destination_id, experiment_id)
    return _conclude_page(request, trial, form, steps.dream_set(sent), UnchangedForm())


@require_POST
def leave_unchanged(request: HttpRequest, destination_id: int, experiment_id: int) -> HttpResponse:
    """Leave the destination as it is, and say why."""
    owner = owner_of(request)
    _, trial = _both(owner, destination_id, experiment_id)
    form = UnchangedForm(request.POST)
    if form.is_valid():
        done = attempt(
            form,
            lambda: services.leave_unchanged(
                owner=owner,
                destination_id=destination_id,
                experiment_id=experiment_id,
                why=form.cleaned_data["why"],
            ),
        )
        if done:
            tell(request, "Kept: it stays as it is, and why.")
            return redirect("destinations:experiment", destination_id, experiment_id)
    destination = destinations.destination(owner=owner, destination_id=destination_id)
    now = destinations.latest(owner=owner, destination=destination)
    shown = initial_of(now.hypothesis()) | {"base": now.number, "changed": _because(trial)}
    rows = DreamSet(initial=dream_rows(now.hypothesis().dreams, empty=()), prefix="dreams")
    return _conclude_page(request, trial, RevisionForm(initial=shown), rows, form)


def _both(
    owner: User, destination_id: int, experiment_id: int
) -> tuple[queries.Question, queries.Trial]:
    """An experiment and the question it belongs to."""
    trial = queries.experiment(
        owner=owner, destination_id=destination_id, experiment_id=experiment_id
    )
    asked = queries.uncertainty(
        owner=owner, destination_id=destination_id, uncertainty_id=trial.row.uncertainty_id
    )
    return asked, trial


def _because(trial: queries.Trial) -> str:
    """What the note of the new revision begins with."""
    held = trial.result.held if trial.result else Held.UNCLEAR
    words = {Held.YES: "as expected", Held.NO: "not as expected", Held.UNCLEAR: "hard to say"}
    return Truncator(f"Tried: {trial.plan.what.rstrip('.')} ({words[Held(held)]}).").chars(
        LONGEST_LINE
    )


def _conclude_page(
    request: HttpRequest,
    trial: queries.Trial,
    form: RevisionForm,
    dreams: Dreams,
    unchanged: UnchangedForm,
) -> HttpResponse:
    owner, destination_id = owner_of(request), trial.row.uncertainty.destination_id
    destination = destinations.destination(owner=owner, destination_id=destination_id)
    wrong = form.is_bound and (form.errors or dreams.total_error_count())
    context = {
        "destination": destination,
        "revision": destinations.latest(owner=owner, destination=destination),
        "trial": trial,
        "form": form,
        "dreams": dreams,
        "unchanged": unchanged,
        "steps": steps.STEPS,
    }
    status = 422 if wrong or unchanged.errors else 200
    return render(request, "destinations/ledger/conclude.html", context, status=status)
