"""The person as the models receive them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from turnpoint.apps.accounts.models import User
from turnpoint.apps.occupations.queries import market
from turnpoint.apps.profiles import queries, services

DAY = dt.date(2026, 7, 1)


def test_there_is_no_person_before_a_role_has_an_occupation(ada: User) -> None:
    services.add_role(owner=ada, title="Wizard")
    assert queries.person(owner=ada, market=market()) is None


def test_a_person_is_their_roles_the_present_one_first(ada: User) -> None:
    facts = market()
    services.save_profile(owner=ada, currency="EUR", area="0600000", education_level=6)
    services.add_skill(owner=ada, name="Negotiation", element_id="2.B.1.d", level=5.5)
    services.add_skill(owner=ada, name="Juggling")
    services.add_role(
        owner=ada,
        title="Help-desk manager",
        occupation_code="15-1232.00",
        start_year=2010,
        start_month=7,
        end_year=2016,
        end_month=7,
    )
    services.add_role(
        owner=ada,
        title="IT director",
        occupation_code="11-3021.00",
        start_year=2016,
        start_month=7,
        pay=Decimal(8_000),
        pay_period="month",
    )
    services.add_role(owner=ada, title="Wizard", start_year=2020)
    person = queries.person(owner=ada, market=facts, day=DAY)
    assert person is not None
    assert person.origin == facts.index["11-3021.00"]
    now, before = person.roles
    assert (now.years, now.years_since, now.pay) == (10, 0, 96_000)
    assert (before.years, before.years_since, before.pay) == (6, 10, None)
    assert (person.pay, person.currency, person.area) == (96_000, "EUR", "0600000")
    assert person.education == 6
    assert person.skills == {"2.B.1.d": 5.5}


def test_what_was_not_said_stays_unknown(ada: User) -> None:
    services.add_role(owner=ada, title="IT director", occupation_code="11-3021.00")
    person = queries.person(owner=ada, market=market(), day=DAY)
    assert person is not None
    assert person.roles[0].years is None
    assert (person.pay, person.education, person.area) == (None, None, "0000000")


def test_a_role_that_is_over_at_an_unknown_time_is_not_a_present_one(ada: User) -> None:
    services.add_role(
        owner=ada, title="Boss", occupation_code="11-3021.00", start_year=2020, end_unknown=True
    )
    person = queries.person(owner=ada, market=market(), day=DAY)
    assert person is not None
    assert person.roles[0].years is None
    assert person.roles[0].years_since == pytest.approx(6, abs=0.1)
