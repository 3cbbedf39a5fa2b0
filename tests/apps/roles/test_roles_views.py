from __future__ import annotations

from django.test import Client

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.services import add_role

SUPPORT = "15-1232.00"
MANAGERS = "11-3021.00"


def _read(browser: Client, address: str = "/role/") -> str:
    page = browser.get(address)
    assert page.status_code == 200
    return page.content.decode()


def test_asks_for_the_job_where_none_is_said(ada_browser: Client) -> None:
    assert "Start from the job you have" in _read(ada_browser)


def test_says_how_to_match_a_role_that_has_no_occupation(ada_browser: Client, ada: User) -> None:
    add_role(owner=ada, title="Chief of vibes")
    page = _read(ada_browser)
    assert "Chief of vibes" in page
    assert "not matched to an occupation yet" in page


def test_lists_what_people_in_the_role_do(ada_browser: Client, ada: User) -> None:
    add_role(owner=ada, title="Help desk", occupation_code=SUPPORT)
    assert "Working with Computers" in _read(ada_browser)


def test_counts_what_another_occupation_would_keep(ada_browser: Client, ada: User) -> None:
    add_role(owner=ada, title="Help desk", occupation_code=SUPPORT)
    page = _read(ada_browser, f"/role/kinds/?beside_title=IT+manager&beside_code={MANAGERS}")
    assert "0% of the detailed activities" in page
    same = _read(ada_browser, f"/role/kinds/?beside_title=mine&beside_code={SUPPORT}")
    assert "100% of the detailed activities" in same


def test_says_that_an_occupation_is_unknown(ada_browser: Client, ada: User) -> None:
    add_role(owner=ada, title="Help desk", occupation_code=SUPPORT)
    assert "no occupation with that code" in _read(
        ada_browser, "/role/kinds/?beside_title=x&beside_code=99-9999.00"
    )
