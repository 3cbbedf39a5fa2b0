"""From a skill wanted to a solved plan, moved by hand, accepted, and its first step on today’s list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from tests.browser import Server, Window

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("narrow", [False, True], ids=["1280", "360"])
def test_targets_to_a_solved_plan_to_todays_list(
    empty_workspace: Server, open_window: Callable[..., Window], narrow: bool
) -> None:
    window = open_window(empty_workspace, narrow=narrow)
    page = window.page
    window.open("/skills/")
    window.check()
    window.follow("Name a skill by hand")
    window.type_in("Which skill", "Selling to households")
    window.type_in("Level wanted", "4")
    window.type_in("How much it counts", "60")
    page.get_by_label("Wanted by").fill(f"{dt.date.today().year + 2}-06-01")  # noqa: DTZ011  # two years ahead is enough
    window.check()
    window.follow("Want it")

    window.open("/skills/opportunities/")
    window.check()
    window.follow("Begin with it")
    page.get_by_label("Selling to households").select_option("4")
    window.check()
    window.follow("Keep it")
    window.open("/skills/opportunities/new/?like=evening-course")
    page.get_by_label("Selling to households").select_option("3")
    window.follow("Keep it")

    window.open("/skills/plan/")
    page.get_by_role("heading", name="What holds it back").wait_for(timeout=60_000)
    assert "that is proven" in page.inner_text("main")
    window.check()
    moved = page.get_by_label("Month in which Take one part of a project")
    moved.select_option(index=2)
    window.follow("Move")
    assert "made by hand" in page.inner_text("main")
    window.check()
    window.follow("Undo")
    page.get_by_role("heading", name="The plan that closes most").wait_for(timeout=60_000)
    window.follow("Accept this plan")
    assert "The plan you follow" in page.inner_text("h1")
    window.check()

    window.open("/")
    assert "Take one part of a project" in page.locator("section:has(> #waiting)").inner_text()
    window.follow("Do it today")
    assert "Take one part of a project" in page.locator("section:has(> #work)").inner_text()
    window.check()
