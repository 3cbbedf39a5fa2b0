"""Who is asking: the signed-in person, as every query and service needs it."""

from __future__ import annotations

from django.http import HttpRequest

from turnpoint.apps.accounts.models import User


def owner_of(request: HttpRequest) -> User:
    """The signed-in person. Every address that calls this is behind the sign-in."""
    if not isinstance(request.user, User):
        message = "an address that needs a person was reached without one"
        raise TypeError(message)
    return request.user
