"""The archive of one’s own data that LinkedIn hands out, as a zip of CSV tables.

Only the tables named in ``TABLES`` are ever opened. Everything else in the archive (messages,
contacts, what advertisers were told) stays closed; only its name is seen.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence

from turnpoint.apps.profiles.resume.degree import degree_level
from turnpoint.apps.profiles.resume.imported_profile import (
    ImportedCertification,
    ImportedEducation,
    ImportedLanguage,
    ImportedPerson,
    ImportedProfile,
    ImportedRole,
    ImportedSkill,
)
from turnpoint.apps.profiles.resume.reading import Reading
from turnpoint.errors import BadFile
from turnpoint.labour import archive

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
LARGEST_TABLE = 8 * 1024 * 1024
LONGEST_LINE = 100_000
PREAMBLE_ROWS = 30
"""LinkedIn puts notes above some tables; the header is looked for in so many rows."""

Row = Callable[[str], str]


def read(content: bytes, name: str) -> ImportedProfile:
    """What the archive says. Raises ``BadFile`` where it cannot be read, or is another archive."""
    members = archive.of_zip(content, name)
    tables: dict[str, archive.Entry] = {}
    closed = []
    for member in sorted(members, key=lambda each: (each.within.count("/"), each.within)):
        table = re.sub(r"[\W_]+", "", member.stem)
        if member.suffix == ".csv" and table in TABLES and table not in tables:
            tables[table] = member
        else:
            closed.append(member.name)
    if not tables:
        raise BadFile(
            f"{name} is a zip but not LinkedIn’s: there is no Positions.csv, Skills.csv, "
            "Education.csv, Certifications.csv, Languages.csv or Profile.csv in it.",
            where=name,
        )
    reading = Reading("LinkedIn export")
    if {"profile", "profilesummary"} & tables.keys():
        _person(reading, tables)
    for table, (needed, take) in TABLES.items():
        if table in tables and take is not None:
            for where, row in _rows(reading, tables[table], needed):
                take(reading, where, row)
    if closed:
        few = ", ".join(closed[:3]) + (f" and {len(closed) - 3} more" if len(closed) > 3 else "")
        reading.skip("the archive", few, "never opened: not needed here, and perhaps private")
    return reading.result()


def _rows(
    reading: Reading, member: archive.Entry, needed: Sequence[str]
) -> Iterator[tuple[str, Row]]:
    """Rows under the header, each as a function from a column’s name to its text."""
    lines = _table(member)
    for number, cells in lines:
        columns = [_plain(cell) for cell in cells]
        if all(_plain(column) in columns for column in needed):
            break
        if number > PREAMBLE_ROWS:
            columns = []
            break
    else:
        columns = []
    if not columns:
        reading.skip(member.name, "", f"has no column “{'” and “'.join(needed)}”")
        return
    for number, cells in reading.some(member.name, lines):
        if any(cell.strip() for cell in cells):
            yield f"{member.name}, row {number}", _row(columns, cells)


def _row(columns: Sequence[str], cells: Sequence[str]) -> Row:
    def value(column: str) -> str:
        """The first cell under that name that says something; names may come twice."""
        wanted = _plain(column)
        found = (cell for name, cell in zip(columns, cells, strict=False) if name == wanted)
        return next((cell for cell in found if cell.strip()), "")

    return value


def _table(member: archive.Entry) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows of a CSV file. Raises ``BadFile`` for what is too large, or no text."""
    if member.size > LARGEST_TABLE:
        raise BadFile(
            f"{member.within} has more than {LARGEST_TABLE // 1024**2} MB, which no career fills.",
            where=member.within,
        )
    content = member.read()
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile(
            f"{member.within} is not text in UTF-8. Take the archive as LinkedIn made it.",
            where=member.within,
        ) from error
    if max(map(len, text.splitlines()), default=0) > LONGEST_LINE:
        raise BadFile(
            f"{member.within} has a line of more than {LONGEST_LINE:,} characters.",
            where=member.within,
        )
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        yield from enumerate(reader, 1)
    except csv.Error as error:
        raise BadFile(
            f"{member.within} cannot be read as a table: line {reader.line_num}, {error}.",
            where=member.within,
        ) from error


def _plain(column: str) -> str:
    return re.sub(r"[\W_]+", "", column).casefold()


def _person(reading: Reading, tables: dict[str, archive.Entry]) -> None:
    """Name, headline, summary and place; birth date, address and the like are not looked at."""
    rows = [
        (where, row)
        for table in ("profile", "profilesummary")
        if table in tables
        for where, row in _rows(reading, tables[table], TABLES[table][0])
    ]

    def first(*columns: str) -> tuple[str, str]:
        found = ((where, row(column)) for where, row in rows for column in columns)
        return next((pair for pair in found if pair[1]), ("Profile.csv", ""))

    names = (reading.text(*first("First Name")), reading.text(*first("Last Name")))
    person = ImportedPerson(
        name=" ".join(part for part in names if part)[:200],
        headline=reading.text(*first("Headline"), 300),
        summary=reading.prose(*first("Summary", "Profile Summary")),
        place=reading.text(*first("Geo Location", "Location")),
    )
    if person != ImportedPerson():
        reading.take("Profile.csv", person)


def _position(reading: Reading, where: str, row: Row) -> None:
    said = ImportedRole(
        title=reading.text(f"{where}, Title", row("Title")),
        employer=reading.text(f"{where}, Company Name", row("Company Name")),
        place=reading.text(f"{where}, Location", row("Location")),
        summary=reading.prose(f"{where}, Description", row("Description")),
    )
    reading.role(where, said, row("Started On"), row("Finished On"))


def _education(reading: Reading, where: str, row: Row) -> None:
    degree = reading.text(f"{where}, Degree Name", row("Degree Name"))
    institution = reading.text(f"{where}, School Name", row("School Name"))
    first, last = reading.years(where, row("Start Date"), row("End Date"))
    if institution or degree:
        level = degree_level(degree)
        said = ImportedEducation(institution, "", degree, level, first, last)
        reading.take(where, said)
    else:
        reading.skip(where, "", "names neither a school nor a degree")


def _skill(reading: Reading, where: str, row: Row) -> None:
    if name := reading.text(where, row("Name")):
        reading.take(where, ImportedSkill(name))


def _language(reading: Reading, where: str, row: Row) -> None:
    if name := reading.text(where, row("Name"), 100):
        reading.take(where, ImportedLanguage(name, reading.text(where, row("Proficiency"), 100)))


def _certification(reading: Reading, where: str, row: Row) -> None:
    if name := reading.text(f"{where}, Name", row("Name")):
        issuer = reading.text(f"{where}, Authority", row("Authority"))
        year = reading.year(f"{where}, Started On", row("Started On"))
        reading.take(where, ImportedCertification(name, issuer, year))


TABLES: dict[str, tuple[tuple[str, ...], Callable[[Reading, str, Row], None] | None]] = {
    "positions": (("Company Name", "Title"), _position),
    "education": (("School Name",), _education),
    "skills": (("Name",), _skill),
    "languages": (("Name",), _language),
    "certifications": (("Name",), _certification),
    "profile": (("First Name", "Last Name"), None),
    "profilesummary": (("Profile Summary",), None),
}
"""The only tables that are opened: the columns each needs, and what takes a row of it."""
