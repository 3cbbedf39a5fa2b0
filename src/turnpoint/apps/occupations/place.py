"""The place whose pay a person looks at, kept for the session."""

from __future__ import annotations

from django.http import HttpRequest

from turnpoint.labour.wage import NATIONAL

_KEY = "occupations.place"


def place_of(request: HttpRequest) -> str:
    """OEWS code of the place last looked at; the nation at first."""
    return str(request.session.get(_KEY, NATIONAL))


def look_at(request: HttpRequest, area: str) -> None:
    """Show pay at ``area`` from now on."""
    request.session[_KEY] = area or NATIONAL
