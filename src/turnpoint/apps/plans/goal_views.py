"""The few goals of a quarter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.plans import goal_queries as queries
from turnpoint.apps.plans import goal_services as services
from turnpoint.apps.plans.forms import GoalForm
from turnpoint.apps.plans.models import Goal
from turnpoint.apps.plans.quarter import Quarter
from turnpoint.apps.plans.serving import key_of, servable
from turnpoint.errors import BadInput, NotFound


@require_safe
def goals(request: HttpRequest) -> HttpResponse:
    """This quarter’s goals, what the last one left open, and what became of earlier ones."""
    page = queries.goals_page(owner=owner_of(request), today=timezone.localdate())
    return render(request, "plans/goals.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def add_goal(request: HttpRequest) -> HttpResponse:
    """Set a goal; what it serves and its words may come along in the address."""
    owner = owner_of(request)
    begun = {name: request.GET.get(name, "") for name in ("text", "serves")}
    form = GoalForm(
        request.POST or None, initial=begun, servable=servable(owner=owner, goals=False)
    )
    today = timezone.localdate()
    if request.method == "POST" and form.is_valid():
        try:
            row = services.add_goal(owner=owner, today=today, **form.cleaned_data)
        except services.QuarterFull as full:
            form.add_error(None, str(full))
            return _form(request, form, {"quarter": Quarter.of(today)})
        tell(request, "Set.", undo=reverse("plans:act-on-goal", args=[row.pk, "remove"]))
        return redirect("plans:goals")
    return _form(request, form, {"quarter": Quarter.of(today)})


@require_http_methods(["GET", "HEAD", "POST"])
def goal(request: HttpRequest, goal_id: int) -> HttpResponse:
    """Say a goal in another way."""
    owner = owner_of(request)
    row = queries.goal(owner=owner, goal_id=goal_id)
    key = key_of(row)
    said = {"text": row.text, "know": row.know, "serves": key}
    form = GoalForm(
        request.POST or None,
        initial=said | ({} if key else {"serves_words": row.serves}),
        servable=servable(owner=owner, goals=False),
    )
    if request.method == "POST" and form.is_valid():
        services.change_goal(owner=owner, goal_id=goal_id, **form.cleaned_data)
        tell(request, "Saved.")
        return redirect("plans:goals")
    return _form(request, form, {"goal": row, "quarter": Quarter(row.year, row.quarter)})


def _form(request: HttpRequest, form: GoalForm, more: dict[str, Any]) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "plans/goal.html", {"form": form} | more, status=status)


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do with a goal: who does it, what is said, and what undoes it."""

    do: Callable[..., Goal]
    sentence: str
    undo: str = ""


def _reach(*, owner: User, goal_id: int, word: str) -> Goal:
    return services.reach(owner=owner, goal_id=goal_id, today=timezone.localdate())


def _let_go(**said: Any) -> Goal:
    return services.let_go(**said, today=timezone.localdate())


def _go_on(*, owner: User, goal_id: int, word: str) -> Goal:
    return services.go_on(owner=owner, goal_id=goal_id, today=timezone.localdate())


def _plain(do: Callable[..., Goal]) -> Callable[..., Goal]:
    return lambda *, owner, goal_id, word: do(owner=owner, goal_id=goal_id)


ACTS = {
    "reach": Act(_reach, "Reached. Good.", "open-again"),
    "let-go": Act(_let_go, "Let go.", "open-again"),
    "open-again": Act(_plain(services.open_again), "It is open again."),
    "remove": Act(_plain(services.remove), "Taken off the quarter.", "restore"),
    "restore": Act(_plain(services.restore), "It is back."),
    "go-on": Act(_go_on, "It goes on this quarter.", "remove"),
}


@require_POST
def act_on_goal(request: HttpRequest, goal_id: int, act: str) -> HttpResponse:
    """Do one of ``ACTS`` with a goal."""
    owner = owner_of(request)
    if act not in ACTS:
        raise NotFound("Nothing of that name can be done with a goal.")
    one = ACTS[act]
    try:
        row = one.do(owner=owner, goal_id=goal_id, word=request.POST.get("word", "")[:300])
    except BadInput as error:
        page = queries.goals_page(owner=owner, today=timezone.localdate())
        context = {"page": page, "wrong": goal_id, "sentence": str(error)}
        return render(request, "plans/goals.html", context, status=422)
    undo = reverse("plans:act-on-goal", args=[row.pk, one.undo]) if one.undo else ""
    tell(request, one.sentence, undo=undo)
    return redirect("plans:goals")
