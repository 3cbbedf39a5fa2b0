"""Sharing as both sides see it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from tests.access.facilitation import chair, facing

from turnpoint.apps.accounts import key_services, sealing
from turnpoint.apps.accounts.models import AccessRecord, Grant, User
from turnpoint.apps.accounts.sealing import CannotUnseal
from turnpoint.apps.destinations import services as destinations
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.facilitation.services import words
from turnpoint.apps.profiles import services as profiles
from turnpoint.apps.sharing.models import Remark
from turnpoint.apps.transitions.models import Voice
from turnpoint.apps.transitions.services import criteria, options, people, transitions

KOI = "I run a koi-pond business."


@pytest.fixture
def aim(ada: User) -> int:
    said = Hypothesis(statement=KOI, by=dt.date(2031, 11, 1), why="Water keeps me calm.")
    return destinations.write_destination(owner=ada, said=said).pk


def form(*parts: str, **other: str) -> dict[str, object]:
    until = timezone.localdate() + dt.timedelta(days=21)
    fine = {"receiver": "bob", "purpose": "to look for what I overlook", "until": f"{until}"}
    return {**fine, "parts": list(parts), **other}


def test_a_part_is_shared_read_answered_and_withdrawn(
    aim: int, ada: User, ada_browser: Client, bob_browser: Client
) -> None:
    sent = form(f"destination:{aim}", may_ask="on")
    assert ada_browser.post("/sharing/share/", sent).status_code == 302
    grant = Grant.objects.get()
    address = f"/sharing/from/{grant.pk}/destination/{aim}/"
    assert KOI in bob_browser.get(address).content.decode()
    assert bob_browser.get(f"/destination/{aim}/").status_code == 404
    assert bob_browser.post(address, {"kind": "question", "text": "Why koi?"}).status_code == 302
    said = Remark.objects.get()
    assert "Why koi?" in ada_browser.get("/sharing/").content.decode()
    ada_browser.post(f"/sharing/remarks/{said.pk}/answer/", {"answer": "They grow old."})
    assert "They grow old." in bob_browser.get(address).content.decode()
    log = ada_browser.get("/sharing/record/").content.decode()
    assert log.count("Destination: “I run a koi-pond business.”") == 3
    ada_browser.post(f"/sharing/{grant.pk}/withdraw/")
    assert bob_browser.get(address).status_code == 404
    assert KOI not in bob_browser.get("/sharing/").content.decode()
    for browser in (ada_browser, bob_browser):
        receipts = browser.get("/sharing/record/").content.decode()
        assert "withdrawn" in receipts
        assert "to look for what I overlook" in receipts


@pytest.mark.parametrize("part", ["profile", "role", "plan"])
def test_what_a_person_has_one_of_is_shown(
    part: str, ada: User, ada_browser: Client, bob_browser: Client
) -> None:
    profiles.add_role(owner=ada, title="Keeper of carp", employer="Aldgate", pay=61_000)
    ada_browser.post("/sharing/share/", form(part))
    page = bob_browser.get(f"/sharing/from/{Grant.objects.get().pk}/{part}/")
    assert page.status_code == 200
    assert "61" not in page.content.decode().split("<main")[1].split("<form")[0]
    assert ("Keeper of carp" in page.content.decode()) is (part != "plan")


def test_session_notes_show_what_the_person_wrote_for_both_and_nothing_else(
    ada: User, ada_browser: Client, bob_browser: Client
) -> None:
    at = chair(ada)
    words.write_note(at, text="Ask at home first.", shared=True)
    words.write_note(at, text="I dread the pay cut.", shared=False)
    words.write_note(facing(at), text="See Ghent in May.", shared=True)
    words.write_note(facing(at), text="Smiles at Ghent.", shared=False)
    ada_browser.post("/sharing/share/", form(f"notes:{at.engagement.pk}"))
    address = f"/sharing/from/{Grant.objects.get().pk}/notes/{at.engagement.pk}/"
    page = bob_browser.get(address).content.decode()
    assert "Ask at home first." in page
    for kept in ("I dread the pay cut.", "See Ghent in May.", "Smiles at Ghent."):
        assert kept not in page
    assert bob_browser.get(f"/facilitation/mine/{at.engagement.pk}/").status_code == 404
    assert "Session notes, with Opposite-Of-Ada" in ada_browser.get("/sharing/").content.decode()


def test_nobody_shares_notes_of_an_engagement_of_others(
    ada: User, bob: User, bob_browser: Client
) -> None:
    at = chair(ada)
    sent = {**form(f"notes:{at.engagement.pk}"), "receiver": "ada"}
    assert bob_browser.post("/sharing/share/", sent).status_code == 422
    assert not Grant.objects.exists()


def test_a_transition_is_shown_without_notes_and_voices(
    ada: User, ada_browser: Client, bob_browser: Client
) -> None:
    row = transitions.open_transition(owner=ada, question="Do we move to Lyon?")
    options.add_option(owner=ada, transition_id=row.pk, name="Lyon", note="I dread it.")
    criteria.add_criterion(owner=ada, transition_id=row.pk, name="Commute", worst=90, best=0)
    kim = people.add_person(owner=ada, transition_id=row.pk, name="Kim")
    people.write_down(owner=ada, transition_id=row.pk, person_id=kim.pk, effect="I lose my job.")
    ada_browser.post("/sharing/share/", form(f"transition:{row.pk}"))
    address = f"/sharing/from/{Grant.objects.get().pk}/transition/{row.pk}/"
    page = bob_browser.get(address).content.decode()
    assert "Do we move to Lyon?" in page
    assert "Commute" in page
    for private in ("I dread it.", "I lose my job.", "Kim"):
        assert private not in page


def test_a_reality_check_says_when_there_is_none(
    aim: int, ada_browser: Client, bob_browser: Client
) -> None:
    ada_browser.post("/sharing/share/", form(f"reality:{aim}"))
    page = bob_browser.get(f"/sharing/from/{Grant.objects.get().pk}/reality/{aim}/")
    assert "There is no reality check yet" in page.content.decode()


def test_keeps_what_was_typed_where_it_is_refused(ada_browser: Client, bob: User) -> None:
    for wrong, sentence in [
        ({"receiver": "nobody@example.org"}, "Nobody with this address"),
        ({"receiver": "ada"}, "You can read all of it"),
        ({"until": "2020-01-01"}, "lies in the past"),
        ({"until": "2099-01-01"}, "within a year"),
        ({"parts": []}, "Choose at least one part"),
        ({"parts": ["destination:999"]}, "not one of the available choices"),
    ]:
        answer = ada_browser.post("/sharing/share/", {**form("profile"), **wrong})
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
        assert "to look for what I overlook" in answer.content.decode()
    assert not Grant.objects.exists()


def test_who_may_only_read_says_nothing(ada_browser: Client, bob_browser: Client) -> None:
    ada_browser.post("/sharing/share/", form("profile", may_comment="on"))
    address = f"/sharing/from/{Grant.objects.get().pk}/profile/"
    assert bob_browser.post(address, {"kind": "question", "text": "Why?"}).status_code == 422
    assert not Remark.objects.exists()


def test_a_remark_that_was_removed_comes_back(ada_browser: Client, bob_browser: Client) -> None:
    ada_browser.post("/sharing/share/", form("profile", may_comment="on"))
    address = f"/sharing/from/{Grant.objects.get().pk}/profile/"
    bob_browser.post(address, {"kind": "comment", "text": "Well put."})
    said = Remark.objects.get()
    ada_browser.post(f"/sharing/remarks/{said.pk}/remove/")
    assert "Well put." not in bob_browser.get(address).content.decode()
    ada_browser.post(f"/sharing/remarks/{said.pk}/restore/")
    assert "Well put." in bob_browser.get(address).content.decode()


def test_somebody_at_home_writes_their_own_words_and_sees_only_the_question(
    ada: User, ada_browser: Client
) -> None:
    row = transitions.open_transition(owner=ada, question="Do we move to Lyon?")
    options.add_option(owner=ada, transition_id=row.pk, name="A weekly commute")
    kim = people.add_person(owner=ada, transition_id=row.pk, name="Kim")
    until = timezone.localdate() + dt.timedelta(days=7)
    asked = ada_browser.post(
        f"/sharing/home/{row.pk}/{kim.pk}/", {"purpose": "In your words", "until": f"{until}"}
    ).content.decode()
    address = "/home/" + asked.split("/home/")[1].split('"')[0]
    at_home = Client()
    page = at_home.get(address).content.decode()
    assert "Do we move to Lyon?" in page
    assert "A weekly commute" not in page
    assert at_home.post(address, {"effect": " "}).status_code == 422
    assert at_home.post(address, {"effect": "I lose my job."}).status_code == 302
    assert at_home.post(address, {"effect": "I lose my job.", "limit": "Not before June."})
    voice = Voice.objects.get()
    assert (voice.person, voice.effect, voice.limit) == (kim, "I lose my job.", "Not before June.")
    person = ada_browser.get(f"/transition/{row.pk}/people/{kim.pk}/").content.decode()
    assert "written by Kim" in person
    assert {each.reader_name for each in AccessRecord.objects.all()} == {"Kim"}
    ada_browser.post(f"/sharing/{Grant.objects.get().pk}/withdraw/")
    assert at_home.get(address).status_code == 404
    assert at_home.post(address, {"effect": "Again."}).status_code == 404


def test_rotating_the_keys_writes_what_was_said_anew(
    ada_browser: Client, bob_browser: Client, settings: Any, tmp_path: Path
) -> None:
    settings.DATA_DIR = tmp_path
    ada_browser.post("/sharing/share/", form("profile", may_comment="on"))
    address = f"/sharing/from/{Grant.objects.get().pk}/profile/"
    bob_browser.post(address, {"kind": "comment", "text": "Well put."})

    def cipher() -> str:
        with connection.cursor() as cursor:
            cursor.execute("SELECT text FROM sharing_remark")
            return str(cursor.fetchone()[0])

    before = cipher()
    assert "Well put." not in before
    assert key_services.rotate(drop_old=True) == 1
    assert cipher() != before
    assert Remark.objects.get().text == "Well put."
    with pytest.raises(CannotUnseal):
        sealing.unseal(before)
