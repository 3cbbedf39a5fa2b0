from __future__ import annotations

import datetime as dt

from django.test import Client

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.hypothesis import Hypothesis
from turnpoint.apps.destinations.services import write_destination


def test_teaches_what_a_transition_is(ada_browser: Client) -> None:
    page = ada_browser.get("/transition/").content.decode()
    assert "point of no return" in page
    assert "Write a destination" in page


def test_starts_from_the_active_destination(ada_browser: Client, ada: User) -> None:
    written = write_destination(
        owner=ada, said=Hypothesis(statement="I keep ponds.", by=dt.date(2031, 11, 1))
    )
    page = ada_browser.get("/transition/").content.decode()
    assert "I keep ponds." in page
    assert f"/destination/{written.pk}/" in page
