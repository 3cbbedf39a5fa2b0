from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from turnpoint.apps.accounts import key_services
from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions import queries, triggers
from turnpoint.apps.transitions.models import (
    Addition,
    Decision,
    Outcome,
    PastTransition,
    Prediction,
    ReviewDay,
    Status,
    Transition,
)
from turnpoint.apps.transitions.nudges import nudges
from turnpoint.apps.transitions.services import decisions, options, people, transitions
from turnpoint.apps.transitions.track_record import track_record
from turnpoint.errors import Conflict

TODAY = dt.date(2026, 11, 2)
SOON = dt.date(2026, 12, 1)


@pytest.fixture
def decided(ada: User) -> Transition:
    opened = transitions.open_transition(owner=ada, question="Do we move to Lyon?", opened=TODAY)
    lyon = options.add_option(owner=ada, transition_id=opened.pk, name="Lyon")
    decisions.decide(
        owner=ada,
        transition_id=opened.pk,
        option_id=lyon.pk,
        reasons="The children, and the river.",
        predictions=[
            decisions.Predicted("The school has a place.", 0.9, SOON),
            decisions.Predicted("We stay five years.", 0.4, dt.date(2031, 12, 1)),
        ],
        review_days=[SOON, dt.date(2027, 11, 2)],
    )
    opened.refresh_from_db()
    return opened


@contextmanager
def refused(sentence: str) -> Iterator[None]:
    with pytest.raises(DatabaseError, match=sentence), transaction.atomic():
        yield


@pytest.mark.parametrize("model", [Decision, Prediction, ReviewDay, Addition])
def test_no_column_is_left_out_of_what_the_triggers_keep(model: type[Model]) -> None:
    name = model._meta.model_name or ""
    kept = f"{triggers.PLAIN[name]} {triggers.SEALED_WORDS[name]}".split()
    assert sorted(kept) == sorted(field.column for field in model._meta.concrete_fields)


def test_a_decision_is_kept_with_the_whole_file_of_that_day(decided: Transition) -> None:
    kept = Decision.objects.get(transition=decided)
    assert 'question = "Do we move to Lyon?"' in kept.file
    assert kept.option_name == "Lyon"
    assert decided.status == Status.DECIDED


def test_a_decided_file_takes_no_changes_until_it_is_reopened(
    ada: User, decided: Transition
) -> None:
    with pytest.raises(Conflict, match="Reopen the transition"):
        options.add_option(owner=ada, transition_id=decided.pk, name="One more")
    transitions.take_up(owner=ada, transition_id=decided.pk)
    option = options.add_option(owner=ada, transition_id=decided.pk, name="One more")
    decisions.decide(
        owner=ada, transition_id=decided.pk, option_id=option.pk, reasons="It came later."
    )
    recorded = queries.decisions(owner=ada, transition_id=decided.pk)
    assert [each.option_name for each in recorded] == ["One more", "Lyon"]


@pytest.mark.parametrize("model", [Decision, Prediction, ReviewDay, Addition])
def test_the_database_keeps_what_was_recorded(
    ada: User, decided: Transition, model: type[Decision]
) -> None:
    decisions.add_to_decision(owner=ada, transition_id=decided.pk, text="The lease is signed.")
    field = {Decision: "reasons", Prediction: "statement", Addition: "text"}.get(model)
    with refused("stays as it was recorded"):
        model._default_manager.update(**({field: "else"} if field else {"on": TODAY}))
    with refused("without its transition"):
        model._default_manager.all()._raw_delete("default")
    row = model._default_manager.first()
    assert row is not None
    with pytest.raises(Conflict):
        row.save()
    with pytest.raises(Conflict):
        row.delete()


def test_what_was_decided_lies_there_as_cipher_and_fresh_keys_change_no_word(
    ada: User, decided: Transition
) -> None:
    decisions.add_to_decision(owner=ada, transition_id=decided.pk, text="The lease is signed.")
    before = (Decision.objects.get(), Prediction.objects.get(position=0), Addition.objects.get())
    with connection.cursor() as cursor:
        for table in ("decision", "prediction", "addition", "transition", "option"):
            cursor.execute(f"SELECT * FROM transitions_{table}")  # noqa: S608  # names above
            lying = str(cursor.fetchall())
            for words in (before[0].reasons, before[1].statement, "The lease is signed."):
                assert words not in lying
    assert key_services.rotate() > 5
    again = (Decision.objects.get(), Prediction.objects.get(position=0), Addition.objects.get())
    for was, now in zip(before, again, strict=True):
        fields = [field.attname for field in was._meta.concrete_fields]
        assert [getattr(now, each) for each in fields] == [getattr(was, each) for each in fields]


def test_the_database_takes_no_prediction_afterwards(decided: Transition) -> None:
    kept = Decision.objects.get()
    with refused("no further predictions"):
        Prediction.objects.create(
            decision=kept, position=2, statement="I knew it.", chance=1, due=TODAY
        )
    with refused("no further predictions"):
        ReviewDay.objects.create(decision=kept, position=2, on=TODAY)


def test_a_removed_transition_takes_its_decision_along(ada: User, decided: Transition) -> None:
    first = Prediction.objects.get(position=0)
    decisions.judge(owner=ada, transition_id=decided.pk, prediction_id=first.pk, came_true=True)
    decisions.look_back(owner=ada, transition_id=decided.pk, process="good", luck="poor")
    decided.delete()
    for model in (Decision, Prediction, ReviewDay, Outcome):
        assert not model._default_manager.exists()


def test_predictions_are_scored_over_all_decisions(ada: User, decided: Transition) -> None:
    assert track_record(owner=ada) is None
    first, second = Prediction.objects.order_by("position")
    judged = {first: True, second: False}
    for row, came in judged.items():
        decisions.judge(owner=ada, transition_id=decided.pk, prediction_id=row.pk, came_true=came)
    record = track_record(owner=ada)
    assert record is not None
    assert record.count == 2
    assert record.brier == pytest.approx((0.1**2 + 0.4**2) / 2)
    assert [line[:2] for line in record.lines] == [("40% to 60%", 1), ("80% to 100%", 1)]


def test_an_outcome_can_be_taken_back_and_said_again(ada: User, decided: Transition) -> None:
    row = Prediction.objects.get(position=0)
    ids = {"owner": ada, "transition_id": decided.pk}
    said = decisions.judge(**ids, prediction_id=row.pk, came_true=True)
    again = decisions.judge(**ids, prediction_id=row.pk, came_true=False)
    assert not again.came_true
    decisions.restore_later(Outcome, **ids, part_id=said.pk)
    live = Outcome.objects.get(trashed_at__isnull=True)
    assert live.came_true


def test_today_asks_when_a_date_has_come(ada: User, decided: Transition) -> None:
    assert nudges(owner=ada, today=TODAY) == ()
    found = nudges(owner=ada, today=SOON)
    assert [(each.kind, each.by) for each in found] == [("came true?", SOON), ("look back", SOON)]
    first = Prediction.objects.get(position=0)
    decisions.judge(owner=ada, transition_id=decided.pk, prediction_id=first.pk, came_true=True)
    decisions.look_back(
        owner=ada, transition_id=decided.pk, process="good", luck="mixed", written_on=SOON
    )
    assert nudges(owner=ada, today=SOON) == ()
    assert [each.kind for each in nudges(owner=ada, today=dt.date(2027, 12, 1))] == ["look back"]


def test_today_asks_open_questions_and_near_deadlines(ada: User, bob: User) -> None:
    opened = transitions.open_transition(owner=ada, question="Do we?", opened=TODAY, deadline=SOON)
    people.ask(owner=ada, transition_id=opened.pk, text="Two days remote?", ask="HR")
    found = nudges(owner=ada, today=TODAY)
    assert [(each.kind, each.ask) for each in found] == [("decide", ""), ("find out", "HR")]
    assert nudges(owner=bob, today=TODAY) == ()
    transitions.lay_aside(owner=ada, transition_id=opened.pk)
    assert nudges(owner=ada, today=TODAY) == ()


def test_the_page_records_a_decision_and_shows_it(ada: User, ada_browser: Client) -> None:
    opened = transitions.open_transition(owner=ada, question="Do we move to Lyon?")
    lyon = options.add_option(owner=ada, transition_id=opened.pk, name="Lyon")
    address = f"/transition/{opened.pk}/decide/"
    assert "and again on" in ada_browser.get(address).content.decode()
    sent = {"option": lyon.pk, "reasons": "The river.", "rows": "3", "day_1": "2027-02-22"}
    half = {**sent, "prediction_1_statement": "We stay.", "prediction_1_chance": "seventy"}
    wrong = ada_browser.post(address, half)
    assert wrong.status_code == 422
    page = wrong.content.decode()
    assert "“seventy” is not a number" in page
    assert "On which day can it be judged?" in page
    assert "The river." in page
    assert not Decision.objects.exists()
    right = {**half, "prediction_1_chance": "70", "prediction_1_due": "2031-12-01"}
    page = ada_browser.post(address, right, follow=True).content.decode()
    assert "The river." in page
    assert "70% sure" in page
    assert f"/transition/{opened.pk}/take-up/" in page


def test_more_lines_lose_nothing(ada: User, ada_browser: Client) -> None:
    opened = transitions.open_transition(owner=ada, question="Do we move to Lyon?")
    sent = {"reasons": "The river.", "rows": "3", "go": "more"}
    page = ada_browser.post(f"/transition/{opened.pk}/decide/", sent).content.decode()
    assert 'name="prediction_5_statement"' in page
    assert "The river." in page


def test_a_look_back_keeps_the_way_of_deciding_apart_from_luck(
    ada_browser: Client, decided: Transition
) -> None:
    address = f"/transition/{decided.pk}/review/"
    wrong = ada_browser.post(address, {"process": "good", "led_to": "Home at six."})
    assert wrong.status_code == 422
    assert "a good decision can turn out badly" in wrong.content.decode()
    sent = {"process": "good", "luck": "poor", "led_to": "Home at six."}
    page = ada_browser.post(address, sent, follow=True).content.decode()
    assert "decided well, luck was bad" in page
    decided.refresh_from_db()
    assert decided.status == Status.REVIEWED


def test_a_prediction_is_judged_by_a_button(ada_browser: Client, decided: Transition) -> None:
    row = Prediction.objects.get(position=0)
    page = ada_browser.post(
        f"/transition/{decided.pk}/predictions/{row.pk}/judge/", {"came": "true"}, follow=True
    ).content.decode()
    assert "it came true" in page
    assert "Brier score 0.010" in page
    assert "too few to tell skill from luck" in page


def test_past_transitions_are_written_read_and_removed(ada_browser: Client) -> None:
    sent = {
        "question": "Leave the hospital?",
        "kind": "internal-move",
        "year": "2014",
        "made_hard": "The team.",
        "again": "yes",
    }
    page = ada_browser.post("/transition/past/write/", sent, follow=True).content.decode()
    assert "The team." in page
    assert "would do it again" in page
    row = PastTransition.objects.get()
    edited = ada_browser.get(f"/transition/past/{row.pk}/").content.decode()
    assert 'value="2014"' in edited
    ada_browser.post(f"/transition/past/{row.pk}/remove/")
    assert "made-up example" in ada_browser.get("/transition/past/").content.decode()
    ada_browser.post(f"/transition/past/{row.pk}/restore/")
    assert "The team." in ada_browser.get("/transition/past/").content.decode()


@pytest.mark.parametrize("year", ["", "nineteen", "1500", "20141"])
def test_a_year_that_is_none_is_named(ada_browser: Client, year: str) -> None:
    sent = {"question": "Leave the hospital?", "kind": "offer", "year": year}
    assert ada_browser.post("/transition/past/write/", sent).status_code == 422


def test_today_shows_what_waits_and_ticks_it_off(ada: User, ada_browser: Client) -> None:
    deadline = timezone.localdate() + dt.timedelta(weeks=3)
    opened = transitions.open_transition(owner=ada, question="Do we move?", deadline=deadline)
    row = people.ask(owner=ada, transition_id=opened.pk, text="Two days remote?", ask="HR")
    page = ada_browser.get("/").content.decode()
    assert "Waiting for you" in page
    assert "Two days remote?" in page
    ada_browser.post(f"/transition/{opened.pk}/questions/{row.pk}/tick-off/", {"from": "today"})
    ada_browser.get("/profile/")  # the toast goes with the first page
    assert "Two days remote?" not in ada_browser.get("/").content.decode()
    found = ada_browser.get("/find/?q=do we mo").content.decode()
    assert "Do we move?" in found
