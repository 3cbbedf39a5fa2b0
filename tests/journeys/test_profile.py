"""From an empty profile to a whole one, with the keyboard alone and from a file."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from tests.browser import Server, Window

pytestmark = pytest.mark.browser

RESUME = {
    "basics": {"name": "Ines Moreau", "label": "Head chef"},
    "work": [
        {"name": "Chez Lune", "position": "Head Chef", "startDate": "2019-03"},
        {"name": "Chez Lune", "position": "Sous Chef", "startDate": "2015", "endDate": "x"},
    ],
    "skills": [{"name": "Menu planning"}],
    "languages": [{"language": "French"}],
}


@pytest.mark.parametrize(("narrow", "dark"), [(False, False), (True, True)], ids=["wide", "narrow"])
def test_describes_a_person_without_a_mouse(
    empty_workspace: Server, open_window: Callable[..., Window], narrow: bool, dark: bool
) -> None:
    window = open_window(empty_workspace, narrow=narrow, dark=dark)
    page = window.page
    window.open("/profile/")
    window.check()
    page.get_by_label("Your job title").focus()
    page.keyboard.type("head chef")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="which of these comes closest?").wait_for()
    window.check()
    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="tell more").wait_for()
    window.check()
    page.locator("#id_start").focus()
    page.keyboard.type("2019")
    page.get_by_label("Pay before tax").focus()
    page.keyboard.type("52000")
    page.keyboard.press("Enter")
    page.get_by_text("52,000 USD a year").wait_for()
    window.check()
    page.get_by_role("button", name="Remove head chef").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    page.get_by_text("is back").wait_for()

    window.open("/profile/import/")
    window.check()
    file = {"name": "ines.json", "mimeType": "", "buffer": json.dumps(RESUME).encode()}
    page.get_by_label("Your file").set_input_files([file])  # type: ignore[list-item]  # a dict is one
    page.get_by_role("button", name="Look at it").press("Enter")
    page.get_by_role("heading", name="This is what was recognised.").wait_for()
    window.check()
    page.get_by_role("button", name="Take over what is ticked").press("Enter")
    page.get_by_text("Sous Chef").first.wait_for()
    window.check()
    for path in (
        "about/",
        "education/add/",
        "skills/add/",
        "languages/add/",
        "certifications/add/",
    ):
        window.open(f"/profile/{path}")
        window.check()
    window.open("/profile/")
    page.get_by_role("link", name="Change Sous Chef").press("Enter")
    page.get_by_role("button", name="Remove this role").wait_for()
    window.check()
