"""Every page of the demo workspace: median, slowest and processor time, beside an empty Django view.

Limit: 100 ms of processor time at the median, which is the same on a machine that does other work. The empty view stands behind the same sessions, sign-in and content
policy, so that the ratio is what a page does itself. Each page is asked for by Django's test client
in one process: no browser and no network. Files to keep (archives, briefs, calendars) are no pages.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.test import Client

LIMIT = 0.100
TIMES = 25
LONGEST = 1.0
"""Seconds a page is asked for again and again, after which fewer than ``TIMES`` are enough."""
LEAST = 5
EMPTY = "/an-empty-view/"


def prepare(folder: Path) -> None:
    """A demo workspace in ``folder``, with the facts that are on this machine, or made there."""
    from turnpoint.labour.facts import facts_folder

    os.environ.setdefault("TURNPOINT_FACTS_DIR", str(facts_folder()))
    os.environ |= {"TURNPOINT_DATA_DIR": str(folder), "TURNPOINT_DEMO": "1"}
    os.environ["DJANGO_SETTINGS_MODULE"] = "turnpoint.settings"
    os.environ.pop("DATABASE_URL", None)
    from turnpoint.interfaces.cli import demo, workspace

    workspace.start_django()
    workspace.prepare_database()
    workspace.prepare_facts()
    demo.make_sample_people(fresh=False)


def add_empty_view() -> None:
    """The product's own addresses, and one view that does nothing."""
    from django.conf import settings
    from django.http import HttpRequest, HttpResponse
    from django.urls import path

    from turnpoint import urls

    def empty(request: HttpRequest) -> HttpResponse:
        return HttpResponse("")

    module: Any = ModuleType("benchmark_urls")
    module.urlpatterns = [path(EMPTY.strip("/") + "/", empty), *urls.urlpatterns]
    sys.modules[module.__name__] = module
    settings.ROOT_URLCONF = module.__name__
    settings.ALLOWED_HOSTS = ["testserver"]


def pages(browser: Client) -> dict[str, str]:
    """One address of every kind of page that links lead to, by the name of its kind."""
    from django.urls import Resolver404, resolve

    found, waiting = {"plans:today": "/"}, ["plans:today"]
    files = set()
    while waiting:
        kind = waiting.pop()
        answer = browser.get(found[kind])
        if not answer.get("Content-Type", "").startswith("text/html"):
            files.add(kind)
            continue
        for link in re.findall(r'href="(/[^"#]*)"', answer.content.decode()):
            address = link.replace("&amp;", "&")
            try:
                kind = resolve(address.partition("?")[0]).view_name
            except Resolver404:
                continue
            if kind not in found:
                found[kind] = address
                waiting.append(kind)
    return {kind: address for kind, address in found.items() if kind not in files}


@dataclass(frozen=True, slots=True)
class Times:
    """Of one page, in seconds: by the clock, and of this thread’s processor."""

    median: float
    slowest: float
    processor: float
    empty: float


def measure(browser: Client, address: str) -> Times:
    """Ask for a page, and in between for the empty view, so that what slows one slows both.

    The first request, which fills caches, is left out.
    """
    taken: dict[str, list[tuple[float, float]]] = {address: [], EMPTY: []}
    browser.get(address)
    begun = time.perf_counter()
    while len(done := taken[address]) < TIMES:
        if len(done) >= LEAST and time.perf_counter() - begun > LONGEST:
            break
        for asked, seconds in taken.items():
            start, processor = time.perf_counter(), time.thread_time()
            answer = browser.get(asked)
            seconds.append((time.perf_counter() - start, time.thread_time() - processor))
            assert answer.status_code < 400, f"{asked} answered {answer.status_code}"
    clock, processor = zip(*taken[address], strict=True)
    empty = statistics.median(processor for _, processor in taken[EMPTY])
    return Times(statistics.median(clock), max(clock), statistics.median(processor), empty)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="turnpoint-bench-") as folder:
        prepare(Path(folder))
        from django.db import connections
        from django.test import Client

        from turnpoint.apps.accounts.queries import sample_people

        add_empty_view()
        slow = []
        for person in sample_people():
            browser = Client()
            browser.force_login(person)
            print(f"\n{person.first_name}")
            for kind, address in sorted(pages(browser).items()):
                times = measure(browser, address)
                print(
                    f"  {kind:<32} processor {times.processor * 1000:6.1f} ms, "
                    f"{times.processor / times.empty:5.1f} × an empty view   median "
                    f"{times.median * 1000:6.1f} ms   slowest {times.slowest * 1000:6.1f} ms   "
                    f"{address}",
                    flush=True,
                )
                if times.processor > LIMIT:
                    slow.append(f"{kind} ({times.processor * 1000:.0f} ms)")
        connections.close_all()
    if slow:
        sys.exit(f"Over {LIMIT * 1000:.0f} ms of processor time: {', '.join(slow)}")
    print(f"\nEvery page is under {LIMIT * 1000:.0f} ms of processor time.")


if __name__ == "__main__":
    main()
