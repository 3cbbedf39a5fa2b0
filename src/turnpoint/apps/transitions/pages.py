"""What the pages of one transition have in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.transitions import parts, queries
from turnpoint.apps.transitions.models import Status
from turnpoint.apps.transitions.queries import Checked
from turnpoint.errors import BadInput


def checked(request: HttpRequest, transition_id: int) -> Checked:
    """The signed-in person’s transition, with every problem at its cell."""
    return queries.checked(
        owner=owner_of(request), transition_id=transition_id, today=timezone.localdate()
    )


def part_page(
    request: HttpRequest,
    found: Checked,
    slug: str,
    template: str,
    *,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A page of one part of the file."""
    shown: Mapping[str, Any] = {
        "transition": found.rows.transition,
        "part": parts.part(slug),
        "following": parts.neighbours(slug),
        "frozen": found.rows.transition.status in {Status.DECIDED, Status.REVIEWED},
        "rows": found.rows,
        **context,
    }
    return render(request, f"transitions/{template}.html", shown, status=status)


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
