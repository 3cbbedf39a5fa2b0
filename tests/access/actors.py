"""Who calls: each actor is a browser that stands in one relation to the owner of an object.

An actor is made with the arguments of the address, so that a grant can name that very object. Add
one here, and the matrix tries it at every address.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from django.test import Client
from django.utils import timezone
from tests.access.rule import Arguments

from turnpoint.apps.accounts import grant_services
from turnpoint.apps.accounts.grant_services import Piece
from turnpoint.apps.accounts.models import Grant, Part, User

Actor = Callable[[User, Arguments], Client]


def signed_in(name: str, **about: bool) -> tuple[User, Client]:
    person = User.objects.get_or_create(username=name, defaults=about)[0]
    browser = Client()
    browser.force_login(person)
    return person, browser


def every_piece(arguments: Arguments) -> Iterator[Piece]:
    """Everything that can be granted, and the very object that the address names."""
    yield from (Piece(Part.PROFILE), Piece(Part.ROLE), Piece(Part.PLAN), Piece(Part.NOTES))
    if number := arguments.get("destination_id"):
        yield from (Piece(Part.DESTINATION, number), Piece(Part.REALITY, number))
    if number := arguments.get("transition_id"):
        yield Piece(Part.TRANSITION, number)


def grant_everything(owner: User, receiver: User, arguments: Arguments) -> Grant:
    return grant_services.give(
        owner=owner,
        receiver=receiver,
        pieces=tuple(every_piece(arguments)),
        purpose="Everything there is",
        until=timezone.now() + dt.timedelta(hours=1),
        may_comment=True,
        may_ask=True,
    )


def granted(owner: User, arguments: Arguments) -> Client:
    """Somebody who may read, comment and ask wherever that can be granted."""
    person, browser = signed_in("granted")
    grant_everything(owner, person, arguments)
    return browser


def withdrawn(owner: User, arguments: Arguments) -> Client:
    person, browser = signed_in("withdrawn")
    grant = grant_everything(owner, person, arguments)
    grant_services.withdraw(owner=owner, grant_id=grant.pk)
    return browser


def expired(owner: User, arguments: Arguments) -> Client:
    """Somebody whose grant ran out: it was given, and meant, for the day before yesterday."""
    person, browser = signed_in("expired")
    before = timezone.now() - dt.timedelta(days=2)
    Grant.objects.create(
        owner=owner,
        receiver=person,
        purpose="Everything there was",
        may_comment=True,
        may_ask=True,
        part_count=8,
        given_at=before,
        until=before + dt.timedelta(hours=1),
    )
    return browser


def stranger(owner: User, arguments: Arguments) -> Client:
    return signed_in("stranger")[1]


def administrator(owner: User, arguments: Arguments) -> Client:
    """Somebody who manages accounts, with every right Django knows."""
    return signed_in("administrator", is_staff=True, is_superuser=True)[1]


SIGNED_IN: dict[str, Actor] = {
    "granted": granted,
    "expired": expired,
    "withdrawn": withdrawn,
    "stranger": stranger,
    "administrator": administrator,
}


def anonymous(owner: User, arguments: Arguments) -> Client:
    return Client()


def household(owner: User, arguments: Arguments) -> Client:
    """Somebody at home who has opened a private link of the owner's."""
    _, token = grant_services.give_link(
        owner=owner,
        name="Kim",
        person_id=arguments.get("part_id", 1),
        purpose="In your own words",
        until=timezone.now() + dt.timedelta(hours=1),
    )
    browser = Client()
    browser.get(f"/home/{token}/")
    return browser


NOT_SIGNED_IN: dict[str, Actor] = {"anonymous": anonymous, "household link": household}
