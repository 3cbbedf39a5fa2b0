"""Between a form and a service: what was posted, and what the service refused at its place."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, QueryDict

from turnpoint.errors import BadInput


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
