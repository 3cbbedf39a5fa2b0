"""A database that does not answer, or has no room left, is a sentence and passes."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from turnpoint.apps.accounts import outage
from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.queries import draft

FULL = "database or disk is full"
WORDS = "I run a workshop.\nWhere <people> “stay”."


@pytest.fixture
def browser(ada_browser: Client) -> Client:
    ada_browser.raise_request_exception = False
    return ada_browser


@contextmanager
def without(said: str, *statements: str) -> Iterator[None]:
    """The database refuses every statement, or those that begin so."""

    def refuse(execute: object, sql: str, *rest: object) -> object:
        if sql.startswith(statements or ""):
            raise OperationalError(said)
        return execute(sql, *rest)  # type: ignore[operator]  # what Django gives to call

    with connection.execute_wrapper(refuse):
        yield


@pytest.mark.parametrize(
    ("said", "status", "sentence"),
    [
        (FULL, 507, "The disk is full"),
        ('could not extend file "base/1": No space left on device', 507, "The disk is full"),
        ("disk I/O error", 507, "The disk cannot be written"),
        ("connection to server failed", 503, "The database does not answer"),
    ],
)
def test_says_it_in_a_sentence_and_goes_on_by_itself(
    said: str, status: int, sentence: str, browser: Client
) -> None:
    with without(said):
        page = browser.get("/")
    assert page.status_code == status
    assert sentence in page.content.decode()
    assert "Send it again" not in page.content.decode()
    assert browser.get("/").status_code == 200


def test_a_disk_that_reports_an_error_and_has_no_room_is_full(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(outage, "LEAST_ROOM", 1 << 62)
    assert outage.outage_of(OperationalError("disk I/O error")) is outage.FULL
    assert outage.outage_of(OSError(errno.EACCES, "not allowed")) is None


def test_hands_back_what_was_sent_and_takes_it_once_there_is_room(
    browser: Client, ada: User
) -> None:
    step = reverse("destinations:step", args=[1])
    with without(FULL, "INSERT", "UPDATE"):
        page = browser.post(step, {"statement": WORDS})
    said = page.content.decode()
    assert page.status_code == 507
    assert "<people>" not in said
    [kept] = re.findall(r'name="statement" value="([^"]*)"', said)
    assert unescape(kept) == WORDS
    assert f'action="{step}"' in said
    assert draft(owner=ada) is None
    assert browser.post(step, {"statement": unescape(kept)}, follow=True).status_code == 200
    assert draft(owner=ada) is not None


def test_hands_back_nothing_that_came_from_elsewhere(browser: Client, ada: User) -> None:
    careful = Client(enforce_csrf_checks=True, raise_request_exception=False)
    careful.force_login(ada)
    with without("connection to server failed"):
        page = careful.post(reverse("destinations:step", args=[1]), {"statement": WORDS})
    assert page.status_code == 503
    assert "workshop" not in page.content.decode()


def test_a_file_that_finds_no_room_on_its_way_in_is_said(
    browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(TemporaryFileUploadHandler, "receive_data_chunk", full)
    file = SimpleUploadedFile("resume.json", b"{}")
    page = browser.post(reverse("profiles:import"), {"file": file})
    assert page.status_code == 507
    assert "The disk is full" in page.content.decode()
