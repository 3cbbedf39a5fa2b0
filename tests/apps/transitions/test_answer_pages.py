from __future__ import annotations

import datetime as dt
import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.test import Client
from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions import answers, queries
from turnpoint.apps.transitions.models import Finding, Transition
from turnpoint.apps.transitions.nudges import nudges
from turnpoint.apps.transitions.services import decisions, options, transitions
from turnpoint.apps.transitions.services.exchange import bring_in
from turnpoint.interfaces.cli.main import main
from turnpoint.interfaces.samples.decisions import text

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def moving(ada: User) -> Transition:
    return bring_in(owner=ada, text=text("promotion-with-a-move"), today=TODAY).transition


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test begins with nothing kept, draws little, and leaves no refinement behind."""
    monkeypatch.setattr(answers, "kept", answers.Kept())
    monkeypatch.setattr(answers, "QUICK", 1_000)
    monkeypatch.setattr(answers, "FULL", 2_000)
    yield
    for each in tuple(answers.kept.running.values()):
        each.stopped = True
    while any(not each.failed for each in tuple(answers.kept.running.values())):
        time.sleep(0.02)


def page(client: Client, row: Transition, query: str = "") -> str:
    response = client.get(reverse("transitions:answers", args=[row.pk]) + query)
    assert response.status_code == 200
    return response.content.decode()


def refined(client: Client, row: Transition) -> str:
    """The refined part, once it is there."""
    address = reverse("transitions:answers-progress", args=[row.pk])
    for _ in range(200):
        response = client.get(address, headers={"hx-request": "true"})
        if "HX-Retarget" in response.headers:
            return response.content.decode()
        assert "<progress" in response.content.decode()
        time.sleep(0.1)
    raise AssertionError("it never came")


def test_says_where_options_stand_and_what_would_turn_it_round(
    ada_browser: Client, moving: Transition
) -> None:
    shown = page(ada_browser, moving)
    assert "Best, in how much of what you might want" in shown
    assert "is best if you care about" in shown
    assert "1,000 draws" in shown
    assert "would draw level if" in shown
    assert "point of no return" in shown
    assert "Each against each" in shown
    assert "turnpoint decide FILE.toml --seed 2026 --draws 1000" in shown


def test_refines_in_the_background_and_then_shows_the_charts(
    ada_browser: Client, moving: Transition
) -> None:
    assert 'id="refining"' in page(ada_browser, moving)
    later = refined(ada_browser, moving)
    assert "2,000 draws" in later
    assert later.count("<figure") >= 4
    again = page(ada_browser, moving)
    assert 'id="refining"' not in again
    assert "2,000 draws" in again


def test_figures_equal_those_of_the_command_line_on_the_same_file(
    ada_browser: Client, moving: Transition, tmp_path: Path
) -> None:
    taken = ada_browser.get(reverse("transitions:take-out", args=[moving.pk]))
    file = tmp_path / "file.toml"
    file.write_bytes(taken.content)
    asked = ["decide", str(file), "--json", "--seed", "2026", "--draws", "1000"]
    told = json.loads(CliRunner().invoke(main, asked).stdout)
    shown = page(ada_browser, moving)
    assert told["stamp"]["words"] in shown
    first = [each["places"][0]["value"] for each in told["standing"]["options"]]
    known = answers.answered(
        answers.Asked(
            moving.owner_id,
            moving.pk,
            queries.decision_file(owner=moving.owner, transition_id=moving.pk),
            TODAY,
        )
    ).answers
    assert known.standing is not None
    assert [each.first.value for each in known.standing.options] == first
    assert all(str(each.first) in shown for each in known.standing.options)


def test_one_click_makes_a_task_of_something_worth_finding_out(
    ada_browser: Client, ada: User, moving: Transition
) -> None:
    page(ada_browser, moving)
    asked = answers.Asked(
        ada.pk,
        moving.pk,
        queries.decision_file(owner=ada, transition_id=moving.pk),
        dt.datetime.now(dt.UTC).date(),
    )
    found = next(each for each in answers.answered(asked).answers.findings if not each.own)
    address = reverse("transitions:make-task", args=[moving.pk])
    said = ada_browser.post(address, {"finding": found.key}, follow=True).content.decode()
    assert "It is on Today now" in said
    row = Finding.objects.get(transition=moving, text=found.text)
    assert row.about == list(found.cells)
    assert row.by == found.by
    assert found.text in [each.text for each in nudges(owner=ada, today=TODAY)]
    again = ada_browser.post(address, {"finding": found.key})
    assert again.status_code == 404


def test_every_figure_in_words_leads_to_a_page_that_is_there(
    ada_browser: Client, moving: Transition
) -> None:
    shown = page(ada_browser, moving) + refined(ada_browser, moving)
    addresses = set(re.findall(r'class="figure" href="([^"]+)"', shown))
    assert len(addresses) > 10
    for address in addresses:
        path, _, fragment = address.partition("#")
        response = ada_browser.get(path)
        assert response.status_code == 200, address
        assert not fragment or f'id="{fragment}"' in response.content.decode(), address


def test_a_new_file_says_what_is_missing(ada_browser: Client, ada: User) -> None:
    row = transitions.open_transition(owner=ada, question="Do we move?", opened=TODAY)
    shown = page(ada_browser, row)
    assert "Only staying is on the table" in shown
    assert "Nothing says yet what matters" in shown
    assert "Name one" in shown


def test_both_sides_of_a_contradiction_are_named_and_led_to(ada_browser: Client, ada: User) -> None:
    said = text("promotion-with-a-move")
    trade = re.search(r"\[\[preferences.trade_offs\]\].*?\n\n", said, re.DOTALL)
    assert trade is not None
    other = trade[0].replace('"second"', '"first"')
    row = bring_in(owner=ada, text=said.replace(trade[0], trade[0] + other), today=TODAY)
    shown = page(ada_browser, row.transition)
    assert "cannot be true together with" in shown
    assert shown.count("cannot be true together with") >= 2
    assert reverse("transitions:preferences", args=[row.transition.pk]) + "#trade" in shown


def test_a_cell_that_stands_in_the_way_is_named_with_a_way_to_it(
    ada_browser: Client, ada: User, moving: Transition
) -> None:
    row = options.add_option(owner=ada, transition_id=moving.pk, name="Another")
    options.say_money(
        owner=ada, transition_id=moving.pk, part_id=row.pk, cells={"pay": {"low": 9, "high": 1}}
    )
    shown = page(ada_browser, moving)
    assert "These cells stand in the way" in shown
    assert "swap the two" in shown
    assert reverse("transitions:option-money", args=[moving.pk, row.pk]) + "#pay" in shown


def moved(client: Client, row: Transition, query: str, *, htmx: bool = True) -> str:
    headers = {"hx-request": "true"} if htmx else {}
    address = reverse("transitions:try", args=[row.pk]) + query
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_moving_a_figure_says_what_it_would_do_and_stores_nothing(
    ada_browser: Client, moving: Transition
) -> None:
    before = queries.decision_file(owner=moving.owner, transition_id=moving.pk)
    option, criterion = before.effects[0].option, "practice"
    shown = moved(ada_browser, moving, f"?effects.{option}.{criterion}=11")
    assert "Tried, and not stored" in shown
    assert "rather than" in shown
    assert "<html" not in shown
    assert queries.decision_file(owner=moving.owner, transition_id=moving.pk) == before


def test_moving_a_weight_an_end_and_an_answer_each_redraws(
    ada_browser: Client, moving: Transition
) -> None:
    for query in (
        "?weights.pay=100",
        "?criteria.pay.best=90000",
        "?preferences.trade_offs.1=first",
    ):
        assert "Tried, and not stored" in moved(ada_browser, moving, query), query


def test_a_figure_that_cannot_be_read_is_told_and_the_rest_still_answers(
    ada_browser: Client, moving: Transition
) -> None:
    shown = moved(ada_browser, moving, "?weights.pay=lots")
    assert "is not a number" in shown
    assert "1,000 draws" in shown


def test_works_by_a_button_without_javascript(ada_browser: Client, moving: Transition) -> None:
    shown = moved(ada_browser, moving, "?weights.pay=100", htmx=False)
    assert "<html" in shown
    assert "Tried, and not stored" in shown
    assert 'name="weights.pay" min="0" max="100" step="1" value="100"' in shown


def test_a_trial_that_stays_as_it_is_answers_as_the_file_does(
    ada_browser: Client, ada: User, moving: Transition
) -> None:
    file = queries.decision_file(owner=ada, transition_id=moving.pk)
    asked = answers.Asked(ada.pk, moving.pk, file, TODAY)
    plain, tried = answers.quickly(asked), answers.quickly(replace(asked, kind=answers.TRIAL))
    assert tried.answers.standing == plain.answers.standing
    assert tried.answers.flips == plain.answers.flips


def test_newer_inputs_take_the_place_of_a_refinement(ada: User, moving: Transition) -> None:
    file = queries.decision_file(owner=ada, transition_id=moving.pk)
    first = answers.refined(answers.Asked(ada.pk, moving.pk, file, TODAY))
    other = replace(file, question="Another question?")
    second = answers.refined(answers.Asked(ada.pk, moving.pk, other, TODAY))
    assert isinstance(first, answers.Refinement)
    assert isinstance(second, answers.Refinement)
    assert first.stopped
    assert not second.stopped


def test_to_ask_how_far_it_is_reads_no_file(
    ada_browser: Client,
    bob_browser: Client,
    ada: User,
    moving: Transition,
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    file = queries.decision_file(owner=ada, transition_id=moving.pk)
    key = answers.Asked(ada.pk, moving.pk, file, TODAY).key(answers.FULL)
    going = answers.Refinement(key, share=0.4)
    answers.kept.running[ada.pk, moving.pk, answers.FILE] = going
    address = reverse("transitions:answers-progress", args=[moving.pk]) + f"?of={going.of}"
    with django_assert_max_num_queries(3):
        told = ada_browser.get(address, headers={"hx-request": "true"}).content.decode()
    assert 'value="0.40"' in told
    assert f"?of={going.of}" in told
    assert bob_browser.get(address, headers={"hx-request": "true"}).status_code == 404
    del answers.kept.running[ada.pk, moving.pk, answers.FILE]


def test_answers_are_kept_apart_by_owner(ada: User, bob: User, moving: Transition) -> None:
    file = queries.decision_file(owner=ada, transition_id=moving.pk)
    hers = answers.Asked(ada.pk, moving.pk, file, TODAY)
    assert answers.quickly(hers) is answers.quickly(hers)
    his = replace(hers, owner=bob.pk)
    assert answers.kept.get(his.key(answers.QUICK)) is None


def test_a_recorded_decision_keeps_what_the_file_answered(
    ada_browser: Client, ada: User, moving: Transition
) -> None:
    lyon = moving.options.exclude(stays=True).first()
    assert lyon is not None
    row = decisions.decide(
        owner=ada, transition_id=moving.pk, option_id=lyon.pk, reasons="The river."
    )
    assert row.answers["seed"] == 2026
    assert row.answers["draws"] == 1_000
    assert len(row.answers["inputs"]) == 64
    told = ada_browser.get(reverse("transitions:decision", args=[moving.pk])).content.decode()
    assert "What the file answered on that day" in told
    assert row.answers["stamp"] in told
