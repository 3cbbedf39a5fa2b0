"""What an administrator does: open and close accounts. Nobody’s content is read here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.core.validators import validate_email
from django.db import transaction
from django.http import HttpRequest

from turnpoint.apps.accounts.models import Invitation, User
from turnpoint.apps.accounts.owner import owner_of
from turnpoint.apps.accounts.queries import OWNER
from turnpoint.errors import BadInput, Conflict, NotFound

LAST = "There would be no administrator left. Make somebody else one first."


@dataclass(frozen=True, slots=True)
class Account:
    """What an administrator sees of somebody: how they sign in, and nothing they wrote."""

    person: User
    email: str
    sessions: int


def administrator_of(request: HttpRequest) -> User:
    """The signed-in administrator. For anybody else there is nothing here."""
    person = owner_of(request)
    if not person.is_staff:
        raise NotFound("There is no page at this address.")
    return person


def accounts() -> Sequence[Account]:
    """Every account, the newest last."""
    open_sessions = UserSession.objects.values_list("user_id", flat=True)
    counted = list(open_sessions)
    return [
        Account(each, each.email or each.username, counted.count(each.pk))
        for each in User.objects.order_by("pk")
    ]


def send_invitation(*, made: Invitation, address: str) -> None:
    """Send the link of an invitation to the address that was invited."""
    send_mail(
        "You are invited to Turnpoint",
        f"You are invited to open an account on Turnpoint:\n\n{address}\n\n"
        f"The link works once, until {made.expires_at:%d %B %Y}. What you write there is yours: "
        "nobody else reads it unless you share it.\n",
        settings.DEFAULT_FROM_EMAIL,
        [made.email],
    )


@transaction.atomic
def set_active(*, by: User, person_id: int, active: bool) -> User:
    """Close an account, which signs it out everywhere and stops its grants, or open it again."""
    person = _person(person_id)
    if person == by:
        raise Conflict("You cannot close your own account here.")
    person.is_active = active
    person.save(update_fields=["is_active"])
    if not active:
        for session in UserSession.objects.filter(user=person):
            session.end()
    return person


@transaction.atomic
def set_administrator(*, person_id: int, administers: bool) -> User:
    """Let somebody manage accounts, or no longer. Raises ``Conflict`` for the last one."""
    everybody = User.objects.select_for_update().filter(is_staff=True, is_active=True)
    person = _person(person_id)
    if not administers and {each.pk for each in everybody} <= {person.pk}:
        raise Conflict(LAST)
    person.is_staff = administers
    person.save(update_fields=["is_staff"])
    return person


@transaction.atomic
def claim(*, email: str) -> User:
    """Give the person of a personal workspace an e-mail address and the accounts to manage.

    Everything they wrote stays theirs: it is the same account.
    """
    person = User.objects.filter(username=OWNER).first()
    if person is None:
        raise NotFound("There is no personal workspace here yet. Run “turnpoint serve” once.")
    wanted = email.strip().lower()
    _checked(wanted)
    if User.objects.filter(email__iexact=wanted).exclude(pk=person.pk).exists():
        raise BadInput("Somebody else has this address already.", where="email")
    person.email, person.is_staff = wanted, True
    person.save(update_fields=["email", "is_staff"])
    EmailAddress.objects.filter(user=person).delete()
    EmailAddress.objects.create(user=person, email=wanted, verified=True, primary=True)
    return person


def _checked(email: str) -> None:
    try:
        validate_email(email)
    except ValidationError as error:
        raise BadInput(f"“{email[:80]}” is not an e-mail address.", where="email") from error


def _person(person_id: int) -> User:
    found = User.objects.filter(pk=person_id).first()
    if found is None:
        raise NotFound("There is no such account.")
    return found
