"""Days begin at the person’s midnight: said by the browser once, changed on Settings."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from turnpoint import settings as source
from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.time_zone import zone_named, zone_of, zones
from turnpoint.errors import BadInput, CannotServe


@pytest.fixture
def before_midnight_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 22:30 on Sunday in UTC: half past seven on Monday in Tokyo, Sunday noon in Honolulu."""
    moment = dt.datetime(2026, 11, 22, 22, 30, tzinfo=dt.UTC)
    monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Asia/Tokyo", "Monday 23 November"), ("Pacific/Honolulu", "Sunday 22 November")],
)
def test_today_turns_at_the_persons_midnight(
    before_midnight_utc: None, ada: User, ada_browser: Client, zone: str, day: str
) -> None:
    User.objects.filter(pk=ada.pk).update(time_zone=zone)
    assert day in ada_browser.get("/").content.decode()
    assert timezone.get_current_timezone_name() == settings.TIME_ZONE


def test_somebody_who_has_not_said_it_has_the_machines_day(
    before_midnight_utc: None, ada_browser: Client
) -> None:
    page = ada_browser.get("/").content.decode()
    assert "Sunday 22 November" in page
    assert "data-time-zone" in page


def test_takes_the_browsers_zone_once_and_shows_the_page_again_where_it_is_another_day(
    before_midnight_utc: None, ada: User, ada_browser: Client
) -> None:
    answer = ada_browser.post(reverse("accounts:time-zone"), {"time_zone": "Asia/Tokyo"})
    assert (answer.status_code, answer.headers.get("HX-Refresh")) == (204, "true")
    ada_browser.post(reverse("accounts:time-zone"), {"time_zone": "Europe/Paris"})
    ada.refresh_from_db()
    assert ada.time_zone == "Asia/Tokyo"
    assert "form hidden" not in ada_browser.get("/").content.decode()


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../../etc/passwd", "x" * 300])
def test_leaves_aside_what_is_no_zone(ada: User, ada_browser: Client, name: str) -> None:
    answer = ada_browser.post(reverse("accounts:time-zone"), {"time_zone": name})
    ada.refresh_from_db()
    assert (answer.status_code, ada.time_zone) == (204, "")
    assert zone_of(name) is None


def test_settings_find_the_zone_of_a_city_and_keep_what_was_typed(
    ada: User, ada_browser: Client
) -> None:
    address = reverse("accounts:settings")
    refused = ada_browser.post(address, {"time_zone": "Argentina"})
    assert refused.status_code == 422
    assert "could be America/Argentina/Buenos_Aires" in refused.content.decode()
    assert 'value="Argentina"' in refused.content.decode()
    ada_browser.post(address, {"time_zone": "new york"})
    ada.refresh_from_db()
    assert ada.time_zone == "America/New_York"
    assert "America/New_York" in ada_browser.get(address).content.decode()
    ada_browser.post(address, {"time_zone": ""})
    ada.refresh_from_db()
    assert ada.time_zone == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [("europe/lisbon", "Europe/Lisbon"), ("Berlin", "Europe/Berlin"), ("UTC", "UTC")],
)
def test_a_zone_is_found_by_name_or_city(text: str, name: str) -> None:
    assert zone_named(text) == name


def test_an_unknown_place_says_what_to_try() -> None:
    with pytest.raises(BadInput, match="no time zone called “Atlantis”"):
        zone_named("Atlantis")
    assert "Etc/GMT+5" not in zones()


@pytest.mark.parametrize(
    ("given", "machine", "zone"),
    [
        ("Asia/Tokyo", "Europe/Paris", "Asia/Tokyo"),
        ("", ":Europe/Paris", "Europe/Paris"),
        ("", "CET-1CEST", None),
    ],
)
def test_the_machines_zone_holds_unless_another_is_given(
    monkeypatch: pytest.MonkeyPatch, given: str, machine: str, zone: str | None
) -> None:
    monkeypatch.setenv("TURNPOINT_TIME_ZONE", given)
    monkeypatch.setenv("TZ", machine)
    assert source._time_zone() == zone or (zone is None and zone_of(source._time_zone()))


def test_refuses_a_setting_that_is_no_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TURNPOINT_TIME_ZONE", "Lisbon time")
    with pytest.raises(CannotServe, match="TURNPOINT_TIME_ZONE names “Lisbon time”"):
        source._time_zone()
