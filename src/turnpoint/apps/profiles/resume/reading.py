"""Reading one field of a person’s file: bounded, cleaned, and never fatal.

A ``Reading`` gathers what was recognised and what was skipped; a field that cannot be used is noted
with its place and the reason, and the rest goes on.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from turnpoint.apps.profiles.partial_date import PartialDate, read_partial_date
from turnpoint.apps.profiles.resume.imported_profile import (
    ImportedEducation,
    ImportedEntry,
    ImportedProfile,
    ImportedRole,
    Skipped,
    import_key,
)

T = TypeVar("T")

LONGEST = 200
LONGEST_PROSE = 5000
MOST_ENTRIES = 500
"""Of one kind; nobody has held so many roles, and a file with more is not a résumé."""
MOST_ROWS = 2 * MOST_ENTRIES
"""That are looked at, so that a file of a million empty ones costs no time."""
MOST_SKIPPED = 200

CURRENT = {"", "present", "current", "currently", "now", "today", "ongoing", "to date"}
_FORMULA = re.compile(r"=|[+@-][A-Za-z_.]+[(|!]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\ufeff\ud800-\udfff]")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_BREAK = re.compile(r"<(?:br|/p|/li)\b[^<>]{0,200}>", re.IGNORECASE)


@dataclass(slots=True)
class Reading:
    """One file being read."""

    source: str
    entries: list[ImportedEntry] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    seen: set[object] = field(default_factory=set)

    def skip(self, where: str, what: object, why: str) -> None:
        if len(self.skipped) < MOST_SKIPPED:
            self.skipped.append(Skipped(where, _short(what), why))

    def take(self, where: str, entry: ImportedEntry) -> None:
        """Keep an entry, unless the file said it before or says too much.

        A role or an education may come twice, at other times; a skill or a language may not.
        """
        again = isinstance(entry, ImportedRole | ImportedEducation)
        identity = entry if again else import_key(entry.slug, entry.identity)
        if identity in self.seen:
            if again:
                self.skip(where, " ".join(map(str, entry.identity)), "the file says this twice")
            return
        self.counts[entry.slug] += 1
        if self.counts[entry.slug] > MOST_ENTRIES:
            if self.counts[entry.slug] == MOST_ENTRIES + 1:
                self.skip(where, "", f"only the first {MOST_ENTRIES} are read")
            return
        self.seen.add(identity)
        self.entries.append(entry)

    def some(self, where: str, rows: Iterable[T]) -> Iterator[T]:
        """The first rows of a list or table; the rest is noted once."""
        for number, row in enumerate(rows):
            if number == MOST_ROWS:
                self.skip(where, "", f"only the first {MOST_ROWS:,} rows are looked at")
                return
            yield row

    def text(self, where: str, value: object, longest: int = LONGEST) -> str:
        """Plain text on one line; ``""`` for what is absent, and for what is no text."""
        cleaned = self.prose(where, value, longest)
        return " ".join(cleaned.split())

    def prose(self, where: str, value: object, longest: int = LONGEST_PROSE) -> str:
        """Plain text that may have lines."""
        if value is None or value == "":
            return ""
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            self.skip(where, value, "is not text")
            return ""
        text = str(value)[: 20 * longest]
        text = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
        text = _UNPRINTABLE.sub("", text.replace("\r", "\n")).strip()
        if _FORMULA.match(text):
            self.skip(where, text, "is a spreadsheet formula")
            return ""
        if len(text) > longest:
            self.skip(where, text, f"was cut after {longest:,} characters")
            text = text[: longest - 1].rstrip() + "…"
        return text

    def date(self, where: str, value: object) -> PartialDate | None:
        """A date, or ``None`` where there is none or it cannot be read."""
        text = self.text(where, value)
        if not text:
            return None
        try:
            return read_partial_date(text)
        except ValueError as error:
            self.skip(where, text, str(error))
            return None

    def year(self, where: str, value: object) -> int | None:
        date = self.date(where, value)
        return date.year if date else None

    def role(self, where: str, said: ImportedRole, start: object, end: object) -> None:
        """Take a role with its dates; without a title there is nothing to take."""
        if not said.title:
            self.skip(where, said.employer, "has no title")
            return
        began = self.date(f"{where}, start", start)
        says_end = self.text(f"{where}, end", end).casefold() not in CURRENT
        ended = self.date(f"{where}, end", end) if says_end else None
        if began and ended and _before(ended, began):
            self.skip(f"{where}, end", str(ended), f"comes before the start, {began}")
            ended = None
        self.take(
            where,
            ImportedRole(
                title=said.title,
                employer=said.employer,
                start_year=began.year if began else None,
                start_month=(began.month or None) if began else None,
                end_year=ended.year if ended else None,
                end_month=(ended.month or None) if ended else None,
                end_unknown=says_end and ended is None,
                place=said.place,
                summary=said.summary,
            ),
        )

    def years(self, where: str, start: object, end: object) -> tuple[int | None, int | None]:
        """First and last year of an education; a last one before the first is left out."""
        first, last = self.year(f"{where}, start", start), self.year(f"{where}, end", end)
        if first and last and last < first:
            self.skip(f"{where}, end", last, f"comes before the start, {first}")
            last = None
        return first, last

    def result(self) -> ImportedProfile:
        return ImportedProfile(self.source, tuple(self.entries), tuple(self.skipped))


def _before(end: PartialDate, start: PartialDate) -> bool:
    return (end.year, end.month or 12) < (start.year, start.month or 1)


def _short(what: object) -> str:
    if isinstance(what, dict | list):
        return "a list" if isinstance(what, list) else "an object"
    text = _UNPRINTABLE.sub("", str(what)[:500])
    text = " ".join(text.split())
    return text if len(text) <= 80 else text[:79] + "…"
