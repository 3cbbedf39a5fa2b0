"""Every page of the demo workspace: median and 95th percentile, beside an empty Django view.

Limit: 100 ms at the median. The empty view stands behind the same sessions, sign-in and content
policy, so that the ratio is what a page does itself. Each page is asked for by Django's test client
in one process: no browser and no network.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.test import Client

LIMIT = 0.100
TIMES = 25
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

    found, waiting = {"plans:today": "/"}, ["/"]
    while waiting:
        text = browser.get(waiting.pop()).content.decode()
        for link in re.findall(r'href="(/[^"#]*)"', text):
            address = link.replace("&amp;", "&")
            try:
                kind = resolve(address.partition("?")[0]).view_name
            except Resolver404:
                continue
            if kind not in found:
                found[kind] = address
                waiting.append(address)
    return found


def measure(browser: Client, address: str) -> tuple[list[float], float]:
    """Seconds of each request, sorted, and the median of an empty view asked for in between.

    In between, so that whatever else the machine does slows both. The first request, which fills
    caches, is left out.
    """
    seconds: dict[str, list[float]] = {address: [], EMPTY: []}
    browser.get(address)
    for _ in range(TIMES):
        for asked, taken in seconds.items():
            start = time.perf_counter()
            answer = browser.get(asked)
            taken.append(time.perf_counter() - start)
            assert answer.status_code < 400, f"{asked} answered {answer.status_code}"
    return sorted(seconds[address]), statistics.median(seconds[EMPTY])


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
                seconds, empty = measure(browser, address)
                median, p95 = statistics.median(seconds), seconds[int(0.95 * (TIMES - 1))]
                print(
                    f"  {kind:<32} median {median * 1000:6.1f} ms   p95 {p95 * 1000:6.1f} ms   "
                    f"{median / empty:5.1f} × an empty view   {address}"
                )
                if median > LIMIT:
                    slow.append(f"{kind} ({median * 1000:.0f} ms)")
        connections.close_all()
    if slow:
        sys.exit(f"Over {LIMIT * 1000:.0f} ms at the median: {', '.join(slow)}")
    print(f"\nEvery page is under {LIMIT * 1000:.0f} ms at the median.")


if __name__ == "__main__":
    main()
