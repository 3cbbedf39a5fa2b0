"""Every file that a page takes, changed at random: a page that says so, nothing half-written, soon.

The archive has its own (``tests/apps/archive/test_fuzzed_archives.py``).
"""

from __future__ import annotations

import datetime as dt
import json
import resource
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from tests.apps.archive.test_round_trip import taken as taken_out
from tests.apps.profiles.conftest import RESUME, TABLES
from tests.labour.releases import ESCO_TABLES, ONET_TABLES, PROJECTIONS, workbook
from tests.mutated import mutated, mutated_zip, zipped

from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive.contents import of_ours
from turnpoint.apps.profiles.models import PendingImport
from turnpoint.apps.profiles.services import add_role
from turnpoint.errors import TurnpointError, readable
from turnpoint.interfaces.samples import decisions
from turnpoint.labour.install import install

SECONDS = 3.0
"""That one file may take, on a slow machine."""
KIBIBYTES = 300_000
"""That one may add to the memory of the process."""
LONGEST_PAGE = 2_000_000
TIMES_SENT, TIMES_ADDED = 8, 40

Seeds = Mapping[str, tuple[str, Callable[[Random], bytes]]]


def encoded(tables: Mapping[str, str | bytes]) -> dict[str, bytes]:
    return {
        name: text if isinstance(text, bytes) else text.encode() for name, text in tables.items()
    }


def calendar() -> bytes:
    day = timezone.localdate() - dt.timedelta(days=9)
    return "\r\n".join(
        (
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:ada@example.org",
            "BEGIN:VTIMEZONE\r\nTZID:Ours\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000",
            "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100",
            "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE",
            f"BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Standup\r\nDTSTART;TZID=Ours:{day:%Y%m%d}T090000",
            f"DTEND;TZID=Ours:{day:%Y%m%d}T093000\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU;COUNT=40",
            f"EXDATE;TZID=Ours:{day:%Y%m%d}T090000\r\nEND:VEVENT",
            f"BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Away\r\nDTSTART;VALUE=DATE:{day:%Y%m%d}",
            "DURATION:P1D\r\nTRANSP:TRANSPARENT\r\nSTATUS:CONFIRMED",
            "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.org\r\nEND:VEVENT",
            f"BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID;TZID=Europe/Paris:{day:%Y%m%d}T090000",
            f"DTSTART:{day:%Y%m%d}T110000Z\r\nDURATION:PT1H\r\nEND:VEVENT",
            f"BEGIN:VEVENT\r\nUID:3\r\nDTSTART:{day:%Y%m%d}T150000",
            f"RDATE;VALUE=PERIOD:{day:%Y%m%d}T150000Z/PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        )
    ).encode()


UPLOADS: Seeds = {
    "resume.json": ("/profile/import/", lambda rng: mutated(json.dumps(RESUME).encode(), rng)),
    "linkedin.zip": ("/profile/import/", lambda rng: mutated_zip(encoded(TABLES), rng)),
    "resume.docx": (
        "/profile/import/",
        lambda rng: mutated_zip({"word/document.xml": b"<w:p>Welder</w:p>"}, rng),
    ),
    "work.ics": ("/role/calendar/", lambda rng: mutated(calendar(), rng)),
    "decision.toml": (
        "/transition/bring-in/",
        lambda rng: mutated(decisions.text(rng.choice(decisions.NAMES)).encode(), rng),
    ),
}
FACTS: Seeds = {
    "Skills.txt": ("onet", lambda rng: mutated(ONET_TABLES["Skills.txt"].encode(), rng)),
    "db_30_1_text.zip": ("onet", lambda rng: mutated_zip(encoded(ONET_TABLES), rng)),
    "Skills.xlsx": ("onet", lambda rng: mutated(workbook(ONET_TABLES["Skills.txt"]), rng)),
    "esco.zip": ("esco", lambda rng: mutated_zip(encoded(ESCO_TABLES), rng)),
    "Employment Projections.csv": ("bls-ep", lambda rng: mutated(PROJECTIONS.encode(), rng)),
}


@pytest.fixture
def browser(ada: User, ada_browser: Client) -> Client:
    add_role(owner=ada, title="Help desk")
    ada_browser.raise_request_exception = False
    ada_browser.get("/transition/")  # so that what is read once is read
    return ada_browser


def rows() -> dict[str, int]:
    """How many there are in each table, but of files that are kept for a look."""
    return {
        model._meta.label: model._base_manager.count()
        for model in of_ours()
        if model is not PendingImport
    }


class Bounds:
    """Time and memory that one file may cost."""

    def __enter__(self) -> None:
        self.began, self.used = time.process_time(), self._peak()

    def __exit__(self, *_: object) -> None:
        took, more = time.process_time() - self.began, self._peak() - self.used
        assert took < SECONDS, f"took {took:.1f} s"
        assert more < KIBIBYTES, f"took {more:,} KiB more"

    def _peak(self) -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def try_upload(browser: Client, name: str, seed: int) -> None:
    """Send one, look at what came of it, and take it over."""
    address, make = UPLOADS[name]
    content = make(Random(seed))  # noqa: S311  # a file, no secret
    before = rows()
    file = SimpleUploadedFile(name, content)
    with Bounds():
        answer = browser.post(address, {"file": file, "weeks": "4"})
        taken = answer.status_code == 302
        if taken:
            page = browser.get(answer["Location"])
            assert page.status_code == 200, (name, seed)
            assert len(page.content) < LONGEST_PAGE, (name, seed)
            if name != "decision.toml":  # it was kept for a look; then all of it is taken over
                keep = [each.key for each in page.context["preview"].proposals]
                said = browser.post(answer["Location"], {"keep": keep})
                assert said.status_code in {302, 409}, (name, seed)
            assert taken_out(User.objects.get(username="ada")).rows, (name, seed)
    assert answer.status_code in {200, 302, 400, 409, 422}, (name, seed, answer.status_code)
    if not taken:
        assert rows() == before, (name, seed)
    connection.check_constraints()


@pytest.mark.django_db
@pytest.mark.parametrize("name", UPLOADS)
def test_an_upload_is_taken_or_refused_in_a_sentence_and_changes_nothing(
    name: str, browser: Client
) -> None:
    for seed in range(TIMES_SENT):
        with transaction.atomic():
            try_upload(browser, name, seed)
            transaction.set_rollback(True)


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("facts")


def try_facts(folder: Path, name: str, seed: int) -> None:
    """Add them, or have a sentence that can be read."""
    source, make = FACTS[name]
    path = folder / name
    path.write_bytes(make(Random(seed)))  # noqa: S311  # a file, no secret
    target = folder / "facts"
    before = dict(contents(target))
    try:
        with Bounds():
            install(source, path, target)
    except TurnpointError as error:
        assert dict(contents(target)) == before, (name, seed)
        said = str(error)
        assert said.endswith((".", "”", "FOLDER")), (name, seed, said)
        assert len(said) < 600, (name, seed, said)
        assert said == readable(said), (name, seed, said)


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    folder.mkdir(exist_ok=True)
    yield from ((path.name, path.read_bytes()) for path in sorted(folder.iterdir()))


@pytest.mark.parametrize("name", FACTS)
def test_facts_are_added_or_refused_in_a_sentence_and_stay_as_they_were(
    name: str, facts: Path
) -> None:
    for seed in range(TIMES_ADDED):
        try_facts(facts, name, seed)


def test_files_that_were_not_changed_are_taken(browser: Client, facts: Path) -> None:
    """Else the tests above would try nothing but the first line."""
    whole = {
        "resume.json": json.dumps(RESUME).encode(),
        "linkedin.zip": zipped(encoded(TABLES)),
        "work.ics": calendar(),
        "decision.toml": decisions.text(decisions.NAMES[0]).encode(),
    }
    for name, content in whole.items():
        sent = {"file": SimpleUploadedFile(name, content), "weeks": "4"}
        answer = browser.post(UPLOADS[name][0], sent)
        assert answer.status_code == (200 if name == "work.ics" else 302), name
    (facts / "db.zip").write_bytes(zipped(encoded(ONET_TABLES)))
    assert install("onet", facts / "db.zip", facts / "facts").manifest.rows
