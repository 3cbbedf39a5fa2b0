"""Two people in two browsers: a grant given and withdrawn, a whole process, and taking all of it along."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser import Server, Window, running

pytestmark = pytest.mark.browser

Opened = Callable[..., Window]
DISPOSE = """
import django; django.setup()
from django.utils import timezone
from turnpoint.apps.facilitation.services import engagements
print(engagements.dispose(today=timezone.localdate()))
"""


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, wage_facts: Path) -> Iterator[Server]:
    """Sample people of these tests alone, since they change and erase what is theirs."""
    yield from running("demo", tmp_path_factory.mktemp("demo"), wage_facts)


def become(window: Window, name: str) -> Window:
    window.page.select_option("#sample-person", name)
    with window.page.expect_navigation():
        window.page.get_by_role("button", name="Switch").click()
    return window


def press(window: Window, name: str) -> None:
    with window.page.expect_navigation():
        window.page.get_by_role("button", name=name, exact=True).first.click()


def go(window: Window, name: str) -> None:
    with window.page.expect_navigation():
        window.page.locator("main").get_by_role("link", name=name, exact=True).first.click()


def fill(window: Window, **said: str) -> None:
    for label, words in said.items():
        named = re.compile(rf"^{re.escape(label.replace('_', ' '))}( optional)?$")
        window.page.get_by_label(named).first.fill(words)


def post(window: Window, path: str, **said: str) -> None:
    """What a form sends, without looking at its page: for the second time that something is done."""
    (token,) = (
        each["value"] for each in window.page.context.cookies() if each["name"].endswith("_csrf")
    )
    form = said | {"csrfmiddlewaretoken": token}
    answer = window.page.request.post(f"{window.address}{path}", form=form, max_redirects=0)
    assert answer.status == 302, f"{path} answered {answer.status}"


def is_gone(window: Window, path: str) -> None:
    answer = window.page.request.get(f"{window.address}{path}")
    assert answer.status == 404, f"{path} answered {answer.status}"


def says(window: Window, words: str) -> None:
    expect(window.page.locator("main")).to_contain_text(words)


def test_a_grant_is_given_used_and_withdrawn_as_both_see_it(
    demo: Server, open_window: Opened
) -> None:
    maren, theo = (
        become(open_window(demo, narrow=each == "theo"), each) for each in ("maren", "theo")
    )
    maren.open("/sharing/share/")
    fill(maren, **{"With whom?": "theo", "What for?": "a second pair of eyes"})
    maren.page.get_by_label("Role", exact=True).check()
    maren.page.get_by_label("They may comment").check()
    maren.check()
    press(maren, "Share")
    theo.open("/sharing/")
    with theo.page.expect_navigation():
        theo.page.get_by_role("link", name="Maren").click()
    go(theo, "Role")
    part = theo.page.url.removeprefix(theo.address)
    fill(theo, Your_words="You lead more than you say.")
    theo.check()
    press(theo, "Send")
    maren.open("/sharing/")
    says(maren, "You lead more than you say.")
    maren.open("/sharing/record/")
    expect(maren.page.get_by_role("row").filter(has_text="Theo Lindqvist")).not_to_have_count(0)
    maren.open("/sharing/")
    press(maren, "Withdraw what Theo Lindqvist may read")
    is_gone(theo, part)
    for window in (maren, theo):
        window.open("/sharing/record/")
        says(window, "withdrawn")
        says(window, "a second pair of eyes")
        window.check()


def sign(amara: Window, ines: Window) -> str:
    """Amara asks and signs, Ines signs; the address of the engagement without its side."""
    amara.open("/facilitation/invite/")
    fill(amara, **{"Whom do you ask?": "ines"})
    fill(amara, **{"How many days shared notes stay after the end": "0"})
    amara.check()
    press(amara, "Sign and ask")
    ines.open("/facilitation/clients/")
    ines.check()
    go(ines, "Amara Singh")
    press(ines, "Sign it")
    return ines.page.url.partition("/led/")[2]


def meet_first(amara: Window, ines: Window, there: str) -> None:
    """The first session: a date, a clock that goes on, a note, a commitment, a question."""
    go(ines, "Give session 1 a date")
    fill(ines, Time="17:30")
    press(ines, "Set the date")
    ines.page.get_by_role("button", name="Start the clock").click()
    fill(ines, Note="Two sentences to choose from.")
    ines.page.get_by_label("Both of us read it").check()
    press(ines, "Keep it")
    expect(ines.page.get_by_role("timer")).to_contain_text("min left")
    fill(ines, **{"What Amara Singh means to do": "Ask at home"})
    press(ines, "Write it down")
    fill(ines, Or_your_own="What would you miss first?")
    press(ines, "Ask")
    ines.check()
    press(ines, "It was held")
    amara.open(f"/facilitation/mine/{there}session/1/")
    says(amara, "Two sentences to choose from.")
    amara.check()


def carry_on(amara: Window, ines: Window, there: str) -> None:
    """Between two sessions an answer; in the second, what was promised in the first."""
    amara.open(f"/facilitation/mine/{there}questions/")
    amara.page.get_by_text("Answer", exact=True).first.click()
    fill(amara, Your_answer="The people on the floor.")
    amara.page.get_by_label("Let the facilitator read it").first.check()
    press(amara, "Keep")
    ines.open(f"/facilitation/led/{there}questions/")
    says(ines, "The people on the floor.")
    ines.open(f"/facilitation/led/{there}session/2/")
    says(ines, "Ask at home")
    with ines.page.expect_navigation():
        ines.page.get_by_role("button", name=re.compile("^Carry on")).click()
    go(ines, "Every commitment so far")
    says(ines, "carried on from before")
    for number in (2, 3, 4, 5):
        post(ines, f"/facilitation/led/{there}session/{number}/attended/", attended="both")


def examine(amara: Window, ines: Window, there: str) -> None:
    ines.open(f"/facilitation/led/{there}examination/")
    said = ("Skills required", "Degree of difficulty", "Level of risk")
    fill(ines, **dict.fromkeys(said, "As I see it."))
    press(ines, "Sign it")
    ines.check()
    amara.open(f"/facilitation/mine/{there}examination/")
    amara.page.get_by_text("Say something to it").click()
    fill(amara, Your_word_on_it="I see it differently.")
    press(amara, "Say it")
    amara.check()


def test_a_process_from_the_agreement_to_the_receipt_of_disposal(
    demo: Server, open_window: Opened
) -> None:
    amara, ines = (
        become(open_window(demo, narrow=each == "amara"), each) for each in ("amara", "ines")
    )
    there = sign(amara, ines)
    meet_first(amara, ines, there)
    carry_on(amara, ines, there)
    examine(amara, ines, there)
    share = {
        "receiver": "ines",
        "parts": "profile",
        "purpose": "us",
        "until": f"{dt.datetime.now(tz=dt.UTC).date() + dt.timedelta(days=20)}",
    }
    post(amara, "/sharing/share/", **share)
    ines.open(f"/facilitation/led/{there}")
    says(ines, "Every session was held.")
    ines.open("/sharing/")
    with ines.page.expect_navigation():
        ines.page.get_by_role("link", name="Amara Singh: profile").click()
    shared = ines.page.url.removeprefix(ines.address)
    amara.open(f"/facilitation/mine/{there}")
    press(amara, "End this engagement")
    for path in (shared, f"/facilitation/led/{there}", f"/facilitation/led/{there}notes/"):
        is_gone(ines, path)
    named = {
        "TURNPOINT_DATA_DIR": str(demo.folder / "demo"),
        "DJANGO_SETTINGS_MODULE": "turnpoint.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", DISPOSE],
        env=demo.environment | named,
        check=True,
        capture_output=True,
    )
    assert done.stdout.split() == [b"1"]
    amara.open(f"/facilitation/mine/{there}")
    says(amara, "shared notes were disposed of on")
    amara.check()


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


def test_takes_everything_to_another_machine(
    demo: Server, empty_workspace: Server, open_window: Opened, tmp_path: Path
) -> None:
    archive = take_along_and_erase(open_window(demo), tmp_path)
    other = open_window(empty_workspace, narrow=True)
    other.open("/your-data/")
    other.page.get_by_label("Your archive").set_input_files(archive)
    press(other, "Restore")
    assert "Restored" in other.page.inner_text("body")
    other.open("/destination/")
    other.check()
