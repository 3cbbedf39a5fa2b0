"""Changing what a reality check assumes, on its page: the months move, and everything can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.browser import Server, Window, running

pytestmark = pytest.mark.browser

IN_BOTH_WIDTHS = pytest.mark.parametrize("narrow", [False, True], ids=["1280", "360"])
READY = ".facts > div:nth-child(3) b"


@pytest.fixture(scope="module")
def sample_people(tmp_path_factory: pytest.TempPathFactory, wage_facts: Path) -> Iterator[Server]:
    """Sample people of this file alone, since their assumptions are changed."""
    yield from running("demo", tmp_path_factory.mktemp("assuming"), wage_facts)


def open_the_check(window: Window) -> None:
    window.open("/destination/")
    window.page.locator("main a.words").first.click()
    window.page.wait_for_selector("#assumptions")


def ready(window: Window) -> str:
    return window.page.locator(READY).inner_text()


@IN_BOTH_WIDTHS
def test_an_assumption_is_changed_in_place_undone_and_reset(
    sample_people: Server, open_window: Callable[..., Window], *, narrow: bool
) -> None:
    window = open_window(sample_people, narrow=narrow)
    page = window.page
    open_the_check(window)
    stated = ready(window)
    page.get_by_text("Change what is assumed").click()
    window.check()
    page.fill("#a-set_up", "24")
    page.press("#a-set_up", "Enter")
    page.get_by_text("Reckoned again with 1 assumption of yours.").wait_for()
    changed = ready(window)
    assert changed != stated
    assert page.evaluate("document.activeElement.id") == "a-set_up"
    assert page.locator("#reset-set_up").is_visible()
    window.check()

    page.locator(".toast button", has_text="Undo").click()
    page.get_by_text("Assumed as before.").wait_for()
    assert ready(window) == stated

    page.get_by_text("Change what is assumed").click()
    page.fill("#a-set_up", "24")
    page.locator("#reckon").click()
    page.locator("#reset-set_up").click()
    page.get_by_text("Everything is assumed as stated again.").wait_for()
    assert ready(window) == stated


def test_what_cannot_be_is_said_beside_its_field(
    sample_people: Server, open_window: Callable[..., Window]
) -> None:
    window = open_window(sample_people)
    page = window.page
    open_the_check(window)
    page.get_by_text("Change what is assumed").click()
    page.locator("form.assumptions").evaluate("form => { form.noValidate = true; }")
    page.fill("#a-set_up", "900")
    page.locator("#reckon").click()
    page.get_by_text("Nothing was reckoned again yet.").wait_for()
    assert page.locator("#a-set_up").input_value() == "900"
    assert page.locator("#a-set_up").get_attribute("aria-invalid") == "true"
    window.check()


def test_works_without_javascript(
    sample_people: Server, open_window: Callable[..., Window]
) -> None:
    window = open_window(sample_people)
    open_the_check(window)
    stated, address = ready(window), window.page.url
    context = window.page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]  # a window has a browser
    page = context.new_page()
    page.goto(sample_people.link())
    page.goto(address)
    page.locator("#assumptions > details > summary").first.click()
    page.fill("#a-set_up", "24")
    page.locator("#reckon").click()
    assert page.locator(READY).inner_text() != stated
    page.locator("#reset-all").click()
    assert page.locator(READY).inner_text() == stated
    context.close()
