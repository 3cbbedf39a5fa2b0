"""Fifty signed-in people at once, on the server that ``turnpoint serve`` starts, for five minutes.

Each has an account of a team with a whole workspace: a sample person’s archive, restored, with money
of their own, so that nothing kept in memory for one answers another. Each asks for a page, reads it
for 2 to 5 seconds (evenly spread, so that all together ask about 14 times a second), and now and then
writes: ticks off a thing on Today, logs an entry, changes a note. As in a browser there are cookies, the
token of each form, redirects that are followed, files kept for a minute, and what a page asks for by
itself while it is open. At the end every write that was acknowledged is looked for in the database.

Limits: the 95th percentile of all answers under 200 ms, no error, no lost write. An empty view behind
the same sessions is asked for in between. Only the loopback address is used; client and server share
the machine. Run: ``python benchmarks/load.py [--database postgres] [--seconds 30]`` (Linux only).
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import http.client
import io
import os
import random
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

PEOPLE, SECONDS = 50, 300
THINK = (2.0, 5.0)
LIMIT = 0.200
FILE_KEPT = 60.0
PATIENCE = 30.0
EMPTY = "/an-empty-view/"

# The product's own settings and addresses, and one view that does nothing.
SETTINGS = 'from turnpoint.settings import *\nROOT_URLCONF = "measured_urls"\n'
ADDRESSES = f"""
from django.http import HttpResponse
from django.urls import path
from turnpoint import urls

urlpatterns = [path("{EMPTY[1:]}", lambda request: HttpResponse("")), *urls.urlpatterns]
handler400, handler403, handler404 = urls.handler400, urls.handler403, urls.handler404
handler429, handler500 = urls.handler429, urls.handler500
"""

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
ASKS_ITSELF = re.compile(r'hx-get="([^"]+)" hx-trigger="every (\d+)(ms|s)"')
FILES = re.compile(r'(?:href|src)="(/static/[^"]+)"')


@dataclass(frozen=True, slots=True)
class Account:
    """One person’s way in, and the keys of what they look at and write to."""

    name: str
    link: str
    destination: int
    transition: int
    option: int | None
    things: tuple[int, ...]


@dataclass
class Ledger:
    """What all clients saw: seconds by kind, errors, and what the server acknowledged."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)
    ticked: dict[int, bool] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    entries: set[str] = field(default_factory=set)
    writes: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def took(self, kind: str, seconds: float) -> None:
        with self.lock:
            self.seconds.setdefault(kind, []).append(seconds)

    def failed(self, kind: str, how: str) -> None:
        with self.lock:
            self.errors[f"{kind}: {how}"] += 1

    def wrote(self) -> None:
        with self.lock:
            self.writes += 1


class Failed(Exception):
    """An answer that a person would call an error."""


class Browser:
    """One person’s browser: cookies, redirects, tokens, and files it keeps."""

    def __init__(self, port: int, ledger: Ledger) -> None:
        self.ledger, self.host = ledger, f"127.0.0.1:{port}"
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self.cookies: dict[str, str] = {}
        self.files: dict[str, float] = {}
        self.page, self.at = "", "/"

    def open(self, kind: str, address: str, form: dict[str, Any] | None = None) -> str:
        """Ask for a page, or send a form; follow where it leads, and fetch the files it names."""
        status, location = self._ask(kind, address, form)
        if form is not None and status not in {302, 303}:
            raise Failed(f"the form was not taken ({status})")
        while location:
            if "/sign-in/" in location or "/account/login" in location:
                raise Failed("signed out")
            status, location = self._ask("page after a form" if form else kind, location)
        for file in set(FILES.findall(self.page)):
            if time.monotonic() - self.files.get(file, -FILE_KEPT) >= FILE_KEPT:
                self.files[file] = time.monotonic()
                self._ask("file", file, page=False)
        return self.page

    def send(self, kind: str, address: str, **fields: Any) -> None:
        """Send a form of the page that is open, with its token."""
        found = TOKEN.search(self.page)
        if found is None:
            raise Failed("a page without a token")
        self.open(kind, address, {"csrfmiddlewaretoken": found[1], **fields})

    def read(self, seconds: float) -> None:
        """Look at the page; what it asks for by itself meanwhile is asked for."""
        until = time.monotonic() + seconds
        while (itself := ASKS_ITSELF.search(self.page)) is not None:
            pause = int(itself[2]) / (1000 if itself[3] == "ms" else 1)
            if time.monotonic() + pause >= until:
                break
            time.sleep(pause)
            self._ask("asked by itself", unescape(itself[1]), fragment=True)
        time.sleep(max(until - time.monotonic(), 0))

    def _ask(
        self,
        kind: str,
        address: str,
        form: dict[str, Any] | None = None,
        *,
        page: bool = True,
        fragment: bool = False,
    ) -> tuple[int, str]:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Referer": f"http://{self.host}{self.at}",
            "Origin": f"http://{self.host}",
            "Accept": "text/html",
        }
        body = None
        if fragment:
            headers["HX-Request"] = "true"
        if form is not None:
            body = urlencode(form, doseq=True)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        start = time.perf_counter()
        try:
            self.connection.request("GET" if form is None else "POST", address, body, headers)
            answer = self.connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.connection.close()
            raise Failed(type(error).__name__) from error
        self.ledger.took(kind, time.perf_counter() - start)
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        if answer.status >= 400:
            raise Failed(f"{answer.status} at {re.sub('[0-9]+', 'N', address.partition('?')[0])}")
        if page and answer.status == 200:
            self.page = content.decode()
            self.at = self.at if fragment else address
        return answer.status, answer.getheader("Location", "") if answer.status != 200 else ""


@dataclass
class Person:
    """Somebody who does one thing after another until the time is over."""

    account: Account
    browser: Browser
    chance: random.Random
    ledger: Ledger
    done: dict[int, bool] = field(default_factory=dict)
    count: int = 0

    def live(self, until: float) -> None:
        time.sleep(self.chance.uniform(0, THINK[1]))
        kinds, weights = zip(*MIX.items(), strict=True)
        while time.monotonic() < until:
            kind = self.chance.choices(kinds, weights)[0]
            try:
                ACTS[kind](self, kind)
                self.browser.read(self.chance.uniform(*THINK))
            except Failed as error:
                self.ledger.failed(kind, str(error))
                time.sleep(THINK[0])

    def look(self, kind: str) -> None:
        key = {"transition": self.account.transition, "destination": self.account.destination}
        self.browser.open(kind, PAGES[kind].format(**key))

    def try_figures(self, kind: str) -> None:
        """Open the answers, and move some of their levers a little."""
        self.browser.open("answers", f"/transition/{self.account.transition}/answers/")
        levers = re.findall(
            r'<input type="range" id="lever-[^"]*" name="([^"]+)" min="([^"]+)" max="([^"]+)"',
            self.browser.page,
        )
        for _ in range(3):
            self.browser.read(self.chance.uniform(0.5, 1.5))
            sent = {
                unescape(n): round(self.chance.uniform(float(a), float(b)))
                for n, a, b in levers[:1]
            }
            address = f"/transition/{self.account.transition}/answers/try/?{urlencode(sent)}"
            page = self.browser.page
            self.browser._ask(kind, address, fragment=True)
            self.browser.page = page

    def find(self, kind: str) -> None:
        """Type a few letters into the palette."""
        word = self.chance.choice(("nurse", "koi", "week", "teacher", "software", "plan"))
        page = self.browser.page
        for length in range(2, len(word) + 1, 2):
            self.browser._ask(kind, f"/find/?{urlencode({'q': word[:length]})}", fragment=True)
            time.sleep(0.2)
        self.browser.page = page

    def tick(self, kind: str) -> None:
        self.browser.open("today", "/")
        offered = [key for key in self.account.things if f"/day/{key}/" in self.browser.page]
        key = self.chance.choice(offered)
        act = "untick" if f"/day/{key}/untick/" in self.browser.page else "tick"
        self.ledger.ticked.pop(key, None)  # neither is known until it is acknowledged
        self.browser.send(kind, f"/day/{key}/{act}/")
        self.ledger.ticked[key] = act == "tick"
        self.ledger.wrote()

    def log(self, kind: str) -> None:
        self.browser.open("log", "/role/log/")
        self.count += 1
        words = f"{self.account.name} {self.count}"
        self.browser.send(
            kind,
            "/role/log/",
            about=words,
            minutes="15",
            day=dt.datetime.now(dt.UTC).date().isoformat(),
            energy="1",
            engagement="3",
        )
        self.ledger.entries.add(words)
        self.ledger.wrote()

    def note(self, kind: str) -> None:
        if (option := self.account.option) is None:  # decided, and frozen: there is only reading
            return self.tick("tick")
        address = f"/transition/{self.account.transition}/options/{option}/"
        self.browser.open("option", address)
        name = re.search(r'<input [^>]*name="name"[^>]*value="([^"]*)"', self.browser.page)
        self.count += 1
        words = f"{self.account.name} {self.count}"
        self.ledger.notes.pop(option, None)
        self.browser.send(kind, address, name=unescape(name[1]) if name else "", note=words)
        self.ledger.notes[option] = words
        self.ledger.wrote()
        return None


PAGES = {
    "today": "/",
    "role": "/role/",
    "destination": "/destination/{destination}/",
    "routes": "/destination/{destination}/routes/",
    "transition": "/transition/{transition}/",
    "effects": "/transition/{transition}/effects/",
    "answers": "/transition/{transition}/answers/",
    "skills": "/skills/",
    "skills plan": "/skills/plan/",
    "goals": "/plan/goals/",
    "week": "/plan/week/",
    "sharing": "/sharing/",
    "empty view": EMPTY,
}
MIX = {
    "today": 18,
    "role": 8,
    "destination": 9,
    "routes": 3,
    "transition": 6,
    "effects": 4,
    "answers": 6,
    "redraw": 5,
    "skills": 4,
    "skills plan": 5,
    "goals": 5,
    "week": 6,
    "sharing": 2,
    "find": 2,
    "tick": 7,
    "log": 4,
    "note": 3,
    "empty view": 3,
}
ACTS: dict[str, Callable[[Person, str], None]] = dict.fromkeys(PAGES, Person.look) | {
    "redraw": Person.try_figures,
    "find": Person.find,
    "tick": Person.tick,
    "log": Person.log,
    "note": Person.note,
}


def prepare(people: int, seed: int) -> list[Account]:
    """Sample people first, then an account for each of ``people`` with the archive of one of them."""
    from turnpoint.interfaces.cli import workspace

    workspace.start_django()
    workspace.prepare_database()
    workspace.prepare_facts()
    from turnpoint.apps.accounts import sight

    with sight.everyone("the benchmark fills every workspace"):
        return fill_workspaces(people, seed)


def fill_workspaces(people: int, seed: int) -> list[Account]:
    from django.db import connections

    from turnpoint.apps.accounts.queries import sample_people
    from turnpoint.apps.archive import reading, writing
    from turnpoint.interfaces.samples.filling import fill

    print("Filling the workspaces …", flush=True)
    names = list(fill())
    archives = []
    for sample in sample_people():
        file = io.BytesIO()
        if writing.write(owner=sample, out=file):
            archives.append(reading.read(file))
    chance = random.Random(seed)  # noqa: S311  # amounts of money of people who do not exist
    accounts = [
        account(number, archives[number % len(archives)], chance) for number in range(people)
    ]
    connections.close_all()
    print(f"{len(names)} sample people, {people} accounts of their own.", flush=True)
    return accounts


def account(number: int, archive: Any, chance: random.Random) -> Account:
    from dataclasses import replace

    from allauth.account.models import EmailAddress

    from turnpoint.apps.accounts.models import User
    from turnpoint.apps.accounts.services import make_sign_in_link
    from turnpoint.apps.archive.services import restore
    from turnpoint.apps.destinations.models import Destination
    from turnpoint.apps.plans.models import Focus
    from turnpoint.apps.transitions.models import Option, Transition

    name = f"person-{number}"
    user = User.objects.create_user(name, f"{name}@example.org", first_name=name, time_zone="UTC")
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    own = replace(
        archive, person={}, tables=with_own_money(archive.tables, chance.uniform(0.9, 1.1))
    )
    restore(owner=user, archive=own)
    file = Transition.objects.filter(owner=user).latest("pk")
    options = Option.objects.filter(transition=file, stays=False).order_by("pk")
    option = options.first() if file.status == "open" else None
    mine = Focus.objects.filter(owner=user, trashed_at__isnull=True)
    return Account(
        name=name,
        link=f"/sign-in/?token={make_sign_in_link(user=user)}",
        destination=Destination.objects.filter(owner=user, trashed_at__isnull=True)
        .earliest("pk")
        .pk,
        transition=file.pk,
        option=option.pk if option else None,
        things=tuple(mine.values_list("pk", flat=True)),
    )


def with_own_money(tables: Any, factor: float) -> dict[str, Any]:
    """The same rows with other pay, so that each person’s figures are their own."""

    def own(row: dict[str, Any]) -> dict[str, Any]:
        return {
            name: f"{float(value) * factor:.0f}"
            if name in {"pay", "pay_floor"} and value
            else value
            for name, value in row.items()
        }

    return {label: [own(row) for row in rows] for label, rows in tables.items()}


@contextlib.contextmanager
def serving(folder: Path, processes: int) -> Iterator[tuple[int, int]]:
    """``turnpoint serve`` in team mode; gives its port and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "turnpoint", "serve", "--no-browser", "--port", str(port)]
    command += ["--processes", str(processes)]
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            assert server.stdout is not None
            if not any("/sign-in/?token=" in line for line in server.stdout):
                raise SystemExit((folder / "server.log").read_text())
            yield port, server.pid
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(120)
    if said := [
        line for line in (folder / "server.log").open() if " INFO turnpoint.security" not in line
    ]:
        print(f"The server said:\n{''.join(said)[-4000:]}")


def processor_time(process: int) -> float:
    """Seconds of processor of a process and of those it started, by now."""
    seconds = 0.0
    for each in _with_children(process):
        with contextlib.suppress(OSError):
            about = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
            seconds += (int(about[11]) + int(about[12])) / os.sysconf("SC_CLK_TCK")
    return seconds


def _with_children(process: int) -> list[int]:
    """It, and what it started, and what those did: refinements and charts are processes of their own."""
    started = [
        int(child)
        for task in Path(f"/proc/{process}/task").glob("*/children")
        for child in task.read_text().split()
    ]
    return [process, *(each for child in started for each in _with_children(child))]


def lost(ledger: Ledger) -> list[str]:
    """Acknowledged writes that are not in the database."""
    from turnpoint.apps.plans.models import Focus
    from turnpoint.apps.roles.models import LogEntry
    from turnpoint.apps.transitions.models import Option

    done = {row.pk: row.done_at is not None for row in Focus.objects.filter(pk__in=ledger.ticked)}
    notes = {row.pk: row.note for row in Option.objects.filter(pk__in=ledger.notes)}
    logged = Counter(
        LogEntry.objects.filter(words__in=ledger.entries).values_list("words", flat=True)
    )
    return [
        *(f"thing {key}" for key, was in ledger.ticked.items() if done.get(key) != was),
        *(f"note {key}" for key, words in ledger.notes.items() if notes.get(key) != words),
        *(f"entry {words}" for words in ledger.entries if logged[words] != 1),
    ]


def report(ledger: Ledger, wall: float, processor: float) -> float:
    """Print it all; gives the 95th percentile of every answer but the empty view’s and files’."""
    print(f"\n{'':<20}{'asked':>7}{'p50':>9}{'p95':>9}{'p99':>9}{'slowest':>9}   milliseconds")
    every = {
        kind: taken for kind, taken in ledger.seconds.items() if kind not in {"empty view", "file"}
    }
    together = [seconds for taken in every.values() for seconds in taken]
    for kind, taken in [*sorted(ledger.seconds.items()), ("all but empty, file", together)]:
        figures = [*(part(taken, each) for each in (0.5, 0.95, 0.99)), max(taken)]
        print(f"{kind:<20}{len(taken):>7}" + "".join(f"{1000 * each:9.1f}" for each in figures))
    asked = sum(map(len, ledger.seconds.values()))
    print(
        f"\n{asked / wall:.1f} requests a second for {wall:.0f} s; the server took {processor:.1f} s of "
        f"processor, {1000 * processor / asked:.1f} ms a request, {processor / wall:.0%} of one core."
    )
    if empty := ledger.seconds.get("empty view"):
        ratio = statistics.median(together) / statistics.median(empty)
        print(f"The median answer takes {ratio:.1f} times as long as an empty view.")
    return part(together, 0.95)


def part(taken: list[float], share: float) -> float:
    return sorted(taken)[min(int(share * len(taken)), len(taken) - 1)]


def measure(folder: Path, *, people: int, seconds: float, seed: int, processes: int) -> list[str]:
    """Everything over a limit, in words."""
    (folder / "measured_settings.py").write_text(SETTINGS)
    (folder / "measured_urls.py").write_text(ADDRESSES)
    sys.path.insert(0, str(folder))
    os.environ["PYTHONPATH"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "measured_settings"
    accounts, ledger = prepare(people, seed), Ledger()
    with serving(folder, processes) as (port, process):
        crowd = []
        for number, one in enumerate(accounts):
            browser = Browser(port, Ledger())
            browser.open("sign in", one.link)
            browser.ledger = ledger
            chance = random.Random(seed + number)  # noqa: S311  # what they click on next
            crowd.append(Person(one, browser, chance, ledger))
        print(f"{len(crowd)} people are signed in; they act for {seconds:.0f} s.", flush=True)
        before, start = processor_time(process), time.monotonic()
        threads = [
            threading.Thread(target=person.live, args=(start + seconds,)) for person in crowd
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        used, wall = processor_time(process) - before, time.monotonic() - start
    from turnpoint.apps.accounts import sight

    with sight.everyone("the benchmark looks for every write"):
        slowest, missing = report(ledger, wall, used), lost(ledger)
    print(
        f"{sum(ledger.errors.values())} errors; {ledger.writes} writes acknowledged, {len(missing)} lost."
    )
    over = [f"{count} × {what}" for what, count in ledger.errors.most_common()]
    over += [f"lost: {what}" for what in missing]
    if slowest >= LIMIT:
        over.append(f"the 95th percentile is {slowest * 1000:.0f} ms, over {LIMIT * 1000:.0f}")
    return over


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    options.add_argument("--people", type=int, default=PEOPLE)
    options.add_argument("--seconds", type=float, default=SECONDS)
    options.add_argument("--processes", type=int, default=1)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    from turnpoint.labour.facts import facts_folder

    os.environ["TURNPOINT_FACTS_DIR"] = str(facts_folder())
    with tempfile.TemporaryDirectory(prefix="turnpoint-load-") as place:
        folder = Path(place)
        os.environ |= {"TURNPOINT_DATA_DIR": str(folder), "TURNPOINT_MODE": "team"}
        os.environ.pop("DATABASE_URL", None)
        if given.database == "postgres":
            sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
            from tests.postgres import start_postgres

            os.environ["DATABASE_URL"] = start_postgres()
        asked = {"people": given.people, "seconds": given.seconds, "seed": given.seed}
        over = measure(folder, processes=given.processes, **asked)
    if over:
        sys.exit("Over the limits: " + "; ".join(over))
    print("Within the limits.")


if __name__ == "__main__":
    main()
