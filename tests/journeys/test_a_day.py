"""A day by keyboard: three things and a fourth, done early, taken back; and the day after."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest
from tests.browser import Server, Window

pytestmark = pytest.mark.browser


def _a_day_passes(server: Server) -> None:
    """Move what is written to the day before: the clock of a running server cannot be moved."""
    (database,) = server.folder.rglob("*.sqlite3")
    with sqlite3.connect(database, timeout=10) as opened:
        opened.execute("UPDATE plans_focus SET day = date(day, '-1 day')")
    opened.close()


@pytest.mark.parametrize("narrow", [False, True], ids=["1280", "360"])
def test_fills_a_day_and_decides_on_the_next_what_to_carry_over(
    empty_workspace: Server, open_window: Callable[..., Window], narrow: bool
) -> None:
    window = open_window(empty_workspace, narrow=narrow)
    page = window.page
    work = page.locator("section:has(> #work)")
    gravy = page.locator("section:has(> #gravy)")
    for text in ("Draft the exit plan", "Join the supplier talks"):
        window.open("/")
        window.type_in("Something to do at work", text)
        with page.expect_navigation():
            window.press("Enter")
    window.check()

    other = page.context.new_page()
    other.goto(f"{window.address}/")
    window.type_in("Something to do at work", "Hand over the audit")
    with page.expect_navigation():
        window.press("Enter")
    assert work.get_by_role("textbox").count() == 0
    other.get_by_label("Something to do at work").fill("One more report")
    other.get_by_label("Something to do at work").press("Enter")
    other.get_by_role("heading", name="Three is a full day.").wait_for()
    other.get_by_role("button", name="Put it under gravy").click()
    other.get_by_text("Added under gravy.").wait_for()
    other.close()

    window.open("/")
    assert "One more report" in gravy.inner_text()
    window.follow("Done: Draft the exit plan")
    window.check()
    window.follow("Undo")
    window.follow("Done: Draft the exit plan")

    _a_day_passes(empty_workspace)
    window.open("/")
    window.check()
    left = page.locator("section:has(> #left)")
    assert "Draft the exit plan" not in left.inner_text()
    assert "One more report" not in left.inner_text()
    window.follow("Carry over")
    window.follow("Let go")
    assert left.count() == 0
    assert "Join the supplier talks" in work.inner_text()
    window.follow("Undo")
    assert "Hand over the audit" in left.inner_text()
    window.check()
