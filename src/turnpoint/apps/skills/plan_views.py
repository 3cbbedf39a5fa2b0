"""The plan: what there is to spend, the best plan for it, and making it one’s own."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import reswap, retarget

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.skills import accepted
from turnpoint.apps.skills.asking import done
from turnpoint.apps.skills.drafting import Draft, draft
from turnpoint.apps.skills.forms import number
from turnpoint.apps.skills.plan_page import another, month_of, shown, starts_of
from turnpoint.apps.skills.services import planning as services
from turnpoint.apps.skills.solving import found_for, search_for
from turnpoint.core.planning.opportunity import Taken
from turnpoint.errors import BadInput, NotFound


class LimitsForm(forms.Form):
    """What there is to spend."""

    hours = number("Hours a week, at most", 0, 80, "0.5")
    budget = forms.DecimalField(
        label="Money in all, at most", min_value=0, max_digits=12, decimal_places=2, required=False
    )
    months = forms.IntegerField(
        label="Months ahead",
        min_value=1,
        max_value=60,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Give whole months, from 1 to 60."
        ),
    )

    def __init__(self, *args: Any, currency: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["budget"].help_text = f"In {currency}; empty for nothing."


@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """The plan as it stands: made by hand, or the best that is known so far."""
    made = draft(owner=owner_of(request), today=timezone.localdate())
    return render(request, "skills/plan.html", _context(request, made))


@require_safe
def progress(request: HttpRequest) -> HttpResponse:
    """How far the search is; once it is over, what it found in the place of the first plan."""
    made = draft(owner=owner_of(request), today=timezone.localdate())
    search = None if made.by_hand is not None else search_for(made)
    if not request.htmx:  # type: ignore[attr-defined]  # set by django-htmx
        return redirect("skills:plan")
    if search is not None:
        return render(request, "skills/_searching.html", {"search": search})
    response = render(request, "skills/_found.html", _context(request, made))
    return reswap(retarget(response, "#found"), "outerHTML")


@require_POST
def limits(request: HttpRequest) -> HttpResponse:
    """Say what there is to spend."""
    owner = owner_of(request)
    made = draft(owner=owner, today=timezone.localdate())
    form = LimitsForm(request.POST, currency=made.currency)
    if form.is_valid():
        said = form.cleaned_data | {"budget": form.cleaned_data["budget"] or 0}
        if done(form, lambda: services.set_limits(owner=owner, **said)):
            tell(request, "Saved.")
            return redirect("skills:plan")
    context = _context(request, made) | {"form": form}
    return render(request, "skills/plan.html", context, status=422)


@require_POST
def edit(request: HttpRequest, opportunity_id: int, act: str) -> HttpResponse:
    """Move, pin, unpin, leave out or bring back one opportunity of the plan."""
    owner = owner_of(request)
    start = month_of(request.POST.get("start") or request.GET.get("start", ""))
    one: dict[str, Any] = {"owner": owner, "opportunity_id": opportunity_id}
    if act in {"move", "pin"} and start is None:
        raise BadInput("Say a month for it to begin in, such as 2027-03.", where="start")
    if act == "move" and start is not None:
        sentence, undo = _moved(request, one, start)
    elif act == "pin" and start is not None:
        services.pin(**one, start=start)
        sentence, undo = "Pinned: it stays there, whatever else is searched.", "unpin"
    elif act == "unpin":
        services.unpin(**one)
        sentence, undo = "It may move again.", f"pin:{start:%Y-%m}" if start else ""
    elif act == "leave-out":
        services.leave_out(**one)
        sentence, undo = "Left out.", f"bring-back:{start:%Y-%m}" if start else "bring-back"
    elif act == "bring-back":
        services.bring_back(**one, start=start)
        sentence, undo = "It may be in the plan again.", "leave-out"
    else:
        raise NotFound("Nothing of that name can be done with an opportunity of the plan.")
    tell(request, sentence, undo=_address(opportunity_id, undo))
    return redirect("skills:plan")


def _moved(request: HttpRequest, one: dict[str, Any], start: dt.date) -> tuple[str, str]:
    before = starts_of(request.POST.get("shown", ""))
    by_hand = services.move(**one, start=start, shown=before)
    was = before.get(one["opportunity_id"])
    undo = f"move:{was:%Y-%m}" if was else ""
    sentence = f"It begins in {start:%B %Y}; everything else stays where it was."
    return sentence, undo if by_hand else "search"


def _address(opportunity_id: int, undo: str) -> str:
    """The address that takes an edit back, from “act:month”."""
    if undo == "search":
        return reverse("skills:search-anew")
    act, _, month = undo.partition(":")
    if not act:
        return ""
    address = reverse("skills:edit-plan", args=[opportunity_id, act])
    return f"{address}?start={month}" if month else address


@require_POST
def search_anew(request: HttpRequest) -> HttpResponse:
    """Let the rest be searched again."""
    services.search_anew(owner=owner_of(request))
    tell(request, "Searching anew. What is pinned stays, what is left out stays out.")
    return redirect("skills:plan")


@require_POST
def accept(request: HttpRequest) -> HttpResponse:
    """Keep the plan as it is shown."""
    bound = request.POST.get("bound", "")
    row = services.accept(
        owner=owner_of(request),
        today=timezone.localdate(),
        starts=starts_of(request.POST.get("shown", "")),
        inputs=request.POST.get("inputs", ""),
        bound=float(bound) if bound.replace(".", "", 1).isdecimal() and len(bound) < 20 else None,
    )
    undo = reverse("skills:withdraw-plan", args=[row.number])
    tell(request, "Accepted. What comes next is on Today.", undo=undo)
    return redirect("skills:accepted", row.number)


@require_safe
def accepted_plan(request: HttpRequest, number: int) -> HttpResponse:
    """A plan as it was accepted."""
    owner, today = owner_of(request), timezone.localdate()
    found = accepted.accepted_plan(owner=owner, number=number)
    context = {
        "plan": found,
        "chart": accepted.timeline(found),
        "next": found.next(today),
        "all": accepted.accepted_plans(owner=owner),
        "today": today,
    }
    return render(request, "skills/accepted.html", context)


@require_POST
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Follow it no longer."""
    services.withdraw(owner=owner_of(request), number=number)
    undo = reverse("skills:restore-plan", args=[number])
    tell(request, "You follow this plan no longer.", undo=undo)
    return redirect("skills:plan")


@require_POST
def restore(request: HttpRequest, number: int) -> HttpResponse:
    """Follow it again; the undo of withdrawing it."""
    services.restore(owner=owner_of(request), number=number)
    tell(request, "You follow it again.")
    return redirect("skills:accepted", number)


def _context(request: HttpRequest, made: Draft) -> dict[str, Any]:
    frame = made.frame
    initial = {
        "hours": f"{frame.hours:g}",
        "budget": f"{frame.budget:.2f}".removesuffix(".00"),
        "months": frame.months,
    }
    context: dict[str, Any] = {
        "draft": made,
        "form": LimitsForm(initial=initial, currency=made.currency),
        "followed": accepted.in_force(owner=owner_of(request)),
    }
    if made.by_hand is not None:
        return context | {"plan": shown(made, made.by_hand, None)}
    try:
        found = found_for(made)
    except BadInput as error:
        held = [
            Taken(each, made.pinned[each.key])
            for each in made.opportunities
            if each.key in made.pinned
        ]
        return context | {"plan": shown(made, held, None), "impossible": str(error)}
    return context | {
        "plan": shown(made, found.plan.taken, found),
        "found": found,
        "another": another(made, found),
        "more": [each.words for each in found.more if each.words],
        "search": search_for(made, again=True),
    }
