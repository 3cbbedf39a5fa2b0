"""Every kind of page: accessible, no wider than the window, nothing reported."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.browser import Server, Window

pytestmark = pytest.mark.browser

SEEN_AS = pytest.mark.parametrize(
    ("narrow", "dark"), [(False, False), (True, True)], ids=["1280 light", "360 dark"]
)


@SEEN_AS
def test_the_way_in(
    new_workspace: Server, open_window: Callable[..., Window], narrow: bool, dark: bool
) -> None:
    window = open_window(new_workspace, narrow=narrow, dark=dark, signed_in=False)
    window.open("/sign-in/")
    window.check()
