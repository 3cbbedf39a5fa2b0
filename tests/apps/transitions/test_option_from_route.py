"""A pinned route becomes an option: its first step, pay from the facts, the month it arrives."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import services as destinations
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.profiles import services as profiles
from turnpoint.apps.routes import services as routes
from turnpoint.apps.routes.models import RoutePin
from turnpoint.apps.transitions.models import Option, Transition
from turnpoint.apps.transitions.services import transitions

SUPPORT, DEVELOPER = "15-1232.00", "15-1252.00"
SAID = Hypothesis(
    statement="I write software that people like.",
    by=dt.date(2031, 11, 1),
    occupation_code=DEVELOPER,
)


@pytest.fixture
def pinned(ada: User, wages: object) -> RoutePin:
    profiles.add_role(
        owner=ada,
        title="Help desk",
        occupation_code=SUPPORT,
        start_year=2019,
        pay=Decimal(61_000),
        pay_currency="USD",
    )
    profiles.add_education(owner=ada, institution="A college", level=6)
    written = destinations.write_destination(owner=ada, said=SAID)
    return routes.pin_route(owner=ada, destination_id=written.pk, path=f"{SUPPORT},{DEVELOPER}")


def opened(ada: User, currency: str) -> Transition:
    return transitions.open_transition(owner=ada, question="Do I go?", currency=currency)


def taken(browser: Client, transition: Transition, pinned: RoutePin) -> Option:
    """The option that the button on the page of options makes of the route."""
    where = [transition.pk, pinned.destination_id, pinned.pk]
    address = reverse("transitions:from-route", args=where)
    listed = reverse("transitions:options", args=[transition.pk])
    assert address in browser.get(listed).content.decode()
    assert browser.post(address, follow=True).status_code == 200
    assert address not in browser.get(listed).content.decode(), "it is an option already"
    return Option.objects.get(transition=transition, slot=1)


def test_a_pinned_route_is_an_option_with_pay_months_and_where_from(
    ada: User, ada_browser: Client, pinned: RoutePin
) -> None:
    row = taken(ada_browser, opened(ada, "USD"), pinned)
    step = pinned.value().first
    assert (row.name, row.occupation, row.route) == (step.title, DEVELOPER, pinned.value().path)
    assert 0 < row.money["pay"]["low"] < row.money["pay"]["high"]
    assert row.money["start"] == round(step.arrives)
    assert row.origin


def test_pay_in_another_currency_is_noted_and_not_converted(
    ada: User, ada_browser: Client, pinned: RoutePin
) -> None:
    row = taken(ada_browser, opened(ada, "EUR"), pinned)
    assert "pay" not in row.money
    assert "no figure was converted" in row.note
