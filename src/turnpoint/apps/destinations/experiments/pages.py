"""Common to the views of the ledger: answering a form that the database or another tab refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.http import HttpRequest

from turnpoint.errors import BadInput, Conflict

T = TypeVar("T")


def attempt(form: forms.Form, act: Callable[[], T]) -> T | None:
    """Do it; where it is refused, the form says why, and nothing is given."""
    try:
        return act()
    except BadInput as refusal:
        form.add_error(refusal.where if refusal.where in form.fields else None, str(refusal))
    except Conflict as conflict:
        form.add_error(None, str(conflict))
    return None


def rebased(request: HttpRequest, number: int) -> dict[str, str]:
    """What was sent, as written on row ``number``: sent again, it is added to that."""
    return request.POST.dict() | {"base": str(number)}


def status_of(form: forms.Form) -> int:
    """422 where what was sent cannot be kept."""
    return 422 if form.is_bound and form.errors else 200
