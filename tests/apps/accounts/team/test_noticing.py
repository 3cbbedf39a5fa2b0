"""Who signs in and how that changes is noted and told, without a word of what was typed."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.team.configuration import HALF_A_DAY, team_settings

PASSWORD = "koi in clear water"


@pytest.fixture
def browser(ada: User) -> Client:
    ada.email = "ada@example.org"
    ada.set_password(PASSWORD)
    ada.save()
    EmailAddress.objects.create(user=ada, email=ada.email, verified=True, primary=True)
    return Client(REMOTE_ADDR="10.1.2.3")


def sign_in(browser: Client, password: str) -> Any:
    return browser.post("/account/login/", {"login": "ada@example.org", "password": password})


def test_notes_who_signed_in_and_that_somebody_could_not(
    ada: User, browser: Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="turnpoint.security")
    sign_in(browser, "my other password")
    sign_in(browser, PASSWORD)
    browser.get("/destination/987654/")
    assert "failed to sign in: account unknown, from 10.1.2.3" in caplog.messages
    assert f"signed in: account {ada.pk}, from 10.1.2.3" in caplog.messages
    assert (
        f"not found: GET /destination/987654/, account {ada.pk}, from 10.1.2.3" in caplog.messages
    )
    assert "password" not in caplog.text
    assert "ada@" not in caplog.text


def test_tells_the_owner_by_e_mail_that_the_password_changed(
    browser: Client, caplog: pytest.LogCaptureFixture
) -> None:
    sign_in(browser, PASSWORD)
    fresh = "a pond with nine koi"
    said = {"oldpassword": PASSWORD, "password1": fresh, "password2": fresh}
    browser.post("/account/password/change/", said)
    assert [each.to for each in mail.outbox] == [["ada@example.org"]]
    assert "password" in mail.outbox[0].subject.lower()
    assert fresh not in mail.outbox[0].body


def test_refuses_a_password_that_nobody_types(browser: Client) -> None:
    sign_in(browser, PASSWORD)
    fresh = "koi " * 40
    said = {"oldpassword": PASSWORD, "password1": fresh, "password2": fresh}
    answer = browser.post("/account/password/change/", said)
    assert "at most 128" in answer.content.decode()


def test_notes_nothing_in_personal_mode(
    ada: User, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.TEAM = False
    caplog.set_level("INFO", logger="turnpoint.security")
    Client().force_login(ada)
    assert caplog.messages == []


def test_attempts_to_sign_in_are_counted_for_all_processes() -> None:
    counted = team_settings({"TURNPOINT_MODE": "team"}, [])["CACHES"]["default"]
    assert counted["BACKEND"].endswith("FileBasedCache")
    assert "CACHES" not in team_settings({}, [])


def test_a_session_of_a_team_ends_after_half_a_day() -> None:
    assert team_settings({"TURNPOINT_MODE": "team"}, [])["SESSION_COOKIE_AGE"] == HALF_A_DAY
    assert "SESSION_COOKIE_AGE" not in team_settings({}, [])
