"""The goals of a quarter: three at most, with how one will know, and what became of them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.plans import focus_services, goal_services
from turnpoint.apps.plans.goal_queries import goals_page
from turnpoint.apps.plans.goal_services import QuarterFull
from turnpoint.apps.plans.models import Area, Goal, GoalState
from turnpoint.apps.transitions.services import people, transitions
from turnpoint.errors import BadInput, Conflict, NotFound

NOVEMBER = dt.date(2026, 11, 22)
JANUARY = dt.date(2027, 1, 4)


def _goal(owner: User, text: str = "Sell two ponds", today: dt.date = NOVEMBER) -> Goal:
    return goal_services.add_goal(owner=owner, today=today, text=text, know="they are paid")


def test_a_quarter_takes_three_open_goals_and_is_kind_about_a_fourth(ada: User) -> None:
    first, *_ = [_goal(ada, text) for text in ("one", "two", "three")]
    with pytest.raises(QuarterFull, match="enough for thirteen weeks"):
        _goal(ada, "four")
    _goal(ada, "next", JANUARY)
    goal_services.reach(owner=ada, goal_id=first.pk, today=NOVEMBER)
    _goal(ada, "four")
    page = goals_page(owner=ada, today=NOVEMBER)
    assert [goal.text for goal in page.open] == ["four", "two", "three"]
    assert [goal.text for goal in page.closed] == ["one"]
    with pytest.raises(QuarterFull):
        goal_services.open_again(owner=ada, goal_id=first.pk)


@pytest.mark.parametrize(
    "wrong",
    [
        {"slot": 4},
        {"quarter": 5},
        {"know": ""},
        {"state": "let go", "closed_on": NOVEMBER},
        {"state": "reached"},
        {"state": "late"},
    ],
)
def test_the_database_itself_refuses_what_cannot_be(ada: User, wrong: dict[str, object]) -> None:
    right = {"year": 2026, "quarter": 4, "slot": 1, "text": "Sell", "know": "paid"}
    with pytest.raises(IntegrityError), transaction.atomic():
        Goal.objects.create(owner=ada, **(right | wrong))


def test_letting_go_asks_for_a_word(ada: User) -> None:
    row = _goal(ada)
    with pytest.raises(BadInput):
        goal_services.let_go(owner=ada, goal_id=row.pk, today=NOVEMBER, word="  ")
    goal_services.let_go(owner=ada, goal_id=row.pk, today=NOVEMBER, word="The frost came early")
    (closed,) = goals_page(owner=ada, today=NOVEMBER).closed
    assert (closed.state, closed.word) == (GoalState.LET_GO, "The frost came early")
    goal_services.open_again(owner=ada, goal_id=row.pk)
    assert goals_page(owner=ada, today=NOVEMBER).open[0].word == ""


def test_a_new_quarter_offers_what_the_last_one_left_open_and_keeps_it_as_it_was(ada: User) -> None:
    row = _goal(ada)
    page = goals_page(owner=ada, today=JANUARY)
    assert [goal.text for goal in page.left] == ["Sell two ponds"]
    assert page.open == ()
    goal_services.go_on(owner=ada, goal_id=row.pk, today=JANUARY)
    page = goals_page(owner=ada, today=JANUARY)
    assert page.left == ()
    assert [goal.know for goal in page.open] == ["they are paid"]
    assert str(page.past[0].quarter) == "October to December 2026"
    with pytest.raises(Conflict):
        goal_services.go_on(owner=ada, goal_id=row.pk, today=JANUARY)
    with pytest.raises(Conflict):
        goal_services.go_on(owner=ada, goal_id=row.pk, today=NOVEMBER)


def test_what_was_done_for_a_goal_stands_beside_it_once(ada: User) -> None:
    row = _goal(ada, today=timezone.localdate())
    today = timezone.localdate()
    yesterday = today - dt.timedelta(days=1)
    thing = focus_services.add(
        owner=ada, day=yesterday, area=Area.WORK, text="Call Ghent", serves=f"goal:{row.pk}"
    )
    carried = focus_services.carry_over(owner=ada, focus_id=thing.pk, day=today)
    assert goals_page(owner=ada, today=today).open[0].steps == ()
    focus_services.tick(owner=ada, focus_id=carried.pk)
    (step,) = goals_page(owner=ada, today=today).open[0].steps
    assert (step.text, step.day) == ("Call Ghent", today)


def test_offers_the_questions_of_open_transitions_until_a_goal_serves_them(ada: User) -> None:
    lyon = transitions.open_transition(owner=ada, question="Do we move to Lyon?")
    asked = people.ask(owner=ada, text="Two days remote?", ask="HR", transition_id=lyon.pk)
    today = timezone.localdate()
    (offer,) = goals_page(owner=ada, today=today).offered
    assert (offer.words, offer.title) == ("Two days remote?", "question to settle")
    goal_services.add_goal(
        owner=ada, today=today, text="Settle it", know="HR says it", serves=f"finding:{asked.pk}"
    )
    page = goals_page(owner=ada, today=today)
    assert page.offered == ()
    assert page.open[0].serves == "Two days remote?"


def test_a_removed_goal_comes_back_unless_the_quarter_filled_up(ada: User) -> None:
    row = _goal(ada)
    goal_services.remove(owner=ada, goal_id=row.pk)
    assert goals_page(owner=ada, today=NOVEMBER).open == ()
    goal_services.restore(owner=ada, goal_id=row.pk)
    assert len(goals_page(owner=ada, today=NOVEMBER).open) == 1


def test_other_peoples_goals_are_out_of_reach(ada: User, bob: User) -> None:
    row = _goal(ada)
    with pytest.raises(NotFound):
        goal_services.reach(owner=bob, goal_id=row.pk, today=NOVEMBER)
    with pytest.raises(BadInput):
        focus_services.add(
            owner=bob, day=NOVEMBER, area=Area.WORK, text="pry", serves=f"goal:{row.pk}"
        )


def test_the_pages_set_change_and_let_go(ada: User, ada_browser: Client) -> None:
    assert "Up to three goals" in ada_browser.get(reverse("plans:goals")).content.decode()
    add = reverse("plans:add-goal")
    refused = ada_browser.post(add, {"text": "Sell two ponds"})
    assert refused.status_code == 422
    assert 'value="Sell two ponds"' in refused.content.decode()
    page = ada_browser.post(add, {"text": "Sell two ponds", "know": "they are paid"}, follow=True)
    assert "I will know when they are paid" in page.content.decode()
    row = Goal.objects.get(owner=ada)
    words = {"text": "Sell three ponds", "know": "paid", "serves_words": "a living"}
    page = ada_browser.post(reverse("plans:goal", args=[row.pk]), words, follow=True)
    assert "for a living" in page.content.decode()
    assert "Sell three ponds" in ada_browser.get(reverse("plans:plan")).content.decode()
    let_go = reverse("plans:act-on-goal", args=[row.pk, "let-go"])
    assert ada_browser.post(let_go, {"word": ""}).status_code == 422
    page = ada_browser.post(let_go, {"word": "too cold"}, follow=True).content.decode()
    assert "too cold" in page
    assert reverse("plans:act-on-goal", args=[row.pk, "open-again"]) in page


def test_a_fourth_goal_is_kept_in_the_form(ada: User, ada_browser: Client) -> None:
    for text in ("one", "two", "three"):
        _goal(ada, text, timezone.localdate())
    answer = ada_browser.post(reverse("plans:add-goal"), {"text": "four", "know": "so"})
    assert answer.status_code == 422
    assert "enough for thirteen weeks" in answer.content.decode()
    assert 'value="four"' in answer.content.decode()
