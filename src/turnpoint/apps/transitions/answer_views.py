"""What the file answers: where options stand, money, the way back, and what to find out first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import reswap, retarget

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.transitions import answer_tables as tables
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.answers import (
    TRIAL,
    Asked,
    Refinement,
    answered,
    as_far_as_it_goes,
    quickly,
    refined,
    under_way,
)
from turnpoint.apps.transitions.cell_links import CellLinks
from turnpoint.apps.transitions.missing import missing
from turnpoint.apps.transitions.models import Status
from turnpoint.apps.transitions.pages import checked
from turnpoint.apps.transitions.queries import Checked
from turnpoint.apps.transitions.reckoning import Answered
from turnpoint.apps.transitions.services import people
from turnpoint.apps.transitions.tries import Tried, effects, ends, trade_offs, tried, weights
from turnpoint.core.decision.answers import Answers, Unanswerable
from turnpoint.core.decision.page import page
from turnpoint.core.decision.said_standing import hangs_on, places, turned_round
from turnpoint.core.preference.weights import Contradiction
from turnpoint.errors import NotFound


@require_safe
def answers(request: HttpRequest, transition_id: int) -> HttpResponse:
    """The whole page, at the most draws there are; more are drawn meanwhile."""
    found = checked(request, transition_id)
    context = _head(found)
    try:
        asked = _asked(request, found)
        shown = answered(asked)
        waits = None if as_far_as_it_goes(shown) else refined(asked)
    except Unanswerable as stopped:
        links = CellLinks(found.rows)
        context["stopped"] = [(each.sentence, links.to(each.where)) for each in stopped.problems]
        return render(request, "transitions/answers.html", context)
    if isinstance(waits, Answered):
        shown, waits = waits, None
    context |= reckoned(found, shown, waits) | standing(found, shown.answers)
    context |= levers(found, quickly(asked).answers, request.GET)
    return render(request, "transitions/answers.html", context)


@require_safe
def attempt(request: HttpRequest, transition_id: int) -> HttpResponse:
    """Where the options would stand with other figures; nothing is stored."""
    rows = queries.rows(owner=owner_of(request), transition_id=transition_id)
    found = Checked(rows, rows.reading().file, ())
    written = _asked(request, found)
    try:
        base = quickly(written).answers
    except Unanswerable:
        return redirect("transitions:answers", transition_id)
    trial = tried(found.file, request.GET.dict(), weights(found.file, base.standing))
    asked = written
    if trial.moved:
        words = f"{written.inputs} {trial.moved}"
        asked = replace(written, file=trial.file, kind=TRIAL, tilt=trial.tilt, tried=words)
    context = _head(found) | _moved(found, trial)
    fragment = bool(request.htmx)  # type: ignore[attr-defined]  # set by django-htmx
    template = f"transitions/{'_standing' if fragment else 'attempt'}.html"
    if not fragment or "levers" in request.GET:
        context |= levers(found, base, request.GET, trial)
    if fragment and "levers" in request.GET:
        return render(request, "transitions/_levers.html", context)
    try:
        shown = answered(asked)
        waits = refined(asked) if "refine" in request.GET and trial.moved else None
    except (Unanswerable, Contradiction) as stopped:
        return render(request, template, context | {"wrong": str(stopped)})
    if isinstance(waits, Refinement):
        return render(request, "transitions/_refining_try.html", context | {"waits": waits})
    shown = waits or shown
    context |= standing(found, shown.answers) | {"refined": as_far_as_it_goes(shown)}
    response = render(request, template, context)
    return reswap(retarget(response, "#standing-answer"), "outerHTML")


@require_safe
def progress(request: HttpRequest, transition_id: int) -> HttpResponse:
    """How far the refinement is; once it is there, the refined answers in its place."""
    now = under_way(owner_of(request).pk, transition_id, request.GET.get("of", ""))
    if now is not None:
        row = {"pk": transition_id}
        return render(request, "transitions/_refining.html", {"transition": row, "waits": now})
    found = checked(request, transition_id)
    try:
        known = refined(_asked(request, found))
    except Unanswerable:
        known = Refinement(("",), failed=True)  # type: ignore[arg-type]  # never looked up
    if isinstance(known, Refinement):
        context = _head(found) | {"waits": known}
        return render(request, "transitions/_refining.html", context)
    if not request.htmx:  # type: ignore[attr-defined]  # set by django-htmx
        return redirect("transitions:answers", transition_id)
    context = _head(found) | reckoned(found, known, None) | standing(found, known.answers)
    response = render(request, "transitions/_reckoned.html", context | {"arrived": True})
    return reswap(retarget(response, "#reckoned"), "outerHTML")


@require_POST
def make_task(request: HttpRequest, transition_id: int) -> HttpResponse:
    """Turn something worth finding out into a question that Today shows until it is settled."""
    found = checked(request, transition_id)
    key = request.POST.get("finding", "")
    known = answered(_asked(request, found)).answers.findings
    wanted = next((each for each in known if each.key == key and not each.own), None)
    if wanted is None:
        raise NotFound("That is no longer among what to find out. The answers changed since.")
    row = people.ask(
        owner=owner_of(request),
        transition_id=transition_id,
        text=wanted.text,
        about=list(wanted.cells),
        by=wanted.by,
    )
    undo = reverse("transitions:remove-part", args=[transition_id, "questions", row.pk])
    tell(request, "It is on Today now. Say whom to ask, and what it costs to find out.", undo=undo)
    return redirect(f"{reverse('transitions:answers', args=[transition_id])}#findings")


def _asked(request: HttpRequest, found: Checked) -> Asked:
    return Asked(owner_of(request).pk, found.rows.transition.pk, found.file, timezone.localdate())


def _head(found: Checked) -> dict[str, Any]:
    row = found.rows.transition
    return {
        "transition": row,
        "rows": found.rows,
        "missing": missing(found),
        "frozen": row.status in {Status.DECIDED, Status.REVIEWED},
        "voices": [
            (voice, person) for person in found.rows.people for voice in person.voices.all()
        ],
    }


def standing(found: Checked, known: Answers) -> dict[str, Any]:
    """Where the options stand, and what would have to be true."""
    links = CellLinks(found.rows, known)
    return {
        "answers": known,
        "draws": f"{known.stamp.draws:,}",
        "places": tables.places(known, links),
        "pairs": tables.pairs(known),
        "standing_words": tables.in_words(places(known), links),
        "flip_words": tables.in_words(turned_round(known), links),
        "clashes": [
            (each.sentence, links.to(each.where))
            for each in known.problems
            if known.standing is None and each.where.startswith("preferences.")
        ],
    }


def levers(
    found: Checked, known: Answers, sent: QueryDict, trial: Tried | None = None
) -> dict[str, Any]:
    """What can be moved: weights, answers, and the cells of one criterion."""
    file, by = found.file, {each.key: each for each in found.file.criteria}
    about = by.get(sent.get("about", "")) or next(
        (each for each in file.criteria if not each.measure), None
    )
    moved = sent if trial else {}
    every = {
        "weights": weights(file, known.standing),
        "trades": trade_offs(file),
        "cells": effects(file, about) if about else (),
        "ends": ends(about) if about else (),
    }
    shown = {
        name: [replace(each, value=moved.get(each.where, each.value)) for each in group]
        for name, group in every.items()
    }
    return {"levers": shown, "about": about, "criteria": file.criteria}


def _moved(found: Checked, trial: Tried) -> dict[str, Any]:
    links = CellLinks(found.rows)
    return {
        "tried": [(words, links.to(where)) for where, words in trial.moved],
        "unread": [each.sentence for each in trial.problems],
    }


def reckoned(
    found: Checked, shown: Answered, waits: Refinement | Answered | None
) -> dict[str, Any]:
    """Everything else, with charts where these are drawn."""
    known = shown.answers
    links = CellLinks(found.rows, known)
    return {
        "answers": known,
        "charts": shown.charts,
        "waits": waits,
        "words": {each.key: tables.in_words(each.sentences, links) for each in page(known)},
        "hangs_on": tables.in_words([hangs_on(known)] if known.standing else [], links),
        "purses": tables.purses(known, links),
        "months": [each.month for each in known.runways[0].pay] if known.runways else [],
        "closings": list(tables.closings(known, links)),
        "findings": tables.to_find_out(known, found.rows.findings, links),
        "warnings": [
            (each.sentence, links.to(each.where)) for each in known.problems if each.warning
        ],
    }
