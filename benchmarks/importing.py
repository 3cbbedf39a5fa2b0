"""How long adding each source takes, beside merely reading the same files into Python rows.

Processor time, so that other work on the machine does not count. Limit: the Excel edition of O*NET in
under 20 s. Reads the folder named in ``TURNPOINT_MIRROR``.
Run: ``python benchmarks/importing.py``.
"""

from __future__ import annotations

import csv
import io
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import python_calamine

from turnpoint.labour import archive, catalogue
from turnpoint.labour.facts import mirror_folder
from turnpoint.labour.install import install, newest_in
from turnpoint.labour.sources import oews

LIMIT_SECONDS = 20


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def merely_read(path: Path) -> None:
    """Every table of a release as rows, unchecked: python-calamine for Excel, csv for text."""
    for entry in archive.entries(path):
        content = io.BytesIO(entry.read())
        if entry.suffix == ".xlsx":
            book = python_calamine.CalamineWorkbook.from_filelike(content)
            book.get_sheet_by_index(0).to_python()
        elif entry.suffix in (".csv", ".txt"):
            text = io.TextIOWrapper(content, "utf-8", errors="replace")
            list(csv.reader(text, delimiter="\t" if entry.suffix == ".txt" else ","))


def main() -> None:
    csv.field_size_limit(10_000_000)
    with tempfile.TemporaryDirectory() as scratch:
        spent = seconds(lambda: oews.ensure(Path(scratch)))
        print(f"oews: converted in {spent:.1f} s")
    mirror = mirror_folder()
    if mirror is None:
        print("Name a folder with publishers’ files in TURNPOINT_MIRROR for the others.")
        return
    for source in catalogue.CATALOGUE:
        if source.recognise is None:
            continue
        release = newest_in(mirror, source)
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            spent = seconds(lambda: install(source.name, release, folder))  # noqa: B023 (run at once)
        reading = seconds(lambda: merely_read(release))  # noqa: B023 (run at once)
        share = f", {spent / LIMIT_SECONDS:.2f} of the limit" if source.name == "onet" else ""
        print(
            f"{source.name}: {release.name} added in {spent:.1f} s, "
            f"{spent / reading:.1f} times as long as merely reading it{share}"
        )


if __name__ == "__main__":
    main()
