"""From what is not known, by an experiment, to a revised destination, by keyboard alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from tests.browser import Server, Window

pytestmark = pytest.mark.browser


def write_a_destination(window: Window) -> None:
    window.open("/destination/write/")
    window.type_in("In five years", "I run a koi-pond business.")
    for _ in range(3):
        window.follow("Next")
    window.type_in("What am I least sure of?", "Do households pay for care?")
    window.follow("Save my destination")


def plan_an_experiment(window: Window) -> None:
    window.follow("Make “Do households pay for care?” a question")
    window.check()
    window.follow("Write it down")
    window.check()
    window.follow("Plan an experiment")
    window.type_in("What will I do?", "Offer a year of care at the garden show")
    window.type_in("What do I expect?", "Three of ten would pay $60 a month.")
    window.page.get_by_label("Done by").fill(dt.datetime.now(dt.UTC).date().isoformat())
    window.check()
    window.follow("Plan it")
    window.check()


def write_the_result(window: Window) -> None:
    window.open("/")
    window.follow("Do it today")
    assert "Offer a year of care" in window.page.locator("section:has(> #work)").inner_text()
    window.follow("Offer a year of care")
    window.follow("Write the result")
    window.type_in("What happened?", "Five of eleven left their address.")
    window.tab_to("Yes, it held")
    window.press("Space")
    window.type_in("What surprised me?", "Two asked twice.")
    window.check()
    window.follow("Write it down")
    window.check()


def revise_the_destination(window: Window) -> None:
    window.tab_to("How sure am I that this is it?")
    window.press("ArrowRight", "ArrowRight")
    window.follow("Save as a new revision")
    window.check()
    assert "revision 2" in window.page.locator("section:has(> #changed)").inner_text()


@pytest.mark.parametrize("narrow", [False, True], ids=["1280", "360"])
def test_from_a_question_to_an_experiment_to_a_revised_destination(
    empty_workspace: Server, open_window: Callable[..., Window], narrow: bool
) -> None:
    window = open_window(empty_workspace, narrow=narrow)
    write_a_destination(window)
    plan_an_experiment(window)
    write_the_result(window)
    revise_the_destination(window)
    window.open("/destination/1/ledger/")
    window.check()
    said = window.page.locator("main").inner_text()
    for part in ("From 50% sure in revision 1 to 60% in revision 2.", "Two asked twice."):
        assert part in said
    visible = window.page.locator("svg.points:visible a").last
    visible.focus()
    with window.page.expect_navigation():
        window.press("Enter")
    assert "garden show" in window.page.locator("h1").inner_text()
