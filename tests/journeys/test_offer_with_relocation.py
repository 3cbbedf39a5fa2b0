"""An offer with relocation, from opening the file to a trade-off, by keyboard where it counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from tests.browser import Server, Window

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("narrow", [False, True], ids=["1280", "360"])
def test_from_an_offer_to_a_recorded_decision(
    empty_workspace: Server, open_window: Callable[..., Window], narrow: bool
) -> None:
    window = open_window(empty_workspace, narrow=narrow)
    _open(window)
    _add_an_option(window)
    _tick_criteria(window)
    _say_effects(window)
    _trade_off(window)
    _decide(window)


def _open(window: Window) -> None:
    window.open("/transition/")
    window.follow("Open a transition")
    window.type_in("What is to be decided?", "Do we move to Lyon for the offer?")
    deadline = dt.date.today() + dt.timedelta(days=28)  # noqa: DTZ011  # as the browser's clock
    window.page.fill("#id_deadline", deadline.isoformat())
    window.check()
    window.follow("Open it")
    assert window.page.locator("h1").inner_text() == "Do we move to Lyon for the offer?"
    window.check()


def _add_an_option(window: Window) -> None:
    window.follow("Options")
    window.type_in("What could you do?", "Lyon, the family moves")
    window.follow("Add the option")
    assert window.page.get_by_role("link", name="Lyon, the family moves").is_visible()
    window.check()


def _tick_criteria(window: Window) -> None:
    window.open(f"{_file(window)}criteria/")
    for name in ("Commute", "Nights away"):
        window.page.get_by_label(name).check()
    window.follow("Add those I ticked")
    assert "120 … 0 minutes a day" in window.page.inner_text("main")
    window.check()


def _say_effects(window: Window) -> None:
    window.open(f"{_file(window)}effects/")
    window.check()
    window.follow("Lyon, the family moves")
    window.type_in("Commute with “Lyon, the family moves”, low", "20")
    window.type_in("Commute with “Lyon, the family moves”, high", "soon")
    window.follow("Save")
    assert "“soon” is not a number" in window.page.inner_text("main")
    [refused] = window.problems  # Chromium reports an answer of 422 on its console
    assert "422" in refused
    window.problems.clear()
    window.check()
    window.type_in("Commute with “Lyon, the family moves”, high", "60")
    window.follow("Save")
    window.open(f"{_file(window)}effects/")
    assert "20 … 60" in window.page.inner_text("main")


def _trade_off(window: Window) -> None:
    window.open(f"{_file(window)}preferences/")
    for name in ("Nights away", "Commute"):
        window.page.get_by_role("button", name=name, exact=True).click()
        window.page.get_by_role("button", name=f"Take out {name}").wait_for()
    window.tab_to("Up Commute")
    window.press("Enter")
    window.page.locator("#ranking li").first.get_by_role("button", name="Up Commute").wait_for()
    window.check()
    window.follow("Ask me")
    window.page.get_by_label("the second").check()
    window.check()
    window.follow("Answer")
    window.open(f"{_file(window)}preferences/")
    assert "rather Nights away" in window.page.inner_text("main")


def _decide(window: Window) -> None:
    window.open(f"{_file(window)}decide/")
    window.page.get_by_label("Lyon, the family moves").check()
    window.type_in("Why?", "The river.")
    window.check()
    window.follow("Record the decision")
    assert "The river." in window.page.inner_text("main")
    window.check()


def _file(window: Window) -> str:
    """The address of the one transition of this workspace."""
    return "/transition/1/"
