from __future__ import annotations

import re

import pytest
from django.test import Client

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.services import make_sign_in_link
from turnpoint.apps.profiles.services import save_profile

AUSTIN = "0012420"
IT_MANAGERS = "/occupations/11-3021.00/"

pytestmark = pytest.mark.usefixtures("wages")


@pytest.fixture
def ada_from_austin(ada: User) -> Client:
    save_profile(owner=ada, area=AUSTIN)
    browser = Client()
    browser.get(f"/sign-in/?token={make_sign_in_link(user=ada)}")
    return browser


def _sentences(browser: Client) -> str:
    """The page without the list of places to choose from."""
    page = browser.get(IT_MANAGERS).content.decode()
    return re.sub(r"<datalist.*?</datalist>", "", page, flags=re.DOTALL)


def test_shows_pay_where_the_person_lives(ada_from_austin: Client) -> None:
    assert "Austin" in _sentences(ada_from_austin)


def test_shows_pay_at_the_new_home_as_soon_as_it_is_said(ada_from_austin: Client) -> None:
    said = {"area": "Portland-Vancouver-Hillsboro, OR-WA", "currency": "USD"}
    ada_from_austin.post("/profile/about/", said)
    page = _sentences(ada_from_austin)
    assert "Portland" in page
    assert "Austin" not in page
