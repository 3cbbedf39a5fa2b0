"""Putting things on a day, doing them, and deciding about what was left open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import date as said_date
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
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
from turnpoint.errors import BadInput, NotFound


@require_POST
def add(request: HttpRequest) -> HttpResponse:
    """Put one thing on a day’s list, or under gravy; where the day is full, ask which."""
    owner = owner_of(request)
    form = ThingForm(request.POST, servable=servable(owner=owner), today=timezone.localdate())
    if not form.is_valid():
        return _again(request, form)
    try:
        row = services.add(owner=owner, **form.said())
    except DayFull as full:
        names = ("area", "day", "serves", "serves_words")
        kept = [(name, request.POST.get(name, "")) for name in names]
        text = form.cleaned_data["text"]
        return full_day(request, full, text, reverse("plans:add"), [("text", text), *kept])
    where = f"to {_said(row.day)}" if row.slot else "under gravy"
    tell(request, f"Added {where}.", undo=reverse("plans:act", args=[row.pk, "take-off"]))
    return redirect("plans:today")


def _said(day: dt.date) -> str:
    away = (day - timezone.localdate()).days
    return {0: "today", 1: "tomorrow"}.get(away) or said_date(day, "l j F")


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do with something on a day: who does it, what is said, and what undoes it."""

    do: Callable[..., Focus]
    sentence: str
    undo: str = ""
    takes: tuple[str, ...] = ()
    """What it takes of what was sent: ``instead`` (the thing that gives up its place), ``gravy``,
    ``day`` and ``text``."""


def _carry(*, owner: User, focus_id: int, instead: int | None, gravy: bool | None) -> Focus:
    day = timezone.localdate()
    return services.carry_over(
        owner=owner, focus_id=focus_id, day=day, gravy=bool(gravy), instead=instead
    )


def _move(**said: Any) -> Focus:
    return services.move(**said, today=timezone.localdate())


def _move_back(*, gravy: bool | None, **said: Any) -> Focus:
    return services.move_back(**said, gravy=bool(gravy), today=timezone.localdate())


ACTS = {
    "tick": Act(services.tick, "Done.", "untick"),
    "untick": Act(services.untick, "Not done yet."),
    "reword": Act(services.reword, "Reworded.", "word-back", ("text",)),
    "word-back": Act(services.word_back, "In its words from before."),
    "earlier": Act(services.earlier, "Moved up.", "later"),
    "later": Act(services.later, "Moved down.", "earlier"),
    "move": Act(_move, "Moved to {day}.", "move-back", ("day", "gravy", "instead")),
    "move-back": Act(_move_back, "It is back on its day.", takes=("day", "gravy")),
    "take-off": Act(services.take_off, "Taken off.", "put-back"),
    "put-back": Act(services.put_back, "It is back."),
    "into-gravy": Act(services.into_gravy, "Under gravy now.", "onto-list"),
    "onto-list": Act(services.onto_list, "On the list now.", "into-gravy", ("instead",)),
    "carry-over": Act(_carry, "Carried over to today.", "take-off", ("gravy", "instead")),
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
    before = focus_queries.focus(owner=owner, focus_id=focus_id, trashed=act == "put-back")
    try:
        row = one.do(owner=owner, focus_id=focus_id, **_taken(request, one.takes))
    except DayFull as full:
        address = reverse("plans:act", args=[focus_id, act])
        kept = [("day", full.day.isoformat())] if "day" in one.takes else []
        return full_day(request, full, before.text, address, kept, gravy="gravy" in one.takes)
    except BadInput as error:
        if error.where != "text":
            raise
        typed = request.POST.get("text", "")
        return _today(request, {"reworded": {"id": focus_id, "text": typed, "error": str(error)}})
    undo = reverse("plans:act", args=[row.pk, one.undo]) if one.undo else ""
    if one.undo == "move-back":
        was = {"day": before.day.isoformat(), "gravy": "" if before.slot else "1"}
        undo = f"{undo}?{urlencode(was)}"
    tell(request, one.sentence.format(day=_said(row.day)), undo=undo)
    return redirect("plans:today")


def _taken(request: HttpRequest, names: tuple[str, ...]) -> dict[str, Any]:
    """What an act takes of a form; an undo has it in its address."""
    sent = {name: request.POST.get(name, request.GET.get(name, "")) for name in names}
    taken: dict[str, Any] = {}
    if "text" in sent:
        taken["text"] = sent["text"]
    if "instead" in sent:
        taken["instead"] = int(sent["instead"]) if sent["instead"].isdecimal() else None
    if "gravy" in sent:
        taken["gravy"] = True if sent["gravy"] else None
    if "day" in sent:
        taken["day"] = _day(sent["day"])
    return taken


def _day(text: str) -> dt.date:
    try:
        day = parse_date(text)
    except ValueError:
        day = None
    if day is None:
        raise BadInput("Choose the day to move it to.", where="day")
    return day


def full_day(
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
        "day": full.day if full.day != timezone.localdate() else None,
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
    return _today(request, {"form": form, "wrong": wrong})


def _today(request: HttpRequest, more: dict[str, Any]) -> HttpResponse:
    owner = owner_of(request)
    context = {"day": queries.day(owner=owner), "form": ThingForm(servable=servable(owner=owner))}
    return render(request, "plans/today.html", context | more, status=422)
