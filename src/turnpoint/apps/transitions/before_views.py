"""Before one decides: steps that are hard to take back, signals, and questions to settle."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.forms import FindingForm
from turnpoint.apps.transitions.models import Finding, Option
from turnpoint.apps.transitions.money_views import save_cells
from turnpoint.apps.transitions.pages import checked, done, part_page, sent, status_of
from turnpoint.apps.transitions.services import options, people, transitions
from turnpoint.apps.transitions.way_back_cells import SignalsForm, WayBackForm


@require_http_methods(["GET", "HEAD", "POST"])
def before(request: HttpRequest, transition_id: int) -> HttpResponse:
    """Each option’s way back, the questions to settle, and what should make one reconsider."""
    owner = owner_of(request)
    row = queries.transition(owner=owner, transition_id=transition_id)
    signalling = request.POST.get("go") == "signals"
    form = FindingForm(None if signalling else sent(request))
    signals = SignalsForm(
        sent(request) if signalling else None, initial={"signals": "\n".join(row.signals)}
    )
    if form.is_valid() and done(
        form, lambda: people.ask(owner=owner, transition_id=transition_id, **form.said())
    ):
        tell(request, "Added. Today shows it until it is settled.")
        return redirect("transitions:before", transition_id)
    if signals.is_valid() and done(
        signals,
        lambda: transitions.change_transition(
            owner=owner, transition_id=transition_id, signals=signals.lines()
        ),
    ):
        tell(request, "Saved.")
        return redirect("transitions:before", transition_id)
    found = checked(request, transition_id)
    return part_page(
        request,
        found,
        "before",
        "before",
        form=form,
        signals=signals,
        options=zip(found.rows.options, found.file.options, strict=True),
        status=max(status_of(form), status_of(signals)),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def way_back(request: HttpRequest, transition_id: int, part_id: int) -> HttpResponse:
    """How one option closes behind one."""
    owner = owner_of(request)
    row = queries.part(Option, owner=owner, transition_id=transition_id, part_id=part_id)
    of = queries.transition(owner=owner, transition_id=transition_id)
    form = WayBackForm(sent(request), plain=row.way_back, currency=of.currency)
    if form.is_bound and save_cells(
        request,
        form,
        lambda said: options.say_way_back(
            owner=owner, transition_id=transition_id, part_id=part_id, cells=said
        ),
    ):
        return redirect("transitions:way-back", transition_id, part_id)
    found = checked(request, transition_id)
    where = f"options.{row.key}.way_back"
    return part_page(
        request,
        found,
        "before",
        "way_back",
        form=form,
        option=row,
        steps=form.steps(found, where),
        lines=[form[name] for name in ("learn", "signals", "after")],
        status=status_of(form),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def finding(request: HttpRequest, transition_id: int, part_id: int) -> HttpResponse:
    """One question to settle."""
    owner = owner_of(request)
    row = queries.part(Finding, owner=owner, transition_id=transition_id, part_id=part_id)
    names = FindingForm.base_fields
    form = FindingForm(sent(request), initial={name: getattr(row, name) for name in names})
    if form.is_valid() and done(
        form,
        lambda: people.change_finding(
            owner=owner, transition_id=transition_id, part_id=part_id, **form.said()
        ),
    ):
        tell(request, "Saved.")
        return redirect("transitions:before", transition_id)
    found = checked(request, transition_id)
    return part_page(
        request, found, "before", "finding", form=form, finding=row, status=status_of(form)
    )


@require_POST
def tick_off(request: HttpRequest, transition_id: int, part_id: int) -> HttpResponse:
    """A question is settled."""
    row = people.tick_off(owner=owner_of(request), transition_id=transition_id, part_id=part_id)
    undo = reverse("transitions:untick", args=[transition_id, part_id])
    tell(request, f"Settled: “{row}” Does it change a cell?", undo=undo)
    return _back(request, transition_id)


@require_POST
def untick(request: HttpRequest, transition_id: int, part_id: int) -> HttpResponse:
    """It is open again."""
    row = people.untick(owner=owner_of(request), transition_id=transition_id, part_id=part_id)
    tell(request, f"Open again: “{row}”")
    return _back(request, transition_id)


def _back(request: HttpRequest, transition_id: int) -> HttpResponse:
    """To Today, where it was ticked off there; else to the questions."""
    if request.POST.get("from") == "today":
        return redirect("/")
    return redirect("transitions:before", transition_id)
