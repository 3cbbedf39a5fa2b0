"""Transitions: the list, opening one, its file, and laying it aside."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.transitions import parts, queries
from turnpoint.apps.transitions.forms import TransitionForm, deadline_note
from turnpoint.apps.transitions.models import Status, Transition
from turnpoint.apps.transitions.pages import checked, done, sent, status_of
from turnpoint.apps.transitions.services import transitions as services


@require_safe
def list_all(request: HttpRequest) -> HttpResponse:
    """Every transition by where it stands; where there is none, what one is for."""
    owner = owner_of(request)
    written = queries.transitions(owner=owner)
    active = destinations.active(owner=owner)
    context = {
        "open": [each for each in written if each.status == Status.OPEN],
        "decided": [each for each in written if each.status in {Status.DECIDED, Status.REVIEWED}],
        "aside": [each for each in written if each.status == Status.ABANDONED],
        "past": queries.past(owner=owner),
        "active": active.latest if active else None,
        "today": timezone.localdate(),
    }
    return render(request, "transitions/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def open_one(request: HttpRequest) -> HttpResponse:
    """Open a transition: the question, the kind, the deadline."""
    owner = owner_of(request)
    about = profiles.profile(owner=owner)
    form = TransitionForm(sent(request), initial={"currency": about.currency})
    if form.is_valid():
        opened: list[Transition] = []
        if done(form, lambda: opened.append(services.open_transition(owner=owner, **form.said()))):
            _tell_of_deadline(request, opened[0], "Opened.")
            return redirect("transitions:read", opened[0].pk)
    return render(request, "transitions/open.html", {"form": form}, status=status_of(form))


@require_safe
def read(request: HttpRequest, transition_id: int) -> HttpResponse:
    """The file of one transition: its question, and each part with what is in it."""
    found = checked(request, transition_id)
    row = found.rows.transition
    context = {
        "transition": row,
        "rows": found.rows,
        "parts": parts.states(found),
        "note": deadline_note(row.deadline, timezone.localdate()),
        "days": (row.deadline - timezone.localdate()).days if row.deadline else 0,
        "frozen": row.status in {Status.DECIDED, Status.REVIEWED},
        "recorded": queries.decision(owner=owner_of(request), transition_id=transition_id),
        "voices": [
            (voice, person) for person in found.rows.people for voice in person.voices.all()
        ],
    }
    return render(request, "transitions/read.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, transition_id: int) -> HttpResponse:
    """Ask it another way, or move the deadline."""
    owner = owner_of(request)
    row = queries.transition(owner=owner, transition_id=transition_id)
    fields = TransitionForm.base_fields
    form = TransitionForm(sent(request), initial={name: getattr(row, name) for name in fields})
    if form.is_valid() and done(
        form,
        lambda: services.change_transition(owner=owner, transition_id=transition_id, **form.said()),
    ):
        _tell_of_deadline(
            request, queries.transition(owner=owner, transition_id=transition_id), "Saved."
        )
        return redirect("transitions:read", transition_id)
    context = {"form": form, "transition": row}
    return render(request, "transitions/open.html", context, status=status_of(form))


def _tell_of_deadline(request: HttpRequest, row: Transition, said: str) -> None:
    tell(request, f"{said} {deadline_note(row.deadline, timezone.localdate())}".strip())


@require_POST
def lay_aside(request: HttpRequest, transition_id: int) -> HttpResponse:
    """Leave it without a decision."""
    services.lay_aside(owner=owner_of(request), transition_id=transition_id)
    undo = reverse("transitions:take-up", args=[transition_id])
    tell(request, "Laid aside. It stays readable.", undo=undo)
    return redirect("transitions:list")


@require_POST
def take_up(request: HttpRequest, transition_id: int) -> HttpResponse:
    """Open it again."""
    services.take_up(owner=owner_of(request), transition_id=transition_id)
    tell(request, "It is open again. What was recorded stays readable.")
    return redirect("transitions:read", transition_id)


@require_POST
def remove(request: HttpRequest, transition_id: int) -> HttpResponse:
    """Move a transition to the trash."""
    services.remove(owner=owner_of(request), transition_id=transition_id)
    undo = reverse("transitions:restore", args=[transition_id])
    tell(request, "Removed, with its file. It stays in the trash for thirty days.", undo=undo)
    return redirect("transitions:list")


@require_POST
def restore(request: HttpRequest, transition_id: int) -> HttpResponse:
    """Bring a transition back from the trash."""
    services.restore(owner=owner_of(request), transition_id=transition_id)
    tell(request, "It is back, as it was.")
    return redirect("transitions:read", transition_id)
