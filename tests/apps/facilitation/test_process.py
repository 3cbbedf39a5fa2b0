from __future__ import annotations

import datetime as dt

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from tests.access.facilitation import chair, facing, signed_by_both, somebody

from turnpoint.apps.accounts import grant_services
from turnpoint.apps.accounts.models import Grant, Part, User
from turnpoint.apps.facilitation import dates, invitations, queries
from turnpoint.apps.facilitation.agreement import USUAL, Terms
from turnpoint.apps.facilitation.clients import grouped, led
from turnpoint.apps.facilitation.models import Commitment, Examination, Note
from turnpoint.apps.facilitation.seat import seat
from turnpoint.apps.facilitation.services import engagements, sessions, words
from turnpoint.errors import BadInput, Conflict, NotFound

TODAY = dt.date(2026, 11, 22)


def test_until_both_have_signed_there_is_only_the_agreement(ada: User, bob: User) -> None:
    row = engagements.invite(owner=ada, name="bob", terms=USUAL)
    led = seat(sitting=bob, side="led", engagement_id=row.pk)
    assert queries.overview(led).proposed is not None
    assert queries.overview(led).sessions == []
    with pytest.raises(Conflict, match="sign the agreement first"):
        words.ask(led, text="Why?")
    engagements.sign(led, version=1)
    again = seat(sitting=bob, side="led", engagement_id=row.pk)
    assert [each.number for each in queries.overview(again).sessions] == [1, 2, 3, 4, 5]


def test_a_version_proposed_since_has_to_be_read_before_it_is_signed(ada: User, bob: User) -> None:
    row = engagements.invite(owner=ada, name="bob", terms=USUAL)
    mine = seat(sitting=ada, side="mine", engagement_id=row.pk)
    led = seat(sitting=bob, side="led", engagement_id=row.pk)
    engagements.propose(led, terms=Terms("We both ask.", "All.", "None.", "Nobody.", 7))
    with pytest.raises(Conflict, match="Another version"):
        engagements.sign(mine, version=1)
    assert engagements.sign(mine, version=2).in_force
    assert [each.version for each in row.agreements.all()] == [1, 2]


@pytest.mark.parametrize("name", ["", "nobody", "ada", "a@example.org"])
def test_does_not_say_who_is_here(ada: User, name: str) -> None:
    with pytest.raises(BadInput, match="Nobody else here"):
        engagements.invite(owner=ada, name=name, terms=USUAL)


def test_an_agreement_and_an_examination_stay_as_they_were_signed(ada: User) -> None:
    at = chair(ada)
    words.examine(facing(at), skills="a", difficulty="b", risk="c")
    for rows, change in (
        (at.engagement.agreements, {"roles": "The facilitator decides."}),
        (at.engagement.agreements, {"signed_by_person_at": None}),
        (at.engagement.examinations, {"signed_by": "Somebody else"}),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**change)


def test_notes_are_read_under_their_lids_and_lie_sealed(ada: User) -> None:
    at = chair(ada)
    words.write_note(at, text="I am afraid of the pay cut.", shared=False)
    words.write_note(at, text="Ask at home first.", shared=True)
    words.write_note(facing(at), text="She smiles when she speaks of Ghent.", shared=False)
    words.write_note(facing(at), text="See Ghent in May.", shared=True)
    read = [each.text for each in queries.notes(at)]
    assert read == ["See Ghent in May.", "Ask at home first.", "I am afraid of the pay cut."]
    assert [each.text for each in queries.notes(facing(at))] == read[:2]
    assert [each.text for each in queries.own_notes(facing(at))] == [
        "She smiles when she speaks of Ghent."
    ]
    assert queries.own_notes(at) == []
    stored = Note.objects.raw("SELECT id, text AS cipher FROM facilitation_note")
    assert not any("Ghent" in row.cipher or "afraid" in row.cipher for row in stored)


def test_an_answer_is_read_where_it_is_shared_only(ada: User) -> None:
    at = chair(ada)
    row = words.ask(facing(at), text="What would you miss first?")
    words.answer(at, question_id=row.pk, text="The patients.", shared=False)
    assert queries.questions(facing(at))[0].answer == ""
    words.answer(at, question_id=row.pk, text="The patients.", shared=True)
    assert queries.questions(facing(at))[0].answer == "The patients."
    with pytest.raises(NotFound):
        words.answer(facing(at), question_id=row.pk, text="Mine.", shared=True)
    with pytest.raises(NotFound):
        words.ask(at, text="May I ask myself?")


def test_a_commitment_is_carried_on_once_and_can_be_opened_again(ada: User) -> None:
    at = chair(ada)
    row = sessions.commit(at, text="Call Ghent")
    for _ in range(2):
        sessions.settle(at, commitment_id=row.pk, state="carried")
    assert Commitment.objects.filter(carried_from=row).count() == 1
    sessions.settle(at, commitment_id=row.pk, state="open")
    assert [each.state for each in queries.commitments(at)] == ["open"]
    sessions.settle(at, commitment_id=row.pk, state="carried")
    later = Commitment.objects.get(carried_from=row)
    sessions.settle(facing(at), commitment_id=later.pk, state="kept")
    with pytest.raises(Conflict, match="later one"):
        sessions.settle(at, commitment_id=row.pk, state="open")


def test_both_see_by_how_much_it_ends_later(ada: User) -> None:
    at = chair(ada)
    last = queries.overview(at).sessions[-1]
    late = dt.datetime.combine(last.meant_for + dt.timedelta(days=9), dt.time(9), dt.UTC)
    sessions.schedule(at, number=5, starts_at=late, minutes=90, place="Café Rex")
    assert queries.overview(at).drift == queries.overview(facing(at)).drift == 9


def test_a_session_is_an_invitation_whose_new_date_moves_it(ada: User) -> None:
    at = chair(ada)
    for hour in (9, 14):
        when = dt.datetime(2027, 1, 8, hour, tzinfo=dt.UTC)
        row = sessions.schedule(at, number=1, starts_at=when, minutes=90, place="")
    event = Calendar.from_ical(invitations.calendar(row, other="Ines", address="/x")).walk(
        "VEVENT"
    )[0]
    assert event.decoded("dtstart").hour == 14
    assert (event.decoded("dtend") - event.decoded("dtstart")) == dt.timedelta(minutes=90)
    assert event["sequence"] == 2
    assert str(event["uid"]) == f"facilitation-session-{row.pk}@turnpoint"
    assert [thing.uid for thing in dates.dates(owner=ada)] == [f"facilitation-session-{row.pk}"]
    assert len(dates.dates(owner=at.engagement.facilitator)) == 1  # type: ignore[arg-type]


def test_a_session_that_is_called_off_can_have_its_date_back(ada: User) -> None:
    at = chair(ada)
    when = dt.datetime(2027, 1, 8, 9, tzinfo=dt.UTC)
    sessions.schedule(at, number=1, starts_at=when, minutes=90, place="")
    assert sessions.call_off(facing(at), number=1).starts_at is None
    with pytest.raises(Conflict, match="no date"):
        sessions.call_off(at, number=1)
    row = sessions.call_off(at, number=1, back=True)
    assert (row.starts_at, row.changes) == (when, 3)


def test_today_says_when_nothing_is_scheduled_or_signed(ada: User, cleo: User) -> None:
    at = chair(ada)
    facilitator = at.engagement.facilitator
    assert facilitator is not None
    engagements.invite(owner=ada, name="cleo", terms=USUAL)
    assert [each.kind for each in dates.nudges(owner=cleo, today=TODAY)] == ["agreement"]
    for person in (ada, facilitator):
        assert [each.kind for each in dates.nudges(owner=person, today=TODAY)] == ["no date"]
    when = dt.datetime(2027, 1, 8, 9, tzinfo=dt.UTC)
    sessions.schedule(at, number=1, starts_at=when, minutes=90, place="")
    assert dates.nudges(owner=ada, today=TODAY) == []


def test_several_people_without_a_date_are_one_line_for_who_facilitates_them(
    ada: User, bob: User, cleo: User
) -> None:
    for person in (ada, bob):
        signed_by_both(person, cleo)
    (found,) = dates.nudges(owner=cleo, today=TODAY)
    assert (found.text, found.address) == ("2 people have no next date", "/facilitation/clients/")


def test_what_is_written_in_a_session_comes_back_to_it(ada: User) -> None:
    at = chair(ada)
    browser = Client()
    browser.force_login(somebody("opposite-of-ada"))
    page = reverse("facilitation:session", args=["led", at.engagement.pk, 1])
    for name, said in (("notes", "See Ghent."), ("commit", "Call Ghent"), ("ask", "Why Ghent?")):
        arguments = [at.engagement.pk] if name == "ask" else ["led", at.engagement.pk]
        sent = {"text": said, "session": "1", "shared": "on"}
        answer = browser.post(reverse(f"facilitation:{name}", args=arguments), sent)
        assert answer["Location"] == page
    written = browser.get(page).content.decode()
    assert all(said in written for said in ("See Ghent.", "Call Ghent", "Why Ghent?"))


def test_a_facilitator_sees_first_who_needs_something(ada: User, bob: User, cleo: User) -> None:
    dana = somebody("dana")
    finn = somebody("finn")
    for person in (ada, bob, cleo, finn):
        signed_by_both(person, dana)
    for person, days in ((bob, 3), (cleo, 20), (finn, -1)):
        mine = seat(sitting=person, side="mine", engagement_id=signed_by_both(person, dana).pk)
        when = timezone.now() + dt.timedelta(days=days)
        sessions.schedule(mine, number=1, starts_at=when, minutes=90, place="")
    engagements.invite(owner=somebody("eve"), name="dana", terms=USUAL)
    found = grouped(led(facilitator=dana))
    assert [(name, [each.engagement.owner.username for each in some]) for name, some in found] == [
        ("Your signature", ["eve"]),
        ("Say who came", ["finn"]),
        ("Within a week", ["bob"]),
        ("No next date", ["ada"]),
        ("Later", ["cleo"]),
    ]


def test_ending_it_ends_what_was_shared_in_the_same_second(ada: User) -> None:
    at = chair(ada)
    facilitator = at.engagement.facilitator
    assert facilitator is not None
    until = timezone.now() + dt.timedelta(days=20)
    pieces = (grant_services.Piece(Part.PROFILE),)
    grant_services.give(owner=ada, receiver=facilitator, pieces=pieces, purpose="Us", until=until)
    assert len(queries.shared(facing(at))) == 1
    engagements.end(facing(at))
    assert Grant.objects.get().ended_at is not None
    assert led(facilitator=facilitator) == []
    with pytest.raises(NotFound):
        seat(sitting=facilitator, side="led", engagement_id=at.engagement.pk)


def test_notes_are_disposed_of_on_the_agreed_day_with_a_receipt(ada: User) -> None:
    at = chair(ada)
    words.write_note(at, text="Mine.", shared=False)
    words.write_note(at, text="Ours.", shared=True)
    words.write_note(facing(at), text="Theirs.", shared=False)
    engagements.end(at)
    agreed = timezone.localdate() + dt.timedelta(days=USUAL.retention_days)
    assert engagements.dispose(today=agreed - dt.timedelta(days=1)) == 0
    assert engagements.dispose(today=agreed) == 1
    assert engagements.dispose(today=agreed) == 0
    at.engagement.refresh_from_db()
    assert at.engagement.disposal.notes == 2
    assert at.engagement.disposal.agreed_for == agreed
    assert [each.text for each in queries.notes(at)] == ["Mine."]


def test_a_sponsor_sees_dates_and_attendance_and_nothing_else(ada: User) -> None:
    at = chair(ada)
    words.set_goal(at, text="A destination", expected="One sentence")
    token = engagements.give_sponsor_link(at, name="The works council")
    page = Client().get(reverse("facilitation:attendance", args=[token])).content.decode()
    assert "Ada" in page
    assert page.count("to come") == 5
    assert "A destination" not in page
    assert "opposite-of-ada" not in page.lower()
    engagements.withdraw_sponsor_link(at)
    assert Client().get(reverse("facilitation:attendance", args=[token])).status_code == 404


def test_goals_are_scored_together(ada: User) -> None:
    at = chair(ada)
    rows = [words.set_goal(at, text=f"Goal {n}", expected="So") for n in range(3)]
    assert queries.scored(at) is None
    for row in rows:
        words.score(at, goal_id=row.pk, level=1)
    assert queries.scored(at) == pytest.approx(63.6931, abs=5e-5)


def test_another_shape_is_laid_out_as_long_as_no_session_was_held(ada: User) -> None:
    at = chair(ada)
    engagements.plan(at, start=TODAY, sessions=3, weeks=6)
    assert [row.meant_for for row in queries.overview(at).sessions][-1] == dt.date(2027, 1, 3)
    sessions.note_attendance(at, number=1, attended="both")
    with pytest.raises(Conflict, match="took place already"):
        engagements.plan(at, start=TODAY)


def test_an_examination_is_numbered_and_may_be_answered(ada: User) -> None:
    at = chair(ada)
    for risk in ("The first year.", "Less than I thought."):
        words.examine(facing(at), skills="Two gaps.", difficulty="Fair.", risk=risk)
    words.reply(at, version=1, text="I see it differently.")
    assert [row.version for row in queries.examinations(facing(at))] == [2, 1]
    with pytest.raises(NotFound):
        words.examine(at, skills="a", difficulty="b", risk="c")
    assert Examination.objects.count() == 2


def test_pages_answer_both_chairs(ada: User) -> None:
    at = chair(ada)
    words.ask(facing(at), text="What would you miss first?")
    words.examine(facing(at), skills="a", difficulty="b", risk="c")
    words.set_goal(at, text="A destination", expected="One sentence")
    for side, person in (("mine", ada), ("led", somebody("opposite-of-ada"))):
        browser = Client()
        browser.force_login(person)
        for name in (
            "engagement",
            "agreement",
            "plan",
            "questions",
            "notes",
            "commit",
            "examination",
            "goals",
        ):
            answer = browser.get(reverse(f"facilitation:{name}", args=[side, at.engagement.pk]))
            assert answer.status_code == 200, name
    assert "Ada" in browser.get(reverse("facilitation:clients")).content.decode()


def test_asks_from_the_bank_or_in_own_words_but_not_both(ada: User) -> None:
    at = chair(ada)
    browser = Client()
    browser.force_login(somebody("opposite-of-ada"))
    address = reverse("facilitation:ask", args=[at.engagement.pk])
    bank = "destination-where-to-1"
    assert browser.post(address, {"bank_key": bank, "text": "Why?"}).status_code == 422
    assert browser.post(address, {}).status_code == 422
    assert browser.post(address, {"bank_key": bank}).status_code == 302
    assert "five years" in queries.questions(at)[0].text
