"""What the facilitator’s chair can reach, from the URL configuration itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from tests.access import facilitation as rules
from tests.access.facilitation import chair
from tests.access.rule import Rule

from turnpoint.apps.accounts.models import User
from turnpoint.apps.facilitation.services import engagements

PLANS = ("destinations", "transitions", "roles", "profiles", "plans", "routes", "skills")
"""The apps whose tables hold a person’s destination, decisions, role and plan."""


def led(name: str, person: User) -> tuple[Rule, Mapping[str, Any]]:
    """An address about a person’s engagement, seen from the other chair."""
    rule = rules.RULES[name]
    assert rule.owned
    arguments = dict(rule.owned(person))
    if "side" in arguments:
        arguments["side"] = "led"
    return rule, arguments


def about(name: str, person: User) -> tuple[Rule, Mapping[str, Any]]:
    """The same, and for what only a facilitator does: about this person's engagement."""
    if name in {"facilitation:ask", "facilitation:examine"}:
        return rules.RULES[name], {"engagement_id": chair(person).engagement.pk}
    return led(name, person)


def of_somebody() -> list[str]:
    return sorted(name for name, rule in rules.RULES.items() if rule.owned)


def written(person: User) -> dict[str, list[dict[str, Any]]]:
    """Every row of the apps that hold what a facilitator may never change."""
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for label in PLANS
        for model in apps.get_app_config(label).get_models()
    }


def signed_in(person: User | None) -> Client:
    browser = Client()
    assert person is not None
    browser.force_login(person)
    return browser


@pytest.mark.parametrize("name", of_somebody())
def test_the_facilitator_writes_to_no_destination_plan_or_decision(ada: User, name: str) -> None:
    from tests.access.destinations import a_destination
    from tests.access.transitions import a_decided_transition

    a_destination(ada)
    a_decided_transition(ada)
    rule, arguments = about(name, ada)
    browser = signed_in(chair(ada).engagement.facilitator)
    before = written(ada)
    for method in rule.methods.split():
        answer = browser.generic(method, reverse(name, kwargs=dict(arguments)))
        assert answer.status_code < 500
    assert written(ada) == before


@pytest.mark.parametrize("name", of_somebody())
def test_a_stranger_and_a_former_facilitator_find_nothing(ada: User, bob: User, name: str) -> None:
    rule, arguments = about(name, ada)
    facilitator = signed_in(chair(ada).engagement.facilitator)
    engagements.end(chair(ada))
    for browser in (signed_in(bob), facilitator):
        for method in rule.methods.split():
            answer = browser.generic(method, reverse(name, kwargs=dict(arguments)))
            assert answer.status_code == 404, f"{method} {name}"


def test_what_only_the_person_does_has_no_address_on_the_other_side(ada: User) -> None:
    for name in ("answer", "reply", "set-goal", "score", "remove-goal", "sponsor", "end-sponsor"):
        _, arguments = led(f"facilitation:{name}", ada)
        address = reverse(f"facilitation:{name}", kwargs=dict(arguments))
        assert "/mine/" in address
        browser = signed_in(chair(ada).engagement.facilitator)
        assert browser.post(address).status_code == 404
        assert browser.post(address.replace("/mine/", "/led/")).status_code == 404
