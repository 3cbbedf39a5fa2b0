"""Finding, reading, comparing and saving occupations."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from turnpoint.apps.occupations.forms import Choices
from turnpoint.errors import BadInput

FIELD_NAME = re.compile(r"[A-Za-z][\w-]{0,63}")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    return render(request, "occupations/search.html")


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """The choices below a typed title, as a fragment for the occupation picker."""
    name = request.GET.get("field", "occupation")
    if not FIELD_NAME.fullmatch(name):
        raise BadInput("The name of that field cannot be used.", where="field")
    title = request.GET.get(f"{name}_title", "").strip()
    choices = Choices.of(name, title, "", unmatched=request.GET.get("unmatched") == "1")
    return render(request, "occupations/widgets/choices.html", {"choices": choices})


@require_safe
def facts(request: HttpRequest) -> HttpResponse:
    return render(request, "occupations/facts.html")
