"""Two chairs: an agreement, a session, a question, an examination, and the end. Then all of it goes along."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.browser import Server, Window, running

pytestmark = pytest.mark.browser


@pytest.fixture
def demo(tmp_path_factory: pytest.TempPathFactory, wage_facts: Path) -> Iterator[Server]:
    """Sample people of this test alone, since it changes and erases what is theirs."""
    yield from running("demo", tmp_path_factory.mktemp("demo"), wage_facts)


def become(window: Window, name: str) -> None:
    window.page.select_option("#sample-person", name)
    window.page.get_by_role("button", name="Switch").click()
    window.page.wait_for_load_state()


def press(window: Window, name: str) -> None:
    with window.page.expect_navigation():
        window.page.get_by_role("button", name=name, exact=True).first.click()


def go(window: Window, name: str) -> None:
    with window.page.expect_navigation():
        window.page.get_by_role("link", name=name, exact=True).first.click()


def sign_and_meet(window: Window) -> None:
    become(window, "ines")
    window.open("/facilitation/clients/")
    window.check()
    go(window, "Theo Lindqvist")
    window.check()
    press(window, "Sign it")
    go(window, "Give session 1 a date")
    window.page.get_by_label("Time").fill("17:30")
    press(window, "Set the date")
    window.page.get_by_role("button", name="Start the clock").click()
    assert "min left" in window.page.get_by_role("timer").inner_text()
    window.check()
    press(window, "It was held")


def ask_and_examine(window: Window) -> None:
    go(window, "With Theo Lindqvist")
    go(window, "Questions")
    window.page.get_by_label("Or your own").fill("What would you miss first?")
    press(window, "Ask")
    go(window, "With Theo Lindqvist")
    go(window, "Examination")
    for label in ("Skills required", "Degree of difficulty", "Level of risk"):
        window.page.get_by_label(label).fill("As I see it.")
    press(window, "Sign it")
    window.check()


def answer_and_promise(window: Window) -> str:
    become(window, "theo")
    window.open("/facilitation/")
    go(window, "Ines Duarte")
    mine = window.page.url
    window.check()
    go(window, "Questions")
    window.page.get_by_text("Answer", exact=True).click()
    window.page.get_by_label("Your answer").fill("The people on the floor.")
    window.page.get_by_label("Let the facilitator read it").check()
    press(window, "Keep")
    window.check()
    go(window, "With Ines Duarte")
    go(window, "Commitments")
    window.page.get_by_label("What", exact=True).fill("Ask at home")
    press(window, "Write it down")
    press(window, "Carry on")
    assert window.page.get_by_text("Ask at home").count() >= 2
    window.check()
    return mine


def end(window: Window, mine: str) -> None:
    window.page.goto(mine)
    press(window, "End this engagement")
    become(window, "ines")
    response = window.page.goto(mine.replace("/mine/", "/led/"))
    assert response is not None
    assert response.status == 404
    window.problems.clear()  # the browser reports the 404 that was wanted


def take_along_and_erase(window: Window, folder: Path) -> Path:
    become(window, "maren")
    window.open("/your-data/")
    window.check()
    with window.page.expect_download() as download:
        window.page.get_by_role("link", name="Take everything as one file").click()
    archive = folder / "maren.zip"
    download.value.save_as(archive)
    window.page.get_by_label("Type “erase”").fill("erase")
    press(window, "Erase everything")
    assert "It is gone." in window.page.inner_text("h1")
    window.check()
    return archive


def restore(window: Window, archive: Path) -> None:
    window.open("/your-data/")
    window.page.get_by_label("Your archive").set_input_files(archive)
    press(window, "Restore")
    assert "Restored" in window.page.inner_text("body")
    window.open("/destination/")
    window.check()


def test_from_the_agreement_to_the_end_of_access_and_to_another_machine(
    demo: Server,
    empty_workspace: Server,
    open_window: Callable[..., Window],
    tmp_path: Path,
) -> None:
    window = open_window(demo)
    sign_and_meet(window)
    ask_and_examine(window)
    mine = answer_and_promise(window)
    end(window, mine)
    archive = take_along_and_erase(window, tmp_path)
    restore(open_window(empty_workspace, narrow=True), archive)
