"""Who may do what at which address: every address × method × person, from the URL configuration.

A new address needs one line in ``RULES``. An address that names a person's object also says how
such an object is made, so that the matrix can try it as its owner and as another person.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import services as destinations
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.plans import focus_services as focus
from turnpoint.apps.plans.models import Area
from turnpoint.apps.profiles import services as profiles
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.profiles.resume import services as resumes
from turnpoint.apps.roles.services import activities as role_activities
from turnpoint.apps.roles.services import others
from turnpoint.apps.routes import services as routes
from turnpoint.apps.routes.models import RoutePin
from turnpoint.apps.transitions.models import Prediction
from turnpoint.apps.transitions.services import (
    criteria,
    decisions,
    options,
    past,
    people,
    transitions,
)
from turnpoint.core.transition.assumptions import Assumptions

Arguments = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rule:
    """``methods`` an address answers to. ``owned`` makes the object it names, for one person;
    ``shared`` are arguments that name nobody's object; ``anyone``: no sign-in needed."""

    methods: str
    owned: Callable[[User], Arguments] | None = None
    shared: Arguments | None = None
    anyone: bool = False

    def arguments(self, owner: User) -> Arguments:
        return self.owned(owner) if self.owned else self.shared or {}

    def allows(self, method: str) -> bool:
        return method in self.methods.split()


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


def a_pinned_route(owner: User) -> Arguments:
    arguments = a_destination(owner)
    step = {"origin_code": "11-1021.00", "origin_title": "Manager", "code": "37-1012.00"}
    months = {"low": 6.0, "likely": 9.0, "high": 14.0}
    step |= {"title": "Supervisor", "one_in": 80, "months": months, "begins": 0, "arrives": 9}
    step |= {"pay": 61_000.0, "tuition": 0.0, "degree": False, "licence": False}
    kept = RoutePin.objects.create(
        owner=owner,
        path="11-1021.00,37-1012.00",
        figures={"steps": [step], "months": months, "earned": 320_000.0, "horizon": 60},
        facts="the shipped facts",
        pinned_at=timezone.now(),
        **arguments,
    )
    return {**arguments, "pin_id": kept.pk}


def a_transition_beside_a_route(owner: User) -> Arguments:
    return {**a_transition(owner), **a_pinned_route(owner)}


def an_unpinned_route(owner: User) -> Arguments:
    arguments = a_pinned_route(owner)
    routes.unpin(owner=owner, **arguments)
    return arguments


def a_role(owner: User) -> Arguments:
    role = profiles.add_role(owner=owner, title="IT director")
    return {"kind": "roles", "entry_id": role.pk}


def a_removed_role(owner: User) -> Arguments:
    arguments = a_role(owner)
    profiles.remove_role(owner=owner, entry_id=arguments["entry_id"])
    return arguments


def a_pending_import(owner: User) -> Arguments:
    resume = b'{"work": [{"name": "Aldgate", "position": "IT director"}]}'
    held = resumes.hold_import(owner=owner, file_name="resume.json", content=resume)
    return {"pending_id": held.pk}


def an_accepted_import(owner: User) -> Arguments:
    held = a_pending_import(owner)["pending_id"]
    taken = resumes.accept_import(owner=owner, pending_id=held, keep=[], occupations={})
    return {"import_id": taken.pk}


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


def a_held_role(owner: User) -> HeldRole:
    return profiles.add_role(owner=owner, title="Help desk", occupation_code="15-1232.00")


def an_activity(owner: User) -> Arguments:
    held = a_held_role(owner)
    row = role_activities.add_activity(owner=owner, held=held, name="Mending", time=50.0)
    return {"activity_id": row.pk}


def a_changed_role(owner: User) -> Arguments:
    changed = role_activities.remove_activity(owner=owner, **an_activity(owner))
    return {"change_id": changed.pk}


def a_role_beside(owner: User) -> Arguments:
    held = a_held_role(owner)
    role_activities.add_activity(owner=owner, held=held, name="Mending", time=50.0, enjoyment=2)
    row = others.put_beside(owner=owner, held=held, name="Aldgate", origin="offer")
    return {"other_id": row.pk}


def something_new_there(owner: User) -> Arguments:
    arguments = a_role_beside(owner)
    changed = others.add_there(owner=owner, name="Budgets", **arguments)
    return {**arguments, "there_id": changed.before[0]["pk"]}


def a_thing_of_today(owner: User) -> Arguments:
    row = focus.add(owner=owner, day=timezone.localdate(), area=Area.WORK, text="Call Ghent")
    return {"focus_id": row.pk, "act": "tick"}


RULES = {
    "accounts:become": Rule("POST"),
    "accounts:sign-in": Rule("GET", anyone=True),
    "accounts:sign-out": Rule("POST"),
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
    "occupations:compare": Rule("GET"),
    "occupations:facts": Rule("GET"),
    "occupations:facts-add": Rule("POST", shared={"name": "onet"}),
    "occupations:facts-dismiss": Rule("POST"),
    "occupations:facts-put-back": Rule("POST", shared={"name": "onet"}),
    "occupations:facts-remove": Rule("POST", shared={"name": "onet"}),
    "occupations:facts-source": Rule("GET", shared={"name": "onet"}),
    "occupations:move": Rule("GET", shared={"code": "11-3021.00", "to": "11-1011.00"}),
    "occupations:read": Rule("GET", shared={"code": "11-3021.00"}),
    "occupations:save": Rule("POST", shared={"code": "11-3021.00"}),
    "occupations:search": Rule("GET"),
    "occupations:suggest": Rule("GET"),
    "occupations:unsave": Rule("POST", shared={"code": "11-3021.00"}),
    "plans:act": Rule("POST", owned=a_thing_of_today),
    "plans:add": Rule("POST"),
    "plans:find": Rule("GET"),
    "plans:plan": Rule("GET"),
    "plans:today": Rule("GET"),
    "profiles:about": Rule("GET POST"),
    "profiles:add": Rule("GET POST", shared={"kind": "skills"}),
    "profiles:add-role": Rule("GET POST"),
    "profiles:entry": Rule("GET POST", owned=a_role),
    "profiles:import": Rule("GET POST"),
    "profiles:preview-import": Rule("GET POST", owned=a_pending_import),
    "profiles:profile": Rule("GET"),
    "profiles:remove": Rule("POST", owned=a_role),
    "profiles:restore": Rule("POST", owned=a_removed_role),
    "profiles:undo-import": Rule("POST", owned=an_accepted_import),
    "roles:activities": Rule("GET POST"),
    "roles:activity": Rule("GET POST", owned=an_activity),
    "roles:add": Rule("GET POST"),
    "roles:add-there": Rule("POST", owned=a_role_beside),
    "roles:back-in-ranking": Rule("POST"),
    "roles:begin-ranking": Rule("POST"),
    "roles:beside": Rule("GET POST"),
    "roles:kinds": Rule("GET"),
    "roles:other": Rule("GET POST", owned=a_role_beside),
    "roles:pick": Rule("GET POST"),
    "roles:ranking": Rule("GET POST"),
    "roles:remove": Rule("POST", owned=an_activity),
    "roles:remove-other": Rule("POST", owned=a_role_beside),
    "roles:remove-there": Rule("POST", owned=something_new_there),
    "roles:role": Rule("GET"),
    "transitions:answers": Rule("GET", owned=a_transition),
    "transitions:answers-progress": Rule("GET", owned=a_transition),
    "transitions:try": Rule("GET", owned=a_transition),
    "transitions:make-task": Rule("POST", owned=a_transition),
    "transitions:bring-in": Rule("GET POST"),
    "transitions:decide": Rule("GET POST", owned=a_transition),
    "transitions:decision": Rule("GET POST", owned=a_decided_transition),
    "transitions:judge": Rule("POST", owned=a_prediction),
    "transitions:past": Rule("GET"),
    "transitions:past-transition": Rule("GET POST", owned=a_past_transition),
    "transitions:remove-past": Rule("POST", owned=a_past_transition),
    "transitions:restore-past": Rule("POST", owned=a_removed_past_transition),
    "transitions:review": Rule("GET POST", owned=a_decided_transition),
    "transitions:take-out": Rule("GET", owned=a_transition),
    "transitions:write-past": Rule("GET POST"),
    "roles:undo": Rule("POST", owned=a_changed_role),
    "roles:use-ranking": Rule("POST"),
    "roles:week": Rule("POST"),
    "roles:whole": Rule("POST"),
    "transitions:before": Rule("GET POST", owned=a_transition),
    "transitions:effects": Rule("GET", owned=a_transition),
    "transitions:effects-of-option": Rule("GET POST", owned=an_option),
    "transitions:effects-on-criterion": Rule("GET POST", owned=a_criterion),
    "transitions:finding": Rule("GET POST", owned=a_finding),
    "transitions:money": Rule("GET POST", owned=a_transition),
    "transitions:option-money": Rule("GET POST", owned=an_option),
    "transitions:preferences": Rule("GET POST", owned=a_transition),
    "transitions:swings": Rule("GET POST", owned=a_transition),
    "transitions:tick-off": Rule("POST", owned=a_finding),
    "transitions:trade-off": Rule("GET POST", owned=a_transition),
    "transitions:untick": Rule("POST", owned=a_finding),
    "transitions:way-back": Rule("GET POST", owned=an_option),
    "routes:brief": Rule("GET", owned=a_destination),
    "routes:look": Rule("GET", owned=a_destination),
    "routes:pin": Rule("POST", owned=a_destination),
    "routes:restore": Rule("POST", owned=an_unpinned_route),
    "routes:unpin": Rule("POST", owned=a_pinned_route),
    "transitions:add-criterion": Rule("GET POST", owned=a_transition),
    "transitions:criteria": Rule("GET POST", owned=a_transition),
    "transitions:criterion": Rule("GET POST", owned=a_criterion),
    "transitions:edit": Rule("GET POST", owned=a_transition),
    "transitions:from-occupation": Rule("GET POST", owned=a_transition),
    "transitions:from-route": Rule("POST", owned=a_transition_beside_a_route),
    "transitions:lay-aside": Rule("POST", owned=a_transition),
    "transitions:list": Rule("GET"),
    "transitions:open": Rule("GET POST"),
    "transitions:option": Rule("GET POST", owned=an_option),
    "transitions:options": Rule("GET POST", owned=a_transition),
    "transitions:people": Rule("GET POST", owned=a_transition),
    "transitions:person": Rule("GET POST", owned=a_person),
    "transitions:read": Rule("GET", owned=a_transition),
    "transitions:remove": Rule("POST", owned=a_transition),
    "transitions:remove-part": Rule("POST", owned=a_part),
    "transitions:restore": Rule("POST", owned=a_removed_transition),
    "transitions:restore-part": Rule("POST", owned=a_removed_part),
    "transitions:take-back-scale": Rule("POST", owned=a_changed_criterion),
    "transitions:take-up": Rule("POST", owned=a_transition_laid_aside),
}
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
ANSWERED = {200, 204, 302, 303, 400, 404, 409, 422}
"""What an address may answer its owner who sends an empty form: words, and never a traceback."""


def addresses() -> Iterator[str]:
    def walk(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[str]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns, f"{space}{pattern.namespace}:")
            else:
                yield f"{space}{pattern.name}"

    yield from walk(get_resolver().url_patterns, "")


def each(which: Callable[[Rule], object]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("name", sorted(name for name in RULES if which(RULES[name])))


EVERY_ADDRESS = each(lambda rule: True)
READ = each(lambda rule: rule.allows("GET"))
WRITTEN = each(lambda rule: rule.allows("POST"))
OWNED = each(lambda rule: rule.owned)


def everything_stored() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table but the sessions."""
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for model in apps.get_models()
        if model is not Session
    }


def ask(browser: Client, method: str, name: str, arguments: Arguments) -> HttpResponse:
    return browser.generic(method, reverse(name, kwargs=dict(arguments)))


def test_every_address_has_a_rule() -> None:
    assert sorted(addresses()) == sorted(RULES)


@EVERY_ADDRESS
def test_sends_whoever_is_not_signed_in_to_the_sign_in_page(ada: User, name: str) -> None:
    rule = RULES[name]
    arguments = rule.arguments(ada)
    before = everything_stored()
    for method in METHODS:
        answer = ask(Client(), method, name, arguments)
        if rule.anyone:
            assert answer.status_code == (200 if rule.allows(method) else 405)
        else:
            assert answer.status_code == 302
            assert answer["Location"].startswith(reverse("accounts:sign-in"))
    assert everything_stored() == before


@EVERY_ADDRESS
def test_answers_its_owner_by_its_own_methods_only(
    ada: User, ada_browser: Client, name: str
) -> None:
    rule = RULES[name]
    arguments = rule.arguments(ada)
    for method in METHODS:
        ada_browser.force_login(ada)
        answer = ask(ada_browser, method, name, arguments)
        expected = ANSWERED if rule.allows(method) else {405}
        assert answer.status_code in expected, f"{method} {name}"
        assert "unsafe" not in answer["Content-Security-Policy"]


@READ
def test_reading_is_answered_and_changes_nothing(ada: User, ada_browser: Client, name: str) -> None:
    rule = RULES[name]
    arguments = rule.arguments(ada)
    before = everything_stored()
    assert ask(ada_browser, "GET", name, arguments).status_code in {200, 302}
    assert everything_stored() == before


@OWNED
def test_hides_what_belongs_to_another_person(ada: User, bob_browser: Client, name: str) -> None:
    rule = RULES[name]
    arguments = rule.arguments(ada)
    before = everything_stored()
    for method in rule.methods.split():
        assert ask(bob_browser, method, name, arguments).status_code == 404, f"{method} {name}"
    assert everything_stored() == before


@WRITTEN
def test_refuses_a_form_that_another_site_sent(ada: User, name: str) -> None:
    rule = RULES[name]
    arguments = rule.arguments(ada)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ada)
    before = everything_stored()
    assert ask(browser, "POST", name, arguments).status_code == 403
    assert everything_stored() == before
