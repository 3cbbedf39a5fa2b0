"""Accounts of a team: invitations, limits, second factors, e-mail, and coming from personal mode."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone

from turnpoint.apps.accounts import key_services, services
from turnpoint.apps.accounts.models import Invitation, User
from turnpoint.apps.accounts.team import administration, invitations
from turnpoint.apps.accounts.team.configuration import team_settings
from turnpoint.errors import CannotServe, Conflict, NotFound

PASSWORD = "koi in clear water"
NEW = "bob@example.org"


@pytest.fixture
def administrator(ada: User) -> User:
    ada.is_staff, ada.email = True, "ada@example.org"
    ada.save()
    return ada


def sign_up(browser: Client, email: str = NEW) -> Any:
    said = {"email": email, "password1": PASSWORD, "password2": PASSWORD}
    return browser.post("/account/signup/", said)


def invited(email: str = NEW) -> Client:
    browser = Client()
    _, token = invitations.invite(email=email, by=None)
    assert browser.get(f"/account/invited/{token}/").status_code == 302
    return browser


def with_account(email: str = NEW) -> User:
    """Somebody who was invited, signed up and verified the address."""
    browser = invited(email)
    sign_up(browser, email)
    link = re.search(r"/account/confirm-email/\S+", mail.outbox[-1].body)
    assert link is not None
    browser.post(link.group())
    return User.objects.get(email=email)


def sign_in(browser: Client, password: str = PASSWORD, email: str = NEW, **about: str) -> Any:
    return browser.post("/account/login/", {"login": email, "password": password}, **about)


def signed_in(browser: Client) -> bool:
    return browser.get("/settings/").status_code == 200


def test_nobody_signs_up_without_an_invitation(db: None) -> None:
    assert "begins with an invitation" in sign_up(Client()).content.decode()
    assert not User.objects.exists()


def test_an_invitation_opens_one_account_for_its_address(db: None) -> None:
    browser = invited()
    assert "You were invited as" in sign_up(browser, "eve@example.org").content.decode()
    with_account("cleo@example.org")
    sign_up(browser)
    assert User.objects.filter(email=NEW).count() == 1
    assert Invitation.objects.get(email=NEW).used_at is not None
    late = Client()
    late.cookies = browser.cookies
    sign_up(late, "another@example.org")
    assert not User.objects.filter(email="another@example.org").exists()


@pytest.mark.parametrize("end", ["used_at", "withdrawn_at", "expires_at"])
def test_an_invitation_that_is_over_opens_nothing(db: None, end: str) -> None:
    made, token = invitations.invite(email=NEW, by=None)
    long_ago = timezone.now() - dt.timedelta(days=30)
    change = {end: long_ago, "made_at": long_ago - dt.timedelta(days=1)}
    Invitation.objects.filter(pk=made.pk).update(**change)
    assert Client().get(f"/account/invited/{token}/").status_code == 404


def test_a_token_is_not_stored_and_a_second_invitation_ends_the_first(db: None) -> None:
    _, first = invitations.invite(email=NEW, by=None)
    invitations.invite(email=NEW.upper(), by=None)
    assert first not in str(list(Invitation.objects.values()))
    assert Client().get(f"/account/invited/{first}/").status_code == 404


def test_an_address_is_verified_before_the_account_opens(db: None) -> None:
    browser = invited()
    assert sign_up(browser)["Location"] == "/account/confirm-email/"
    assert not signed_in(browser)
    assert mail.outbox[-1].to == [NEW]
    other = Client()
    sign_in(other)
    assert not signed_in(other)


def test_a_weak_password_is_refused(db: None) -> None:
    for weak in ("short", "123456789012", "password1234"):
        said = {"email": NEW, "password1": weak, "password2": weak}
        assert invited().post("/account/signup/", said).status_code == 200
    assert not User.objects.exists()


def test_guessing_from_one_address_does_not_lock_the_owner_out(db: None) -> None:
    with_account()
    guesser, owner = Client(REMOTE_ADDR="203.0.113.9"), Client(REMOTE_ADDR="198.51.100.7")
    for _ in range(6):
        last = sign_in(guesser, "a wrong password")
    assert "Too many" in last.content.decode()
    sign_in(guesser)
    assert not signed_in(guesser)
    sign_in(owner)
    assert signed_in(owner)


def test_guessing_is_slowed_whatever_address_the_guesser_claims(db: None) -> None:
    with_account()
    guesser = Client(REMOTE_ADDR="203.0.113.9")
    for step in range(6):
        last = sign_in(guesser, "a wrong password", HTTP_X_FORWARDED_FOR=f"198.51.100.{step}")
    assert "Too many" in last.content.decode()


def test_another_password_signs_out_everywhere_else_and_is_told(db: None) -> None:
    with_account()
    here, there = Client(), Client()
    for browser in (here, there):
        sign_in(browser)
    other = "a pond behind the mill"
    said = {"oldpassword": PASSWORD, "password1": other, "password2": other}
    here.post("/account/password/change/", said)
    assert signed_in(here)
    assert not signed_in(there)
    assert mail.outbox[-1].subject == "Your password was changed"
    assert "If that was you, there is nothing to do." in mail.outbox[-1].body
    sign_in(there, other)
    assert signed_in(there)


def test_a_forgotten_password_is_set_anew_by_a_letter(db: None) -> None:
    with_account()
    browser = Client()
    browser.post("/account/password/reset/", {"email": NEW})
    link = re.search(r"/account/password/reset/key/\S+", mail.outbox[-1].body)
    assert link is not None
    form = browser.get(link.group())["Location"]
    other = "a pond behind the mill"
    browser.post(form, {"password1": other, "password2": other})
    sign_in(browser, other)
    assert signed_in(browser)
    assert "does not work any more" in Client().get(link.group()).content.decode()
    Client().post("/account/password/reset/", {"email": "nobody@example.org"})
    assert "no account with this address" in mail.outbox[-1].body


def test_a_second_factor_is_asked_for(db: None) -> None:
    person = with_account()
    browser = Client()
    sign_in(browser)
    assert browser.get("/account/second-factor/totp/activate/").status_code == 302
    browser.post("/account/reauthenticate/", {"password": PASSWORD})
    page = browser.get("/account/second-factor/totp/activate/").content.decode()
    secret = re.search(r"[A-Z2-7]{32}", page)
    assert secret is not None
    counter = next(yield_hotp_counters_from_time())
    code = format_hotp_value(hotp_value(secret.group(), counter))
    browser.post("/account/second-factor/totp/activate/", {"code": code})
    assert set(Authenticator.objects.filter(user=person).values_list("type", flat=True)) == {
        "totp",
        "recovery_codes",
    }
    again = Client()
    sign_in(again)
    assert not signed_in(again)
    kept = Authenticator.objects.get(user=person, type="recovery_codes").wrap()
    again.post("/account/second-factor/authenticate/", {"code": kept.get_unused_codes()[0]})
    assert signed_in(again)


def stored() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        return " ".join(str(row) for row in cursor.fetchall())


def test_secrets_of_second_factors_lie_sealed_and_are_rotated(
    ada: User, settings: Any, tmp_path: Path
) -> None:
    settings.DATA_DIR = tmp_path
    TOTP.activate(ada, "JBSWY3DPEHPK3PXP")
    codes = RecoveryCodes.activate(ada).generate_codes()
    before = stored()
    assert "JBSWY3DPEHPK3PXP" not in before
    assert key_services.rotate(drop_old=True) == 2
    assert stored() != before
    kept = {each.type: each.wrap() for each in Authenticator.objects.all()}
    code = format_hotp_value(hotp_value("JBSWY3DPEHPK3PXP", next(yield_hotp_counters_from_time())))
    assert kept["totp"].validate_code(code)
    assert kept["recovery_codes"].generate_codes() == codes


def test_sessions_are_listed_and_ended_elsewhere(db: None) -> None:
    with_account()
    here, there = Client(HTTP_USER_AGENT="Here"), Client(HTTP_USER_AGENT="There")
    for browser in (here, there):
        sign_in(browser)
    assert "There" in here.get("/account/sessions/").content.decode()
    here.post("/account/sessions/")
    assert signed_in(here)
    assert not signed_in(there)


def test_who_came_by_a_link_is_listed_too(db: None) -> None:
    person = with_account()
    browser = Client(HTTP_USER_AGENT="By a link")
    browser.get("/sign-in/", {"token": services.make_sign_in_link(user=person)})
    assert "By a link" in browser.get("/account/sessions/").content.decode()


def test_an_administrator_invites_by_e_mail_and_closes_accounts(
    administrator: User, ada_browser: Client
) -> None:
    page = ada_browser.post("/account/people/", {"email": NEW})
    assert page.status_code == 200
    assert mail.outbox[-1].to == [NEW]
    link = re.search(r"/account/invited/\S+/", mail.outbox[-1].body)
    assert link is not None
    assert link.group() in page.content.decode()
    browser = Client()
    assert browser.get(link.group()).status_code == 302
    person = with_account("cleo@example.org")
    theirs = Client()
    sign_in(theirs, email="cleo@example.org")
    assert signed_in(theirs)
    ada_browser.post(f"/account/people/{person.pk}/close/")
    assert not signed_in(theirs)
    ada_browser.post(f"/account/people/{person.pk}/open/")
    sign_in(theirs, email="cleo@example.org")
    assert signed_in(theirs)


def test_only_administrators_see_accounts_and_one_stays(
    administrator: User, ada_browser: Client, bob: User, bob_browser: Client
) -> None:
    assert bob_browser.get("/account/people/").status_code == 404
    assert bob_browser.post(f"/account/people/{bob.pk}/make/").status_code == 404
    with pytest.raises(Conflict, match="no administrator left"):
        administration.set_administrator(person_id=administrator.pk, administers=False)
    ada_browser.post(f"/account/people/{bob.pk}/make/")
    assert bob_browser.get("/account/people/").status_code == 200


def test_the_person_of_a_personal_workspace_keeps_everything(db: None, settings: Any) -> None:
    owner = services.make_owner()
    claimed = administration.claim(email="Me@Example.org")
    assert (claimed.pk, claimed.email, claimed.is_staff) == (owner.pk, "me@example.org", True)
    browser = Client()
    browser.get(f"/sign-in/?token={services.make_sign_in_link(user=claimed)}")
    said = {"password1": PASSWORD, "password2": PASSWORD}
    assert browser.post("/account/password/set/", said).status_code == 302
    again = Client()
    sign_in(again, email="me@example.org")
    assert signed_in(again)
    User.objects.all().delete()
    with pytest.raises(NotFound):
        administration.claim(email="me@example.org")


def test_signing_in_leads_to_the_form_in_team_mode_only(db: None, settings: Any) -> None:
    assert Client().get("/sign-in/?next=/plan/")["Location"] == "/account/login/?next=%2Fplan%2F"
    settings.TEAM = False
    assert Client().get("/sign-in/").status_code == 200


def test_e_mail_goes_through_a_real_smtp_server(
    administrator: User, letters: Callable[[], list[Message]]
) -> None:
    made, _ = invitations.invite(email=NEW, by=administrator)
    administration.send_invitation(made=made, address="http://localhost/account/invited/x/")
    (letter,) = letters()
    assert letter["To"] == NEW
    assert "/account/invited/x/" in str(letter.get_payload(decode=True), "utf-8")


@pytest.mark.parametrize(
    "wrong",
    [
        {"TURNPOINT_MODE": "crowd"},
        {"TURNPOINT_ADDRESS": "career.example.org"},
        {"TURNPOINT_ADDRESS": "https://example.org/career"},
        {"TURNPOINT_EMAIL_URL": "mail.example.org"},
        {"TURNPOINT_EMAIL_URL": "smtp://mail.example.org:port"},
        {"TURNPOINT_PROXIES": "one"},
        {"TURNPOINT_OIDC_URL": "https://id.example.org"},
    ],
)
def test_says_which_setting_cannot_be_used(wrong: dict[str, str]) -> None:
    with pytest.raises(CannotServe, match=next(iter(wrong))):
        team_settings(wrong, [])


def test_https_binds_cookies_and_browsers() -> None:
    said = team_settings({"TURNPOINT_ADDRESS": "https://career.example.org"}, ["localhost"])
    assert said["SESSION_COOKIE_SECURE"]
    assert said["CSRF_COOKIE_SECURE"]
    assert said["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert said["CSRF_COOKIE_NAME"].startswith("__Host-")
    assert said["SECURE_HSTS_SECONDS"] > 0
    assert not said["MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"]
    assert said["ALLOWED_HOSTS"] == ["localhost", "career.example.org"]


def test_single_sign_on_comes_from_the_environment() -> None:
    said = team_settings(
        {
            "TURNPOINT_OIDC_URL": "https://id.example.org",
            "TURNPOINT_OIDC_CLIENT": "turnpoint",
            "TURNPOINT_OIDC_SECRET": "s",
        },
        [],
    )
    (app,) = said["SOCIALACCOUNT_PROVIDERS"]["openid_connect"]["APPS"]
    assert (app["provider_id"], app["settings"]["oauth_pkce_enabled"]) == ("sign-on", True)
