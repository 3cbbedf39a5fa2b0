"""A real server and a real Chromium, for the tests marked ``browser``.

A window fails its test when the page reports an error, breaks the content policy, or asks anything
of another address than the server's own.
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

TURNPOINT = (sys.executable, "-m", "turnpoint")
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 360, "height": 740}
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
MOST_TABS = 150
FOCUSED = """() => {
  const focused = document.activeElement;
  const label = focused.labels?.[0] ?? focused;
  const name = focused.getAttribute("aria-label") ?? label.innerText ?? "";
  const box = focused.getBoundingClientRect();
  const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.y + Math.min(box.height, 40) / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  // A toast may lie over it: it can be dismissed, and goes with the next page.
  const seen = Boolean(top) && (Boolean(top.closest(".toasts")) || focused.contains(top) || top.contains(focused) || label.contains(top));
  return {name: name.trim().replace(/\\s+/g, " "), seen};
}"""
AXE = Axe()
AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}


def chromium_path() -> str | None:
    """Chromium as ``TURNPOINT_CHROMIUM`` names it, or as it is found on the PATH."""
    names = (os.environ.get("TURNPOINT_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium without a screen; absent, the test is skipped, or failed where CI is set."""
    path = chromium_path()
    if path is None:
        say = pytest.fail if os.environ.get("CI") else pytest.skip
        say("no Chromium here; on Debian: sudo apt install chromium; or set TURNPOINT_CHROMIUM")
    # Debian's Chromium cannot make its sandbox when it runs as root, as CI does.
    as_root = ("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, *as_root])
        yield browser
        browser.close()


@dataclass(frozen=True, slots=True)
class Server:
    """A running ``turnpoint serve`` or ``turnpoint demo``."""

    address: str
    folder: Path
    environment: dict[str, str]
    demo: bool

    def link(self) -> str:
        """A fresh one-time link, as a person asks for it in a second terminal."""
        demo = ["--demo"] if self.demo else []
        command = [*TURNPOINT, "link", *demo, "--data-dir", str(self.folder)]
        said = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=True
        )
        return said.stdout.strip()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def running(command: str, folder: Path, facts: Path, **settings: str) -> Iterator[Server]:
    """Run ``turnpoint COMMAND`` on a scratch data folder until the generator is closed."""
    if not settings:
        shutil.copytree(_started_once(command, facts), folder, dirs_exist_ok=True)
    yield from _serving(command, folder, facts, **settings)


@cache
def _started_once(command: str, facts: Path) -> Path:
    """A data folder as a first start leaves it: its tables and sample people take seconds to make."""
    folder = Path(tempfile.mkdtemp(prefix="turnpoint-started-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for _ in _serving(command, folder, facts):
        pass
    return folder


def _serving(command: str, folder: Path, facts: Path, **settings: str) -> Iterator[Server]:
    port = free_port()
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TURNPOINT_", "DATABASE_URL", "DJANGO_"))
    } | {"TURNPOINT_FACTS_DIR": str(facts), **settings}
    log = folder / "server.log"
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [*TURNPOINT, command, "--data-dir", str(folder), "--port", str(port), "--no-browser"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        )
        try:
            _wait_for(process, log)
            yield Server(f"http://127.0.0.1:{port}", folder, environment, command == "demo")
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_for(process: subprocess.Popen[str], log: Path) -> None:
    """Until the server prints its link, which it does once it answers."""
    assert process.stdout is not None
    if not any("/sign-in/?token=" in line for line in process.stdout):
        raise AssertionError(f"the server did not start: {log.read_text(encoding='utf-8')}")


@pytest.fixture
def empty_workspace(tmp_path: Path, wage_facts: Path) -> Iterator[Server]:
    """A workspace of this test alone, as a newcomer finds it: nothing written, wages converted."""
    yield from running("serve", tmp_path, wage_facts)


@pytest.fixture(scope="session")
def new_workspace(tmp_path_factory: pytest.TempPathFactory, wage_facts: Path) -> Iterator[Server]:
    """A workspace with nothing written, for tests that only look."""
    yield from running("serve", tmp_path_factory.mktemp("new"), wage_facts)


@pytest.fixture(scope="session")
def sample_workspace(
    tmp_path_factory: pytest.TempPathFactory, wage_facts: Path
) -> Iterator[Server]:
    """The workspace of sample people, for tests that only look."""
    yield from running("demo", tmp_path_factory.mktemp("demo"), wage_facts)


@dataclass
class Window:
    """One window, and what went wrong in it so far."""

    page: Page
    address: str
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.problems.append(f"error: {error}"))
        self.page.on("request", self._asked)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.problems.append(f"console: {message.text} ({message.location.get('url')})")

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme != "data" and f"{parts.scheme}://{parts.netloc}" != self.address:
            self.problems.append(f"asked {request.url}, which is not this server")

    def open(self, path: str) -> None:
        """Open an address of the server; an answer of 400 or more fails."""
        response = self.page.goto(f"{self.address}{path}")
        assert response is not None
        assert response.ok, f"{path} answered {response.status}"

    def found(self) -> list[str]:
        """What axe finds, whether it is wider than the window, and what the page reported."""
        before = list(self.problems)
        axe = AXE.run(self.page, options=AXE_OPTIONS)
        self.problems[:] = before
        too_wide = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        found = [axe.generate_report()] if axe.violations_count else []
        found += [f"scrolls sideways by {too_wide} px"] if too_wide > 0 else []
        found += self.problems
        return [f"{self.page.url} at {self.page.viewport_size}: {one}" for one in found]

    def check(self) -> None:
        """Nothing may be found."""
        found = self.found()
        assert not found, "\n\n".join(found)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, name: str) -> None:
        """Press Tab until the control whose name begins so has the focus, and can be seen."""
        passed: list[str] = []
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            focused = self.page.evaluate(FOCUSED)
            if focused["name"].startswith(name):
                assert focused["seen"], f"“{name}” on {self.page.url} has the focus out of sight"
                return
            passed.append(focused["name"])
        raise AssertionError(f"no “{name}” by keyboard on {self.page.url}, only {passed}")

    def type_in(self, name: str, text: str) -> None:
        """Reach a field by Tab and put ``text`` in the place of what it holds."""
        self.tab_to(name)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def follow(self, name: str) -> None:
        """Reach a link or button by Tab and press Enter; wait for the page that it leads to."""
        self.tab_to(name)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def follow_in_place(self, name: str) -> None:
        """Reach a control by Tab and press Enter; the page stays."""
        self.tab_to(name)
        self.page.keyboard.press("Enter")


@pytest.fixture
def open_window(chromium: Browser) -> Iterator[Callable[..., Window]]:
    """Open windows on servers; at the end of the test none may have reported a problem."""
    windows: list[Window] = []

    def opened(
        server: Server, *, narrow: bool = False, dark: bool = False, signed_in: bool = True
    ) -> Window:
        context = chromium.new_context(
            viewport=NARROW if narrow else WIDE,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        window = Window(context.new_page(), server.address)
        windows.append(window)
        if signed_in:
            window.page.goto(server.link())
        return window

    yield opened
    for window in windows:
        window.page.context.close()
        assert not window.problems, window.problems
