"""Ranking activities: one set of four a page, until the ends are sure."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.roles import queries, ranked
from turnpoint.apps.roles.services import ranking as services
from turnpoint.apps.roles.views import say
from turnpoint.core.role.best_worst import FEWEST
from turnpoint.errors import BadInput, Conflict


@require_http_methods(["GET", "HEAD", "POST"])
def ranking(request: HttpRequest) -> HttpResponse:
    """The next four, or what came out."""
    owner = owner_of(request)
    held = profiles.present_role(owner=owner)
    if held is None:
        return redirect("roles:role")
    problem = ""
    if request.method == "POST":
        try:
            services.choose(owner=owner, held=held, **_chosen(request))
        except BadInput as error:
            problem = str(error)
        except Conflict as error:
            tell(request, str(error))
        if not problem:
            return redirect("roles:ranking")
    count = len(queries.activities(owner=owner, held=held))
    context = {
        "held": held,
        "found": ranked.ranked(owner=owner, held=held),
        "count": count,
        "few": count < FEWEST,
        "problem": problem,
    }
    return render(request, "roles/ranking.html", context, status=422 if problem else 200)


def _chosen(request: HttpRequest) -> dict[str, int]:
    try:
        return {name: int(request.POST[name]) for name in ("number", "best", "worst")}
    except (KeyError, ValueError) as error:
        raise BadInput(
            "Choose one that you would keep first and one you would drop first."
        ) from error


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a ranking."""
    owner = owner_of(request)
    services.begin_ranking(owner=owner, held=queries.held_role(owner=owner))
    return redirect("roles:ranking")


@require_POST
def back(request: HttpRequest) -> HttpResponse:
    """Show the last set again."""
    owner = owner_of(request)
    services.go_back(owner=owner, held=queries.held_role(owner=owner))
    return redirect("roles:ranking")


@require_POST
def use(request: HttpRequest) -> HttpResponse:
    """Take what came out as how each activity feels."""
    owner = owner_of(request)
    change = services.use_as_enjoyment(owner=owner, held=queries.held_role(owner=owner))
    say(request, "Each activity now feels as it was ranked.", change)
    return redirect("roles:activities")
