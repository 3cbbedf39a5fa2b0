"""A stranger’s first ten minutes, by keyboard alone: from the job they have to a reality check."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.browser import Server, Window

pytestmark = pytest.mark.browser

IN_BOTH_WIDTHS = pytest.mark.parametrize("narrow", [False, True], ids=["1280", "360"])


def heading(window: Window) -> str:
    return window.page.locator("h1").inner_text()


def say_who_i_am(window: Window) -> None:
    window.follow("Say what your job is")
    window.type_in("Your job title", "IT director")
    window.follow("Continue")
    if "which of these" in heading(window):
        window.check()
        choose_the_first(window)
        window.follow("Continue")
    window.check()
    window.follow("Skip for now")
    window.check()
    assert "IT director" in window.page.locator("main").inner_text()


def choose_the_first(window: Window) -> None:
    """The first of the occupations offered: Tab reaches the group, Space chooses."""
    first = window.page.locator("input[type=radio]").first
    for _ in range(60):
        window.page.keyboard.press("Tab")
        if window.page.evaluate("document.activeElement.type") == "radio":
            break
    window.page.keyboard.press("Space")
    assert first.is_checked()


def write_a_destination(window: Window) -> None:
    window.follow("Destination")
    window.check()
    window.follow("Write it in four questions")
    window.check()
    window.type_in("In five years", "I run a koi-pond business with three people.")
    window.type_in("What would that work be called?", "landscaping business owner")
    window.page.wait_for_load_state("networkidle")
    window.page.wait_for_selector("input[type=radio]")
    choose_the_first(window)
    window.tab_to("It would be my own business")
    window.page.keyboard.press("Space")
    window.follow("Next")
    window.check()
    window.type_in("Why this?", "I build things that live.")
    window.follow("Next")
    window.check()
    window.type_in("The least I need to earn", "52000")
    window.follow("Next")
    window.check()
    window.type_in("What am I least sure of?", "Whether households pay for care.")
    window.follow("Save my destination")


def revise_it(window: Window) -> None:
    window.follow("Revise")
    window.check()
    window.type_in("In five years", "I run a koi-pond business with two people.")
    window.type_in("What made me change it?", "Three wages are too many at the start.")
    window.follow("Save as a new revision")
    window.check()
    assert "two people" in heading(window)


def compare_revisions(window: Window) -> None:
    window.follow("Ledger")
    window.tab_to("What changed")
    window.press("Enter")
    window.check()
    assert window.page.locator("del", has_text="three").count()
    assert window.page.locator("ins", has_text="two").count()


def remove_and_take_it_back(window: Window) -> None:
    window.follow("Destination")
    window.follow("“I run a koi-pond business")
    window.follow("Remove")
    window.check()
    window.follow("Undo")
    window.check()
    assert "two people" in heading(window)


@IN_BOTH_WIDTHS
def test_from_the_job_i_have_to_a_destination_tested_against_reality(
    empty_workspace: Server, open_window: Callable[..., Window], narrow: bool
) -> None:
    window = open_window(empty_workspace, narrow=narrow)
    window.check()
    say_who_i_am(window)
    write_a_destination(window)
    window.check()
    assert "koi-pond" in heading(window)
    said = window.page.locator("main").inner_text().lower()
    for part in ("month", "skill", "common", "fit", "pay"):
        assert part in said
    revise_it(window)
    compare_revisions(window)
    remove_and_take_it_back(window)
