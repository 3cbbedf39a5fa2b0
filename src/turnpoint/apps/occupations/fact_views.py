"""The page “Facts about work”: what is loaded, where it is from, adding and removing."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.occupations import fact_import
from turnpoint.errors import BadInput
from turnpoint.labour import catalogue

DISMISSED = "occupations.offer_dismissed"


@require_GET
def facts(request: HttpRequest) -> HttpResponse:
    """Where every figure comes from, and what could be added."""
    return render(
        request,
        "occupations/facts.html",
        _context(request) | {"here": fact_import.sources_here(), "shipped": catalogue.shipped()},
    )


@require_GET
def source(request: HttpRequest, name: str) -> HttpResponse:
    """One source as a fragment, asked for every second while it is being added."""
    each = fact_import.source_here(name)
    if not request.htmx:  # type: ignore[attr-defined]  # django-htmx adds it
        return redirect("occupations:facts")
    return render(request, "occupations/_source.html", _context(request) | {"each": each})


@require_POST
def add(request: HttpRequest, name: str) -> HttpResponse:
    """Add a source from an uploaded file, or its newest release by one click."""
    owner = owner_of(request)
    known = catalogue.source_named(name)
    uploads = request.FILES.getlist("file")
    if "upload" in request.POST and not uploads:
        raise BadInput("No file was chosen. Choose the publisher’s zip or table and send it again.")
    if not fact_import.may_change_facts(owner=owner):
        raise BadInput("Only the person whose workspace this is may add or remove facts.")
    location = fact_import.keep_uploads(uploads) if uploads else None
    fact_import.begin(owner=owner, source=known.name, location=location)
    tell(request, f"Adding {known.title}. You can go on meanwhile.")
    return redirect("occupations:facts")


@require_POST
def remove(request: HttpRequest, name: str) -> HttpResponse:
    """Remove the facts of a source; it can be undone."""
    known = fact_import.remove(owner=owner_of(request), source=name)
    undo = reverse("occupations:facts-put-back", kwargs={"name": known.name})
    tell(request, f"Removed {known.title}.", undo=undo)
    return redirect("occupations:facts")


@require_POST
def put_back(request: HttpRequest, name: str) -> HttpResponse:
    """Put the removed facts of a source back."""
    known = fact_import.put_back(owner=owner_of(request), source=name)
    tell(request, f"{known.title} is back.")
    return redirect("occupations:facts")


@require_POST
def dismiss_offer(request: HttpRequest) -> HttpResponse:
    """Do not offer more facts again in this session; the page of facts always does."""
    request.session[DISMISSED] = True
    back = request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = reverse("plans:today")
    return redirect(back)


def _context(request: HttpRequest) -> dict[str, object]:
    return {
        "may_change": fact_import.may_change_facts(owner=owner_of(request)),
        "mirror": settings.MIRROR is not None,
    }
