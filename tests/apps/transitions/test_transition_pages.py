from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.services import write_destination
from turnpoint.apps.transitions.models import AffectedPerson, Criterion, Option, Transition
from turnpoint.apps.transitions.services import criteria, transitions


@pytest.fixture
def opened(ada: User) -> Transition:
    return transitions.open_transition(owner=ada, question="Do we move to Lyon?")


def said(browser: Client, address: str, **sent: object) -> str:
    """The page after a form was sent, wherever it leads."""
    return browser.post(address, sent, follow=True).content.decode()


def test_an_empty_list_teaches_what_a_transition_is(ada_browser: Client, ada: User) -> None:
    page = ada_browser.get("/transition/").content.decode()
    assert "made-up example" in page
    assert "Write a destination" in page
    write_destination(
        owner=ada, said=Hypothesis(statement="I keep ponds.", by=dt.date(2031, 11, 1))
    )
    assert "I keep ponds." in ada_browser.get("/transition/").content.decode()


def test_opens_one_and_leads_to_its_file(ada_browser: Client) -> None:
    deadline = timezone.localdate() + dt.timedelta(weeks=4)
    page = said(
        ada_browser,
        "/transition/open/",
        question="Do we move to Lyon?",
        kind="relocation",
        deadline=deadline.isoformat(),
        currency="EUR",
        horizon="60",
    )
    assert "<h1>Do we move to Lyon?</h1>" in page
    assert "Do we move to Lyon?" in ada_browser.get("/transition/").content.decode()


@pytest.mark.parametrize(
    ("days", "words"),
    [(-3, "has passed"), (5, "That is soon"), (200, "more than two months"), (30, "")],
)
def test_an_unusual_deadline_gets_a_kind_word_and_no_refusal(
    ada_browser: Client, days: int, words: str
) -> None:
    deadline = timezone.localdate() + dt.timedelta(days=days)
    page = said(
        ada_browser,
        "/transition/open/",
        question="Do we move?",
        kind="offer",
        deadline=deadline.isoformat(),
        currency="EUR",
        horizon="60",
    )
    assert Transition.objects.get().deadline == deadline
    assert words in page


@pytest.mark.parametrize(
    ("cell", "typed", "sentence"),
    [
        ("question", "", "Ask it in one sentence"),
        ("deadline", "next week", "Write the date as 2026-12-14."),
        ("horizon", "nan", "is not a number"),
        ("horizon", "3", "cannot be below 6"),
        ("kind", "heist", "Select a valid choice"),
    ],
)
def test_a_wrong_answer_is_named_at_its_cell_and_nothing_is_lost(
    ada_browser: Client, cell: str, typed: str, sentence: str
) -> None:
    answers = {"question": "Do we?", "kind": "offer", "currency": "EUR", "horizon": "48"}
    answer = ada_browser.post("/transition/open/", answers | {cell: typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert cell == "question" or "Do we?" in page


def test_adds_an_option_and_takes_it_back(ada_browser: Client, opened: Transition) -> None:
    page = said(ada_browser, f"/transition/{opened.pk}/options/", name="Lyon", note="")
    assert "Lyon" in page
    row = Option.objects.get(key="lyon")
    removed = said(ada_browser, f"/transition/{opened.pk}/options/{row.pk}/remove/")
    assert f"/transition/{opened.pk}/options/{row.pk}/restore/" in removed
    assert "is back" in said(ada_browser, f"/transition/{opened.pk}/options/{row.pk}/restore/")


def test_staying_has_no_way_to_be_removed(ada_browser: Client, opened: Transition) -> None:
    stay = Option.objects.get(transition=opened)
    page = ada_browser.get(f"/transition/{opened.pk}/options/").content.decode()
    assert f"/options/{stay.pk}/remove/" not in page
    answer = ada_browser.post(f"/transition/{opened.pk}/options/{stay.pk}/remove/")
    assert answer.status_code == 409
    assert "Staying is always an option" in answer.content.decode()


def test_ticked_starters_become_criteria(ada_browser: Client, opened: Transition) -> None:
    address = f"/transition/{opened.pk}/criteria/"
    page = said(ada_browser, address, starter=["commute", "children"])
    assert "Added 2." in page
    assert "120 … 0 minutes a day" in page


def test_inverted_ends_are_kept_and_named(ada_browser: Client, opened: Transition) -> None:
    sent = {"name": "Commute", "shape": "linear", "unit": "minutes", "better": "less"}
    page = said(ada_browser, f"/transition/{opened.pk}/criteria/add/", **sent, worst="0", best="90")
    assert "wrong side of the worst" in page
    assert Criterion.objects.get().best == 90


def test_an_unreadable_end_is_named_and_the_rest_is_saved(
    ada: User, ada_browser: Client, opened: Transition
) -> None:
    row = criteria.add_criterion(owner=ada, transition_id=opened.pk, name="Sleep", worst=4, best=8)
    sent = {"name": "Sleep at night", "shape": "linear", "better": "more", "unit": "hours"}
    answer = ada_browser.post(
        f"/transition/{opened.pk}/criteria/{row.pk}/", sent | {"worst": "four", "best": "9"}
    )
    assert answer.status_code == 422
    assert "“four” is not a number" in answer.content.decode()
    row.refresh_from_db()
    assert (row.name, row.worst, row.best) == ("Sleep at night", 4, 9)


def test_writes_down_the_words_of_somebody(ada_browser: Client, opened: Transition) -> None:
    page = said(ada_browser, f"/transition/{opened.pk}/people/", name="Kim", relation="partner")
    assert "What does Kim say?" in page
    person = AffectedPerson.objects.get()
    page = said(
        ada_browser,
        f"/transition/{opened.pk}/people/{person.pk}/",
        effect="For five years, not for two.",
        go="voice",
    )
    assert "“For five years, not for two.”" in page
    beside = ada_browser.get(f"/transition/{opened.pk}/").content.decode()
    assert "beside the result, not in it" in beside
