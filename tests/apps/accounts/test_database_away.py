"""A database that does not answer, or has no room left, is a sentence and passes."""

from __future__ import annotations

import pytest
from django.db import OperationalError, connection
from django.test import Client


@pytest.mark.parametrize(
    ("said", "status", "sentence"),
    [
        ("database or disk is full", 507, "The disk is full"),
        ("connection to server failed", 503, "The database does not answer"),
    ],
)
def test_says_it_in_a_sentence_and_goes_on_by_itself(
    said: str, status: int, sentence: str, ada_browser: Client
) -> None:
    def refuse(*_: object) -> None:
        raise OperationalError(said)

    ada_browser.raise_request_exception = False
    with connection.execute_wrapper(refuse):
        page = ada_browser.get("/")
    assert page.status_code == status
    assert sentence in page.content.decode()
    assert ada_browser.get("/").status_code == 200
