"""Nobody’s work stops the others’: one long thing a person at a time, and background work gives way."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from turnpoint.apps.accounts.elsewhere import GIVES_WAY
from turnpoint.apps.accounts.owner import owner_of

P = ParamSpec("P")
R = TypeVar("R", bound=HttpResponseBase)

_busy: set[int] = set()
_lock = threading.Lock()


def one_at_a_time(
    view: Callable[Concatenate[HttpRequest, P], R],
) -> Callable[Concatenate[HttpRequest, P], R | HttpResponse]:
    """For what takes long: while a person waits for one such answer, another is refused in words.

    Counted in this process for all such views together, so that nobody fills its few threads alone.
    """

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **said: P.kwargs) -> R | HttpResponse:
        person = owner_of(request).pk
        with _lock:
            if person in _busy:
                return _one_moment(request)
            _busy.add(person)
        try:
            return view(request, *args, **said)
        finally:
            with _lock:
                _busy.discard(person)

    return answer


def _one_moment(request: HttpRequest) -> HttpResponse:
    sentence = (
        "You asked for something else that takes a while, and it is not done yet. Such things go one "
        "at a time, so that nobody waits for somebody else. Nothing was changed; ask again in a moment."
    )
    page = render(request, "failure.html", {"sentence": sentence}, status=429)
    page["Retry-After"] = "5"
    return page


def give_way() -> None:
    """Let pages go before this thread, and before those it starts (Linux keeps it for each thread)."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), GIVES_WAY)
