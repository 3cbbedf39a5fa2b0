"""From a goal to a day’s list to the review of the week, by keyboard, at two widths."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable

import pytest
from tests.browser import NARROW, WIDE, Server, Window

from turnpoint.apps.plans.week import looked_back_on, monday_of

pytestmark = pytest.mark.browser

GOAL = "Two households pay for a year of care"


def check_both(window: Window) -> None:
    """What is on the page now may have nothing wrong with it, wide or narrow."""
    for size in (NARROW, WIDE):
        window.page.set_viewport_size(size)
        window.check()


def set_goals(window: Window) -> None:
    window.open("/plan/goals/")
    window.follow("Set a goal")
    window.type_in("By the end of the quarter", GOAL)
    window.type_in("You will know when", "both invoices are paid")
    check_both(window)
    window.follow("Set it")
    window.open("/plan/first-days/")
    window.follow("Make it a goal")
    check_both(window)
    window.open("/plan/goals/")
    check_both(window)


def do_something_for_it(window: Window) -> None:
    window.open("/")
    work = window.page.locator("section:has(> #work)")
    window.type_in("Something to do at work", "Call the garden show")
    window.follow_in_place("What it serves")
    work.get_by_label("It serves").select_option(label=GOAL)
    window.page.get_by_label("Something to do at work").focus()
    with window.page.expect_navigation():
        window.press("Enter")
    check_both(window)
    window.follow("Done: Call the garden show")


def move(server: Server, statement: str, day: dt.date) -> None:
    """Put what is written onto ``day``: the test must hold on every day of a week."""
    (database,) = server.folder.rglob("*.sqlite3")
    with sqlite3.connect(database, timeout=10) as opened:
        opened.execute(statement, [day.isoformat()])
    opened.close()


def look_back(window: Window) -> None:
    window.open("/plan/week/")
    inside = window.page.locator("section:has(> #inside)")
    assert f"One thing for {GOAL}" in inside.inner_text()
    window.type_in("What can you do", "Say a price without blushing")
    window.type_in("Thing 1", "Write to the two who asked")
    check_both(window)
    window.follow("Keep it")
    assert "without blushing" in inside.inner_text()
    check_both(window)


def test_from_a_goal_to_a_day_to_the_review_of_the_week(
    empty_workspace: Server, open_window: Callable[..., Window]
) -> None:
    window = open_window(empty_workspace)
    today = dt.datetime.now(dt.UTC).date()
    set_goals(window)
    do_something_for_it(window)
    move(empty_workspace, "UPDATE plans_focus SET day = ?", looked_back_on(today))
    look_back(window)
    move(empty_workspace, "UPDATE plans_weekthing SET monday = ?", monday_of(today))
    window.open("/")
    window.follow("Do it today")
    assert "Write to the two" in window.page.locator("section:has(> #work)").inner_text()
    check_both(window)
    window.open("/plan/goals/")
    window.follow("Reached")
    window.follow("Undo")
    assert "1 thing done for it" in window.page.locator("main").inner_text()
