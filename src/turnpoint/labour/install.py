"""Adding a publisher's release to the facts, whole or not at all, and removing it again."""

from __future__ import annotations

import datetime
import tempfile
from dataclasses import dataclass
from pathlib import Path

from turnpoint.errors import BadFile, BadInput, NotFound, TurnpointError
from turnpoint.labour import archive
from turnpoint.labour.catalogue import Source, source_named
from turnpoint.labour.facts import Manifest, read_manifest, write_facts
from turnpoint.labour.progress import Progress, silent
from turnpoint.labour.publisher import fetch, newest_address
from turnpoint.labour.sources import oews
from turnpoint.labour.sources.reading import Reading


@dataclass(frozen=True, slots=True)
class Installed:
    """What is there now; ``changed`` is false where the same release was there already."""

    manifest: Manifest
    changed: bool


def install(
    name: str,
    location: str | Path | None,
    folder: Path,
    *,
    mirror: Path | None = None,
    progress: Progress = silent,
) -> Installed:
    """Add source ``name`` to the facts in ``folder``.

    ``location`` is a file, a folder, a zip or an https address; ``None`` takes the newest release,
    from ``mirror`` where there is one, else from the publisher. Raises a ``TurnpointError`` that
    says what is wrong; the facts that were there then stay as they were.
    """
    source = source_named(name)
    if source.read is None:
        return _shipped(name, location, folder, progress)
    with tempfile.TemporaryDirectory(prefix="turnpoint-") as scratch:
        path = _locate(source, location, mirror, Path(scratch), progress)
        return _install(source, path, folder, progress)


def remove(name: str, folder: Path) -> Manifest | None:
    """Remove a source's facts; its manifest, or ``None`` where the file could not be read.

    Raises ``NotFound`` where there are none.
    """
    path = folder / f"{source_named(name).name}.npz"
    if not path.exists():
        raise NotFound(f"There are no facts of {name} to remove.")
    try:
        manifest = read_manifest(path)
    except BadFile:
        manifest = None
    path.unlink()
    return manifest


def newest_in(mirror: Path, source: Source) -> Path:
    """The best release of ``source`` in a mirror folder: complete before newer, newer before older.

    Raises ``NotFound`` where the mirror has none.
    """
    found = []
    children = sorted(mirror.iterdir()) if mirror.is_dir() else []
    for path in (mirror, *children):
        try:
            entries = archive.entries(path) if path != mirror else _files_in(mirror)
            rank = source.recognise(entries) if source.recognise else None
        except TurnpointError:
            continue
        if rank is not None:
            found.append((rank, path))
    if not found:
        raise NotFound(f"The mirror {mirror} has no release of {source.title}.")
    return max(found)[1]


def _files_in(folder: Path) -> list[archive.Entry]:
    """The tables lying in ``folder`` itself, without those of its folders and zips."""
    files = [path for path in sorted(folder.iterdir()) if path.is_file()]
    return [each for path in files if path.suffix != ".zip" for each in archive.entries(path)]


def _shipped(name: str, location: str | Path | None, folder: Path, progress: Progress) -> Installed:
    if location is not None:
        raise BadInput(f"{name} comes with Turnpoint; add it without a path.")
    path = folder / f"{name}.npz"
    before = path.stat().st_mtime_ns if path.exists() else None
    oews.ensure(folder, progress)
    manifest = read_manifest(path)
    if manifest is None:
        raise BadFile(f"{path} was written and cannot be read.")
    return Installed(manifest, path.stat().st_mtime_ns != before)


def _locate(
    source: Source,
    location: str | Path | None,
    mirror: Path | None,
    scratch: Path,
    progress: Progress,
) -> Path:
    if location is None and mirror is not None:
        return newest_in(mirror, source)
    address = newest_address(source.name) if location is None else str(location)
    if "://" in address:
        return fetch(address, scratch, progress)
    return Path(address).expanduser()


def _install(source: Source, path: Path, folder: Path, progress: Progress) -> Installed:
    entries = archive.entries(path)
    sha256 = archive.digest(entries)
    target = folder / f"{source.name}.npz"
    present = _present(target)
    if present is not None and present.sha256 == sha256:
        return Installed(present, changed=False)
    if source.read is None:
        raise BadInput(f"{source.name} comes with Turnpoint.")
    reading = source.read(entries, progress)
    manifest = _manifest(source, reading, sha256)
    try:
        write_facts(target, reading.arrays, manifest)
    except OSError as error:
        raise TurnpointError(
            f"The facts could not be written to {folder} ({error.strerror or error}). "
            "What was there is still there."
        ) from error
    return Installed(manifest, changed=True)


def _present(path: Path) -> Manifest | None:
    try:
        return read_manifest(path)
    except BadFile:
        return None


def _manifest(source: Source, reading: Reading, sha256: str) -> Manifest:
    return Manifest(
        source=source.name,
        title=source.title,
        vintage=reading.vintage,
        licence=source.licence,
        attribution=source.attribution.format(vintage=reading.vintage.partition(",")[0]),
        sha256=sha256,
        added=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        enables=source.enables,
        tables=reading.tables,
        missing=reading.missing,
        notes=reading.notes,
        rows=reading.rows,
    )
