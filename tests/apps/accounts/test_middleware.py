from __future__ import annotations

import io

from django.test import Client

from turnpoint.apps.accounts.middleware import MOST_BYTES


class Unreadable(io.RawIOBase):
    """A body that must not be read."""

    def read(self, size: int = -1, /) -> bytes:
        raise AssertionError("the body was read")


def test_refuses_what_announces_to_be_too_large_before_reading_it(ada_browser: Client) -> None:
    answer = ada_browser.generic(
        "POST",
        "/profile/import/",
        content_type="multipart/form-data; boundary=x",
        **{"CONTENT_LENGTH": str(MOST_BYTES + 1), "wsgi.input": Unreadable()},
    )
    assert answer.status_code == 413
    assert "320 MB, so it was not read" in answer.content.decode()


def test_refuses_a_length_that_is_no_number(ada_browser: Client) -> None:
    for length in ("-5", "²", "5x"):
        assert ada_browser.get("/", CONTENT_LENGTH=length).status_code == 413


def test_says_in_its_headers_what_browsers_may_do_with_an_answer(ada_browser: Client) -> None:
    answer = ada_browser.get("/settings/")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Type"] == "text/html; charset=utf-8"
    assert "Server" not in answer


def test_answers_only_to_its_own_names(ada_browser: Client) -> None:
    assert ada_browser.get("/", HTTP_HOST="elsewhere.example").status_code == 400


def test_a_form_without_its_token_changes_nothing(ada_browser: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = ada_browser.cookies
    answer = strict.post("/profile/roles/add/", {"title": "Welder"})
    assert answer.status_code == 403
    assert "nothing was saved" in answer.content.decode()
