"""What several parts of one page ask the database for is read once, and forgotten with the page.

Only while a page is read (GET): it changes nothing, so that nothing kept can have become untrue.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.http import HttpRequest, HttpResponse

P = ParamSpec("P")
T = TypeVar("T")

_kept: ContextVar[dict[Hashable, Any] | None] = ContextVar("kept", default=None)


def once(read: Callable[P, T]) -> Callable[P, T]:
    """Answer a query of the same arguments from what this page has read. What it gives is shared:
    callers leave it as it is."""

    @wraps(read)
    def asked(*args: P.args, **said: P.kwargs) -> T:
        kept = _kept.get()
        if kept is None:
            return read(*args, **said)
        key = (read, args, tuple(sorted(said.items())))
        if key not in kept:
            kept[key] = read(*args, **said)
        found: T = kept[key]
        return found

    return asked


def reading_once(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Keep what is read for as long as one page takes."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return get_response(request)
        token = _kept.set({})
        try:
            return get_response(request)
        finally:
            _kept.reset(token)

    return answer
