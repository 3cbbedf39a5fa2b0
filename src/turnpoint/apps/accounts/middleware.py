"""What holds for every answer: bounded questions, a strict content policy, failures in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils import timezone

from turnpoint.apps.accounts import security_log, sight
from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.time_zone import zone_of
from turnpoint.errors import Conflict, NotFound, TurnpointError

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


ACCOUNTS = "account/"
"""Where the addresses of accounts begin."""

MOST_BYTES = 320_000_000
"""Of one request: the largest release of facts that may be uploaded, and the form around it."""


def content_security_policy(get_response: Answer) -> Answer:
    """Nothing inline, nothing from elsewhere; private pages are not kept by caches."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Content-Security-Policy"] = POLICY
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        if "Cache-Control" not in response:
            response["Cache-Control"] = "private, no-store"
        return response

    return answer


def bounded_requests(get_response: Answer) -> Answer:
    """Refuse what is too large by the length it announces, before any of it is read or kept."""

    def answer(request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if announced.isdecimal() and int(announced) <= MOST_BYTES:
            return get_response(request)
        sentence = (
            f"What was sent has more than {MOST_BYTES // 10**6} MB, so it was not read. "
            "Nothing was changed; send a smaller file."
        )
        return render(request, "failure.html", {"sentence": sentence}, status=413)

    return answer


def bound_to_a_person(get_response: Answer) -> Answer:
    """Bind the request to the rows of whoever is signed in, and to nobody’s when it is over."""

    def answer(request: HttpRequest) -> HttpResponse:
        with sight.finding_out():
            person = request.user if isinstance(request.user, User) else None
        with sight.seeing(person):
            return get_response(request)

    return answer


class accounts_of_a_team:  # noqa: N801  # used as the function it is; Django wants a class for this hook
    """The addresses of accounts answer in team mode only, and to reading and forms only."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        match = request.resolver_match
        if match is None or not match.route.startswith(ACCOUNTS):
            return None
        if not settings.TEAM:
            sentence = "There is no page at this address."
            return render(request, "failure.html", {"sentence": sentence}, status=404)
        if request.method not in {"GET", "HEAD", "POST"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        return None


def in_own_time_zone(get_response: Answer) -> Answer:
    """For whoever is signed in, days begin and times are shown where they are."""

    def answer(request: HttpRequest) -> HttpResponse:
        person = request.user
        with timezone.override(zone_of(person.time_zone) if isinstance(person, User) else None):
            return get_response(request)

    return answer


class fail_in_words:  # noqa: N801  # used as the function it is; Django wants a class for this hook
    """Turn an expected failure into a page that says it, with the right status."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, TurnpointError):
            return None
        if isinstance(error, NotFound):
            security_log.refused(request)
        status = 404 if isinstance(error, NotFound) else 409 if isinstance(error, Conflict) else 400
        return render(request, "failure.html", {"sentence": str(error)}, status=status)
