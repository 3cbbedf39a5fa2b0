"""Employment Projections by the U.S. Bureau of Labor Statistics: the CSV of its projections page.

In that file codes are written as formulas (``="13-2011"``), so that spreadsheets keep them as text;
employment is in thousands; “None” is a value; the alternate titles follow the title, each after a
star. The workbook ``occupation.xlsx`` is read as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from turnpoint.errors import BadFile
from turnpoint.labour.archive import Entry
from turnpoint.labour.facts import FactFile, pack_texts
from turnpoint.labour.outlook import Outlook
from turnpoint.labour.progress import Progress, silent
from turnpoint.labour.sheet import Sheet, open_sheet
from turnpoint.labour.sources.reading import Reading

NAME = "bls-ep"
CODE = re.compile(r'="?(\d{2}-\d{4})"?|(\d{2}-\d{4})')
YEARS = re.compile(r"^Employment,? (\d{4})$")
TABS = ("Table 1.7", "Table 1.2")
THOUSAND = 1000
MOST_JOBS = 1_000_000
FIGURES = ("employment_start", "employment_end", "change", "annual_openings")
REQUIREMENTS = ("entry_education", "related_experience", "training")


@dataclass(slots=True)
class Projections:
    """Columns of the table, a row per occupation, and alternate titles by row."""

    period: str
    socs: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    figures: list[tuple[float, float, float, float]] = field(default_factory=list)
    requirements: list[tuple[str, str, str]] = field(default_factory=list)
    alternates: list[tuple[int, str]] = field(default_factory=list)


def read(found: Sequence[Entry], progress: Progress = silent) -> Reading:
    """Read projections, the newest of several. Raises ``BadFile`` where there are none."""
    opened = [sheet for entry in found if (sheet := _projections(entry)) is not None]
    if not opened:
        raise BadFile(
            "No table of projections is here. Give the CSV of “Occupational projections and worker "
            "characteristics” from bls.gov/emp, with columns such as “Employment 2024”."
        )
    sheet = max(opened, key=_years)
    progress(0, 1, f"Reading {sheet.name}")
    table = _table(sheet)
    progress(1, 1, "Read projections")
    return Reading(
        arrays=_pack(table),
        vintage=table.period,
        tables=(sheet.name,),
        missing=(),
        rows=len(table.socs),
        notes=tuple(sheet.notes),
    )


def recognise(found: Sequence[Entry]) -> tuple[int, ...] | None:
    """The years of the newest projections here; ``None`` where there are none."""
    named = [entry for entry in found if re.search("projection|^occupation", entry.stem)]
    years = [_years(sheet) for entry in named if (sheet := _projections(entry)) is not None]
    return max(years, default=None)


def _projections(entry: Entry) -> Sheet | None:
    """The table, or ``None`` where this file is another one."""
    if entry.suffix == ".xlsx":
        for tab in TABS:
            sheet = open_sheet(entry, tab, header_row=1)
            if sheet.has("Typical education needed for entry"):
                return sheet
        return None
    if entry.suffix not in (".csv", ".txt", ".tsv"):
        return None
    sheet = open_sheet(entry)
    return sheet if _years(sheet) else None


def _years(sheet: Sheet) -> tuple[int, ...]:
    found = (YEARS.match(column) for column in sheet.header)
    return tuple(sorted(int(match.group(1)) for match in found if match))


def _table(sheet: Sheet) -> Projections:
    years = _years(sheet)
    if len(years) != 2:
        raise BadFile(f"{sheet.name} lacks the columns of employment in two years.")
    first, last = years
    span = f"{first}-{last}", f"{first}-{last % 100:02}"
    rows = sheet.rows(
        ("Occupation Title", f"{first} National Employment Matrix title"),
        ("Occupation Code", f"{first} National Employment Matrix code"),
        (f"Employment {first}", f"Employment, {first}"),
        (f"Employment {last}", f"Employment, {last}"),
        (
            f"Employment Percent Change, {span[0]}",
            *(f"Employment change, percent, {each}" for each in span),
        ),
        (
            f"Occupational Openings, {span[0]} Annual Average",
            *(f"Occupational openings, {each} annual average" for each in span),
        ),
        ("Typical Entry-Level Education", "Typical education needed for entry"),
        (
            "Work Experience in a Related Occupation",
            "Work experience in a related occupation",
        ),
        (
            "Typical on-the-job Training",
            "Typical on-the-job training needed to attain competency in the occupation",
        ),
        ("?Occupation type",),
    )
    table = Projections(f"{first}–{last % 100:02}")
    for line, cells in rows:
        _add(table, sheet, line, cells)
    if not table.socs:
        raise BadFile(f"{sheet.name} has column names and no occupations. Get it again.")
    return table


def _add(table: Projections, sheet: Sheet, line: int, cells: tuple[str, ...]) -> None:
    titles, code, *rest = cells
    figures, requirements, kind = rest[:4], rest[4:7], rest[7]
    if kind == "Summary" or (kind == "" and code.strip() == ""):
        return
    match = CODE.fullmatch(code.strip())
    if match is None:
        raise sheet.refuse(line, "Occupation Code", f"“{code[:40]}” is no code like 13-2011")
    start, end, change, openings = (
        sheet.number(text.replace(",", ""), line, name, low, MOST_JOBS)
        for text, name, low in zip(figures, FIGURES, (0, 0, -100, 0), strict=True)
    )
    title, *alternates = (part.strip() for part in titles.split("*"))
    table.alternates.extend((len(table.socs), each) for each in alternates if each)
    table.socs.append(match.group(1) or match.group(2))
    table.titles.append(title)
    table.figures.append((_jobs(start), _jobs(end), change, _jobs(openings)))
    education, experience, training = (text.strip() for text in requirements)
    table.requirements.append((education, experience, training))


def _jobs(thousands: float) -> float:
    """Jobs from thousands with one decimal, without the dust of binary fractions."""
    return round(thousands * THOUSAND, 0)


def _pack(table: Projections) -> dict[str, NDArray[Any]]:
    arrays: dict[str, NDArray[Any]] = {"figures": np.array(table.figures, dtype=np.float64)}
    arrays |= pack_texts("soc", table.socs) | pack_texts("title", table.titles)
    for name, texts in zip(REQUIREMENTS, zip(*table.requirements, strict=True), strict=True):
        arrays |= pack_texts(name, texts)
    arrays |= pack_texts("titles.text", [text for _, text in table.alternates])
    arrays["titles.soc"] = np.array([row for row, _ in table.alternates], dtype=np.int32)
    return arrays


def outlooks(file: FactFile) -> dict[str, Outlook]:
    """The projections of a fact file by the SOC code they are published under."""
    period = file.manifest.vintage
    requirements = zip(*(file.texts(name) for name in REQUIREMENTS), strict=True)
    figures = file.arrays["figures"].tolist()
    return {
        soc: Outlook(soc, period, *numbers, *words)
        for soc, numbers, words in zip(file.texts("soc"), figures, requirements, strict=True)
    }
