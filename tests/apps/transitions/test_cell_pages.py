"""Pages made of cells: each cell is saved by itself, and a wrong one is named at its place."""

from __future__ import annotations

import html
import re

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions import queries
from turnpoint.apps.transitions.models import Effect, Finding, Option, Transition
from turnpoint.apps.transitions.services import criteria, effects, options, transitions


@pytest.fixture
def opened(ada: User) -> Transition:
    return transitions.open_transition(owner=ada, question="Do we move to Lyon?", currency="EUR")


@pytest.fixture
def lyon(ada: User, opened: Transition) -> Option:
    return options.add_option(owner=ada, transition_id=opened.pk, name="Lyon")


def shown(page: str) -> dict[str, str]:
    """What a browser would send back of the last form of a page, as it is shown."""
    found: dict[str, str] = {}
    for tag in re.findall(r"<input\b[^>]*>", page):
        name = re.search(r'\bname="([^"]*)"', tag)
        value = re.search(r'\bvalue="([^"]*)"', tag)
        kind = re.search(r'\btype="([^"]*)"', tag)
        ticked = kind is None or kind[1] not in {"checkbox", "radio"} or " checked" in tag
        if name and ticked:
            nothing = "on" if kind and kind[1] == "checkbox" else ""
            found[name[1]] = html.unescape(value[1]) if value else nothing
    for name, inside in re.findall(r'<select name="([^"]*)"[^>]*>(.*?)</select>', page, re.S):
        chosen = re.search(r'<option value="([^"]*)" selected', inside)
        found[name] = chosen[1] if chosen else ""
    return found


def change(browser: Client, address: str, **cells: str) -> HttpResponse:
    """Open a page, type in some cells, and send it."""
    sent = shown(browser.get(address).content.decode())
    unknown = cells.keys() - sent.keys()
    assert unknown <= {"learn", "signals", "after"} | {
        each for each in unknown if "unknown" in each
    }
    return browser.post(address, sent | cells)


def test_a_money_page_saves_what_was_typed(
    ada: User, ada_browser: Client, opened: Transition, lyon: Option
) -> None:
    address = f"/transition/{opened.pk}/money/{lyon.pk}/"
    answer = change(
        ada_browser,
        address,
        **{"pay.low": "60k", "pay.high": "72,000", "start": "4", "search.while_in": "8"},
    )
    assert answer.status_code == 302
    lyon.refresh_from_db()
    assert lyon.money["pay"] == {"low": 60_000, "high": 72_000}
    assert lyon.money["start"] == 4
    assert lyon.money["search"] == {"while_in": 0.08}
    page = ada_browser.get(address).content.decode()
    assert shown(page)["pay.low"] == "60,000"


def test_one_figure_alone_is_known(ada_browser: Client, opened: Transition, lyon: Option) -> None:
    change(ada_browser, f"/transition/{opened.pk}/money/{lyon.pk}/", **{"pay.likely": "52,000"})
    lyon.refresh_from_db()
    assert lyon.money["pay"] == 52_000


def test_an_emptied_cell_goes_back_to_its_beginning(
    ada: User, ada_browser: Client, opened: Transition, lyon: Option
) -> None:
    address = f"/transition/{opened.pk}/money/{lyon.pk}/"
    change(ada_browser, address, loss="25")
    change(ada_browser, address, loss="")
    lyon.refresh_from_db()
    assert lyon.money == {}
    assert shown(ada_browser.get(address).content.decode())["loss"] == "10"


@pytest.mark.parametrize(
    "wrong",
    [
        ("pay.low", "nan", "“nan” is not a number"),
        ("pay.high", "60.000", "Is “60.000” 60.000 or 60000?"),
        ("start", "1.5", "Write a whole number"),
        ("loss", "ten", "“ten” is not a number"),
        ("search.pay.high", "1e400", "is not a number"),
    ],
)
def test_an_unreadable_cell_is_named_and_the_others_are_saved(
    ada_browser: Client, opened: Transition, lyon: Option, wrong: tuple[str, str, str]
) -> None:
    cell, typed, sentence = wrong
    answer = change(
        ada_browser,
        f"/transition/{opened.pk}/money/{lyon.pk}/",
        **{cell: typed, "ramp_months": "3"},
    )
    page = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert sentence in page
    assert shown(answer.content.decode())[cell] == typed
    lyon.refresh_from_db()
    assert lyon.money == {"ramp_months": 3}


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ({"pay.low": "90,000", "pay.high": "60,000"}, "is below the low one"),
        ({"pay.low": "1", "pay.likely": "9", "pay.high": "5"}, "is outside 1 to 5"),
        ({"loss": "140"}, "is above 1"),
        ({"start": "-2"}, "is below zero"),
    ],
)
def test_an_odd_cell_is_kept_and_named_at_its_place(
    ada_browser: Client, opened: Transition, lyon: Option, cells: dict[str, str], sentence: str
) -> None:
    address = f"/transition/{opened.pk}/money/{lyon.pk}/"
    assert change(ada_browser, address, **cells).status_code == 302
    page = ada_browser.get(address).content.decode()
    assert sentence in html.unescape(page)
    file = ada_browser.get(f"/transition/{opened.pk}/").content.decode()
    assert "1 to look at" in file


def test_negative_cash_is_kept_and_named(ada_browser: Client, opened: Transition) -> None:
    address = f"/transition/{opened.pk}/money/"
    change(ada_browser, address, cash="-500")
    assert "Cash, -500, is below zero" in ada_browser.get(address).content.decode()


def test_costs_are_added_line_by_line_and_taken_out_by_emptying(
    ada_browser: Client, opened: Transition
) -> None:
    address = f"/transition/{opened.pk}/money/"
    change(
        ada_browser, address, **{"one_offs.1.name": "the roof", "one_offs.1.amount.likely": "6k"}
    )
    opened.refresh_from_db()
    assert opened.household["one_offs"] == [{"name": "the roof", "amount": 6_000}]
    change(ada_browser, address, **{"one_offs.1.name": "", "one_offs.1.amount.likely": ""})
    opened.refresh_from_db()
    assert opened.household == {}


def test_two_windows_on_one_page_both_keep_what_they_changed(
    ada_browser: Client, opened: Transition, lyon: Option
) -> None:
    address = f"/transition/{opened.pk}/money/{lyon.pk}/"
    first = shown(ada_browser.get(address).content.decode())
    second = dict(first)
    ada_browser.post(address, first | {"start": "4"})
    ada_browser.post(address, second | {"ramp_months": "6"})
    lyon.refresh_from_db()
    assert lyon.money == {"start": 4, "ramp_months": 6}


def test_effects_are_said_by_option_and_by_criterion(
    ada: User, ada_browser: Client, opened: Transition, lyon: Option
) -> None:
    row = criteria.add_criterion(
        owner=ada, transition_id=opened.pk, name="Commute", better="less", worst=120, best=0
    )
    stay = Option.objects.get(slot=0)
    of_option = f"/transition/{opened.pk}/effects/option/{lyon.pk}/"
    change(ada_browser, of_option, **{f"{lyon.pk}-{row.pk}-likely": "35"})
    on_criterion = f"/transition/{opened.pk}/effects/criterion/{row.pk}/"
    answer = change(
        ada_browser,
        on_criterion,
        **{f"{stay.pk}-{row.pk}-low": "far", f"{lyon.pk}-{row.pk}-source": "the timetable"},
    )
    assert answer.status_code == 422
    effect = Effect.objects.get()
    assert (effect.low, effect.likely, effect.high) == (35, 35, 35)
    assert effect.source == "the timetable"


def test_an_effect_beyond_the_ends_is_kept_and_named(
    ada: User, ada_browser: Client, opened: Transition, lyon: Option
) -> None:
    row = criteria.add_criterion(
        owner=ada, transition_id=opened.pk, name="Commute", better="less", worst=120, best=0
    )
    address = f"/transition/{opened.pk}/effects/option/{lyon.pk}/"
    cell = f"{lyon.pk}-{row.pk}"
    change(ada_browser, address, **{f"{cell}-low": "20", f"{cell}-high": "150"})
    assert "The high figure, 150, is outside 0 to 120" in ada_browser.get(address).content.decode()


def test_twelve_options_by_twenty_criteria_ask_the_database_little(
    ada: User,
    ada_browser: Client,
    opened: Transition,
    lyon: Option,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(10):
        options.add_option(owner=ada, transition_id=opened.pk, name=f"Offer {number}")
    for number in range(20):
        criteria.add_criterion(
            owner=ada, transition_id=opened.pk, name=f"Criterion {number}", worst=0, best=10
        )
    for address in ("effects/", f"effects/option/{lyon.pk}/", "preferences/", "money/", ""):
        with django_assert_max_num_queries(24):
            page = ada_browser.get(f"/transition/{opened.pk}/{address}")
        assert page.status_code == 200


def test_ranks_by_buttons(ada: User, ada_browser: Client, opened: Transition) -> None:
    rows = [
        criteria.add_criterion(owner=ada, transition_id=opened.pk, name=name)
        for name in ("Sleep", "Place", "Pay")
    ]
    address = f"/transition/{opened.pk}/preferences/"
    for row in rows:
        ada_browser.post(address, {"move": f"rank:{row.pk}"})
    ada_browser.post(address, {"move": f"up:{rows[2].pk}"})
    ada_browser.post(address, {"move": f"tie:{rows[1].pk}"})
    file = queries.decision_file(owner=ada, transition_id=opened.pk)
    assert file.preferences.ranking == (("sleep",), ("place", "pay"))
    ada_browser.post(address, {"move": f"leave:{rows[0].pk}"})
    file = queries.decision_file(owner=ada, transition_id=opened.pk)
    assert file.preferences.ranking == (("place", "pay"),)
    assert ada_browser.post(address, {"move": f"sideways:{rows[1].pk}"}).status_code == 400
    assert ada_browser.post(address, {"move": "up:99999"}).status_code == 404


def test_a_move_redraws_the_list_only_where_it_can(
    ada: User, ada_browser: Client, opened: Transition
) -> None:
    rows = [
        criteria.add_criterion(owner=ada, transition_id=opened.pk, name=name)
        for name in ("Sleep", "Place")
    ]
    address = f"/transition/{opened.pk}/preferences/"
    answer = ada_browser.post(
        address, {"move": f"rank:{rows[1].pk}"}, headers={"HX-Request": "true"}
    )
    assert "<html" not in answer.content.decode()
    assert "Place" in answer.content.decode()


def test_a_trade_off_is_asked_in_real_units_and_answered(
    ada: User, ada_browser: Client, opened: Transition
) -> None:
    for name, unit in (("Commute", "minutes a day"), ("Nights away", "nights a month")):
        criteria.add_criterion(
            owner=ada,
            transition_id=opened.pk,
            name=name,
            unit=unit,
            better="less",
            worst=90,
            best=0,
        )
    address = f"/transition/{opened.pk}/preferences/trade-off/"
    page = ada_browser.get(address).content.decode()
    assert "minutes a day" in page
    refused = ada_browser.post(address, shown(page) | {"first_better": "soon"})
    assert refused.status_code == 422
    assert "“soon” is not a number" in refused.content.decode()
    answered = ada_browser.post(address, shown(page) | {"prefers": "second"}, follow=True)
    assert "Nothing more to ask" in answered.content.decode()
    listed = ada_browser.get(f"/transition/{opened.pk}/preferences/").content.decode()
    assert "rather Nights away from 90 to 0 nights a month than Commute" in listed


def test_the_trade_off_that_leaves_least_open_is_asked_first(
    ada: User, ada_browser: Client, opened: Transition, lyon: Option
) -> None:
    same, pay, nights = (
        criteria.add_criterion(
            owner=ada, transition_id=opened.pk, name=name, better="more", worst=0, best=100
        )
        for name in ("The same in both", "Pay", "Quiet nights")
    )
    stays = opened.options.get(stays=True)
    effects.say_effects(
        owner=ada,
        transition_id=opened.pk,
        cells={
            (option.pk, row.pk): {"low": figure, "likely": figure, "high": figure}
            for option, figures in ((stays, (50, 10, 90)), (lyon, (50, 90, 10)))
            for row, figure in zip((same, pay, nights), figures, strict=True)
        },
    )
    address = f"/transition/{opened.pk}/preferences/trade-off/"
    page = ada_browser.get(address).content.decode()
    assert f'name="first" value="{nights.pk}"' in page
    assert f'name="second" value="{pay.pk}"' in page
    assert "You could stop here" not in page


def test_numbers_that_can_be_read_are_kept(
    ada: User, ada_browser: Client, opened: Transition
) -> None:
    first, second = (
        criteria.add_criterion(owner=ada, transition_id=opened.pk, name=name)
        for name in ("Sleep", "Place")
    )
    address = f"/transition/{opened.pk}/preferences/numbers/"
    answer = change(
        ada_browser, address, **{f"points-{first.pk}": "100", f"points-{second.pk}": "140"}
    )
    assert answer.status_code == 422
    assert "It cannot be above 100." in answer.content.decode()
    first.refresh_from_db()
    assert first.swing == 100


def test_a_step_with_swapped_days_is_kept_and_named(
    ada_browser: Client, opened: Transition, lyon: Option
) -> None:
    address = f"/transition/{opened.pk}/before/{lyon.pk}/"
    cells = {
        "steps.1.name": "the lease is signed",
        "steps.1.earliest": "2027-01-12",
        "steps.1.latest": "2027-01-04",
        "steps.1.before.likely": "2,100",
        "signals": "no contract by 4 January",
    }
    assert change(ada_browser, address, **cells).status_code == 302
    page = ada_browser.get(address).content.decode()
    assert "is before the first" in page
    assert "no contract by 4 January" in page
    wrong = change(ada_browser, address, **{"steps.2.earliest": "soon", "learn": "the school"})
    assert wrong.status_code == 422
    lyon.refresh_from_db()
    assert lyon.way_back["learn"] == ["the school"]
    assert len(lyon.way_back["steps"]) == 1


def test_a_question_is_asked_and_ticked_off(ada_browser: Client, opened: Transition) -> None:
    address = f"/transition/{opened.pk}/before/"
    ada_browser.post(address, {"text": "Two days remote, in writing?", "ask": "HR", "days": "2"})
    row = Finding.objects.get()
    page = ada_browser.post(
        f"/transition/{opened.pk}/questions/{row.pk}/tick-off/", follow=True
    ).content.decode()
    assert f"/questions/{row.pk}/untick/" in page
    ada_browser.post(f"/transition/{opened.pk}/questions/{row.pk}/untick/")
    row.refresh_from_db()
    assert row.done_at is None


def test_contradictory_answers_are_named_and_not_dropped(
    ada: User, ada_browser: Client, opened: Transition
) -> None:
    sleep, place = (
        criteria.add_criterion(owner=ada, transition_id=opened.pk, name=name, worst=0, best=10)
        for name in ("Sleep", "The place itself")
    )
    criteria.rank(owner=ada, transition_id=opened.pk, groups=[[sleep.pk], [place.pk]])
    whole = {"worse": 0, "better": 10}
    criteria.answer_trade_off(
        owner=ada,
        transition_id=opened.pk,
        first=(sleep.pk, whole),
        second=(place.pk, {"worse": 5, "better": 10}),
        prefers="second",
    )
    page = ada_browser.get(f"/transition/{opened.pk}/preferences/").content.decode()
    assert "Not all of this can be true at once" in page
    assert "“Sleep” matters at least as much as “The place itself”" in page
