"""Reading what a person hands over (a file, a folder, a zip) without trusting it.

Nothing is ever unpacked to disk: members are read as streams, and never further than the size the
archive declares for them, so that the limits below hold whatever the bytes say.
"""

from __future__ import annotations

import hashlib
import io
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from turnpoint.errors import BadFile

MAX_FILES = 5_000
MAX_TOTAL = 1_500_000_000
"""Bytes of everything together once unpacked; ten times a full O*NET release."""
MAX_RATIO = 200
RATIO_FROM = 1_000_000
"""Members smaller than this may be packed as tightly as they like."""
MAX_DEPTH = 3
"""Folders below the one given that are looked into, itself counted."""
CHUNK = 1 << 20

ENCRYPTED = 0x1
READ_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file to read: ``name`` is its last part, ``within`` where it lies, for messages."""

    name: str
    within: str
    size: int
    open: Callable[[], IO[bytes]]

    @property
    def stem(self) -> str:
        """The name without its ending, in small letters, with spaces for underscores."""
        return PurePosixPath(self.name).stem.replace("_", " ").strip().lower()

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.name).suffix.lower()

    def read(self) -> bytes:
        """The whole content; only for members whose size was checked."""
        try:
            with self.open() as file:
                return file.read(self.size + 1)
        except READ_ERRORS as error:
            raise damaged(self.within, error) from error


def damaged(where: str, error: Exception) -> BadFile:
    why = str(error) or type(error).__name__
    return BadFile(f"{where} is damaged or cut off ({why}). Get it again.", where=where)


def entries(path: Path) -> list[Entry]:
    """The files at ``path``: itself, those of a folder, or those of a zip, and of zips in a folder.

    Raises ``BadFile`` for what is absent, empty, encrypted, damaged, or too large.
    """
    if path.is_dir():
        found = [entry for file in _files(path) for entry in _of_file(file, file.name)]
    elif path.is_file():
        found = _of_file(path, path.name)
    else:
        raise BadFile(f"There is no file or folder {path}.", where=str(path))
    if not found:
        raise BadFile(f"{path.name} holds no files.", where=path.name)
    if sum(entry.size for entry in found) > MAX_TOTAL:
        raise BadFile(
            f"{path.name} holds more than {_size(MAX_TOTAL)} of tables, which no release does."
        )
    return found


def _files(folder: Path) -> list[Path]:
    found: list[Path] = []
    for here, folders, names in os.walk(folder):
        if len(Path(here).relative_to(folder).parts) >= MAX_DEPTH - 1:
            folders.clear()
        found.extend(path for name in names if (path := Path(here) / name).is_file())
        if len(found) > MAX_FILES:
            raise BadFile(
                f"The folder {folder} holds more than {MAX_FILES:,} files; name the one of the "
                "release."
            )
    return sorted(found)


def _of_file(path: Path, within: str) -> list[Entry]:
    size = path.stat().st_size
    if size == 0:
        raise BadFile(f"{within} is empty. Get it again.", where=within)
    if path.suffix.lower() == ".zip":
        return of_zip(path, within)
    return [Entry(path.name, within, size, lambda: path.open("rb"))]


def of_zip(source: Path | bytes, within: str) -> list[Entry]:
    """The files in a zip; those of archives inside it are not looked at."""
    try:
        with zipfile.ZipFile(_handle(source)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
    except READ_ERRORS as error:
        raise BadFile(
            f"{within} is not a zip that can be read ({error}). Get it again.", where=within
        ) from error
    check_members(members, within)

    def opener(member: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
        def open_member() -> IO[bytes]:
            # The member keeps the archive's file open for as long as it is read.
            return zipfile.ZipFile(_handle(source)).open(member)

        return open_member

    return [
        Entry(
            PurePosixPath(member.filename).name,
            f"{within} › {member.filename}",
            member.file_size,
            opener(member),
        )
        for member in members
    ]


def _handle(source: Path | bytes) -> str | io.BytesIO:
    return io.BytesIO(source) if isinstance(source, bytes) else str(source)


def check_members(members: Sequence[zipfile.ZipInfo], within: str, limit: int = MAX_TOTAL) -> None:
    """Refuse an archive that could do harm, before any byte of it is unpacked."""
    if len(members) > MAX_FILES:
        raise BadFile(
            f"{within} holds {len(members):,} files; no release has so many.", where=within
        )
    if sum(member.file_size for member in members) > limit:
        raise BadFile(
            f"{within} would unpack to more than {_size(limit)}; it was not opened.", where=within
        )
    for member in members:
        name = member.filename
        parts = PurePosixPath(name.replace("\\", "/")).parts
        if ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]:
            raise BadFile(
                f"{within} holds “{name}”, which points outside the archive; it was not opened.",
                where=within,
            )
        if stat.S_ISLNK(member.external_attr >> 16):
            raise BadFile(f"{within} holds a link, “{name}”; it was not opened.", where=within)
        if member.flag_bits & ENCRYPTED:
            raise BadFile(
                f"{within} is locked with a password. Unlock it and try again.", where=within
            )
        if member.file_size > max(RATIO_FROM, MAX_RATIO * max(1, member.compress_size)):
            raise BadFile(
                f"“{name}” in {within} would unpack to {_size(member.file_size)} from "
                f"{_size(member.compress_size)}; no table is packed so tightly, so it was not opened.",
                where=within,
            )


def digest(found: Iterable[Entry]) -> str:
    """SHA-256 over names and contents, so that the same release is known again in any order."""
    total = hashlib.sha256()
    for entry in sorted(found, key=lambda entry: (entry.name, entry.within)):
        total.update(f"{entry.name}\0{entry.size}\0".encode())
        try:
            with entry.open() as file:
                while part := file.read(CHUNK):
                    total.update(part)
        except READ_ERRORS as error:
            raise damaged(entry.within, error) from error
    return total.hexdigest()


def _size(count: int) -> str:
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= factor:
            return f"{count / factor:.1f} {unit}"
    return f"{count} bytes"
