"""The calendar feed: a secret address, stable names, and what RFC 5545 asks for."""

from __future__ import annotations

import datetime as dt
import logging
import re
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.redaction import SecretAddresses
from turnpoint.apps.plans import calendar_feed as services
from turnpoint.apps.plans.models import CalendarFeed
from turnpoint.apps.transitions.models import Finding, Transition
from turnpoint.apps.transitions.services import people, transitions
from turnpoint.errors import NotFound

SITE = "https://turnpoint.example"


@pytest.fixture
def lyon(ada: User) -> int:
    deadline = timezone.localdate() + dt.timedelta(days=20)
    row = transitions.open_transition(
        owner=ada, question="Lyon; with, commas\nand lines, of a length that has to be folded?"
    )
    row.deadline = deadline
    row.save()
    people.ask(owner=ada, text="Two days remote?", ask="HR", by=deadline, transition_id=row.pk)
    return row.pk


@pytest.fixture
def token(ada: User, lyon: int) -> str:
    made = services.make_address(owner=ada)
    services.say_how(owner=ada, discreet=False, review_day=4, review_at=dt.time(15))
    return made


def _events(token: str) -> dict[str, object]:
    calendar = Calendar.from_ical(services.feed(token=token, site=SITE).text)
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_says_deadlines_questions_and_reviews_as_rfc_5545_asks(token: str, lyon: int) -> None:
    text = services.feed(token=token, site=SITE).text
    assert text.startswith(b"BEGIN:VCALENDAR\r\n")
    assert text.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    assert re.sub(rb"\r\n", b"", text).count(b"\n") == 0
    calendar = Calendar.from_ical(text)
    assert (calendar["version"], calendar["prodid"]) == ("2.0", "-//Turnpoint//Turnpoint//EN")
    events = calendar.walk("VEVENT")
    assert len({str(event["uid"]) for event in events}) == len(events) == 14
    for event in events:
        assert event["dtstamp"].dt.tzinfo is not None
        assert event["sequence"] == 0
        assert str(event["url"]).startswith(SITE)
    decide = next(e for e in events if str(e["summary"]).startswith("Decide: Lyon; with, commas"))
    assert decide["dtend"].dt - decide["dtstart"].dt == dt.timedelta(days=1)
    assert str(decide["url"]) == f"{SITE}{reverse('transitions:read', args=[lyon])}"
    (alarm,) = decide.walk("VALARM")
    assert alarm["trigger"].dt == dt.timedelta(days=-7)
    assert alarm["action"] == "DISPLAY"


def test_a_review_stands_at_the_persons_hour_in_summer_and_winter(ada: User, token: str) -> None:
    User.objects.filter(pk=ada.pk).update(time_zone="America/New_York")
    reviews = [
        event
        for event in Calendar.from_ical(services.feed(token=token, site=SITE).text).walk("VEVENT")
        if str(event["summary"]) == "What did this week move?"
    ]
    assert len(reviews) == 12
    for event in reviews:
        starts = event["dtstart"].dt
        assert starts.utcoffset() == dt.timedelta(0)
        local = starts.astimezone(ZoneInfo("America/New_York"))
        assert (local.weekday(), local.hour) == (4, 15)
        assert event["dtend"].dt - starts == dt.timedelta(minutes=15)


def test_a_changed_thing_keeps_its_name_and_counts_up(ada: User, token: str, lyon: int) -> None:
    before = _events(token)["Settle: Two days remote?"]
    again = _events(token)["Settle: Two days remote?"]
    assert again["dtstamp"].dt == before["dtstamp"].dt
    found = Finding.objects.get(transition_id=lyon)
    found.text = "Three days remote?"
    found.save()
    after = _events(token)["Settle: Three days remote?"]
    assert str(after["uid"]) == str(before["uid"])
    assert (before["sequence"], after["sequence"]) == (0, 1)
    fresh = services.make_address(owner=ada)
    assert str(_events(fresh)["Settle: Three days remote?"]["uid"]) == str(before["uid"])


def test_titles_are_hidden_unless_the_person_says_otherwise(ada: User, lyon: int) -> None:
    token = services.make_address(owner=ada)
    text = services.feed(token=token, site=SITE).text
    assert b"Lyon" not in text
    assert b"remote" not in text
    assert text.count(b"SUMMARY:Turnpoint") == 2


def test_only_a_digest_of_the_address_is_kept(token: str) -> None:
    row = CalendarFeed.objects.get()
    assert token not in str(vars(row))
    assert len(token) >= 43  # 256 bits, six to a letter


def test_another_address_ends_the_one_before_and_none_ends_all(ada: User, token: str) -> None:
    other = services.make_address(owner=ada)
    with pytest.raises(NotFound):
        services.feed(token=token, site=SITE)
    services.revoke(owner=ada)
    with pytest.raises(NotFound):
        services.feed(token=other, site=SITE)


def test_is_fetched_without_signing_in_and_answers_304_until_something_changes(
    token: str, lyon: int
) -> None:
    browser, address = Client(), reverse("plans:feed", args=[token])
    answer = browser.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-cache" in answer["Cache-Control"]
    for header, value in (
        ("if-none-match", answer["ETag"]),
        ("if-modified-since", answer["Last-Modified"]),
    ):
        assert browser.get(address, headers={header: value}).status_code == 304
    Transition.objects.filter(pk=lyon).update(question="Lyon or Ghent?")
    changed = browser.get(address, headers={"if-none-match": answer["ETag"]})
    assert changed.status_code == 200


@pytest.mark.parametrize("wrong", ["x", "0" * 43, "é" * 9])
def test_a_wrong_address_says_nothing_and_is_not_logged(
    token: str, caplog: pytest.LogCaptureFixture, wrong: str
) -> None:
    caplog.handler.addFilter(SecretAddresses())
    answer = Client().get(reverse("plans:feed", args=[wrong]))
    assert answer.status_code == 404
    assert "no calendar at this address" in answer.content.decode()
    assert wrong not in caplog.text


def test_the_secret_stays_out_of_a_traceback(caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.addFilter(SecretAddresses())
    try:
        raise ValueError("/calendar/sesame.ics")  # a stranger's sentence
    except ValueError:
        logging.getLogger("django.request").exception("Error: %s", "/calendar/sesame.ics")
    assert "sesame" not in caplog.text
    assert "/calendar/…" in caplog.text


def test_the_page_shows_the_address_once(ada: User, ada_browser: Client) -> None:
    page = ada_browser.get(reverse("plans:calendar")).content.decode()
    assert "There is no address" in page
    shown = ada_browser.post(reverse("plans:calendar-address")).content.decode()
    (address,) = re.findall(r"http://testserver(/calendar/[^\"]+\.ics)", shown)
    assert Client().get(address).status_code == 200
    page = ada_browser.get(reverse("plans:calendar")).content.decode()
    assert "There is an address" in page
    assert address not in page
    sent = {"sent": "1", "review_day": "4", "review_at": "15:00"}
    ada_browser.post(reverse("plans:calendar"), sent)
    row = CalendarFeed.objects.get(owner=ada)
    assert (row.discreet, row.review_day, row.review_at) == (False, 4, dt.time(15))
    half = ada_browser.post(reverse("plans:calendar"), {"sent": "1", "review_day": "4"})
    assert half.status_code == 422
    ada_browser.post(reverse("plans:calendar-revoke"))
    assert Client().get(address).status_code == 404
