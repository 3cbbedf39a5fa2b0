"""A publisher's table: rows under named columns, from delimited text or an Excel workbook.

Text is streamed; no line may be longer than ``MAX_LINE``. Columns are found whatever the case,
spacing and punctuation of their names, since releases differ in these.
"""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from math import isfinite, nan
from operator import itemgetter
from typing import IO, Any

from turnpoint.errors import BadFile
from turnpoint.labour.archive import READ_ERRORS, Entry, check_members, damaged

MAX_LINE = 1_000_000
MAX_ROWS = 1_000_000
PREAMBLE = 40
MAX_WORKBOOK = 500_000_000
CHUNK = 1 << 20
ABSENT = frozenset(("", "n/a", "N/A", "NA", "*", "**", "-", "—"))
TEXT_SUFFIXES = frozenset((".csv", ".tsv", ".txt"))
EXCEL_SUFFIXES = frozenset((".xlsx", ".xls", ".xlsb", ".ods"))

# Excel builds the whole rectangle up to the last cell, so a single far cell would fill the memory.
FAR_CELL = re.compile(rb"""r=["'](?:[A-Z]{2}|[A-Z]\d{7}|[A-Z][6-9]\d{5})""")

Row = tuple[int, tuple[str, ...]]


@dataclass(slots=True)
class Sheet:
    """A table whose header is read and whose rows are still to come.

    ``lines`` yields the number of a row and its cells; it can be used once. ``notes`` collects what
    a person should know about how it was read.
    """

    name: str
    header: tuple[str, ...]
    lines: Iterator[tuple[int, list[Any]]]
    notes: list[str] = field(default_factory=list)
    typed: bool = False

    def has(self, *names: str) -> bool:
        return self._place(names) is not None

    def skip_preamble(self, *names: str) -> None:
        """Make the first row with one of the columns ``names`` the header, within ``PREAMBLE``."""
        first = self.header
        for _ in range(PREAMBLE):
            if self.has(*names) or (following := next(self.lines, None)) is None:
                return
            self.header = tuple(_cell(cell).strip() for cell in following[1])
        self.header = first

    def _place(self, names: Iterable[str]) -> int | None:
        plain = [_plain(column) for column in self.header]
        for name in names:
            if (count := plain.count(_plain(name))) > 1:
                message = f"{self.name} has the column “{name}” {count} times; which one counts is unclear."
                raise BadFile(message, where=self.name)
            if count:
                return plain.index(_plain(name))
        return None

    def rows(self, *columns: str | tuple[str, ...]) -> Iterator[Row]:
        """Number and cells of each row, under ``columns``, each a name or a tuple of its names.

        A name that starts with “?” may be missing, and is then empty. Raises ``BadFile`` naming
        file and column, or file and line.
        """
        places = [self._wanted((names,) if isinstance(names, str) else names) for names in columns]
        width = max((place for place in places if place >= 0), default=0) + 1
        # The extra empty cell at the end stands for columns that are missing.
        pick: Callable[[list[Any]], tuple[Any, ...]] = itemgetter(*places, -1)
        for count, (number, cells) in enumerate(self.lines):
            if count >= MAX_ROWS:
                message = f"{self.name} has more than {MAX_ROWS:,} rows; no table of a release has."
                raise BadFile(message, where=self.name)
            if len(cells) < width:
                raise BadFile(
                    f"{self.name}, line {number}: {len(cells)} columns instead of "
                    f"{len(self.header)}. The file may be cut off; get it again.",
                    where=f"{self.name}:{number}",
                )
            cells.append("")
            picked = pick(cells)[:-1]
            yield number, tuple(map(_cell, picked)) if self.typed else picked

    def _wanted(self, names: tuple[str, ...]) -> int:
        optional = names[0].startswith("?")
        place = self._place(name.removeprefix("?") for name in names)
        if place is None and not optional:
            raise BadFile(
                f"{self.name} lacks the column “{names[0]}”; it has {', '.join(self.header[:12])}.",
                where=self.name,
            )
        return -1 if place is None else place

    def number(self, text: str, line: int, column: str, low: float, high: float) -> float:
        """``text`` as a number from ``low`` to ``high``, NaN where the publisher gives none."""
        if text in ABSENT:
            return nan
        try:
            value = nan if "_" in text else float(text)
        except ValueError:
            value = nan
        if not isfinite(value):
            raise self.refuse(line, column, f"“{text[:40]}” is not a number")
        if not low <= value <= high:
            raise self.refuse(line, column, f"{text[:40]} is not between {low:g} and {high:g}")
        return value

    def refuse(self, line: int, column: str, why: str) -> BadFile:
        """The failure to raise for one cell."""
        message = f"{self.name}, line {line}, column “{column}”: {why}. Nothing was changed."
        return BadFile(message, where=f"{self.name}:{line}")


def open_sheet(entry: Entry, tab: str = "", header_row: int = 0) -> Sheet:
    """Open a table; ``tab`` and ``header_row`` say where in a workbook it is."""
    typed = entry.suffix in EXCEL_SUFFIXES
    if typed:
        lines = _workbook(entry, tab)
        for _ in range(header_row):
            next(lines, None)
        notes: list[str] = []
    elif entry.suffix in TEXT_SUFFIXES:
        encoding = _encoding(entry)
        notes = (
            [f"{entry.name} is not UTF-8; read as Windows-1252."] if encoding == "cp1252" else []
        )
        lines = _text(entry, encoding)
    else:
        raise BadFile(f"{entry.within} is no table (.txt, .csv or .xlsx).", where=entry.within)
    first = next(lines, None)
    if first is None:
        raise BadFile(f"{entry.within} has no rows, not even column names.", where=entry.within)
    header = tuple(_cell(cell).strip() for cell in first[1])
    return Sheet(entry.within, header, lines, notes, typed)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9*]", "", name.lower())


def _encoding(entry: Entry) -> str:
    """UTF-8 where the whole file is; UTF-16 where it says so; else Windows-1252."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with entry.open() as file:
            first = part = file.read(CHUNK)
            if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                return "utf-16"
            while part:
                decoder.decode(part)
                part = file.read(CHUNK)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    except READ_ERRORS as error:
        raise damaged(entry.within, error) from error
    return "utf-8-sig"


def _text(entry: Entry, encoding: str) -> Iterator[tuple[int, list[str]]]:
    try:
        with entry.open() as raw, io.TextIOWrapper(raw, encoding, newline="") as file:
            lines = _bounded(file, entry.within)
            first = next(lines, "")
            if first.lstrip().lower().startswith(("<!doctype", "<html", "<?xml")):
                raise BadFile(f"{entry.within} is a web page, not a table. Get it again.")
            tabbed = first.count("\t") > first.count(",")
            # O*NET's tab-separated tables quote nothing: a quotation mark there is a letter.
            reader = (
                csv.reader(itertools.chain([first], lines), delimiter="\t", quoting=csv.QUOTE_NONE)
                if tabbed
                else csv.reader(itertools.chain([first], lines), strict=True)
            )
            for cells in reader:
                if cells:
                    yield reader.line_num, cells
    except csv.Error as error:
        message = f"{entry.within}, line {reader.line_num}: {error}. Get it again."
        raise BadFile(message, where=entry.within) from error
    except UnicodeError as error:
        message = f"{entry.within} is not text in any encoding it could have ({encoding})."
        raise BadFile(message, where=entry.within) from error
    except READ_ERRORS as error:
        raise damaged(entry.within, error) from error


def _bounded(file: io.TextIOWrapper, within: str) -> Iterator[str]:
    for number in itertools.count(1):
        line = file.readline(MAX_LINE + 1)
        if not line:
            return
        if len(line) > MAX_LINE:
            message = (
                f"{within}, line {number} is longer than {MAX_LINE:,} characters; no table’s is."
            )
            raise BadFile(message, where=within)
        if "\0" in line:
            message = f"{within}, line {number} holds empty bytes (NUL), so it is not a text file."
            raise BadFile(message, where=within)
        yield line


def _workbook(entry: Entry, tab: str) -> Iterator[tuple[int, list[Any]]]:
    import python_calamine

    if entry.size > MAX_WORKBOOK:
        raise BadFile(f"{entry.within} is larger than any workbook of a release.")
    content = entry.read()
    if content.lstrip()[:1] == b"<":
        raise BadFile(f"{entry.within} is a web page, not a workbook. Get it again.")
    if entry.suffix != ".xlsx":
        raise BadFile(f"{entry.within}: only .xlsx workbooks are read. Save it as one.")
    _check_workbook(io.BytesIO(content), entry.within)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        name = tab if tab in book.sheet_names else book.sheet_names[0]
        rows = book.get_sheet_by_name(name).to_python()
    except (python_calamine.CalamineError, *READ_ERRORS, IndexError) as error:
        raise damaged(entry.within, error) from error
    yield from enumerate(rows, 1)


def _check_workbook(content: IO[bytes], within: str) -> None:
    try:
        with zipfile.ZipFile(content) as archive:
            members = archive.infolist()
            check_members(members, within, MAX_WORKBOOK)
            for member in members:
                if "worksheets/" in member.filename and FAR_CELL.search(archive.read(member)):
                    raise BadFile(f"{within} has cells far outside any table; it was not opened.")
    except READ_ERRORS as error:
        message = f"{within} is not an Excel workbook that can be read ({error}). Get it again."
        raise BadFile(message, where=within) from error


def _cell(value: object) -> str:
    """A workbook's cell as the text a person sees in it; whole numbers without “.0”."""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
