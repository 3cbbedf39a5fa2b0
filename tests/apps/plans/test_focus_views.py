from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from turnpoint.apps.accounts.models import User
from turnpoint.apps.plans import focus_services as services
from turnpoint.apps.plans.focus_queries import day_list
from turnpoint.apps.plans.models import Area, Focus
from turnpoint.apps.transitions.services import transitions


def _add(browser: Client, text: str, **more: str) -> HttpResponse:
    return browser.post(reverse("plans:add"), {"text": text, "area": "work", **more}, follow=True)


def _act(browser: Client, focus: Focus, act: str, **more: object) -> HttpResponse:
    return browser.post(reverse("plans:act", args=[focus.pk, act]), more, follow=True)


def test_adds_a_thing_and_offers_to_take_it_back(ada_browser: Client, ada: User) -> None:
    page = _add(ada_browser, "Draft the exit plan", serves_words="a calm handover").content.decode()
    assert "Draft the exit plan" in page
    assert "for a calm handover" in page
    row = Focus.objects.get(owner=ada)
    assert reverse("plans:act", args=[row.pk, "take-off"]) in page


def test_is_kind_about_a_fourth_thing_and_offers_gravy(ada_browser: Client, ada: User) -> None:
    for text in ("one", "two", "three"):
        _add(ada_browser, text)
    answer = _add(ada_browser, "four")
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Three is a full day." in page
    assert "Nothing is lost" in page
    assert "under gravy" in _add(ada_browser, "four", gravy="1").content.decode()
    found = day_list(owner=ada, day=timezone.localdate())
    assert [thing.text for thing in found.gravy] == ["four"]


def test_gives_the_fourth_the_place_of_another(ada_browser: Client, ada: User) -> None:
    for text in ("one", "two", "three"):
        _add(ada_browser, text)
    one = Focus.objects.get(owner=ada, text="one")
    _add(ada_browser, "four", instead=str(one.pk))
    found = day_list(owner=ada, day=timezone.localdate())
    assert [thing.text for thing in found.work.things] == ["four", "two", "three"]


def test_keeps_what_was_typed_where_it_cannot_be_used(ada_browser: Client) -> None:
    answer = _add(ada_browser, "x" * 201)
    assert answer.status_code == 422
    assert "x" * 201 in answer.content.decode()
    assert "at most 200" in answer.content.decode()


def test_ticks_and_unticks(ada_browser: Client, ada: User) -> None:
    _add(ada_browser, "one")
    row = Focus.objects.get(owner=ada)
    assert "Whatever comes now is extra" in _act(ada_browser, row, "tick").content.decode()
    assert "Whatever comes now is extra" not in _act(ada_browser, row, "untick").content.decode()


def test_offers_yesterdays_open_thing_once(ada_browser: Client, ada: User) -> None:
    yesterday = timezone.localdate() - timezone.timedelta(days=1)
    row = services.add(owner=ada, day=yesterday, area=Area.WORK, text="Call Ghent")
    assert "Left open on" in ada_browser.get("/").content.decode()
    page = _act(ada_browser, row, "carry-over").content.decode()
    assert "Left open on" not in page
    assert "Carried over to today." in page
    assert "Call Ghent" in page


def test_carrying_over_to_a_full_day_asks_which(ada_browser: Client, ada: User) -> None:
    yesterday = timezone.localdate() - timezone.timedelta(days=1)
    row = services.add(owner=ada, day=yesterday, area=Area.HOME, text="Call Ghent")
    _add(ada_browser, "Cook", area="home")
    answer = _act(ada_browser, row, "carry-over")
    assert answer.status_code == 409
    assert "One thing at home is enough." in answer.content.decode()
    cook = Focus.objects.get(owner=ada, text="Cook")
    _act(ada_browser, row, "carry-over", instead=cook.pk)
    found = day_list(owner=ada, day=timezone.localdate())
    assert [thing.text for thing in found.home.things] == ["Call Ghent"]
    assert [thing.text for thing in found.gravy] == ["Cook"]


def test_rewords_in_place_and_keeps_what_cannot_be_used(ada_browser: Client, ada: User) -> None:
    _add(ada_browser, "cal")
    row = Focus.objects.get(owner=ada)
    assert "Call Ghent" in _act(ada_browser, row, "reword", text="Call Ghent").content.decode()
    assert ">cal<" in _act(ada_browser, row, "word-back").content.decode()
    refused = _act(ada_browser, row, "reword", text="y" * 201)
    assert refused.status_code == 422
    assert "y" * 201 in refused.content.decode()
    assert "at most 200" in refused.content.decode()


def test_moves_to_tomorrow_and_the_undo_moves_it_back(ada_browser: Client, ada: User) -> None:
    _add(ada_browser, "one")
    row = Focus.objects.get(owner=ada)
    tomorrow = timezone.localdate() + timezone.timedelta(days=1)
    page = _act(ada_browser, row, "move", day=tomorrow.isoformat()).content.decode()
    assert "Moved to tomorrow." in page
    assert "On later days" in page
    undo = reverse("plans:act", args=[row.pk, "move-back"])
    address = f"{undo}?day={timezone.localdate().isoformat()}&gravy="
    assert address.replace("&", "&amp;") in page
    ada_browser.post(address)
    assert [t.text for t in day_list(owner=ada, day=timezone.localdate()).work.things] == ["one"]


@pytest.mark.parametrize("day", ["", "someday", "2026-02-31", "1999-01-01"])
def test_a_day_that_is_none_moves_nothing(ada_browser: Client, ada: User, day: str) -> None:
    _add(ada_browser, "one")
    row = Focus.objects.get(owner=ada)
    assert _act(ada_browser, row, "move", day=day).status_code in {400, 409}
    assert Focus.objects.get(pk=row.pk).day == row.day


def test_puts_a_thing_on_a_later_day_at_once(ada_browser: Client, ada: User) -> None:
    tomorrow = timezone.localdate() + timezone.timedelta(days=1)
    page = _add(ada_browser, "Pack", day=tomorrow.isoformat()).content.decode()
    assert "Added to tomorrow." in page
    yesterday = timezone.localdate() - timezone.timedelta(days=1)
    assert _add(ada_browser, "Pack", day=yesterday.isoformat()).status_code == 422


def test_a_full_later_day_asks_which(ada_browser: Client, ada: User) -> None:
    tomorrow = timezone.localdate() + timezone.timedelta(days=1)
    _add(ada_browser, "Cook", area="home", day=tomorrow.isoformat())
    _add(ada_browser, "Sew", area="home")
    sew = Focus.objects.get(owner=ada, text="Sew")
    answer = _act(ada_browser, sew, "move", day=tomorrow.isoformat())
    assert answer.status_code == 409
    _act(ada_browser, sew, "move", day=tomorrow.isoformat(), gravy="1")
    assert [t.text for t in day_list(owner=ada, day=tomorrow).gravy] == ["Sew"]


def test_knows_no_other_act(ada_browser: Client, ada: User) -> None:
    _add(ada_browser, "one")
    assert _act(ada_browser, Focus.objects.get(owner=ada), "repeat").status_code == 404


def test_today_asks_a_bounded_number_of_questions_of_the_database(
    ada_browser: Client, ada: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        _add(ada_browser, f"{number}", gravy="1")
    with django_assert_max_num_queries(20):
        ada_browser.get("/")


def test_one_click_makes_what_waits_one_of_todays_things(ada_browser: Client, ada: User) -> None:
    lyon = transitions.open_transition(
        owner=ada, question="Do we move to Lyon?", deadline=timezone.localdate()
    )
    page = ada_browser.get(reverse("plans:today")).content.decode()
    assert f'name="serves" value="transition:{lyon.pk}"' in page
    _add(ada_browser, "Do we move to Lyon?", serves=f"transition:{lyon.pk}")
    (thing,) = day_list(owner=ada, day=timezone.localdate()).work.things
    assert thing.address == reverse("transitions:read", args=[lyon.pk])
