"""Transitions from before Turnpoint."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.decision_forms import PastForm
from turnpoint.apps.transitions.pages import done, sent, status_of
from turnpoint.apps.transitions.services import past as services


@require_safe
def past(request: HttpRequest) -> HttpResponse:
    """All of them to read one below the other: what they have in common shows by itself."""
    written = queries.past(owner=owner_of(request))
    return render(request, "transitions/past.html", {"past": written})


@require_http_methods(["GET", "HEAD", "POST"])
def write_past(request: HttpRequest) -> HttpResponse:
    """One of them: what made it hard, how it was decided, what it led to."""
    owner = owner_of(request)
    form = PastForm(sent(request))
    if form.is_valid() and done(form, lambda: services.write_past(owner=owner, **form.said())):
        tell(request, "Written down.")
        return redirect("transitions:past")
    return render(
        request, "transitions/past_transition.html", {"form": form}, status=status_of(form)
    )


@require_http_methods(["GET", "HEAD", "POST"])
def past_transition(request: HttpRequest, past_id: int) -> HttpResponse:
    """Change one of them."""
    owner = owner_of(request)
    row = queries.past_transition(owner=owner, past_id=past_id)
    form = PastForm(sent(request), initial=PastForm.of(row))
    if form.is_valid() and done(
        form, lambda: services.change_past(owner=owner, past_id=past_id, **form.said())
    ):
        tell(request, "Saved.")
        return redirect("transitions:past")
    context = {"form": form, "past": row}
    return render(request, "transitions/past_transition.html", context, status=status_of(form))


@require_POST
def remove_past(request: HttpRequest, past_id: int) -> HttpResponse:
    """Move one to the trash."""
    row = services.remove_past(owner=owner_of(request), past_id=past_id)
    tell(request, f"Removed “{row}”.", undo=reverse("transitions:restore-past", args=[past_id]))
    return redirect("transitions:past")


@require_POST
def restore_past(request: HttpRequest, past_id: int) -> HttpResponse:
    """Bring it back."""
    row = services.restore_past(owner=owner_of(request), past_id=past_id)
    tell(request, f"“{row}” is back.")
    return redirect("transitions:past")
