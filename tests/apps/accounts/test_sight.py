"""Whose rows may be seen: nobody’s, until somebody says it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from django.test import Client

from turnpoint.apps.accounts import sight
from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.sight import NOBODY, Sight


def test_a_new_thread_sees_nobody() -> None:
    with sight.everyone("the test"), ThreadPoolExecutor(1) as pool:
        assert pool.submit(sight.now).result() == NOBODY


def test_everybody_is_seen_for_a_reason_only() -> None:
    with pytest.raises(ValueError, match="says why"), sight.everyone(" "):
        pass


def test_an_error_leaves_no_sight_behind() -> None:
    ada = User(pk=7)
    with sight.seeing(None):
        with suppress(ZeroDivisionError), sight.seeing(ada):
            sight.show(User(pk=8))
            assert sight.now() == Sight(frozenset({7}), frozenset({8}))
            raise ZeroDivisionError
        assert sight.now() == NOBODY


def test_upkeep_stays_upkeep_whoever_is_shown_or_signs_in() -> None:
    with sight.everyone("the test"):
        before = sight.now()
        sight.show(User(pk=8))
        sight.turn_to(User(pk=8))
        assert sight.now() == before


def test_a_request_that_fails_leaves_no_sight_behind(ada_browser: Client) -> None:
    with sight.seeing(None):
        assert ada_browser.get("/transitions/999999/").status_code == 404
        assert sight.now() == NOBODY
