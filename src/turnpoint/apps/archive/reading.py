"""Opening an archive that anybody may have made: bounded, checked, and nothing is believed.

A zip can be small and unpack to more than any disk holds; a table can name what is not there. So
sizes are bounded before anything is unpacked, only names that this version writes are read, and
every digest is compared.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO, Any

from turnpoint.apps.archive.contents import PERSON_FIELDS, tables
from turnpoint.apps.archive.writing import FORMAT
from turnpoint.errors import BadFile

LARGEST = 64 * 1024 * 1024
LARGEST_UNPACKED = 256 * 1024 * 1024
MOST_ROWS = 500_000
UPGRADES: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""By format: what makes the tables of an older archive those of the next format."""

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    ValueError,  # a name that is no text, a place before the beginning
    OverflowError,
    RuntimeError,  # it wants a password, or a compression that is not here
    OSError,
)
"""What unpacking a zip can end in that somebody damaged or forged."""

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Archive:
    """``tables[label]`` are its rows, as JSON says them; ``made_by`` is the version that wrote it."""

    made_at: str
    made_by: str
    person: Mapping[str, str]
    tables: Mapping[str, Rows]

    @property
    def rows(self) -> int:
        return sum(len(rows) for rows in self.tables.values())


def read(file: IO[bytes]) -> Archive:
    """Read an archive. Raises ``BadFile`` where it is none, is damaged, or comes from the future."""
    try:
        with zipfile.ZipFile(file) as archive:
            return _read(archive)
    except BROKEN as error:
        raise _bad("it cannot be unpacked. Was it saved whole?") from error


def _read(archive: zipfile.ZipFile) -> Archive:
    if sum(member.file_size for member in archive.infolist()) > LARGEST_UNPACKED:
        raise _bad(f"it would unpack to more than {LARGEST_UNPACKED // 1024**2} MB.")
    manifest = _json(_member(archive, "manifest.json"), "manifest.json")
    form, listed = manifest.get("format"), manifest.get("tables")
    if not isinstance(form, int) or isinstance(form, bool) or not isinstance(listed, dict):
        raise _bad("its manifest does not say which format it has.")
    if form > FORMAT or form < 1:
        raise _bad(
            f"it has format {form}, and this version reads up to {FORMAT}. Install a newer "
            "Turnpoint, and restore it there."
        )
    found = {label: _table(archive, label, said) for label, said in listed.items()}
    if sum(len(rows) for rows in found.values()) > MOST_ROWS:
        raise _bad(f"it has more than {MOST_ROWS:,} rows, which nobody writes.")
    for older in range(form, FORMAT):
        found = UPGRADES[older](found)
    known = {table.label for table in tables()}
    if unknown := sorted(set(found) - known):
        raise _bad(f"it has a table “{unknown[0]}” that this version does not know.")
    person = _json(_member(archive, "person.json"), "person.json")
    said = {name: value for name, value in person.items() if name in PERSON_FIELDS}
    if not all(_is_short(text, PERSON_FIELDS[name]) for name, text in said.items()):
        raise _bad("person.json holds something else than short texts.")
    made = str(manifest.get("made_at", ""))[:40], str(manifest.get("turnpoint", ""))[:40]
    return Archive(*made, said, found)


def _is_short(text: Any, most: int) -> bool:
    return isinstance(text, str) and len(text) <= most and "\0" not in text


def _table(archive: zipfile.ZipFile, label: str, said: Any) -> Rows:
    name = f"tables/{label}.json"
    content = _member(archive, name)
    if not isinstance(said, dict) or hashlib.sha256(content).hexdigest() != said.get("sha256"):
        raise _bad(f"{name} is not what the manifest says it was. The file is damaged or changed.")
    rows = _parsed(content, name)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _bad(f"{name} is no list of rows.")
    return rows


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        member = archive.getinfo(name)
    except KeyError:
        raise _bad(f"{name} is missing in it.") from None
    # A forged size is found out: zipfile stops at it, and the checksum no longer fits.
    with archive.open(member) as unpacked:
        return unpacked.read(LARGEST_UNPACKED)


def _json(content: bytes, name: str) -> dict[str, Any]:
    found = _parsed(content, name)
    if not isinstance(found, dict):
        raise _bad(f"{name} is not what it should be.")
    return found


def _parsed(content: bytes, name: str) -> Any:
    def refuse(constant: str) -> Any:
        raise ValueError(constant)

    try:
        found = json.loads(content, parse_constant=refuse)
        json.dumps(found, ensure_ascii=False).encode()  # half a character cannot be stored
        return found
    except (ValueError, RecursionError) as error:
        raise _bad(f"{name} in it is not JSON that can be read.") from error


def _bad(why: str) -> BadFile:
    return BadFile(f"This is no archive that can be restored: {why} Nothing was changed.")
