"""Your data: take all of it along, bring it back, erase it for good."""

from __future__ import annotations

import tempfile

from django.contrib.auth import logout
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.accounts.taking_turns import one_at_a_time
from turnpoint.apps.archive import queries, reading, services, writing
from turnpoint.apps.archive.forms import EraseForm, RestoreForm
from turnpoint.errors import BadFile, Conflict

IN_MEMORY = 8 * 1024 * 1024


@require_safe
def your_data(request: HttpRequest) -> HttpResponse:
    """What you have here, how to take it along, bring it back, and erase it for good."""
    return _page(request, RestoreForm(), EraseForm())


@require_safe
@one_at_a_time
def export(request: HttpRequest) -> HttpResponseBase:
    """Everything you wrote, as one file."""
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # the answer closes it
    writing.write(owner=owner_of(request), out=file)
    file.seek(0)
    name = f"turnpoint-{timezone.localdate():%Y-%m-%d}.zip"
    return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")


@require_POST
@one_at_a_time
def restore(request: HttpRequest) -> HttpResponse:
    """Bring everything of an archive into an empty workspace, or say why not."""
    form = RestoreForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            archive = reading.read(form.cleaned_data["file"])
            rows = services.restore(owner=owner_of(request), archive=archive)
        except (BadFile, Conflict) as error:
            form.add_error("file", str(error))
        else:
            tell(request, f"Restored {rows:,} entries, as they were.")
            return redirect("plans:today")
    return _page(request, form, EraseForm())


@require_POST
def erase(request: HttpRequest) -> HttpResponse:
    """Erase everything for good; what is left is the number of a receipt."""
    form = EraseForm(request.POST)
    if not form.is_valid():
        return _page(request, RestoreForm(), form)
    owner = owner_of(request)
    logout(request)
    receipt = services.erase(owner=owner)
    return render(request, "archive/gone.html", {"receipt": receipt})


def _page(request: HttpRequest, restoring: RestoreForm, erasing: EraseForm) -> HttpResponse:
    context = {
        "counted": queries.counted(owner=owner_of(request)),
        "days": queries.KEPT_FOR.days,
        "restoring": restoring,
        "erasing": erasing,
    }
    bad = restoring.errors or erasing.errors
    return render(request, "archive/your_data.html", context, status=422 if bad else 200)
