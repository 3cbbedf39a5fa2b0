"""The present role: what it is made of, one activity after another."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.roles import page, queries, statement_queries
from turnpoint.apps.roles.forms import ActivitiesForm, ActivityForm, KindsForm, WeekForm
from turnpoint.apps.roles.kinds_beside import kinds_beside
from turnpoint.apps.roles.models import Change
from turnpoint.apps.roles.services import activities as services
from turnpoint.apps.roles.services import changes
from turnpoint.errors import BadInput


@require_safe
def role(request: HttpRequest) -> HttpResponse:
    """The role as it is, and what stands beside it; with nothing said, the first step."""
    owner = owner_of(request)
    found = page.role(owner=owner)
    others = queries.all_beside(owner=owner, held=found.held) if found.held else ()
    stated = statement_queries.latest(owner=owner, held=found.held) if found.held else None
    context = {"page": found, "chart": page.chart(others), "stated": stated}
    return render(request, "roles/role.html", context)


@require_safe
def kinds(request: HttpRequest) -> HttpResponse:
    """What the facts list for the present occupation, beside another one."""
    form = KindsForm(request.GET if "beside_title" in request.GET else None)
    chosen = form.cleaned_data["beside"] if form.is_valid() else None
    found = kinds_beside(owner=owner_of(request), beside=chosen.code if chosen else "")
    return render(request, "roles/kinds.html", {"page": found, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def activities(request: HttpRequest) -> HttpResponse:
    """Time and feeling of every activity at once."""
    owner = owner_of(request)
    found = page.role(owner=owner)
    if found.held is None:
        return redirect("roles:role")
    held = found.held
    form = ActivitiesForm(sent(request), week=found.week, rows=found.activities)
    if form.is_valid():
        made: list[Change] = []
        if done(
            form,
            lambda: made.append(
                services.change_activities(owner=owner, held=held, said=form.said())
            ),
        ):
            say(request, "Saved.", made[0])
            return redirect("roles:activities")
    context = {"page": found, "form": form, "week": WeekForm(initial=WeekForm.of(found.week))}
    return render(request, "roles/activities.html", context, status=status_of(form))


@require_POST
def week(request: HttpRequest) -> HttpResponse:
    """How long the week is, and how time is said."""
    owner = owner_of(request)
    form = WeekForm(request.POST)
    if not form.is_valid():
        raise BadInput("A week has between 1 and 168 hours; time is said in percent or in hours.")
    change = services.set_week(
        owner=owner, held=queries.held_role(owner=owner), **form.cleaned_data
    )
    say(request, "Saved; what you had said was converted.", change)
    return redirect("roles:activities")


@require_POST
def whole(request: HttpRequest) -> HttpResponse:
    """Let the times come to the whole week, in proportion."""
    owner = owner_of(request)
    change = services.come_to_whole(owner=owner, held=queries.held_role(owner=owner))
    say(request, "Spread in proportion, so that they come to the whole.", change)
    return redirect("roles:activities")


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """An activity in one's own words."""
    owner = owner_of(request)
    held = profiles.present_role(owner=owner)
    if held is None:
        return redirect("roles:role")
    form = ActivityForm(sent(request), week=queries.week(owner=owner, held=held))
    if form.is_valid() and done(
        form, lambda: services.add_activity(owner=owner, held=held, **form.cleaned_data)
    ):
        tell(request, f"Added “{form.cleaned_data['name']}”.")
        return redirect("roles:activities")
    return render(request, "roles/activity.html", {"form": form}, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def pick(request: HttpRequest) -> HttpResponse:
    """Tick what one does of what people in the occupation do."""
    owner = owner_of(request)
    held = profiles.present_role(owner=owner)
    if held is None:
        return redirect("roles:role")
    if request.method == "POST":
        codes = request.POST.getlist("code")
        change = services.pick_activities(owner=owner, held=held, codes=codes)
        added = len(change.before)
        say(
            request,
            f"Added {added}. Now say how your time goes." if added else "Nothing was new.",
            change,
        )
        return redirect("roles:activities")
    return render(request, "roles/pick.html", {"page": page.role(owner=owner)})


@require_http_methods(["GET", "HEAD", "POST"])
def activity(request: HttpRequest, activity_id: int) -> HttpResponse:
    """Everything about one activity."""
    owner = owner_of(request)
    row = queries.activity(owner=owner, activity_id=activity_id)
    week = queries.week(owner=owner, held=row.held)
    form = ActivityForm(sent(request), week=week, initial=ActivityForm.of(row))
    if form.is_valid():
        made: list[Change] = []
        if done(
            form,
            lambda: made.append(
                services.change_activity(owner=owner, activity_id=activity_id, **form.cleaned_data)
            ),
        ):
            say(request, "Saved.", made[0])
            return redirect("roles:activities")
    return render(
        request, "roles/activity.html", {"form": form, "row": row}, status=status_of(form)
    )


@require_POST
def remove(request: HttpRequest, activity_id: int) -> HttpResponse:
    """Move an activity to the trash."""
    owner = owner_of(request)
    row = queries.activity(owner=owner, activity_id=activity_id)
    say(
        request, f"Removed “{row}”.", services.remove_activity(owner=owner, activity_id=activity_id)
    )
    return redirect("roles:activities")


@require_POST
def undo(request: HttpRequest, change_id: int) -> HttpResponse:
    """Take a change back, whatever it was."""
    say(request, "Taken back.", changes.undo(owner=owner_of(request), change_id=change_id))
    came_from = urlsplit(request.headers.get("referer", "")).path
    here = came_from.startswith(reverse("roles:role"))
    return redirect(came_from if here else "roles:role")


def say(request: HttpRequest, text: str, change: Change) -> None:
    """Say what was done, with the way back."""
    tell(request, text, undo=reverse("roles:undo", args=[change.pk]))


def sent(request: HttpRequest) -> QueryDict | None:
    """What was posted, for a form that is bound only then."""
    return request.POST if request.method == "POST" else None


def done(form: forms.Form, act: Callable[[], object]) -> bool:
    """Do it, or show at the right answer what the service refused."""
    try:
        act()
    except BadInput as error:
        form.add_error(error.where if error.where in form.fields else None, str(error))
        return False
    return True


def status_of(form: forms.Form) -> int:
    return 422 if form.is_bound and form.errors else 200
