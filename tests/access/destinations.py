"""Who may do what at the addresses of ``destinations``."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.access.rule import Arguments, Rule

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import services as destinations
from turnpoint.apps.destinations.experiments.said import Doubt, Plan, Result
from turnpoint.apps.destinations.experiments.services import plans, results, uncertainties
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.models import Held
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


def a_question(owner: User) -> Arguments:
    arguments = a_destination(owner)
    said = Doubt("Do households pay for care?", 40)
    asked = uncertainties.raise_uncertainty(owner=owner, said=said, **arguments)
    return {**arguments, "uncertainty_id": asked.pk}


def a_statement(owner: User) -> Arguments:
    return {**a_question(owner), "number": 1}


def a_standing(owner: User) -> Arguments:
    return {**a_question(owner), "standing": "settled"}


def an_experiment(owner: User) -> Arguments:
    arguments = a_question(owner)
    said = Plan("Ask ten", "Three would.", 30, dt.date(2027, 2, 20))
    planned = plans.plan_experiment(owner=owner, said=said, **arguments)
    return {"destination_id": arguments["destination_id"], "experiment_id": planned.pk}


def an_experiment_plan(owner: User) -> Arguments:
    return {**an_experiment(owner), "number": 1}


def a_result(owner: User) -> Arguments:
    arguments = an_experiment(owner)
    said = Result(dt.date(2027, 2, 20), "Five did.", Held.YES)
    results.write_result(owner=owner, base=0, said=said, **arguments)
    return arguments


RULES = {
    "destinations:activate": Rule("POST", owned=a_destination),
    "destinations:archive": Rule("POST", owned=a_destination),
    "destinations:ask": Rule("GET POST", owned=a_destination),
    "destinations:assume": Rule("POST", owned=a_destination),
    "destinations:assume-again": Rule("POST", owned=a_set_of_assumptions),
    "destinations:beside": Rule("GET"),
    "destinations:call-off": Rule("POST", owned=an_experiment),
    "destinations:compare": Rule("GET", owned=a_destination),
    "destinations:conclude": Rule("GET POST", owned=a_result),
    "destinations:discard": Rule("POST"),
    "destinations:experiment": Rule("GET", owned=an_experiment),
    "destinations:leave-unchanged": Rule("POST", owned=a_result),
    "destinations:ledger": Rule("GET", owned=a_destination),
    "destinations:list": Rule("GET"),
    "destinations:plan-experiment": Rule("GET POST", owned=a_question),
    "destinations:read": Rule("GET", owned=a_destination),
    "destinations:remove": Rule("POST", owned=a_destination),
    "destinations:replan": Rule("GET POST", owned=an_experiment),
    "destinations:replan-as": Rule("POST", owned=an_experiment_plan),
    "destinations:restate": Rule("GET POST", owned=a_question),
    "destinations:restate-as": Rule("POST", owned=a_statement),
    "destinations:restore": Rule("POST", owned=a_removed_destination),
    "destinations:restore-revision": Rule("POST", owned=a_revision),
    "destinations:result": Rule("GET POST", owned=an_experiment),
    "destinations:revise": Rule("GET POST", owned=a_destination),
    "destinations:revision": Rule("GET", owned=a_revision),
    "destinations:stand": Rule("POST", owned=a_standing),
    "destinations:step": Rule("GET POST", shared={"number": 1}),
    "destinations:take-back": Rule("POST"),
    "destinations:unarchive": Rule("POST", owned=a_destination),
    "destinations:uncertainty": Rule("GET", owned=a_question),
    "destinations:write": Rule("GET"),
}
