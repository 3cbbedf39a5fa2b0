"""Who may do what at the addresses of ``destinations``."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.access.rule import Arguments, Rule

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import services as destinations
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.core.transition.assumptions import Assumptions


def a_destination(owner: User) -> Arguments:
    """A destination with two revisions."""
    said = Hypothesis(statement="I run a koi-pond business.", by=dt.date(2031, 11, 1))
    written = destinations.write_destination(owner=owner, said=said)
    destinations.revise_destination(
        owner=owner, destination_id=written.pk, base=1, said=replace(said, confidence=70)
    )
    return {"destination_id": written.pk}


def a_removed_destination(owner: User) -> Arguments:
    arguments = a_destination(owner)
    destinations.remove(owner=owner, **arguments)
    return arguments


def a_revision(owner: User) -> Arguments:
    return {**a_destination(owner), "number": 1}


def a_set_of_assumptions(owner: User) -> Arguments:
    arguments = a_destination(owner)
    destinations.assume(owner=owner, **arguments, assumed=Assumptions(climb=0.05))
    return {**arguments, "number": 1}


RULES = {
    "destinations:activate": Rule("POST", owned=a_destination),
    "destinations:archive": Rule("POST", owned=a_destination),
    "destinations:assume": Rule("POST", owned=a_destination),
    "destinations:assume-again": Rule("POST", owned=a_set_of_assumptions),
    "destinations:compare": Rule("GET", owned=a_destination),
    "destinations:discard": Rule("POST"),
    "destinations:list": Rule("GET"),
    "destinations:read": Rule("GET", owned=a_destination),
    "destinations:remove": Rule("POST", owned=a_destination),
    "destinations:restore": Rule("POST", owned=a_removed_destination),
    "destinations:restore-revision": Rule("POST", owned=a_revision),
    "destinations:revise": Rule("GET POST", owned=a_destination),
    "destinations:revision": Rule("GET", owned=a_revision),
    "destinations:revisions": Rule("GET", owned=a_destination),
    "destinations:step": Rule("GET POST", shared={"number": 1}),
    "destinations:take-back": Rule("POST"),
    "destinations:unarchive": Rule("POST", owned=a_destination),
    "destinations:write": Rule("GET"),
}
