"""Who may do what at the addresses of ``transitions``."""

from __future__ import annotations

import datetime as dt

from tests.access.destinations import a_destination
from tests.access.routes import a_pinned_route
from tests.access.rule import Arguments, Rule

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles import services as profiles
from turnpoint.apps.roles.services import activities, others
from turnpoint.apps.transitions.models import Prediction
from turnpoint.apps.transitions.services import (
    criteria,
    decisions,
    options,
    past,
    people,
    transitions,
)
from turnpoint.apps.transitions.services import loved_time as services_of_loved_time


def a_transition_beside_a_route(owner: User) -> Arguments:
    return {**a_transition(owner), **a_pinned_route(owner)}


def a_transition(owner: User) -> Arguments:
    """An open transition with an option, a criterion, a person and their words."""
    row = transitions.open_transition(owner=owner, question="Do we move to Lyon?")
    options.add_option(owner=owner, transition_id=row.pk, name="Lyon")
    criteria.add_criterion(owner=owner, transition_id=row.pk, name="Commute", worst=90, best=0)
    return {"transition_id": row.pk}


def a_transition_laid_aside(owner: User) -> Arguments:
    arguments = a_transition(owner)
    transitions.lay_aside(owner=owner, **arguments)
    return arguments


def a_removed_transition(owner: User) -> Arguments:
    arguments = a_transition(owner)
    transitions.remove(owner=owner, **arguments)
    return arguments


def an_option(owner: User) -> Arguments:
    arguments = a_transition(owner)
    row = options.add_option(owner=owner, name="Ask for four days", **arguments)
    return {**arguments, "part_id": row.pk}


def a_criterion(owner: User) -> Arguments:
    arguments = a_transition(owner)
    row = criteria.add_criterion(owner=owner, name="Sleep", worst=4, best=8, **arguments)
    return {**arguments, "part_id": row.pk}


def loved_time(owner: User) -> Arguments:
    arguments = a_transition(owner)
    held = profiles.add_role(owner=owner, title="Help desk")
    activities.add_activity(owner=owner, held=held, name="Mending", time=50.0, enjoyment=2)
    others.put_beside(owner=owner, held=held, name="Aldgate", origin="offer")
    row = services_of_loved_time.add_loved_time(owner=owner, **arguments)
    return {**arguments, "part_id": row.pk}


def a_changed_criterion(owner: User) -> Arguments:
    arguments = a_criterion(owner)
    criteria.change_criterion(owner=owner, worst=5, **arguments)
    return arguments


def a_person(owner: User) -> Arguments:
    arguments = a_transition(owner)
    row = people.add_person(owner=owner, name="Kim", **arguments)
    return {**arguments, "part_id": row.pk}


def a_finding(owner: User) -> Arguments:
    arguments = a_transition(owner)
    row = people.ask(owner=owner, text="Two days remote?", ask="HR", **arguments)
    return {**arguments, "part_id": row.pk}


def a_decided_transition(owner: User) -> Arguments:
    arguments = an_option(owner)
    decisions.decide(
        owner=owner,
        transition_id=arguments["transition_id"],
        option_id=arguments["part_id"],
        reasons="The children.",
        predictions=[decisions.Predicted("We stay five years.", 0.7, dt.date(2031, 1, 1))],
    )
    return {"transition_id": arguments["transition_id"]}


def a_prediction(owner: User) -> Arguments:
    arguments = a_decided_transition(owner)
    found = Prediction.objects.get(decision__transition_id=arguments["transition_id"])
    return {**arguments, "part_id": found.pk}


def a_past_transition(owner: User) -> Arguments:
    return {"past_id": past.write_past(owner=owner, question="Leave?", year=2014).pk}


def a_removed_past_transition(owner: User) -> Arguments:
    arguments = a_past_transition(owner)
    past.remove_past(owner=owner, **arguments)
    return arguments


def a_part(owner: User) -> Arguments:
    return {**an_option(owner), "kind": "options"}


def a_removed_part(owner: User) -> Arguments:
    arguments = an_option(owner)
    options.remove_option(owner=owner, **arguments)
    return {**arguments, "kind": "options"}


RULES = {
    "transitions:add-loved-time": Rule("POST", owned=a_transition),
    "transitions:loved-time": Rule("GET POST", owned=loved_time),
    "transitions:take-back-loved-time": Rule("POST", owned=loved_time),
    "transitions:add-criterion": Rule("GET POST", owned=a_transition),
    "transitions:answers": Rule("GET", owned=a_transition),
    "transitions:answers-progress": Rule("GET", owned=a_transition),
    "transitions:before": Rule("GET POST", owned=a_transition),
    "transitions:bring-in": Rule("GET POST"),
    "transitions:criteria": Rule("GET POST", owned=a_transition),
    "transitions:criterion": Rule("GET POST", owned=a_criterion),
    "transitions:decide": Rule("GET POST", owned=a_transition),
    "transitions:decision": Rule("GET POST", owned=a_decided_transition),
    "transitions:dreams": Rule("GET", owned=a_destination),
    "transitions:edit": Rule("GET POST", owned=a_transition),
    "transitions:effects": Rule("GET", owned=a_transition),
    "transitions:effects-of-option": Rule("GET POST", owned=an_option),
    "transitions:effects-on-criterion": Rule("GET POST", owned=a_criterion),
    "transitions:finding": Rule("GET POST", owned=a_finding),
    "transitions:from-occupation": Rule("GET POST", owned=a_transition),
    "transitions:from-route": Rule("POST", owned=a_transition_beside_a_route),
    "transitions:judge": Rule("POST", owned=a_prediction),
    "transitions:lay-aside": Rule("POST", owned=a_transition),
    "transitions:list": Rule("GET"),
    "transitions:make-task": Rule("POST", owned=a_transition),
    "transitions:money": Rule("GET POST", owned=a_transition),
    "transitions:open": Rule("GET POST"),
    "transitions:option": Rule("GET POST", owned=an_option),
    "transitions:option-money": Rule("GET POST", owned=an_option),
    "transitions:options": Rule("GET POST", owned=a_transition),
    "transitions:past": Rule("GET"),
    "transitions:past-transition": Rule("GET POST", owned=a_past_transition),
    "transitions:people": Rule("GET POST", owned=a_transition),
    "transitions:person": Rule("GET POST", owned=a_person),
    "transitions:preferences": Rule("GET POST", owned=a_transition),
    "transitions:read": Rule("GET", owned=a_transition),
    "transitions:remove": Rule("POST", owned=a_transition),
    "transitions:remove-part": Rule("POST", owned=a_part),
    "transitions:remove-past": Rule("POST", owned=a_past_transition),
    "transitions:restore": Rule("POST", owned=a_removed_transition),
    "transitions:restore-part": Rule("POST", owned=a_removed_part),
    "transitions:restore-past": Rule("POST", owned=a_removed_past_transition),
    "transitions:review": Rule("GET POST", owned=a_decided_transition),
    "transitions:swings": Rule("GET POST", owned=a_transition),
    "transitions:take-back-scale": Rule("POST", owned=a_changed_criterion),
    "transitions:take-out": Rule("GET", owned=a_transition),
    "transitions:take-up": Rule("POST", owned=a_transition_laid_aside),
    "transitions:tick-off": Rule("POST", owned=a_finding),
    "transitions:trade-off": Rule("GET POST", owned=a_transition),
    "transitions:try": Rule("GET", owned=a_transition),
    "transitions:untick": Rule("POST", owned=a_finding),
    "transitions:way-back": Rule("GET POST", owned=an_option),
    "transitions:write-past": Rule("GET POST"),
}
