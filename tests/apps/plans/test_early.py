"""A new role offers its first days; years without a plan are said once, to the person alone."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.nudge import Nudge
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.services import write_destination
from turnpoint.apps.plans import aside, calendar_feed, early, goal_services
from turnpoint.apps.plans.first_things import PARTS, THINGS
from turnpoint.apps.plans.models import Focus, Goal
from turnpoint.apps.profiles.services import add_role, change_role
from turnpoint.apps.skills.models import AcceptedPlan
from turnpoint.apps.skills.services import planning

NOVEMBER = dt.date(2026, 11, 22)
PAGE = reverse("plans:first-days")


def _said(owner: User, today: dt.date = NOVEMBER) -> list[Nudge]:
    return list(early.nudges(owner=owner, today=today))


def test_every_first_thing_has_a_name_of_its_own() -> None:
    assert len(THINGS) == sum(len(part.things) for part in PARTS) == 15


@pytest.mark.parametrize(
    ("year", "month", "offered"),
    [(2026, 11, True), (2026, 8, True), (2026, 7, False), (2027, 2, True), (2027, 3, False)],
)
def test_a_role_of_the_last_or_next_three_months_offers_its_first_days(
    ada: User, year: int, month: int, offered: bool
) -> None:
    add_role(owner=ada, title="Buyer", start_year=2010, end_year=2026)
    add_role(owner=ada, title="Deputy", start_year=year, start_month=month)
    assert [each.kind for each in _said(ada)] == ["early start"] * offered


def test_a_role_whose_month_is_unknown_is_not_guessed_to_be_new(ada: User) -> None:
    add_role(owner=ada, title="Deputy", start_year=2026)
    assert not _said(ada)


def test_put_aside_it_stays_away_for_that_role_whatever_is_changed(ada: User) -> None:
    today = timezone.localdate()
    role = add_role(owner=ada, title="Deputy", start_year=today.year, start_month=today.month)
    ((one,), _) = aside.waiting(owner=ada, today=today)
    aside.put_aside(owner=ada, key=one.key)
    change_role(owner=ada, entry_id=role.pk, title="Deputy head")
    assert aside.waiting(owner=ada, today=today) == ((), 0)


def test_years_without_a_plan_are_said_in_words_that_stay(ada: User) -> None:
    add_role(owner=ada, title="Buyer", start_year=2023, start_month=11)
    assert not _said(ada, NOVEMBER - dt.timedelta(days=31))
    (first,) = _said(ada)
    assert "some years" in first.text
    assert _said(ada, NOVEMBER.replace(year=2030)) == [first]


def test_a_destination_or_a_goal_is_plan_enough(ada: User, bob: User) -> None:
    for owner in (ada, bob):
        add_role(owner=owner, title="Buyer", start_year=2012)
    ponds = Hypothesis(statement="I keep ponds.", by=dt.date(2031, 11, 1), confidence=40)
    write_destination(owner=ada, said=ponds)
    goal_services.add_goal(owner=bob, today=NOVEMBER, text="Sell two", know="paid")
    assert not _said(ada)
    assert not _said(bob)


def test_a_development_plan_is_plan_enough(ada: User) -> None:
    add_role(owner=ada, title="Buyer", start_year=2012)
    frame = planning.set_limits(owner=ada, hours=5, budget=Decimal(0), months=12)
    said = {"begins": "2026-11-01", "months": 12, "hours": 5, "budget": 0, "currency": "USD"}
    AcceptedPlan.objects.create(
        frame=frame,
        number=1,
        accepted_at=timezone.now(),
        content=json.dumps(said | {"items": [], "skills": [], "value": 0, "bound": None}),
    )
    assert not _said(ada)


def test_neither_line_is_in_the_calendar_feed(ada: User, ada_browser: Client) -> None:
    add_role(owner=ada, title="Buyer", start_year=2012)
    assert b"some years" in ada_browser.get("/").content
    token = calendar_feed.make_address(owner=ada)
    said = str(calendar_feed.feed(token=token, site="http://testserver"))
    assert "some years" not in said
    assert "first-days" not in said


def test_makes_a_goal_and_a_thing_of_today_and_takes_them_back(
    ada: User, ada_browser: Client
) -> None:
    for act in ("first-goal", "first-today"):
        answer = ada_browser.post(reverse(f"plans:{act}", args=["successor"]), follow=True)
        assert answer.redirect_chain == [(PAGE, 302)]
    goal, thing = Goal.objects.get(owner=ada), Focus.objects.get(owner=ada)
    assert goal.text == thing.text == THINGS["successor"].text
    page = ada_browser.get(PAGE).content.decode()
    assert "a goal</span>" in page
    assert "on a day</span>" in page
    ada_browser.post(reverse("plans:act-on-goal", args=[goal.pk, "remove"]))
    ada_browser.post(reverse("plans:act", args=[thing.pk, "take-off"]))
    after = ada_browser.get(PAGE).content.decode()
    assert "a goal</span>" not in after
    assert "on a day</span>" not in after


def test_a_full_quarter_and_a_full_day_say_so(ada: User, ada_browser: Client) -> None:
    for name in ("why-me", "day-one", "expected"):
        ada_browser.post(reverse("plans:first-goal", args=[name]))
        ada_browser.post(reverse("plans:first-today", args=[name]))
    full = ada_browser.post(reverse("plans:first-goal", args=["ninety"]))
    assert full.status_code == 409
    assert "Three goals are enough" in full.content.decode()
    today = reverse("plans:first-today", args=["ninety"])
    assert ada_browser.post(today).status_code == 409
    ada_browser.post(today, {"gravy": "1"})
    assert Focus.objects.get(owner=ada, slot=None).text == THINGS["ninety"].text


def test_an_unknown_first_thing_is_not_found(ada_browser: Client) -> None:
    assert ada_browser.post(reverse("plans:first-goal", args=["nothing"])).status_code == 404
