"""Adding and removing sources of facts from the browser, by the same code as the command line.

The work runs in a thread of the server. A row of ``FactImport`` tells how far it is; the facts
themselves are written whole or not at all, so that an interrupted import leaves what was there.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, OperationalError, connection, connections, transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.queries import OWNER
from turnpoint.apps.occupations import queries
from turnpoint.apps.occupations.models import PROCESS, FactImport
from turnpoint.errors import BadInput, Conflict, NotFound, TurnpointError
from turnpoint.labour import catalogue, install
from turnpoint.labour.catalogue import Source, Status
from turnpoint.labour.progress import Progress

MOST_BYTES = 300_000_000
LONGEST_NAME = 150
"""Bytes of an uploaded name that are kept: its end, with the kind of file."""
SAY_EVERY = 0.4
"""Seconds between two notes of progress in the database."""
ASK_EVERY = 1.0
MOST_ASKED = 600
"""How many seconds apart, and how often, a database that does not answer is asked again."""

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class SourceHere:
    """A source as the page of facts shows it: what is loaded, and its latest import."""

    status: Status
    latest: FactImport | None
    can_undo: bool

    @property
    def source(self) -> Source:
        return self.status.source

    @property
    def ships(self) -> bool:
        """Whether the facts come with Turnpoint, so that there is nothing to fetch or to upload."""
        return self.source.read is None

    @property
    def one_click(self) -> bool:
        """Whether it can be added without a file: from the package, the mirror or its publisher."""
        return self.ships or self.source.direct or settings.MIRROR is not None

    @property
    def running(self) -> bool:
        return self.latest is not None and self.latest.state_now == FactImport.State.RUNNING


def may_change_facts(*, owner: User) -> bool:
    """Facts serve everybody here; the person whose workspace it is, or staff, looks after them."""
    return not settings.DEMO and (owner.username == OWNER or owner.is_staff)


def sources_here() -> tuple[SourceHere, ...]:
    latest = {each.source: each for each in FactImport.objects.order_by("started_at", "pk")}
    return tuple(
        SourceHere(each, latest.get(each.source.name), _aside(each.source.name).exists())
        for each in catalogue.status(settings.FACTS_DIR)
    )


def source_here(name: str) -> SourceHere:
    """Raises ``NotFound`` with the names there are."""
    wanted = catalogue.source_named(name)
    return next(each for each in sources_here() if each.source == wanted)


def keep_uploads(uploads: Sequence[UploadedFile[bytes]]) -> Path:
    """Put uploaded files where the import can read them after the request; it removes them then.

    One file stays a file; several, such as ESCO's two, become a folder.
    """
    if sum(upload.size or 0 for upload in uploads) > MOST_BYTES:
        raise BadInput("A release of facts has at most 300 MB; this is more.", where="file")
    scratch = Path(tempfile.mkdtemp(prefix="turnpoint-upload-"))
    folder = scratch if len(uploads) == 1 else scratch / "release"
    folder.mkdir(exist_ok=True)
    for upload in uploads:
        path = folder / _kept_name(upload.name)
        with path.open("wb") as kept:
            for part in upload.chunks():
                kept.write(part)
    return path if len(uploads) == 1 else folder


def _kept_name(given: str | None) -> str:
    """The last part of an uploaded name, no longer than any file system takes."""
    name = PurePosixPath((given or "").replace("\\", "/")).name
    return name.encode()[-LONGEST_NAME:].decode(errors="ignore") or "upload"


def begin(*, owner: User, source: str, location: Path | None = None) -> FactImport:
    """Start adding a source; the returned row tells how it goes.

    ``location`` is a kept upload; ``None`` takes the newest release from the mirror folder or its
    publisher. Raises ``BadInput`` for who may not, ``Conflict`` where it is being added already.
    """
    _check_may(owner)
    known = catalogue.source_named(source)
    stale = FactImport.objects.filter(state=FactImport.State.RUNNING).exclude(process=PROCESS)
    stale.update(state=FactImport.State.INTERRUPTED, finished_at=timezone.now())
    try:
        with transaction.atomic():
            row = FactImport.objects.create(source=known.name, message="Starting")
    except IntegrityError as error:
        raise Conflict(f"{known.title} is being added already.") from error
    thread = threading.Thread(target=_run_and_close, args=(row.pk, location), name="fact-import")
    transaction.on_commit(thread.start)
    return row


def _run_and_close(row_id: int, location: Path | None) -> None:
    try:
        run(row_id, location)
    finally:
        connections.close_all()
    queries.load_everything()


def run(row_id: int, location: Path | None) -> None:
    """Do the work of one ``FactImport`` and write down how it ended."""
    row = _once_it_answers(lambda: FactImport.objects.get(pk=row_id))
    state, message = FactImport.State.FAILED, "Something went wrong; the terminal shows what."
    try:
        done = install.install(
            row.source,
            location,
            settings.FACTS_DIR,
            mirror=settings.MIRROR,
            progress=_teller(row_id),
        )
        verb = "Added" if done.changed else "Already there:"
        state, message = FactImport.State.DONE, f"{verb} {done.manifest.vintage}."
        _aside(row.source).unlink(missing_ok=True)
    except TurnpointError as error:
        message = str(error)
    finally:
        ended = {"state": state, "message": message, "finished_at": timezone.now()}
        _once_it_answers(lambda: FactImport.objects.filter(pk=row_id).update(**ended))
        if location is not None:
            shutil.rmtree(location.parent, ignore_errors=True)


def _teller(row_id: int) -> Progress:
    said = 0.0

    def tell(done: int, total: int, what: str) -> None:
        nonlocal said
        if time.monotonic() - said >= SAY_EVERY:
            said = time.monotonic()
            try:
                FactImport.objects.filter(pk=row_id).update(done=done, total=total, message=what)
            except OperationalError:  # a note of progress is not worth the facts
                connection.close()

    return tell


def _once_it_answers(ask: Callable[[], Answer]) -> Answer:
    """Ask the database, and again for some minutes where it does not answer or has no room left.

    An import of which nobody wrote down the end would seem to run until the server starts again.
    """
    for _ in range(MOST_ASKED):
        try:
            return ask()
        except OperationalError:
            connection.close()
            time.sleep(ASK_EVERY)
    return ask()


def remove(*, owner: User, source: str) -> Source:
    """Remove a source's facts; they are kept aside until others take their place."""
    _check_may(owner)
    known = catalogue.source_named(source)
    present = settings.FACTS_DIR / f"{known.name}.npz"
    if not present.exists():
        raise NotFound(f"There are no facts of {known.title} to remove.")
    _aside(known.name).parent.mkdir(exist_ok=True)
    present.replace(_aside(known.name))
    return known


def put_back(*, owner: User, source: str) -> Source:
    """Undo a removal. Raises ``NotFound`` where nothing was kept aside."""
    _check_may(owner)
    known = catalogue.source_named(source)
    if not _aside(known.name).exists():
        raise NotFound(f"There is nothing of {known.title} to put back. Add it again.")
    _aside(known.name).replace(settings.FACTS_DIR / f"{known.name}.npz")
    return known


def _aside(name: str) -> Path:
    folder: Path = settings.FACTS_DIR
    return folder / "removed" / f"{name}.npz"


def _check_may(owner: User) -> None:
    if not may_change_facts(owner=owner):
        raise BadInput("Only the person whose workspace this is may add or remove facts.")
