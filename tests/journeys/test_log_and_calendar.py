"""From a log and a calendar to what an offer would keep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.browser import Server, Window

pytestmark = pytest.mark.browser


def an_ics(folder: Path) -> Path:
    """Three hours of one meeting on each of the last three days."""
    today = dt.datetime.now(tz=dt.UTC).date()
    events = [
        f"BEGIN:VEVENT\r\nUID:{ago}\r\nSUMMARY:Vendor call\r\n"
        f"DTSTART:{today - dt.timedelta(days=ago):%Y%m%d}T090000\r\nDURATION:PT3H\r\nEND:VEVENT"
        for ago in (2, 3, 4)
    ]
    path = folder / "work.ics"
    path.write_text("\r\n".join(("BEGIN:VCALENDAR", *events, "END:VCALENDAR", "")))
    return path


@pytest.mark.parametrize(("narrow", "dark"), [(False, False), (True, True)], ids=["wide", "narrow"])
def test_from_a_log_and_a_calendar_to_the_continuity_of_an_offer(
    sample_workspace: Server,
    open_window: Callable[..., Window],
    tmp_path: Path,
    narrow: bool,
    dark: bool,
) -> None:
    window = open_window(sample_workspace, narrow=narrow, dark=dark)
    page = window.page
    window.open("/role/log/")
    page.keyboard.type("Designing how systems fit together")  # the cursor waits there
    window.press("Tab")
    page.keyboard.type("1:30")
    with page.expect_navigation():
        window.press("Enter")
    page.get_by_text("Logged 1:30").wait_for()
    window.check()
    with page.expect_navigation():
        page.get_by_role("button", name="Use these shares").press("Enter")
    page.get_by_text("the times of your log").wait_for()
    page.get_by_role("button", name="Undo").press("Enter")
    page.get_by_text("Taken back.").wait_for()

    window.open("/role/calendar/")
    page.get_by_label("My calendar, as an .ics file").set_input_files(an_ics(tmp_path))
    page.get_by_role("button", name="Show its titles").press("Enter")
    page.get_by_text("9:00 h").wait_for()
    window.check()
    page.get_by_label("Vendor call").fill("Steering projects and suppliers")
    page.get_by_role("button", name="Keep the totals").press("Enter")
    page.get_by_text("and nothing else").wait_for()
    window.check()
    assert not page.get_by_text("Vendor call").count()
    page.get_by_role("button", name="Forget them").press("Enter")
    page.get_by_text("The totals are forgotten.").wait_for()

    window.open("/role/beside/")
    page.get_by_role("link", name="My own koi-pond business").press("Enter")
    page.get_by_role("heading", name="My week, today and there").wait_for()
    window.check()
    window.open("/role/statement/")
    page.get_by_text("of 60").last.wait_for()
    window.check()
