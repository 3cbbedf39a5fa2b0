"""A disk without room, and a database that does not answer: told apart, said, and outlived.

What was sent meanwhile is handed back on the page that says so, to be sent again from there.
"""

from __future__ import annotations

import errno
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.template.loader import render_to_string

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
SAID_OF_NO_ROOM = ("full", "No space left", "quota")
SAID_OF_THE_DISK = "disk I/O error"
"""What SQLite says of any other trouble with its file, which may have no room either."""
LEAST_ROOM = 1_000_000
SECRETS = ("/account/", "/sign-in/")
"""Forms with passwords and codes: what is typed there is not handed back."""


@dataclass(frozen=True, slots=True)
class Outage:
    """``what`` is the matter and what ``then`` helps, each without its full stop; the status."""

    what: str
    then: str
    status: int


FULL = Outage("The disk is full", "Make room", 507)
BROKEN = Outage("The disk cannot be written", "Look whether it is whole and may be written", 507)
AWAY = Outage("The database does not answer just now", "Wait a moment", 503)


def outage_of(error: BaseException | None) -> Outage | None:
    """Which outage ``error`` tells of, where it tells of one."""
    if isinstance(error, OperationalError):
        said = str(error)
        if any(words in said for words in SAID_OF_NO_ROOM):
            return FULL
        if SAID_OF_THE_DISK in said:
            return FULL if _little_room() else BROKEN
        return AWAY
    return FULL if isinstance(error, OSError) and error.errno in NO_ROOM else None


def _little_room() -> bool:
    try:
        return shutil.disk_usage(Path(settings.DATA_DIR)).free < LEAST_ROOM
    except OSError:
        return False


def page_of(outage: Outage, request: HttpRequest) -> HttpResponse:
    """Without the frame of a page: who is signed in cannot be read now either."""
    if request.method == "POST":
        sentence = f"{outage.what}, so nothing of what you sent was saved"
        advice = f"{outage.then}, and send it again: everything goes on by itself"
    else:
        sentence = f"{outage.what}, so this page cannot be shown"
        advice = f"{outage.then}, and open it again: everything goes on by itself"
    context = {"sentence": f"{sentence}. {advice}.", **_handed_back(request)}
    return HttpResponse(render_to_string("failure.html", context), status=outage.status)


def _handed_back(request: HttpRequest) -> dict[str, Any]:
    """The fields of a form of ours, with the words to be read; a file has to be chosen anew."""
    if request.method != "POST" or request.headers.get("HX-Request"):
        return {}
    if request.path.startswith(SECRETS) or request.FILES or not _sent_from_here(request):
        return {}
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]
    return {
        "address": request.get_full_path(),
        "csrf_token": get_token(request),
        "fields": fields,
        "words": [value for _, value in fields if " " in value.strip()],
    }


class _Check(CsrfViewMiddleware):
    """Says no without a page, for which the database would be asked."""

    def _reject(self, request: HttpRequest, reason: str) -> HttpResponse:
        return HttpResponse(reason, status=403)


def _sent_from_here(request: HttpRequest) -> bool:
    """A page elsewhere may not have its own words put into a form of ours."""
    return _Check(lambda _: HttpResponse()).process_view(request, page_of, (), {}) is None
