"""One person’s long work stops nobody else’s."""

from __future__ import annotations

import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from turnpoint.apps.accounts.elsewhere import GIVES_WAY
from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.taking_turns import give_way, one_at_a_time

go_on = threading.Event()
under_way = threading.Event()


@one_at_a_time
def long_work(request: HttpRequest) -> HttpResponse:
    under_way.set()
    assert go_on.wait(10)
    return HttpResponse("done")


def ask(person: User) -> HttpResponse:
    request = RequestFactory().get("/your-data/everything.zip")
    request.user = person
    return long_work(request)


def test_a_person_has_one_long_thing_at_a_time_and_others_their_own(ada: User, bob: User) -> None:
    go_on.clear()
    with ThreadPoolExecutor(2) as pool:
        under_way.clear()
        first = pool.submit(ask, ada)
        assert under_way.wait(10)
        again = ask(ada)
        assert again.status_code == 429
        assert again["Retry-After"] == "5"
        assert "one at a time" in again.content.decode()
        under_way.clear()
        others = pool.submit(ask, bob)
        assert under_way.wait(10)
        go_on.set()
        assert first.result().content == others.result().content == b"done"
    assert ask(ada).status_code == 200


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts niceness by thread")
def test_background_work_gives_way_to_pages() -> None:
    def niceness() -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    with ThreadPoolExecutor(1, initializer=give_way) as pool:
        assert pool.submit(niceness).result() >= min(GIVES_WAY, 19)
    assert niceness() < GIVES_WAY
