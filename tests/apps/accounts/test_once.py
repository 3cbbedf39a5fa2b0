"""What a page asks for several times is read once, and never kept beyond the page."""

from __future__ import annotations

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.once import once, reading_once
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.profiles import services

asked: list[str] = []


@once
def read(*, owner: str) -> str:
    asked.append(owner)
    return owner.upper()


def twice(request: HttpRequest) -> HttpResponse:
    return HttpResponse(read(owner="ada") + read(owner="ada") + read(owner="bob"))


@pytest.mark.parametrize(("method", "times"), [("get", 2), ("post", 3)])
def test_reads_once_while_a_page_is_read_and_each_time_while_something_is_sent(
    method: str, times: int
) -> None:
    asked.clear()
    request = getattr(RequestFactory(), method)("/")
    assert reading_once(twice)(request).content == b"ADAADABOB"
    assert len(asked) == times


def test_keeps_nothing_for_the_next_page(ada: User, ada_browser: Client) -> None:
    assert b"Lighthouse keeper" not in ada_browser.get("/role/").content
    services.add_role(owner=ada, title="Lighthouse keeper")
    assert b"Lighthouse keeper" in ada_browser.get("/role/").content


def test_asks_each_time_where_no_page_is_read(ada: User) -> None:
    with CaptureQueriesContext(connection) as asked_for:
        profiles.held_roles(owner=ada)
        profiles.held_roles(owner=ada)
    assert len(asked_for) == 2
