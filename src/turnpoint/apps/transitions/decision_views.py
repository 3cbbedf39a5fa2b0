"""Record the decision, read it again, add to it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.decision_forms import FIRST_ROWS, AdditionForm, DecideForm
from turnpoint.apps.transitions.pages import checked, done, sent, status_of
from turnpoint.apps.transitions.queries import Rows
from turnpoint.apps.transitions.services import decisions


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, transition_id: int) -> HttpResponse:
    """The option, the reasons, predictions and days to look back; frozen once recorded."""
    owner = owner_of(request)
    rows = checked(request, transition_id).rows
    more = request.POST.get("go") == "more"
    count = _count(request.POST.get("rows", ""), rows) + (2 if more else 0)
    posted = None if sent(request) is None else request.POST.dict() | {"rows": str(count)}
    form = DecideForm(
        posted,
        options=rows.options,
        today=timezone.localdate(),
        rows=count,
        initial=_begun(rows),
    )
    if form.is_bound and not more and form.is_valid():
        said = form.cleaned_data
        words = {name: said[name] for name in ("reasons", "assumed", "signals")}
        if done(
            form,
            lambda: decisions.decide(
                owner=owner,
                transition_id=transition_id,
                option_id=int(said["option"]),
                predictions=form.predictions(),
                review_days=form.days(),
                **words,
            ),
        ):
            undo = reverse("transitions:take-up", args=[transition_id])
            tell(request, "Recorded, with the whole file as it stands today.", undo=undo)
            return redirect("transitions:decision", transition_id)
    context = {"transition": rows.transition, "form": form, "more": more}
    status = 200 if more else status_of(form)
    return render(request, "transitions/decide.html", context, status=status)


def _count(text: str, rows: Rows) -> int:
    known = len(rows.transition.foreseen.get("predictions", ()))
    sent = int(text) if text.isascii() and text.isdigit() and len(text) < 3 else 0
    return max(FIRST_ROWS, known, sent)


def _begun(rows: Rows) -> dict[str, Any]:
    """What the file says already: signals, and predictions that were brought along."""
    lines = [*rows.transition.signals]
    for row in rows.options:
        lines += [f"{row}: {each}" for each in row.way_back.get("signals", ())]
    begun: dict[str, Any] = {"signals": "\n".join(lines)}
    for number, each in enumerate(rows.transition.foreseen.get("predictions", ()), 1):
        for name in ("statement", "chance", "due"):
            begun[f"prediction_{number}_{name}"] = each.get(name)
    for number, day in enumerate(rows.transition.foreseen.get("reviews", ())[:2], 1):
        begun[f"day_{number}"] = day
    return begun


@require_http_methods(["GET", "HEAD", "POST"])
def decision(request: HttpRequest, transition_id: int) -> HttpResponse:
    """What was decided, as it was recorded, with what was added since."""
    owner = owner_of(request)
    row = queries.transition(owner=owner, transition_id=transition_id)
    form = AdditionForm(sent(request))
    if form.is_valid() and done(
        form,
        lambda: decisions.add_to_decision(
            owner=owner, transition_id=transition_id, text=form.cleaned_data["text"]
        ),
    ):
        tell(request, "Added. The original stays as it was recorded.")
        return redirect("transitions:decision", transition_id)
    recorded = queries.decisions(owner=owner, transition_id=transition_id)
    if not recorded:
        return redirect("transitions:decide", transition_id)
    context = {"transition": row, "recorded": recorded, "form": form}
    return render(request, "transitions/decision.html", context, status=status_of(form))
