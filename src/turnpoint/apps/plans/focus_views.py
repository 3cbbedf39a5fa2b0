"""Putting things on a day, doing them, and deciding about what was left open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.plans import focus_queries, queries
from turnpoint.apps.plans import focus_services as services
from turnpoint.apps.plans.focus_services import DayFull
from turnpoint.apps.plans.forms import ThingForm
from turnpoint.apps.plans.models import Area, Focus
from turnpoint.apps.plans.serving import servable
from turnpoint.errors import NotFound


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Put one thing on today’s list, or under gravy; where the day is full, ask which."""
    owner = owner_of(request)
    form = ThingForm(request.POST, servable=servable(owner=owner))
    if not form.is_valid():
        return _again(request, form)
    try:
        row = services.add(owner=owner, day=timezone.localdate(), **form.said())
    except DayFull as full:
        kept = [(name, request.POST.get(name, "")) for name in ("area", "serves", "serves_words")]
        text = form.cleaned_data["text"]
        return _full(request, full, text, reverse("plans:add"), [("text", text), *kept])
    where = "to today" if row.slot else "under gravy"
    tell(request, f"Added {where}.", undo=reverse("plans:act", args=[row.pk, "take-off"]))
    return redirect("plans:today")


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do with something on a day: who does it, what is said, and what undoes it."""

    do: Callable[..., Focus]
    sentence: str
    undo: str = ""
    places: bool = False
    """Whether it asks for one of the day’s places, which another thing may give up."""


def _carry(*, owner: User, focus_id: int, instead: int | None, gravy: bool = False) -> Focus:
    day = timezone.localdate()
    return services.carry_over(
        owner=owner, focus_id=focus_id, day=day, gravy=gravy, instead=instead
    )


ACTS = {
    "tick": Act(services.tick, "Done.", "untick"),
    "untick": Act(services.untick, "Not done yet."),
    "take-off": Act(services.take_off, "Taken off.", "put-back"),
    "put-back": Act(services.put_back, "It is back."),
    "into-gravy": Act(services.into_gravy, "Under gravy now.", "onto-list"),
    "onto-list": Act(services.onto_list, "On the list now.", "into-gravy", places=True),
    "carry-over": Act(_carry, "Carried over to today.", "take-off", places=True),
    "let-go": Act(services.let_go, "Let go.", "hold-on"),
    "hold-on": Act(services.hold_on, "It is offered again."),
}


@require_POST
def act(request: HttpRequest, focus_id: int, act: str) -> HttpResponse:
    """Do one of ``ACTS`` with something on a day."""
    owner = owner_of(request)
    if act not in ACTS:
        raise NotFound("Nothing of that name can be done with something on a day.")
    one = ACTS[act]
    choices = {}
    if one.places:
        instead = request.POST.get("instead", "")
        choices = {"instead": int(instead) if instead.isdecimal() else None}
    if act == "carry-over":
        choices["gravy"] = bool(request.POST.get("gravy"))
    try:
        row = one.do(owner=owner, focus_id=focus_id, **choices)
    except DayFull as full:
        text = focus_queries.focus(owner=owner, focus_id=focus_id).text
        address = reverse("plans:act", args=[focus_id, act])
        return _full(request, full, text, address, [], gravy=act == "carry-over")
    undo = reverse("plans:act", args=[row.pk, one.undo]) if one.undo else ""
    tell(request, one.sentence, undo=undo)
    return redirect("plans:today")


def _full(
    request: HttpRequest,
    full: DayFull,
    text: str,
    address: str,
    kept: list[tuple[str, str]],
    *,
    gravy: bool = True,
) -> HttpResponse:
    """The day has no room: offer gravy, or the place of one of those that have one."""
    found = focus_queries.day_list(owner=owner_of(request), day=full.day)
    context = {
        "sentence": str(full),
        "text": text,
        "address": address,
        "kept": kept,
        "gravy": gravy,
        "things": (found.work if full.area is Area.WORK else found.home).things,
    }
    return render(request, "plans/full.html", context, status=409)


def _again(request: HttpRequest, form: ThingForm) -> HttpResponse:
    """Today with what was sent, and what is wrong with it."""
    sent = request.POST
    wrong = "more" if sent.get("gravy") else "home" if sent.get("area") == Area.HOME else "work"
    context = {"day": queries.day(owner=owner_of(request)), "form": form, "wrong": wrong}
    return render(request, "plans/today.html", context, status=422)
