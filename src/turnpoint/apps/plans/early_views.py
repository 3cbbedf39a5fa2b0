"""The first ninety days of a role."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.plans import early as services
from turnpoint.apps.plans.first_things import THINGS
from turnpoint.apps.plans.focus_services import DayFull
from turnpoint.apps.plans.focus_views import full_day
from turnpoint.apps.plans.goal_services import QuarterFull


@require_safe
def first_days(request: HttpRequest) -> HttpResponse:
    """What to do in a new role, to pick from."""
    return _page(request, owner_of(request))


def _page(
    request: HttpRequest, owner: User, *, sentence: str = "", status: int = 200
) -> HttpResponse:
    page = services.first_days(owner=owner, today=timezone.localdate())
    context = {"page": page, "sentence": sentence}
    return render(request, "plans/first_days.html", context, status=status)


@require_POST
def make_goal(request: HttpRequest, name: str) -> HttpResponse:
    """Make one of them a goal of the quarter."""
    owner = owner_of(request)
    try:
        row = services.make_goal(owner=owner, name=name, today=timezone.localdate())
    except QuarterFull as full:
        return _page(request, owner, sentence=str(full), status=409)
    undo = reverse("plans:act-on-goal", args=[row.pk, "remove"])
    tell(request, "It is a goal of this quarter.", undo=undo)
    return redirect("plans:first-days")


@require_POST
def do_today(request: HttpRequest, name: str) -> HttpResponse:
    """Put one of them on today’s list; where the day is full, ask which."""
    owner = owner_of(request)
    instead = request.POST.get("instead", "")
    try:
        row = services.do_today(
            owner=owner,
            name=name,
            today=timezone.localdate(),
            gravy=bool(request.POST.get("gravy")),
            instead=int(instead) if instead.isdecimal() else None,
        )
    except DayFull as full:
        address = reverse("plans:first-today", args=[name])
        return full_day(request, full, THINGS[name].text, address, [])
    where = "on today’s list" if row.slot else "under gravy"
    tell(request, f"It is {where}.", undo=reverse("plans:act", args=[row.pk, "take-off"]))
    return redirect("plans:first-days")
