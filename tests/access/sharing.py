"""Who may do what at the addresses of ``sharing``."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from tests.access.destinations import a_destination
from tests.access.rule import Arguments, Rule
from tests.access.transitions import a_person

from turnpoint.apps.accounts import access, grant_services
from turnpoint.apps.accounts.grant_services import Piece
from turnpoint.apps.accounts.models import Grant, Part, User
from turnpoint.apps.sharing import services
from turnpoint.apps.sharing.models import RemarkKind


def another(owner: User) -> User:
    """Somebody else, to share with or from."""
    return User.objects.get_or_create(username=f"friend-of-{owner.username}")[0]


def shared(giver: User, receiver: User, *pieces: Piece) -> Grant:
    return grant_services.give(
        owner=giver,
        receiver=receiver,
        pieces=pieces,
        purpose="A second pair of eyes",
        until=timezone.now() + dt.timedelta(hours=1),
        may_comment=True,
        may_ask=True,
    )


def a_grant_given(owner: User) -> Arguments:
    return {"grant_id": shared(owner, another(owner), Piece(Part.PROFILE)).pk}


def a_grant_received(owner: User) -> Arguments:
    return {"grant_id": shared(another(owner), owner, Piece(Part.PROFILE)).pk}


def a_part_received(owner: User) -> Arguments:
    return {**a_grant_received(owner), "part": "profile"}


def a_destination_received(owner: User) -> Arguments:
    number = a_destination(another(owner))["destination_id"]
    grant = shared(another(owner), owner, Piece(Part.DESTINATION, number))
    return {"grant_id": grant.pk, "part": "destination", "object_id": number}


def a_remark(owner: User) -> Arguments:
    grant = a_grant_given(owner)["grant_id"]
    opened = access.open_part(reader=another(owner), grant_id=grant, part=Part.PROFILE)
    kind, author = RemarkKind.QUESTION, another(owner)
    return {"remark_id": services.say(opened=opened, author=author, kind=kind, text="Why?").pk}


def a_removed_remark(owner: User) -> Arguments:
    arguments = a_remark(owner)
    services.remove(owner=owner, **arguments)
    return arguments


def somebody_at_home(owner: User) -> Arguments:
    found = a_person(owner)
    return {"transition_id": found["transition_id"], "person_id": found["part_id"]}


RULES = {
    "sharing:answer": Rule("POST", owned=a_remark),
    "sharing:ask-at-home": Rule("GET POST", owned=somebody_at_home),
    "sharing:give-back": Rule("POST", owned=a_grant_received),
    "sharing:household": Rule("GET POST", shared={"token": "no-such-link"}, anyone=404),
    "sharing:index": Rule("GET"),
    "sharing:part": Rule("GET POST", owned=a_part_received, by_grant=True),
    "sharing:part-of": Rule("GET POST", owned=a_destination_received, by_grant=True),
    "sharing:received": Rule("GET", owned=a_grant_received, by_grant=True),
    "sharing:record": Rule("GET"),
    "sharing:remove": Rule("POST", owned=a_remark),
    "sharing:restore": Rule("POST", owned=a_removed_remark),
    "sharing:share": Rule("GET POST"),
    "sharing:withdraw": Rule("POST", owned=a_grant_given),
}
