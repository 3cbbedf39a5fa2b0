"""Letters about sessions, as a real SMTP server receives them and as calendars read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from email.message import Message
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar, Event
from tests.access.facilitation import chair

from turnpoint.apps.accounts.models import User
from turnpoint.apps.facilitation.seat import Seat

Letters = Callable[[], list[Message]]


@pytest.fixture
def at(ada: User, settings: Any) -> Seat:
    """Ada in Lisbon and her facilitator in New York, who both have an address."""
    settings.TEAM, settings.ADDRESS = True, "https://career.example.org"
    found = chair(ada)
    facilitator = found.engagement.facilitator
    assert facilitator is not None
    for person, zone in ((ada, "Europe/Lisbon"), (facilitator, "America/New_York")):
        person.email, person.time_zone = f"{person.username}@example.org", zone
        person.save()
    return chair(ada)


def send(browser: Client, at: Seat, name: str, **said: object) -> str:
    numbered = [] if name in {"end", "plan"} else [1]
    address = reverse(f"facilitation:{name}", args=["mine", at.engagement.pk, *numbered])
    answer = browser.post(address, said, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def set_date(browser: Client, at: Seat, time: str) -> str:
    return send(browser, at, "session", day="2027-01-08", time=time, minutes=90, place="Café Rex")


def event(letter: Message) -> Event:
    """The event of a letter, whose method is the same in the letter as in the calendar."""
    (part,) = (each for each in letter.walk() if each.get_content_type() == "text/calendar")
    found = Calendar.from_ical(part.get_payload(decode=True))
    assert found["method"] == part.get_param("method")
    return found.walk("VEVENT")[0]


def words(letter: Message) -> str:
    (part,) = (each for each in letter.walk() if each.get_content_type() == "text/plain")
    return str(part.get_payload(decode=True), "utf-8")


def test_both_get_the_date_in_their_own_zone(
    at: Seat, ada_browser: Client, letters: Letters
) -> None:
    assert "Both of you get it by e-mail" in set_date(ada_browser, at, "17:30")
    mine, theirs = sorted(letters(), key=lambda each: str(each["To"]))
    assert (mine["To"], theirs["To"]) == ("ada@example.org", "opposite-of-ada@example.org")
    assert "Friday, 8 January 2027, 17:30 (Europe/Lisbon)" in words(mine)
    assert "Friday, 8 January 2027, 12:30 (America/New_York)" in words(theirs)
    assert "To bring:" in words(mine)
    assert "To bring:" not in words(theirs)
    assert f"https://career.example.org/facilitation/mine/{at.engagement.pk}/" in words(mine)
    first, second = event(mine), event(theirs)
    assert first["uid"] == second["uid"]
    assert str(first["uid"]).endswith("@career.example.org")
    assert first.decoded("dtstart") == second.decoded("dtstart")
    assert first.decoded("dtstart") == dt.datetime(2027, 1, 8, 17, 30, tzinfo=dt.UTC)
    assert (str(first["attendee"]), str(first["class"])) == ("mailto:ada@example.org", "PRIVATE")
    assert "Ada" in str(second["summary"])


def test_a_new_date_moves_it_and_calling_it_off_takes_it_away(
    at: Seat, ada_browser: Client, letters: Letters
) -> None:
    for time in ("17:30", "18:00"):
        set_date(ada_browser, at, time)
    send(ada_browser, at, "call-off")
    send(ada_browser, at, "put-back")
    mine = [event(each) for each in letters() if each["To"] == "ada@example.org"]
    assert len({str(each["uid"]) for each in mine}) == 1
    assert [each["sequence"] for each in mine] == [1, 2, 3, 4]
    assert [str(each["status"]) for each in mine] == ["CONFIRMED"] * 2 + ["CANCELLED", "CONFIRMED"]
    assert [each.decoded("dtstart").hour for each in mine] == [17, 18, 18, 18]


@pytest.mark.parametrize("name", ["end", "plan"])
def test_what_no_longer_takes_place_leaves_both_calendars(
    at: Seat, ada_browser: Client, letters: Letters, name: str
) -> None:
    set_date(ada_browser, at, "17:30")
    send(ada_browser, at, name, start="2027-02-01", sessions=3, weeks=4)
    gone = letters()[2:]
    assert [str(event(each)["status"]) for each in gone] == ["CANCELLED"] * 2
    assert [event(each)["sequence"] for each in gone] == [2, 2]
    assert ("Either of you can set another date" in words(gone[0])) is (name == "plan")


def test_nothing_is_posted_in_personal_mode_or_to_a_closed_account(
    at: Seat, ada_browser: Client, letters: Letters, settings: Any
) -> None:
    settings.TEAM = False
    assert "Both of you find it in the calendar." in set_date(ada_browser, at, "17:30")
    assert letters() == []
    settings.TEAM = True
    User.objects.filter(username="opposite-of-ada").update(is_active=False)
    set_date(ada_browser, at, "18:00")
    assert [each["To"] for each in letters()] == ["ada@example.org"]


def test_a_date_is_set_although_the_post_does_not_answer(
    at: Seat, ada_browser: Client, letters: Letters, settings: Any
) -> None:
    settings.EMAIL_PORT = 1
    page = set_date(ada_browser, at, "17:30")
    assert "could not be handed in" in page
    assert "17:30" in page
