"""A destination: read, revise, compare and lay aside."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.destinations import queries, services, steps
from turnpoint.apps.destinations.forms import (
    Dreams,
    DreamSet,
    RevisionForm,
    dream_rows,
    initial_of,
)
from turnpoint.apps.destinations.hypothesis import DreamKind
from turnpoint.apps.destinations.models import Destination, DestinationRevision
from turnpoint.apps.destinations.page import page_of, said_of
from turnpoint.errors import BadInput, Conflict


@require_safe
def list_all(request: HttpRequest) -> HttpResponse:
    """Every destination; where there is none, what one is for."""
    owner = owner_of(request)
    context = {
        "written": queries.destinations(owner=owner),
        "draft": queries.draft(owner=owner),
    }
    return render(request, "destinations/list.html", context)


@require_safe
def read(request: HttpRequest, destination_id: int) -> HttpResponse:
    """The hypothesis, and the facts held against it."""
    owner = owner_of(request)
    destination = queries.destination(owner=owner, destination_id=destination_id)
    return render(request, "destinations/read.html", page_of(owner, destination))


@require_http_methods(["GET", "HEAD", "POST"])
def revise(request: HttpRequest, destination_id: int) -> HttpResponse:
    """Change what a destination says; every save is a revision."""
    owner = owner_of(request)
    destination = queries.destination(owner=owner, destination_id=destination_id)
    now = queries.latest(owner=owner, destination=destination)
    if request.method != "POST":
        form = RevisionForm(initial=initial_of(now.hypothesis()) | {"base": now.number})
        rows = dream_rows(now.hypothesis().dreams, empty=[DreamKind.DREAM])
        return _edit_page(request, now, form, DreamSet(initial=rows, prefix="dreams"))
    sent = request.POST.dict()
    form = RevisionForm(sent)
    if request.POST.get("go") == "more":
        return _edit_page(request, now, form, steps.dream_set(sent, more=2))
    dreams = steps.judged_dreams(sent)
    if not (form.is_valid() and dreams.is_valid()):
        return _edit_page(request, now, form, steps.dream_set(sent), status=422)
    base, changed = form.cleaned_data["base"], form.cleaned_data["changed"]
    try:
        saved = services.revise_destination(
            owner=owner,
            destination_id=destination_id,
            base=base,
            said=form.hypothesis(dreams.dreams()),
            changed=changed,
        )
    except Conflict as conflict:
        again = RevisionForm(sent | {"base": str(now.number)})
        return _edit_page(
            request, now, again, steps.dream_set(sent), status=409, conflict=conflict, base=base
        )
    _tell_saved(request, now, saved)
    return redirect("destinations:read", destination_id)


def _edit_page(
    request: HttpRequest,
    now: DestinationRevision,
    form: RevisionForm,
    dreams: Dreams,
    *,
    status: int = 200,
    conflict: Conflict | None = None,
    base: int = 0,
) -> HttpResponse:
    context = {
        "revision": now,
        "form": form,
        "dreams": dreams,
        "steps": steps.STEPS,
        "conflict": conflict,
        "base": base,
    }
    return render(request, "destinations/revise.html", context, status=status)


def _tell_saved(
    request: HttpRequest, before: DestinationRevision, saved: DestinationRevision
) -> None:
    if saved.number == before.number:
        tell(request, "Nothing had changed, so there is no new revision.")
        return
    undo = reverse("destinations:restore-revision", args=[saved.destination_id, before.number])
    tell(request, f"Saved as revision {saved.number}.", undo=undo)


@require_safe
def revision(request: HttpRequest, destination_id: int, number: int) -> HttpResponse:
    """What the destination said then."""
    owner = owner_of(request)
    destination = queries.destination(owner=owner, destination_id=destination_id)
    found = queries.revision(owner=owner, destination=destination, number=number)
    latest = queries.latest(owner=owner, destination=destination)
    return render(
        request, "destinations/revision.html", said_of(destination, found) | {"latest": latest}
    )


@require_safe
def compare(request: HttpRequest, destination_id: int) -> HttpResponse:
    """Two revisions side by side; the last two unless said otherwise."""
    owner = owner_of(request)
    destination = queries.destination(owner=owner, destination_id=destination_id)
    saved = queries.revisions(owner=owner, destination=destination)
    if len(saved) < 2:
        return redirect("destinations:ledger", destination_id)
    last = saved[-1].number
    first = _number(request, "from", last - 1)
    second = _number(request, "to", last)
    compared = queries.comparison(owner=owner, destination=destination, first=first, second=second)
    context = {"destination": destination, "saved": saved, "compared": compared}
    return render(request, "destinations/compare.html", context)


def _number(request: HttpRequest, name: str, default: int) -> int:
    text = request.GET.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 9):
        raise BadInput(
            f"“{text[:20]}” is not the number of a revision or of a destination.", where=name
        )
    return int(text)


@require_POST
def restore_revision(request: HttpRequest, destination_id: int, number: int) -> HttpResponse:
    """Say again what an earlier revision said."""
    owner = owner_of(request)
    destination = queries.destination(owner=owner, destination_id=destination_id)
    now = queries.latest(owner=owner, destination=destination)
    saved = services.restore_revision(owner=owner, destination_id=destination_id, number=number)
    _tell_saved(request, now, saved)
    return redirect("destinations:read", destination_id)


@require_POST
def activate(request: HttpRequest, destination_id: int) -> HttpResponse:
    """Head for this destination, and no longer for another; ``aside`` names one to lay aside."""
    owner = owner_of(request)
    before = queries.active(owner=owner)
    was = queries.destination(owner=owner, destination_id=destination_id)
    aside = _number(request, "aside", 0) or None
    services.activate(owner=owner, destination_id=destination_id, aside=aside)
    undo = _undo_heading(before.destination if before else None, was)
    tell(request, "This is the destination you are heading for now.", undo=undo)
    if request.POST.get("back", "").startswith(reverse("destinations:beside")):
        return redirect(request.POST["back"])
    return redirect("destinations:read", destination_id)


def _undo_heading(before: Destination | None, was: Destination) -> str:
    """The address that heads for what was headed for, and lays aside again what was laid aside."""
    if before is not None and before.pk != was.pk:
        undo = reverse("destinations:activate", args=[before.pk])
        return f"{undo}?aside={was.pk}" if was.archived_at else undo
    return reverse("destinations:archive", args=[was.pk]) if was.archived_at else ""


@require_POST
def archive(request: HttpRequest, destination_id: int) -> HttpResponse:
    """Lay a destination aside."""
    services.archive(owner=owner_of(request), destination_id=destination_id)
    undo = reverse("destinations:unarchive", args=[destination_id])
    tell(request, "Laid aside. It stays readable below.", undo=undo)
    return redirect("destinations:list")


@require_POST
def unarchive(request: HttpRequest, destination_id: int) -> HttpResponse:
    """Take a destination up again; the undo of laying it aside."""
    services.unarchive(owner=owner_of(request), destination_id=destination_id)
    tell(request, "Taken up again.")
    return redirect("destinations:read", destination_id)


@require_POST
def remove(request: HttpRequest, destination_id: int) -> HttpResponse:
    """Move a destination to the trash, with its revisions."""
    services.remove(owner=owner_of(request), destination_id=destination_id)
    undo = reverse("destinations:restore", args=[destination_id])
    tell(request, "Removed, with its revisions. It stays in the trash for thirty days.", undo=undo)
    return redirect("destinations:list")


@require_POST
def restore(request: HttpRequest, destination_id: int) -> HttpResponse:
    """Bring a destination back from the trash; the undo of removing it."""
    services.restore(owner=owner_of(request), destination_id=destination_id)
    tell(request, "It is back, with every revision.")
    return redirect("destinations:read", destination_id)
