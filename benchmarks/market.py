"""How fast and how lean the labour market loads, beside the csv module and SQLite on the same cells.

Limits: under 300 ms and under 200 MB with every source that is in the facts folder.
Run: ``python benchmarks/market.py [FACTS_FOLDER]``.
"""

from __future__ import annotations

import csv
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from turnpoint.labour.facts import facts_folder
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.sources import oews

LIMIT_SECONDS, LIMIT_MEGABYTES = 0.3, 200


def median_seconds(work: Callable[[], object], times: int = 5) -> float:
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return sorted(spent)[times // 2]


def peers(folder: Path, scratch: Path) -> dict[str, Callable[[], object]]:
    """Reading the same wage cells with the csv module, and from SQLite, into Python rows."""
    wages = LabourMarket.load(folder).wages
    assert wages is not None
    rows = [
        (int(key), float(employment), float(mean), *map(float, percentiles))
        for key, employment, mean, percentiles in zip(
            wages.key, wages.employment, wages.mean, wages.percentiles, strict=True
        )
    ]
    with (scratch / "cells.csv").open("w", newline="") as file:
        csv.writer(file).writerows(rows)
    with sqlite3.connect(scratch / "cells.sqlite") as database:
        database.execute("CREATE TABLE cell (k INTEGER PRIMARY KEY, e, m, a, b, c, d, f)")
        database.executemany("INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def read_csv() -> object:
        with (scratch / "cells.csv").open(newline="") as file:
            return [list(map(float, row)) for row in csv.reader(file)]

    def read_sqlite() -> object:
        return sqlite3.connect(scratch / "cells.sqlite").execute("SELECT * FROM cell").fetchall()

    return {"the csv module (wages alone)": read_csv, "SQLite (wages alone)": read_sqlite}


def peak_megabytes(folder: Path) -> float:
    """Peak memory of a process of its own that loads the market once."""
    command = [sys.executable, __file__, "--peak", str(folder)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--peak"]:
        LabourMarket.load(Path(arguments[1]))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    folder = Path(arguments[0]) if arguments else facts_folder()
    oews.ensure(folder)
    market = LabourMarket.load(folder)
    print(f"sources: {', '.join(market.manifests)}; occupations: {len(market.occupations)}")
    ours = median_seconds(lambda: LabourMarket.load(folder))
    print(f"market loaded in {ours * 1000:.0f} ms: {ours / LIMIT_SECONDS:.2f} of the limit")
    peak = peak_megabytes(folder)
    print(f"peak memory {peak:.0f} MB: {peak / LIMIT_MEGABYTES:.2f} of the limit")
    with tempfile.TemporaryDirectory() as scratch:
        for name, work in peers(folder, Path(scratch)).items():
            print(f"{name} takes {median_seconds(work, 3) / ours:.1f} times as long")


if __name__ == "__main__":
    main(sys.argv[1:])
