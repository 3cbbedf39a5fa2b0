"""Look back: what came of the predictions, and the way of deciding apart from luck."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.decision_forms import ReviewForm
from turnpoint.apps.transitions.pages import done, sent, status_of
from turnpoint.apps.transitions.services import decisions
from turnpoint.apps.transitions.track_record import track_record


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, transition_id: int) -> HttpResponse:
    """Predictions with their outcomes, the record so far, and a look back to write."""
    owner = owner_of(request)
    row = queries.transition(owner=owner, transition_id=transition_id)
    form = ReviewForm(sent(request))
    if form.is_valid() and done(
        form,
        lambda: decisions.look_back(owner=owner, transition_id=transition_id, **form.cleaned_data),
    ):
        tell(request, "Kept. The way of deciding and the luck stand apart.")
        return redirect("transitions:review", transition_id)
    recorded = queries.decisions(owner=owner, transition_id=transition_id)
    if not recorded:
        return redirect("transitions:decide", transition_id)
    latest = recorded[0]
    context = {
        "transition": row,
        "decision": latest,
        "predictions": queries.judged(owner=owner, decision=latest),
        "reviews": latest.reviews.filter(trashed_at__isnull=True),
        "record": track_record(owner=owner),
        "form": form,
        "today": timezone.localdate(),
    }
    return render(request, "transitions/review.html", context, status=status_of(form))


@require_POST
def judge(request: HttpRequest, transition_id: int, part_id: int) -> HttpResponse:
    """Say whether a prediction came true."""
    row = decisions.judge(
        owner=owner_of(request),
        transition_id=transition_id,
        prediction_id=part_id,
        came_true=request.POST.get("came") == "true",
    )
    undo = reverse("transitions:remove-part", args=[transition_id, "outcomes", row.pk])
    tell(request, f"Noted: {row}.", undo=undo)
    return redirect("transitions:review", transition_id)
