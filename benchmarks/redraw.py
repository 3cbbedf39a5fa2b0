"""From moving a figure to the answer on the page: a real browser, a real server, 10,000 draws.

Decision files of 3 × 6, 5 × 8 and 12 × 20 options and criteria are brought in, and on the page of
answers a weight, an effect and a fixed end are moved as a hand does. Timed in the browser, from the
input event to the frame after the new content stands. Beside it, as the server answers without a
browser: the page on which one option’s effects are written down. Each file has money by month and
a ranking with ties; half of its effects are ranges, the rest levels.
Limits at the median: 150 ms for a redraw, 100 ms for the effects of one option at 12 × 20.
Run: ``python benchmarks/redraw.py``; needs Chromium on the PATH or ``TURNPOINT_CHROMIUM``.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from turnpoint.core.decision.criterion import LEVELS, Criterion, Effect, Level
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.interval import Interval, exactly
from turnpoint.core.decision.money import Course, Household
from turnpoint.core.decision.option import Option
from turnpoint.core.decision.preferences import Preferences
from turnpoint.core.decision.toml_text import write

SIZES = ((3, 6), (5, 8), (12, 20))
TIMES = 15
REDRAW, EFFECTS = 0.150, 0.100
MOVE = """([id, value]) => new Promise((done) => {
  const lever = document.getElementById(id);
  let start = 0;
  const swapped = (event) => {
    if (event.detail.requestConfig?.elt?.id !== "levers") return;
    document.removeEventListener("htmx:afterSettle", swapped);
    requestAnimationFrame(() => done(performance.now() - start));
  };
  document.addEventListener("htmx:afterSettle", swapped);
  lever.value = value;
  start = performance.now();
  lever.dispatchEvent(new Event("input", {bubbles: true}));
})"""


def decision(options: int, criteria: int) -> DecisionFile:
    """A file of that size: every second criterion a scale with ranges, the others levels."""
    levels = tuple(Level(name, place / 2) for place, name in enumerate(("poor", "fair", "good")))
    rows = tuple(
        Criterion(f"c{c}", f"Criterion {c}", "points", worst=0, best=100)
        if c % 2 == 0
        else Criterion(f"c{c}", f"Criterion {c}", shape=LEVELS, levels=levels)
        for c in range(criteria)
    )
    effects = tuple(
        Effect(f"o{o}", f"c{c}", *(20 + (7 * o + 11 * c) % 50 + by for by in (-15, 0, 20)))
        if c % 2 == 0
        else Effect(f"o{o}", f"c{c}", levels=(levels[(o + c) % 3].name,))
        for o in range(options)
        for c in range(criteria)
    )
    courses = tuple(
        Option(
            f"o{o}",
            f"Option {o}",
            stays=o == 0,
            money=Course(pay=Interval(50_000 + 1_000 * o, 55_000 + 1_000 * o, 70_000), start=o % 3),
        )
        for o in range(options)
    )
    ranking = tuple((f"c{c}", f"c{c + 1}") for c in range(0, criteria, 2))
    today = date.today()  # noqa: DTZ011  # as the server’s clock
    return DecisionFile(
        question=f"Which of {options}?",
        kind="offer",
        opened=today,
        deadline=today + timedelta(days=28),
        options=courses,
        criteria=rows,
        effects=effects,
        household=Household(cash=30_000, spending=exactly(2_900)),
        preferences=Preferences(ranking=ranking),
    )


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """``turnpoint serve`` on a scratch folder; yields the link that signs in."""
    command = [sys.executable, "-m", "turnpoint", "serve", "--data-dir", str(folder)]
    port = 8600 + os.getpid() % 300
    started = subprocess.Popen(
        [*command, "--port", str(port), "--no-browser"], stdout=subprocess.PIPE, text=True
    )
    try:
        assert started.stdout is not None
        yield next(line.strip() for line in started.stdout if "/sign-in/?token=" in line)
    finally:
        started.terminate()
        started.wait()


def brought_in(page: Page, root: str, file: DecisionFile, folder: Path) -> str:
    """Bring a file in; the address of its transition."""
    path = folder / "file.toml"
    path.write_text(write(file), encoding="utf-8")
    page.goto(f"{root}/transition/bring-in/")
    page.set_input_files("input[type=file]", path)
    page.get_by_role("button", name="Bring it in").click()
    page.wait_for_url(re.compile(r"/transition/\d+/$"))
    return page.url


def redraws(page: Page, address: str) -> dict[str, list[float]]:
    """Seconds of each move, by what is moved."""
    page.goto(f"{address}answers/")
    page.locator("#refining").wait_for(state="detached", timeout=120_000)
    page.locator(".levers > summary").click()
    found: dict[str, list[float]] = {}
    for name, id_ in (
        ("a weight", "lever-weights.c0"),
        ("an effect", "lever-effects.o0.c0"),
        ("a fixed end", "lever-criteria.c0.best"),
    ):
        low = float(page.locator(f"[id='{id_}']").get_attribute("value") or 0)
        for turn in range(TIMES + 1):
            seconds = page.evaluate(MOVE, [id_, str(low - 2 - turn)]) / 1000
            if turn:
                found.setdefault(name, []).append(seconds)
        page.goto(f"{address}answers/")
        page.locator(".levers > summary").click()
    return found


def effects_page(page: Page, root: str, address: str) -> float:
    """Seconds until the server has answered with the effects of one option, at the median."""
    page.goto(f"{address}effects/")
    link = page.locator("thead a").nth(1).get_attribute("href")
    taken = []
    for _ in range(TIMES):
        start = time.perf_counter()
        answer = page.request.get(f"{root}{link}")
        taken.append(time.perf_counter() - start)
        assert answer.ok
    return statistics.median(taken)


def main() -> None:
    slow = []
    chromium = os.environ.get("TURNPOINT_CHROMIUM") or shutil.which("chromium")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with (
        tempfile.TemporaryDirectory(prefix="turnpoint-bench-") as name,
        server(Path(name)) as link,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=quiet)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(link)
        root = link.partition("/sign-in")[0]
        for options, criteria in SIZES:
            address = brought_in(page, root, decision(options, criteria), Path(name))
            for moved, seconds in redraws(page, address).items():
                median, longest = statistics.median(seconds), max(seconds)
                print(
                    f"{options:>2} × {criteria:<2} moving {moved:<12} median {median * 1000:5.0f} ms"
                    f"   longest {longest * 1000:5.0f} ms"
                )
                if median > REDRAW:
                    slow.append(f"moving {moved} at {options} × {criteria}")
        median = effects_page(page, root, address)
        print(f"12 × 20 effects of one option: median {median * 1000:.0f} ms")
        if median > EFFECTS:
            slow.append("effects of one option")
        browser.close()
    if slow:
        sys.exit(f"Over the limit at the median: {', '.join(slow)}")


if __name__ == "__main__":
    main()
