"""The other side: reading what somebody shares with one, and saying something about it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts import grant_queries, grant_services
from turnpoint.apps.accounts.access import NOT_SHARED, open_part
from turnpoint.apps.accounts.models import Part
from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.sharing import queries, services
from turnpoint.apps.sharing.forms import RemarkForm
from turnpoint.apps.sharing.models import RemarkKind
from turnpoint.apps.sharing.pages import PAGES
from turnpoint.apps.transitions.pages import done, sent, status_of
from turnpoint.errors import NotFound


@require_safe
def received(request: HttpRequest, grant_id: int) -> HttpResponse:
    """What one grant opens, for what and until when."""
    grant = grant_queries.received_one(reader=owner_of(request), grant_id=grant_id)
    parts = [(each, Part(each.part).label) for each in grant.parts.all()]
    return render(request, "sharing/received.html", {"grant": grant, "parts": parts})


@require_http_methods(["GET", "HEAD", "POST"])
def part(
    request: HttpRequest, grant_id: int, part: str, object_id: int | None = None
) -> HttpResponse:
    """One part, to read; beside it what one may say about it."""
    reader = owner_of(request)
    wanted = Part(part) if part in Part.values else None
    if wanted not in PAGES:
        raise NotFound(NOT_SHARED)
    opened = open_part(reader=reader, grant_id=grant_id, part=wanted, object_id=object_id)
    kinds = services.allowed(opened)
    form = RemarkForm(sent(request), kinds=kinds)
    if form.is_valid() and done(
        form,
        lambda: services.say(
            opened=opened,
            author=reader,
            kind=RemarkKind(form.cleaned_data["kind"]),
            text=form.cleaned_data["text"],
        ),
    ):
        tell(request, f"Sent to {opened.owner.shown_name}. It stands beside the part, not in it.")
        return redirect(request.path)
    page = PAGES[wanted](opened)
    context = page.context | {
        "opened": opened,
        "remark_form": form if kinds else None,
        "remarks": queries.said_before(opened=opened, author=reader),
    }
    return render(request, f"sharing/part_{page.template}.html", context, status=status_of(form))


@require_POST
def give_back(request: HttpRequest, grant_id: int) -> HttpResponse:
    """End what one was given, at once."""
    ended = grant_services.give_back(receiver=owner_of(request), grant_id=grant_id)
    tell(request, f"Given back. You read nothing of {ended.owner.shown_name}’s by it any more.")
    return redirect("sharing:index")
