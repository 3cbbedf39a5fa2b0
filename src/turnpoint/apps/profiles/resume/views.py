"""Importing a file: choose it, look at what was recognised, accept, undo."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.profiles.forms import ImportForm
from turnpoint.apps.profiles.resume import queries, services
from turnpoint.errors import BadFile


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Choose a file. What cannot be read is said here, and nothing is kept of it."""
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            held = services.hold_import(
                owner=owner_of(request), file_name=file.name, content=file.read()
            )
        except BadFile as error:
            form.add_error("file", str(error))
        else:
            return redirect("profiles:preview-import", held.pk)
    return render(
        request, "profiles/import.html", {"form": form}, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, pending_id: UUID) -> HttpResponse:
    """What accepting would do, each entry with a box; then do it."""
    owner = owner_of(request)
    found = queries.preview(owner=owner, pending_id=pending_id)
    keep = request.POST.getlist("keep")
    if request.method == "POST" and not keep:
        tell(request, "Nothing was ticked, so nothing was taken over.")
        return redirect("profiles:preview-import", pending_id)
    if request.method == "POST":
        accepted = services.accept_import(
            owner=owner,
            pending_id=pending_id,
            keep=keep,
            occupations={
                name.removeprefix("occupation-"): str(code)
                for name, code in request.POST.items()
                if name.startswith("occupation-")
            },
        )
        undo = reverse("profiles:undo-import", args=[accepted.pk])
        count = len(accepted.before)
        tell(request, f"Took over {count} {'entry' if count == 1 else 'entries'}.", undo=undo)
        return redirect("profiles:profile")
    return render(
        request,
        "profiles/preview.html",
        {"preview": found, "sections": queries.sections(found)},
    )


@require_POST
def undo(request: HttpRequest, import_id: int) -> HttpResponse:
    """Take a whole import back."""
    accepted = services.undo_import(owner=owner_of(request), import_id=import_id)
    tell(request, f"Undid the import of {accepted.file_name}. You can import it again.")
    return redirect("profiles:profile")
