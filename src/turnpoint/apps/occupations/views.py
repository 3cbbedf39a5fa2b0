"""Finding, reading, comparing and saving occupations."""

from __future__ import annotations

import re
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from turnpoint.apps.accounts.notices import tell
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.occupations import comparison, portrait, queries, services
from turnpoint.apps.occupations.forms import Choices, CompareForm, PlaceForm
from turnpoint.apps.occupations.place import look_at, place_of
from turnpoint.errors import BadInput
from turnpoint.labour.wage import NATIONAL

FIELD_NAME = re.compile(r"[A-Za-z][\w-]{0,63}")
F = TypeVar("F", bound=PlaceForm)


@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Find by a title, browse by group, and what was saved."""
    text, group = request.GET.get("q", "").strip(), request.GET.get("group", "")
    context = {
        "text": text,
        "found": queries.find_occupations(text, limit=12),
        "group": group,
        "inside": queries.in_group(group) if group else (),
    }
    if request.htmx:  # type: ignore[attr-defined]  # django-htmx adds it
        return render(request, "occupations/_found.html", context)
    owner = owner_of(request)
    return render(
        request,
        "occupations/search.html",
        context | {"saved": queries.saved_occupations(owner=owner), "groups": queries.groups()},
    )


@require_GET
def suggest(request: HttpRequest) -> HttpResponse:
    """The choices below a typed title, as a fragment for the occupation picker."""
    name = request.GET.get("field", "occupation")
    if not FIELD_NAME.fullmatch(name):
        raise BadInput("The name of that field cannot be used.", where="field")
    title = request.GET.get(f"{name}_title", "").strip()
    choices = Choices.of(name, title, "", unmatched=request.GET.get("unmatched") == "1")
    return render(request, "occupations/widgets/choices.html", {"choices": choices})


@require_GET
def read(request: HttpRequest, code: str) -> HttpResponse:
    """The page of one occupation, with pay at the nation and at a chosen place."""
    form, area = _place(request, PlaceForm)
    known = queries.occupation(code)
    return render(
        request,
        "occupations/read.html",
        {
            "portrait": portrait.portrait(known.code, area),
            "nearby": portrait.nearby(known.code),
            "occupations": queries.market().occupations,
            "saved": queries.is_saved(owner=owner_of(request), code=known.code),
            "form": form,
        },
    )


@require_GET
def move(request: HttpRequest, code: str, to: str) -> HttpResponse:
    """One move between two occupations: how common, how well it fits, and why."""
    here, there = queries.occupation(code), queries.occupation(to)
    why, terms = portrait.why(here.code, there.code)
    context = {"here": here, "there": there, "why": why, "terms": terms}
    return render(request, "occupations/move.html", context)


@require_GET
def compare(request: HttpRequest) -> HttpResponse:
    """Up to four occupations side by side."""
    form, area = _place(request, CompareForm)
    codes = request.GET.getlist("code")
    if form.is_bound and form.is_valid() and (added := form.cleaned_data["add"]):
        codes.append(added.code)
        form = CompareForm(initial={"area": area})
    owner = owner_of(request)
    return render(
        request,
        "occupations/compare.html",
        {
            "comparison": comparison.compare(codes, area) if codes else None,
            "saved": queries.saved_occupations(owner=owner),
            "form": form,
            "most": comparison.MOST,
        },
    )


@require_POST
def save(request: HttpRequest, code: str) -> HttpResponse:
    """Keep an occupation on one’s list."""
    known = services.save_occupation(owner=owner_of(request), code=code)
    undo = reverse("occupations:unsave", kwargs={"code": known.code})
    tell(request, f"Saved “{known.title}”.", undo=undo)
    return redirect("occupations:read", code=known.code)


@require_POST
def unsave(request: HttpRequest, code: str) -> HttpResponse:
    """Take an occupation off the list; it can be undone."""
    known = services.unsave_occupation(owner=owner_of(request), code=code)
    undo = reverse("occupations:save", kwargs={"code": known.code})
    tell(request, f"“{known.title}” is off your list.", undo=undo)
    return redirect("occupations:search")


def _place(request: HttpRequest, kind: type[F]) -> tuple[F, str]:
    """The place asked for, or the one last looked at, or the nation; and the form that asks."""
    if "area" not in request.GET:
        area = place_of(request)
        if not queries.area_name(area):
            area = NATIONAL
        return kind(initial={"area": "" if area == NATIONAL else area}), area
    form = kind(request.GET)
    form.is_valid()
    if "area" in form.errors:
        return form, NATIONAL
    area = form.cleaned_data["area"] or NATIONAL
    look_at(request, area)
    return form, area
