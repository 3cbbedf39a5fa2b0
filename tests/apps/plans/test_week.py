"""A weekly review: what moved, inside before outside; answers that stay; a few things for next week."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.experiments.said import Doubt, Plan
from turnpoint.apps.destinations.experiments.services import plans, uncertainties
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.services import revise_destination, write_destination
from turnpoint.apps.plans import aside, focus_services, goal_services, moved
from turnpoint.apps.plans import week_services as services
from turnpoint.apps.plans.focus_queries import day_list
from turnpoint.apps.plans.models import Area, WeeklyReview, WeekThing
from turnpoint.apps.plans.week import after, looked_back_on, monday_of
from turnpoint.apps.plans.week_queries import still_open
from turnpoint.apps.plans.week_services import Chosen
from turnpoint.apps.profiles.services import add_role
from turnpoint.apps.transitions.services import people, transitions
from turnpoint.errors import BadInput, Conflict, NotFound

PONDS = Hypothesis(statement="I keep ponds.", by=dt.date(2031, 11, 1), confidence=40)


def _this_week() -> dt.date:
    return monday_of(timezone.localdate())


@given(day=st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_a_week_is_looked_back_on_from_its_thursday_to_the_wednesday_after(day: dt.date) -> None:
    monday = looked_back_on(day)
    assert monday.weekday() == 0
    assert 3 <= (day - monday).days <= 9
    assert after(monday) - monday == dt.timedelta(days=7)


def test_what_moved_inside_and_outside_are_kept_apart(ada: User) -> None:
    today = timezone.localdate()
    written = write_destination(owner=ada, said=PONDS)
    sure = Hypothesis(statement="I keep ponds.", by=dt.date(2031, 11, 1), confidence=55)
    revise_destination(owner=ada, destination_id=written.pk, base=1, said=sure)
    lyon = transitions.open_transition(owner=ada, question="Do we move to Lyon?")
    asked = people.ask(owner=ada, text="Two days remote?", ask="HR", transition_id=lyon.pk)
    people.tick_off(owner=ada, transition_id=lyon.pk, part_id=asked.pk)
    goal = goal_services.add_goal(owner=ada, today=today, text="Sell two", know="paid")
    goal_services.reach(owner=ada, goal_id=goal.pk, today=today)
    thing = focus_services.add(
        owner=ada, day=today, area=Area.WORK, text="Call", serves_words="the exit plan"
    )
    focus_services.tick(owner=ada, focus_id=thing.pk)
    add_role(owner=ada, title="Deputy", start_year=today.year, start_month=today.month)
    inside = [each.text for each in moved.inside(owner=ada, monday=_this_week())]
    assert "40% sure became 55%: I keep ponds." in inside
    assert "Two days remote?" in inside
    assert "Sell two" in inside
    assert "One thing for the exit plan" in inside
    outside = [each.text for each in moved.outside(owner=ada, monday=_this_week())]
    assert "Do we move to Lyon?" in outside
    assert "Began this month: Deputy" in outside
    before = _this_week() - dt.timedelta(weeks=8)
    assert moved.inside(owner=ada, monday=before) == ()


def test_answers_can_be_written_again_and_what_moved_is_kept(ada: User) -> None:
    write_destination(owner=ada, said=PONDS)
    monday = _this_week()
    services.write_review(owner=ada, monday=monday, answers={"inside": "Wholesale"})
    row = services.write_review(owner=ada, monday=monday, answers={"inside": "Wholesale prices"})
    assert WeeklyReview.objects.get(owner=ada) == row
    assert row.moved["inside"][0]["text"] == "Written: I keep ponds."
    with pytest.raises(BadInput, match="One line is enough"):
        services.write_review(owner=ada, monday=after(monday), answers={"inside": " "})


def test_a_removed_review_comes_back_unless_the_week_was_written_again(ada: User) -> None:
    row = services.write_review(owner=ada, monday=_this_week(), answers={"inside": "a"})
    services.remove_review(owner=ada, review_id=row.pk)
    services.restore_review(owner=ada, review_id=row.pk)
    services.remove_review(owner=ada, review_id=row.pk)
    services.write_review(owner=ada, monday=_this_week(), answers={"inside": "b"})
    with pytest.raises(Conflict):
        services.restore_review(owner=ada, review_id=row.pk)


def test_one_of_the_weeks_few_is_offered_until_it_is_on_a_day(ada: User) -> None:
    today = timezone.localdate()
    goal = goal_services.add_goal(owner=ada, today=today, text="Sell two", know="paid")
    chosen = [Chosen("Call Ghent", f"goal:{goal.pk}"), Chosen(""), Chosen("Visit a pond")]
    services.choose(owner=ada, monday=_this_week(), things=chosen)
    first, _ = still_open(owner=ada, today=today)
    focus = services.take_up(owner=ada, thing_id=first.pk, day=today)
    assert [each.text for each in still_open(owner=ada, today=today)] == ["Visit a pond"]
    (thing,) = day_list(owner=ada, day=today).work.things
    assert (thing.text, thing.serves) == ("Call Ghent", "Sell two")
    focus_services.take_off(owner=ada, focus_id=focus.pk)
    assert len(still_open(owner=ada, today=today)) == 2
    services.choose(owner=ada, monday=_this_week(), things=[Chosen("")])
    assert [each.slot for each in still_open(owner=ada, today=today)] == [3]


def test_the_page_puts_inside_first_keeps_answers_and_plans_next_week(
    ada: User, ada_browser: Client
) -> None:
    address = reverse("plans:week")
    page = ada_browser.get(address).content.decode()
    assert page.index("Inside, first") < page.index(">Outside<") < page.index("Up to three things")
    refused = ada_browser.post(address, {"inside": ""})
    assert refused.status_code == 422
    sent = {"inside": "Wholesale prices", "thing_1": "Call Ghent", "serves_1": ""}
    page = ada_browser.post(address, sent, follow=True).content.decode()
    assert "Wholesale prices" in page
    assert "Call Ghent" in page
    row = WeeklyReview.objects.get(owner=ada)
    assert WeekThing.objects.get(owner=ada).monday == after(row.monday)
    assert "Wholesale prices" in ada_browser.get(address).content.decode()
    too_long = ada_browser.post(address, {"inside": "kept", "thing_1": "x" * 201})
    assert too_long.status_code == 422
    assert "kept" in too_long.content.decode()


def test_today_offers_the_weeks_few_by_one_click(ada: User, ada_browser: Client) -> None:
    services.choose(owner=ada, monday=_this_week(), things=[Chosen("Call Ghent")])
    assert "This week’s few" in ada_browser.get("/").content.decode()
    row = WeekThing.objects.get(owner=ada)
    ada_browser.post(reverse("plans:act-on-week", args=[row.pk, "take-up"]))
    assert "This week’s few" not in ada_browser.get("/").content.decode()


def test_what_waits_comes_in_order_a_few_at_most_and_can_be_put_aside(
    ada: User, ada_browser: Client
) -> None:
    today = timezone.localdate()
    for number in range(7):
        transitions.open_transition(
            owner=ada, question=f"Move {number}?", deadline=today + dt.timedelta(days=9 - number)
        )
    first, more = aside.waiting(owner=ada, today=today)
    assert [each.nudge.text for each in first] == [f"Move {n}?" for n in (6, 5, 4, 3, 2)]
    assert more == 2
    page = ada_browser.get("/").content.decode()
    assert "2 more wait" in page
    ada_browser.post(reverse("plans:put-aside", args=[first[0].key]))
    assert "Move 6?" not in [e.nudge.text for e in aside.waiting(owner=ada, today=today)[0]]
    ada_browser.post(reverse("plans:take-back", args=[first[0].key]))
    assert aside.waiting(owner=ada, today=today)[0][0].nudge.text == "Move 6?"


def test_other_peoples_weeks_are_out_of_reach(ada: User, bob: User) -> None:
    row = services.write_review(owner=ada, monday=_this_week(), answers={"inside": "a"})
    with pytest.raises(NotFound):
        services.remove_review(owner=bob, review_id=row.pk)


def test_an_experiment_can_be_served_and_its_result_has_moved_something(ada: User) -> None:
    today = timezone.localdate()
    koi = write_destination(owner=ada, said=PONDS)
    care = uncertainties.raise_uncertainty(
        owner=ada, destination_id=koi.pk, said=Doubt("Does care sell?", 40, today)
    )
    show = plans.plan_experiment(
        owner=ada,
        destination_id=koi.pk,
        uncertainty_id=care.pk,
        said=Plan("Ask ten at the show", "Three would.", 30, today, whom="Tom"),
    )
    thing = focus_services.add(
        owner=ada, day=today, area=Area.WORK, text="Call Tom", serves=f"experiment:{show.pk}"
    )
    assert thing.serves == "Ask ten at the show"
    (shown,) = day_list(owner=ada, day=today).work.things
    assert shown.address == reverse("destinations:experiment", args=[koi.pk, show.pk])
