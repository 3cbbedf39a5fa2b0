"""The release while it is read: its tables, the occupations met, and what a person should know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from turnpoint.errors import BadFile
from turnpoint.labour.archive import Entry
from turnpoint.labour.progress import Progress
from turnpoint.labour.sheet import Sheet, open_sheet
from turnpoint.labour.sources.reading import ONET_CODE, Codes

CODE = ("O*NET-SOC Code", "onetsoc_code", "O*NET-SOC 2019 Code", "SOC Code")


@dataclass(slots=True)
class Release:
    """``tables`` by stem (``skills``); ``used`` names those that were read."""

    tables: Mapping[str, Entry]
    progress: Progress
    codes: Codes = field(default_factory=Codes)
    used: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    rows: int = 0
    newest: str = ""

    def sheet(self, stem: str) -> Sheet | None:
        """The table ``stem``, or ``None`` where the release lacks it."""
        if stem not in self.tables:
            return None
        entry = self.tables[stem]
        self.progress(len(self.used), len(self.tables), f"Reading {entry.name}")
        self.used.append(stem)
        opened = open_sheet(entry)
        self.notes.extend(opened.notes)
        return opened

    def by_occupation(
        self, sheet: Sheet, *columns: str | tuple[str, ...]
    ) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Line, number of the occupation and the cells under ``columns`` of each row."""
        known: dict[str, int] = {}
        for line, (code, *cells) in sheet.rows(CODE, *columns):
            number = known.get(code)
            if number is None:
                plain = code.strip()
                if not ONET_CODE.fullmatch(plain):
                    raise sheet.refuse(line, CODE[0], f"“{plain[:40]}” is no code like 11-3021.00")
                number = known[code] = self.codes.of(plain)
            self.rows += 1
            yield line, number, tuple(cells)
        if not known:
            raise BadFile(f"{sheet.name} has column names and no rows. Get it again.")
