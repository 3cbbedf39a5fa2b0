"""From what one does all day to what an offer would keep, by keyboard and without a mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.browser import Server, Window

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("narrow", "dark"), [(False, False), (True, True)], ids=["wide", "narrow"])
def test_an_answer_narrows_what_an_offer_keeps(
    sample_workspace: Server, open_window: Callable[..., Window], narrow: bool, dark: bool
) -> None:
    window = open_window(sample_workspace, narrow=narrow, dark=dark)
    page = window.page
    for path in ("/role/", "/role/activities/", "/role/activities/add/", "/role/activities/pick/"):
        window.open(path)
        window.check()
    window.open("/role/beside/")
    window.check()
    page.get_by_label("What I call it").fill("Offer from Aldgate")
    page.get_by_role("button", name="Put it beside mine").press("Enter")
    page.get_by_role("heading", name="Offer from Aldgate").wait_for()
    window.check()
    window.type_in("Talking with my team leads: time there", "10-20")
    page.keyboard.press("Tab")
    page.get_by_text("Saved.").wait_for()
    window.check()
    page.get_by_role("button", name="Undo").first.press("Enter")
    page.get_by_text("Taken back.").wait_for()
    page.get_by_role("button", name="Remove this role").press("Enter")
    page.get_by_text("Removed “Offer from Aldgate”.").wait_for()


def test_ranks_with_the_number_keys_alone(
    sample_workspace: Server, open_window: Callable[..., Window]
) -> None:
    window = open_window(sample_workspace)
    page = window.page
    page.select_option("#sample-person", "amara")  # who has not begun to rank
    with page.expect_navigation():
        page.get_by_role("button", name="Switch").click()
    window.open("/role/ranking/")
    window.check()
    with page.expect_navigation():
        page.get_by_role("button", name="activities").press("Enter")
    window.check()
    for number in range(1, 20):
        if page.get_by_role("button", name="Use it as how they feel").count():
            break
        page.get_by_text(f"set {number},").wait_for()
        with page.expect_navigation():
            window.press("1", "4")
    window.check()
    page.get_by_text("I would keep").wait_for()
