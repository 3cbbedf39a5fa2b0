"""The skills wanted, and how far along each is."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.destinations import queries as destinations
from turnpoint.apps.skills import queries
from turnpoint.apps.skills.asking import done, sent, status_of
from turnpoint.apps.skills.forms import AssessmentForm, TargetForm
from turnpoint.apps.skills.offers import offers, suggestions
from turnpoint.apps.skills.page import said_of
from turnpoint.apps.skills.services import assessments as saying
from turnpoint.apps.skills.services import targets as services
from turnpoint.charts.skill_levels import skill_levels
from turnpoint.core.planning.assessment import RULE
from turnpoint.core.planning.level import ANCHORS

FORM = ("GET", "HEAD", "POST")


@require_safe
def skills(request: HttpRequest) -> HttpResponse:
    """What is wanted, how far along it is, and what the destination asks for besides."""
    owner, today = owner_of(request), timezone.localdate()
    context = {
        "skills": queries.skills(owner=owner, today=today),
        "offers": offers(owner=owner, today=today),
        "active": destinations.active(owner=owner),
        "today": today,
        "rule": RULE,
    }
    return render(request, "skills/skills.html", context)


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Want one of what the reality check asks for, or all of it."""
    key = request.POST.get("key", "")
    taken = services.take(
        owner=owner_of(request), today=timezone.localdate(), keys=[key] if key else None
    )
    ids = ",".join(str(row.pk) for row in taken)
    named = f"“{taken[0].name}” is" if len(taken) == 1 else f"{len(taken)} skills are"
    tell(request, f"{named} among your targets.", undo=f"{reverse('skills:give-back')}?ids={ids}")
    return redirect("skills:skills")


@require_POST
def give_back(request: HttpRequest) -> HttpResponse:
    """Want them no longer; the undo of taking them."""
    ids = [int(each) for each in request.GET.get("ids", "").split(",") if each.isdecimal()]
    services.let_go(owner=owner_of(request), target_ids=ids)
    tell(request, "Taken back.")
    return redirect("skills:skills")


@require_http_methods(FORM)
def new(request: HttpRequest) -> HttpResponse:
    """Want a skill by hand."""
    owner = owner_of(request)
    active = destinations.active(owner=owner)
    first = {"percent": 50, "by": active.latest.by if active else None}
    form = TargetForm(sent(request), initial=first)
    if form.is_valid() and done(form, lambda: services.want(owner=owner, **form.said())):
        tell(request, f"“{form.cleaned_data['name']}” is among your targets.")
        return redirect("skills:skills")
    context = {"form": form, "known": suggestions(owner=owner), "anchors": list(enumerate(ANCHORS))}
    return render(request, "skills/target.html", context, status=status_of(form))


@require_http_methods(FORM)
def change(request: HttpRequest, target_id: int) -> HttpResponse:
    """Say something else of it."""
    owner = owner_of(request)
    row = queries.target(owner=owner, target_id=target_id)
    form = TargetForm(sent(request), initial=TargetForm.of(row))
    if form.is_valid() and done(
        form, lambda: services.change(owner=owner, target_id=target_id, **form.said())
    ):
        tell(request, "Saved.")
        return redirect("skills:read", target_id)
    context = {"form": form, "row": row, "anchors": list(enumerate(ANCHORS))}
    return render(request, "skills/target.html", context, status=status_of(form))


@require_POST
def remove(request: HttpRequest, target_id: int) -> HttpResponse:
    """Want it no longer; what was said of it is kept."""
    owner = owner_of(request)
    name = queries.target(owner=owner, target_id=target_id).name
    services.let_go(owner=owner, target_ids=[target_id])
    tell(request, f"Removed “{name}”.", undo=reverse("skills:restore", args=[target_id]))
    return redirect("skills:skills")


@require_POST
def restore(request: HttpRequest, target_id: int) -> HttpResponse:
    """Want it again; the undo of removing it."""
    services.restore(owner=owner_of(request), target_id=target_id)
    tell(request, "It is back.")
    return redirect("skills:skills")


@require_safe
def read(request: HttpRequest, target_id: int) -> HttpResponse:
    """One skill: its level and the rule, how it went, and everything that was said."""
    today = timezone.localdate()
    form = AssessmentForm(initial=AssessmentForm.first(today))
    return _page(request, target_id, form)


@require_http_methods(FORM)
def assess(request: HttpRequest, target_id: int) -> HttpResponse:
    """Say how far along it is."""
    owner, today = owner_of(request), timezone.localdate()
    queries.target(owner=owner, target_id=target_id)
    form = AssessmentForm(sent(request), initial=AssessmentForm.first(today))
    if form.is_valid():
        said = {"owner": owner, "target_id": target_id, "today": today, **form.cleaned_data}
        made: list[Any] = []
        if done(form, lambda: made.append(saying.assess(**said))):
            undo = reverse("skills:withdraw", args=[made[0].pk])
            tell(request, "Written down.", undo=undo)
            return redirect("skills:read", target_id)
    return _page(request, target_id, form)


@require_http_methods(FORM)
def correct(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Say it anew; the earlier one stays to be read."""
    owner, today = owner_of(request), timezone.localdate()
    before = queries.assessment(owner=owner, assessment_id=assessment_id)
    form = AssessmentForm(sent(request), initial=AssessmentForm.of(queries.value(before)))
    if form.is_valid():
        said: dict[str, Any] = {"owner": owner, "assessment_id": assessment_id, "today": today}
        if done(form, lambda: saying.correct(**said, **form.cleaned_data)):
            tell(request, "Corrected. The earlier one stays to be read, and no longer counts.")
            return redirect("skills:read", before.target_id)
    return _page(request, before.target_id, form, correcting=assessment_id)


@require_POST
def withdraw(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Take back what was said; it stays to be read, and no longer counts."""
    row = saying.withdraw(owner=owner_of(request), assessment_id=assessment_id)
    tell(request, "Taken back.", undo=reverse("skills:say-again", args=[row.pk]))
    return redirect("skills:read", row.target_id)


@require_POST
def say_again(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Let it count again; the undo of taking it back."""
    row = saying.say_again(owner=owner_of(request), assessment_id=assessment_id)
    tell(request, "It counts again.")
    return redirect("skills:read", row.target_id)


def _page(
    request: HttpRequest, target_id: int, form: AssessmentForm, correcting: int | None = None
) -> HttpResponse:
    today = timezone.localdate()
    skill = queries.skill(owner=owner_of(request), target_id=target_id, today=today)
    context = {
        "skill": skill,
        "form": form,
        "correcting": correcting,
        "said": said_of(skill),
        "chart": skill_levels(skill.row.name, skill.said, skill.row.required, skill.row.by, today),
        "rule": RULE,
        "today": today,
    }
    return render(request, "skills/read.html", context, status=status_of(form))
