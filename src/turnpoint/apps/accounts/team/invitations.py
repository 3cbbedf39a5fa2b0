"""Inviting somebody, and what an invitation opens."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from turnpoint.apps.accounts.models import Invitation, User
from turnpoint.errors import BadInput, Conflict, NotFound

LIFETIME = dt.timedelta(days=7)
HELD = "invitation"
OVER = (
    "This invitation was used, withdrawn or is more than a week old. Ask whoever invited you for "
    "a new one."
)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def open_ones() -> QuerySet[Invitation]:
    """Invitations that somebody could still use."""
    return Invitation.objects.filter(
        used_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=timezone.now()
    )


@transaction.atomic
def invite(*, email: str, by: User | None) -> tuple[Invitation, str]:
    """Invite an address, and return the token of its link. An earlier invitation of it ends."""
    wanted = email.strip()
    try:
        validate_email(wanted)
    except ValidationError as error:
        message = f"“{wanted[:80]}” is not an e-mail address."
        raise BadInput(message, where="email") from error
    if get_user_model().objects.filter(email__iexact=wanted).exists():
        raise BadInput("Somebody with this address has an account already.", where="email")
    now, token = timezone.now(), secrets.token_urlsafe(32)
    open_ones().filter(email__iexact=wanted).update(withdrawn_at=now)
    made = Invitation.objects.create(
        email=wanted,
        digest=_digest(token),
        invited_by=by,
        made_at=now,
        expires_at=now + LIFETIME,
    )
    return made, token


@transaction.atomic
def withdraw(*, invitation_id: int) -> Invitation:
    """End an invitation that was not used."""
    found = open_ones().filter(pk=invitation_id).first()
    if found is None:
        raise NotFound("There is no such open invitation.")
    found.withdrawn_at = timezone.now()
    found.save(update_fields=["withdrawn_at"])
    return found


def hold(request: HttpRequest, token: str) -> Invitation:
    """Remember in the session that this browser was invited. Raises ``NotFound``."""
    found = open_ones().filter(digest=_digest(token)).first()
    if found is None:
        raise NotFound(OVER)
    request.session[HELD] = found.pk
    return found


def held(request: HttpRequest) -> Invitation | None:
    """The open invitation this browser came with, where there is one."""
    number = request.session.get(HELD)
    return open_ones().filter(pk=number).first() if isinstance(number, int) else None


def use(request: HttpRequest, user: User) -> None:
    """Use the invitation up. Raises ``Conflict`` where somebody was quicker."""
    number = request.session.pop(HELD, None)
    mine = open_ones().filter(pk=number, email__iexact=user.email)
    if not mine.update(used_at=timezone.now()):
        raise Conflict(OVER)
