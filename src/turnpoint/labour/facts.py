"""One source's facts in one file: named arrays and a manifest, written whole or not at all.

The file is an uncompressed NumPy ``.npz`` (no pickles). Texts are stored as one UTF-8 buffer with
offsets, since NumPy's own text arrays take as much room for every row as the longest one needs.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs
from numpy.typing import NDArray

from turnpoint.errors import BadFile

FORMAT = 1
"""Version of this layout. A file of another one is treated as absent and must be added again."""

ABANDONED_AFTER = 3600
"""Seconds after which a half-written file belongs to nobody."""

SOURCES = ("oews", "onet", "bls-ep", "esco")
"""The sources that facts come from, each in one file of this name."""


def data_folder() -> Path:
    """Where Turnpoint keeps what is its own: ``TURNPOINT_DATA_DIR``, else the platform's folder."""
    given = os.environ.get("TURNPOINT_DATA_DIR", "").strip()
    if given:
        return Path(given).expanduser()
    return platformdirs.user_data_path("turnpoint", appauthor=False)


def facts_folder() -> Path:
    """The folder with one fact file per source: ``TURNPOINT_FACTS_DIR``, else in the data folder."""
    given = os.environ.get("TURNPOINT_FACTS_DIR", "").strip()
    return Path(given).expanduser() if given else data_folder() / "facts"


def mirror_folder() -> Path | None:
    """The folder with publishers’ files to read instead of the network: ``TURNPOINT_MIRROR``."""
    given = os.environ.get("TURNPOINT_MIRROR", "").strip()
    return Path(given).expanduser() if given else None


@dataclass(frozen=True, slots=True)
class Manifest:
    """Where facts come from.

    ``tables`` were read, ``missing`` the release lacks; ``notes`` say what was left out, and why.
    """

    source: str
    title: str
    vintage: str
    licence: str
    attribution: str
    sha256: str
    added: str
    enables: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    rows: int = 0
    format: int = field(default=FORMAT)


@dataclass(frozen=True, slots=True)
class FactFile:
    """The arrays and the manifest of one source, as read back."""

    manifest: Manifest
    arrays: Mapping[str, NDArray[Any]]

    def texts(self, name: str) -> tuple[str, ...]:
        """The text column ``name``; empty where the source did not have it."""
        if f"{name}.utf8" not in self.arrays:
            return ()
        return unpack_texts(self.arrays[f"{name}.utf8"], self.arrays[f"{name}.ends"])

    def array(self, name: str, default: NDArray[Any]) -> NDArray[Any]:
        """The array ``name``, or ``default`` where the source did not have it."""
        return self.arrays.get(name, default)


def pack_texts(name: str, texts: Iterable[str]) -> dict[str, NDArray[Any]]:
    """Text column ``name`` as a byte buffer and the end offset of each text."""
    encoded = [text.encode("utf-8") for text in texts]
    ends = np.cumsum([len(part) for part in encoded], dtype=np.int64)
    return {f"{name}.utf8": np.frombuffer(b"".join(encoded), dtype=np.uint8), f"{name}.ends": ends}


def unpack_texts(buffer: NDArray[np.uint8], ends: NDArray[np.int64]) -> tuple[str, ...]:
    text = buffer.tobytes().decode("utf-8")
    if len(text) != len(buffer):
        # Places of letters, from those of bytes: all bytes but continuation bytes begin a letter.
        letters = np.concatenate([[0], np.cumsum((buffer & 0xC0) != 0x80)])
        ends = letters[ends]
    stops: Sequence[int] = ends.tolist()
    starts = [0, *stops][: len(stops)]
    return tuple([text[start:stop] for start, stop in zip(starts, stops, strict=True)])


def write_facts(path: Path, arrays: Mapping[str, NDArray[Any]], manifest: Manifest) -> None:
    """Write a fact file so that ``path`` is at every moment either the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    stored = dict(arrays) | pack_texts("manifest", [json.dumps(asdict(manifest))])
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            np.savez(file, **stored)  # type: ignore[arg-type]  # savez types its flag, not its arrays
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _sweep(path: Path) -> None:
    """Remove what an import that was killed left behind."""
    for left in path.parent.glob(f".{path.stem}-*.part"):
        if time.time() - left.stat().st_mtime > ABANDONED_AFTER:
            left.unlink(missing_ok=True)


def read_facts(path: Path) -> FactFile | None:
    """Read a fact file; ``None`` where there is none of this format.

    Raises ``BadFile`` for a file that is there and cannot be read.
    """
    return _read(path, lambda name: True)


def read_manifest(path: Path) -> Manifest | None:
    """The manifest of a fact file alone, which is quick. Otherwise as ``read_facts``."""
    found = _read(path, lambda name: name.startswith("manifest."))
    return None if found is None else found.manifest


def _read(path: Path, wanted: Callable[[str], bool]) -> FactFile | None:
    if not path.exists():
        return None
    try:
        with np.load(path, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files if wanted(name)}
        (text,) = unpack_texts(arrays.pop("manifest.utf8"), arrays.pop("manifest.ends"))
        given = json.loads(text)
        if given["format"] != FORMAT:
            return None
        for name in ("enables", "tables", "missing", "notes"):
            given[name] = tuple(given.get(name, ()))
        manifest = Manifest(**given)
    except (OSError, EOFError, ValueError, TypeError, KeyError, zipfile.BadZipFile) as error:
        message = (
            f"The facts in {path} cannot be read ({error}). "
            f"Add them again with “turnpoint data add {path.stem}”."
        )
        raise BadFile(message, where=str(path)) from error
    for array in arrays.values():
        array.flags.writeable = False
    return FactFile(manifest, arrays)
