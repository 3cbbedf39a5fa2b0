from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from turnpoint.apps.accounts import services
from turnpoint.apps.accounts.models import SignInLink, User
from turnpoint.errors import NotFound


def test_a_link_signs_in_once(ada: User) -> None:
    token = services.make_sign_in_link(user=ada)
    browser = Client()
    assert browser.get(f"/sign-in/?token={token}").status_code == 302
    assert browser.get("/").status_code == 200
    assert Client().get(f"/sign-in/?token={token}").status_code == 404


def test_a_used_link_opens_the_workspace_for_whoever_is_signed_in(ada: User) -> None:
    token = services.make_sign_in_link(user=ada)
    browser = Client()
    browser.get(f"/sign-in/?token={token}")
    assert browser.get(f"/sign-in/?token={token}")["Location"] == "/"


def test_an_old_link_says_how_to_get_a_new_one(ada: User) -> None:
    token = services.make_sign_in_link(user=ada)
    SignInLink.objects.update(expires_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    with pytest.raises(NotFound, match="turnpoint link"):
        services.use_sign_in_link(token=token)


def test_a_new_link_ends_the_older_one(ada: User) -> None:
    old = services.make_sign_in_link(user=ada)
    services.make_sign_in_link(user=ada)
    with pytest.raises(NotFound):
        services.use_sign_in_link(token=old)


def test_keeps_no_token(ada: User) -> None:
    token = services.make_sign_in_link(user=ada)
    assert token not in str(SignInLink.objects.values_list().get())


def test_sends_a_stranger_to_the_sign_in_page(db: None) -> None:
    response = Client().get("/")
    assert response["Location"].startswith("/sign-in/")


def test_allows_nothing_inline(ada_browser: Client) -> None:
    policy = ada_browser.get("/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")


def test_sample_people_cannot_be_looked_at_outside_a_demo(ada_browser: Client) -> None:
    assert ada_browser.post("/sample-person/", {"person": "x"}).status_code == 404


def test_signs_out(ada_browser: Client) -> None:
    ada_browser.post("/sign-out/")
    assert ada_browser.get("/").status_code == 302


def test_a_used_session_gets_a_new_key_at_sign_in(ada: User) -> None:
    browser = Client()
    session = browser.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    browser.get(f"/sign-in/?token={services.make_sign_in_link(user=ada)}")
    assert browser.session.session_key != planted
