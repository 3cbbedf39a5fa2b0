"""Every kind of page that links lead to, seen at 360 px in dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.browser import Server, Window
from tests.walk import walk, walk_as

pytestmark = pytest.mark.browser


def test_pages_of_a_new_workspace(
    new_workspace: Server, open_window: Callable[..., Window]
) -> None:
    window = open_window(new_workspace, narrow=True, dark=True)
    assert {"roles:role", "profiles:profile", "destinations:list"} <= walk(window)


def test_the_way_in(new_workspace: Server, open_window: Callable[..., Window]) -> None:
    window = open_window(new_workspace, narrow=True, dark=True, signed_in=False)
    window.open("/sign-in/")
    window.check()


def test_pages_of_sample_people(
    sample_workspace: Server, open_window: Callable[..., Window]
) -> None:
    walk_as(open_window(sample_workspace, narrow=True, dark=True), slice(1, None, 2))
