from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations import queries
from turnpoint.apps.destinations.hypothesis import five_years_from
from turnpoint.apps.destinations.models import DestinationDraft

STEPS = (
    {
        "statement": "I run a koi-pond business.",
        "work_title": "Landscape supervisor",
        "work_code": "37-1012.00",
        "own_business": "on",
    },
    {"by": "2031-11", "why": "I build things that live."},
    {
        "place": "Portland",
        "pay_floor": "52000",
        "currency": "USD",
        "hours_per_week": "37.5",
        "flexibility": "Home by three.",
        "dreams-TOTAL_FORMS": "2",
        "dreams-INITIAL_FORMS": "0",
        "dreams-0-kind": "people",
        "dreams-0-text": "Sofie starts school.",
        "dreams-0-by": "2028-09-01",
        "dreams-1-kind": "dream",
        "dreams-1-text": "",
        "dreams-1-by": "",
    },
    {"confidence": "55", "least_sure": "Will households pay?"},
)


def step(number: int) -> str:
    return f"/destination/write/{number}/"


def answer(browser: Client, number: int, go: str = "next", **other: str) -> object:
    return browser.post(step(number), STEPS[number - 1] | {"go": go} | other)


def test_an_empty_page_teaches_and_offers_the_first_step(ada_browser: Client) -> None:
    page = ada_browser.get("/destination/").content.decode()
    assert "koi-pond business" in page
    assert 'href="/destination/write/"' in page


def test_four_questions_make_a_destination(ada: User, ada_browser: Client) -> None:
    for number in (1, 2, 3):
        assert answer(ada_browser, number)["Location"] == step(number + 1)  # type: ignore[index]  # a response
    last = ada_browser.post(step(4), STEPS[3])
    found = queries.active(owner=ada)
    assert found is not None
    assert last["Location"] == f"/destination/{found.destination.pk}/"
    said = found.latest.hypothesis()
    assert (said.statement, said.occupation_code) == ("I run a koi-pond business.", "37-1012.00")
    assert (said.own_business, said.by, said.confidence) == (True, dt.date(2031, 11, 1), 55)
    assert [dream.text for dream in said.dreams] == ["Sofie starts school."]
    assert queries.draft(owner=ada) is None


def test_going_back_or_away_keeps_what_was_typed(ada: User, ada_browser: Client) -> None:
    ada_browser.post(step(3), STEPS[2] | {"pay_floor": "-5", "go": "back"})
    assert 'value="-5"' in ada_browser.get(step(3)).content.decode()
    answer(ada_browser, 2, "later", why="Because\x00 of ponds")
    assert "Because of ponds" in ada_browser.get(step(2)).content.decode()
    assert ada_browser.get("/destination/write/")["Location"] == step(3)
    assert "Carry on writing" in ada_browser.get("/destination/").content.decode()


def test_five_years_from_now_unless_said_otherwise(ada: User, ada_browser: Client) -> None:
    answer(ada_browser, 1)
    ada_browser.post(step(4), STEPS[3])
    found = queries.active(owner=ada)
    assert found is not None
    assert found.latest.by == five_years_from(dt.datetime.now(dt.UTC).date())


def test_saving_leads_back_to_the_first_answer_that_cannot_be_saved(
    ada: User, ada_browser: Client
) -> None:
    answer(ada_browser, 1)
    answer(ada_browser, 3, "skip", pay_floor="-5")
    sent_to = ada_browser.post(step(4), STEPS[3])["Location"]
    assert sent_to == step(3) + "?look=1"
    assert "cannot be below zero" in ada_browser.get(sent_to).content.decode()
    assert queries.active(owner=ada) is None


def test_another_line_keeps_the_lines_there_are(ada_browser: Client) -> None:
    page = ada_browser.post(step(3), STEPS[2] | {"go": "more"}).content.decode()
    assert "Sofie starts school." in page
    assert 'name="dreams-3-text"' in page


@pytest.mark.parametrize(
    ("number", "wrong", "sentence"),
    [
        (1, {"statement": ""}, "Say it in a sentence"),
        (1, {"statement": "x" * 20_000}, "at most 400 characters"),
        (1, {"statement": "nul \x00"}, "Null characters"),
        (1, {"work_title": "nul \x00"}, "Null characters"),
        (1, {"work_code": "99-9999.99"}, "no occupation with that code"),
        (2, {"by": "soon"}, "is not a date"),
        (2, {"by": "2031-13"}, "names no month"),
        (3, {"pay_floor": "-1"}, "cannot be below zero"),
        (3, {"currency": "euro"}, "at most 3 characters"),
        (3, {"hours_per_week": "169"}, "A week has 168 hours"),
        (3, {"area": "Atlantis"}, "Atlantis"),
        (3, {"dreams-0-by": "in spring"}, "Write the date as"),
        (3, {"dreams-0-text": ""}, "Say what should be so by then"),
        (3, {"dreams-TOTAL_FORMS": "nonsense"}, "Nothing was saved yet"),
        (4, {"confidence": "101"}, "between 0 and 100"),
    ],
)
@pytest.mark.usefixtures("wages")
def test_bad_input_gets_a_sentence_and_saves_nothing(
    ada_browser: Client, number: int, wrong: dict[str, str], sentence: str
) -> None:
    response = ada_browser.post(step(number), STEPS[number - 1] | wrong)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not DestinationDraft.objects.exists()


def test_more_text_than_a_destination_holds_is_refused(ada: User, ada_browser: Client) -> None:
    response = ada_browser.post(step(2), {"why": "x" * 70_000, "go": "later"})
    assert response.status_code == 400
    assert queries.draft(owner=ada) is None


def test_there_are_four_steps(ada_browser: Client) -> None:
    assert ada_browser.get(step(5)).status_code == 404
    assert ada_browser.get(step(0)).status_code == 404


def test_discarding_a_draft_can_be_undone(ada: User, ada_browser: Client) -> None:
    answer(ada_browser, 1)
    ada_browser.post("/destination/write/discard/")
    assert queries.draft(owner=ada) is None
    ada_browser.post("/destination/write/discard/undo/")
    draft = queries.draft(owner=ada)
    assert draft is not None
    assert draft.answers["statement"] == "I run a koi-pond business."
