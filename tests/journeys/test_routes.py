"""From a destination to its routes, by keyboard: read the map, pin one, take it back; and the brief."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdf
import pytest
from tests.browser import Server, Window

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("narrow", [False, True], ids=["1280", "360"])
def test_finds_pins_and_unpins_a_route(
    sample_workspace: Server, open_window: Callable[..., Window], narrow: bool
) -> None:
    window = open_window(sample_workspace, narrow=narrow)
    page = window.page
    page.set_default_timeout(30_000)
    window.open("/destination/")
    window.follow("“I run a koi-pond business")
    window.follow("Look at all routes")
    window.check()
    assert (
        "ways from Computer and Information Systems Managers" in page.locator("main").inner_text()
    )

    drawn = page.locator("svg.narrow.routes" if narrow else "svg.wide.routes")
    assert drawn.is_visible()
    window.tab_to("First-Line Supervisors of Landscaping")
    if not narrow:
        told = drawn.locator("a:focus .told")
        assert told.evaluate("each => getComputedStyle(each).visibility") == "visible"

    before = page.get_by_role("button", name="Unpin").count()
    window.follow("Pin route")
    window.check()
    assert page.get_by_role("button", name="Unpin").count() == before + 1
    window.follow("Undo")
    assert page.get_by_role("button", name="Unpin").count() == before


def test_looks_again_in_place_and_says_what_binds(
    sample_workspace: Server, open_window: Callable[..., Window]
) -> None:
    window = open_window(sample_workspace)
    page = window.page
    page.set_default_timeout(30_000)
    window.open("/destination/")
    window.follow("“I run a koi-pond business")
    window.follow("Look at all routes")
    window.type_in("Months, at most", "3")
    window.press("Enter")
    page.get_by_role("heading", name="Nothing destination-first").wait_for()
    assert "horizon=3" in page.url
    window.check()
    page.get_by_role("link", name="months at least, and you allow 3").first.click()
    page.get_by_role("heading", name="from Computer and Information Systems").wait_for()
    window.check()


def test_a_pinned_route_is_in_the_brief_and_becomes_an_option(
    sample_workspace: Server, open_window: Callable[..., Window]
) -> None:
    window = open_window(sample_workspace, narrow=True, dark=True)
    page = window.page
    page.set_default_timeout(30_000)
    window.open("/destination/")
    window.follow("“I run a koi-pond business")
    window.follow("Look at all routes")
    window.check()
    said = page.inner_text("main")
    assert "market-first" in said
    assert "destination-first" in said
    page.get_by_role("button", name="Pin route").first.click()
    page.get_by_role("button", name="Undo").wait_for()
    page.get_by_role("link", name="Destination, by").click()
    pinned = page.locator("[aria-labelledby=pinned] li strong").all_inner_texts()
    assert pinned
    window.check()

    with page.expect_download() as download:
        page.evaluate(_DOWNLOAD)
    sheets = pypdf.PdfReader(io.BytesIO(download.value.path().read_bytes())).pages
    assert 2 <= len(sheets) <= 4
    text = " ".join(" ".join(sheet.extract_text().split()) for sheet in sheets)
    assert "I run a koi-pond business" in text
    assert all(title in text for title in pinned)

    window.open("/transition/")
    page.locator("main a.words").first.click()
    window.follow("Options")
    before = page.get_by_role("button", name="Add it").count()
    assert before >= 1
    window.check()
    page.get_by_role("button", name="Add it").first.click()
    page.get_by_role("button", name="Undo").wait_for()
    assert page.get_by_role("button", name="Add it").count() < before
    window.check()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Add it").nth(before - 1).wait_for()


_DOWNLOAD = """() => {
  // A viewer without a screen opens no PDF: the link is kept instead, as “save link” does.
  const link = document.querySelector("a[href$='brief.pdf']");
  link.download = "brief.pdf";
  link.click();
}"""
