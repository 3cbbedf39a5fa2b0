"""Bringing a calendar: titles are seen once, totals of what was named are kept, and nothing else."""

from __future__ import annotations

import datetime as dt
import logging
import re

import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.profiles.services import add_role
from turnpoint.apps.roles import calendar_queries, queries
from turnpoint.apps.roles.models import CalendarTime, CalendarTotal, Change
from turnpoint.apps.roles.services import activities, changes

ADDRESS = "/role/calendar/"
SECRET = "Zebrafish acquisition"


@pytest.fixture
def held(ada: User) -> HeldRole:
    role = add_role(owner=ada, title="Help desk")
    activities.add_activity(owner=ada, held=role, name="Meetings", time=20)
    activities.add_activity(owner=ada, held=role, name="Mending", time=60)
    activities.add_activity(owner=ada, held=role, name="Lists", time=20)
    return role


def event(title: str, ago: int, hours: int) -> str:
    day = timezone.localdate() - dt.timedelta(days=ago)
    return (
        f"BEGIN:VEVENT\r\nUID:{title}{ago}\r\nSUMMARY:{title}\r\nLOCATION:Room of {SECRET}\r\n"
        f"DTSTART:{day:%Y%m%d}T090000\r\nDURATION:PT{hours}H\r\nEND:VEVENT"
    )


def file(*events: str) -> SimpleUploadedFile:
    content = "\r\n".join(("BEGIN:VCALENDAR", *events, "END:VCALENDAR", ""))
    return SimpleUploadedFile("work.ics", content.encode(), "text/calendar")


def bring(browser: Client, *events: str) -> str:
    answer = browser.post(ADDRESS, {"file": file(*events), "weeks": "2"})
    assert answer.status_code == 200
    return answer.content.decode()


def token(page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def everything_kept() -> str:
    """All that lies in the database, sessions unpacked."""
    rows = [
        str(row)
        for model in apps.get_models(include_auto_created=True)
        for row in model._default_manager.values()
    ]
    return "\n".join([*rows, *(str(each.get_decoded()) for each in Session.objects.all())])


def test_keeps_totals_by_the_names_given_and_no_title_anywhere(
    ada_browser: Client, ada: User, held: HeldRole, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    page = bring(
        ada_browser,
        event(SECRET, 3, 4),
        event(SECRET, 4, 2),
        event("meetings", 5, 2),
        event("x", 6, 1),
    )
    assert SECRET in page
    assert "6:00 h" in page
    assert 'value="Meetings"' in page
    sealed = token(page)
    assert b"Zebra" not in signing.b64_decode(sealed.split(":")[0].encode())
    said = {"token": sealed, "as-0": "Deals", "as-1": " meetings ", "as-2": ""}
    ada_browser.post(reverse("roles:keep-calendar"), said)
    found = calendar_queries.kept(owner=ada, held=held)
    assert found is not None
    assert [(each.total.name, each.total.minutes) for each in found.shares] == [
        ("Deals", 360),
        ("meetings", 120),
    ]
    assert "zebra" not in everything_kept().casefold()
    assert "zebra" not in caplog.text.casefold()
    assert "3.0" in ada_browser.get(ADDRESS).content.decode()


def test_using_the_hours_lets_the_others_share_the_rest_and_can_be_taken_back(
    ada_browser: Client, ada: User, held: HeldRole
) -> None:
    page = bring(ada_browser, event("Board", 3, 10), event("Plan", 4, 10), event("Sync", 9, 20))
    said = {"token": token(page), "as-0": "Meetings", "as-1": "meetings", "as-2": "Board"}
    ada_browser.post(reverse("roles:keep-calendar"), said)
    ada_browser.post(reverse("roles:use-calendar"))
    times = {row.name: row.time for row in queries.activities(owner=ada, held=held)}
    assert times == {"Meetings": 37.5, "Board": 12.5, "Mending": 37.5, "Lists": 12.5}
    changes.undo(owner=ada, change_id=Change.objects.latest("pk").pk)
    times = {row.name: row.time for row in queries.activities(owner=ada, held=held)}
    assert times == {"Meetings": 20, "Mending": 60, "Lists": 20}


def test_a_newer_calendar_lays_the_older_aside_and_undo_brings_it_back(
    ada_browser: Client, ada: User, held: HeldRole
) -> None:
    for name in ("First", "Second"):
        page = bring(ada_browser, event("x", 3, 1))
        ada_browser.post(reverse("roles:keep-calendar"), {"token": token(page), "as-0": name})
    change = Change.objects.latest("pk")
    assert CalendarTime.objects.filter(trashed_at__isnull=True).count() == 1
    assert "Second" in ada_browser.get(ADDRESS).content.decode()
    changes.undo(owner=ada, change_id=change.pk)
    assert "First" in ada_browser.get(ADDRESS).content.decode()
    ada_browser.post(reverse("roles:forget-calendar"))
    assert calendar_queries.kept(owner=ada, held=held) is None


@pytest.mark.parametrize("forged", ["", "W10:abc:def", "{}"])
def test_totals_cannot_be_made_up_or_brought_by_another(
    ada_browser: Client, bob_browser: Client, bob: User, held: HeldRole, forged: str
) -> None:
    answer = ada_browser.post(reverse("roles:keep-calendar"), {"token": forged, "as-0": "x"})
    assert answer.status_code == 400
    assert "Choose the calendar again" in answer.content.decode()
    add_role(owner=bob, title="Help desk")
    mine = token(bring(ada_browser, event("x", 3, 1)))
    theirs = bob_browser.post(reverse("roles:keep-calendar"), {"token": mine, "as-0": "x"})
    assert theirs.status_code == 400
    assert not CalendarTotal.objects.exists()


def test_naming_nothing_keeps_nothing(ada_browser: Client, held: HeldRole) -> None:
    page = bring(ada_browser, event("x", 3, 1))
    answer = ada_browser.post(reverse("roles:keep-calendar"), {"token": token(page), "as-0": " "})
    assert answer.status_code == 400
    assert "nothing was kept" in answer.content.decode()


def test_says_what_is_wrong_with_a_file(ada_browser: Client, held: HeldRole) -> None:
    for content, sentence in (
        (b"PK\x03\x04", "no calendar file"),
        (b"", "empty"),
        (b"x" * 10_000_001, "a calendar is read up to 10 MB"),
    ):
        upload = SimpleUploadedFile("a.ics", content)
        answer = ada_browser.post(ADDRESS, {"file": upload, "weeks": "4", "address": "me@x.org"})
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
        assert 'value="me@x.org"' in answer.content.decode()


def test_says_when_there_is_nothing_in_these_weeks(ada_browser: Client, held: HeldRole) -> None:
    assert "no event takes any time" in bring(ada_browser, event("x", 40, 1))
