"""What changes an account."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from django.db import transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import SignInLink, User
from turnpoint.apps.accounts.queries import OWNER, sample_people
from turnpoint.apps.accounts.time_zone import zone_named, zone_of
from turnpoint.errors import NotFound

LINK_LIFETIME = dt.timedelta(hours=1)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def make_owner() -> User:
    """The person whose workspace this is; made at the first start."""
    owner, made = User.objects.get_or_create(username=OWNER)
    if made:
        owner.set_unusable_password()
        owner.save(update_fields=["password"])
    return owner


def make_sample_person(*, username: str, name: str, sample_line: str) -> User:
    """A fictional person of the demo, who can be looked at and never logs in by password."""
    person = User(username=username, first_name=name, sample_line=sample_line)
    person.set_unusable_password()
    person.save()
    return person


@transaction.atomic
def make_sign_in_link(*, user: User) -> str:
    """A fresh token that signs ``user`` in once within the hour; older links stop working."""
    SignInLink.objects.filter(user=user).delete()
    token = secrets.token_urlsafe(32)
    SignInLink.objects.create(
        user=user, digest=_digest(token), expires_at=timezone.now() + LINK_LIFETIME
    )
    return token


@transaction.atomic
def use_sign_in_link(*, token: str) -> User:
    """The person a token signs in; the token works no second time.

    The token itself is never stored or compared: its SHA-256 is looked up, so that timing tells
    nothing. Raises ``NotFound`` for a token that is unknown, used or too old.
    """
    now = timezone.now()
    used = SignInLink.objects.filter(
        digest=_digest(token), used_at__isnull=True, expires_at__gt=now
    ).update(used_at=now)
    if not used:
        raise NotFound(
            "This sign-in link has been used or is more than an hour old. "
            "Run “turnpoint link” in a terminal for a new one."
        )
    return SignInLink.objects.select_related("user").get(digest=_digest(token)).user


def say_time_zone(*, user: User, text: str) -> str:
    """Say where one’s days begin. ``text`` names the zone, or a place that only one is named after."""
    user.time_zone = zone_named(text) if text.strip() else ""
    user.save(update_fields=["time_zone"])
    return user.time_zone


def take_time_zone(*, user: User, name: str) -> bool:
    """Take the zone a browser names, where none has been said; whether it is another day there."""
    zone = zone_of(name)
    if zone is None or not User.objects.filter(pk=user.pk, time_zone="").update(time_zone=name):
        return False
    return timezone.localdate() != timezone.localdate(timezone=zone)


def sample_person(*, username: str) -> User:
    """The sample person of that name; raises ``NotFound`` outside a demo workspace."""
    for person in sample_people():
        if person.username == username:
            return person
    raise NotFound("There is no sample person of that name here.")
