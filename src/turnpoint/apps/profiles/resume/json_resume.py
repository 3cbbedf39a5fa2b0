"""JSON Resume 1.2.1 (jsonresume.org), and the names that versions before 1.0 used."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

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
from turnpoint.apps.profiles.resume.reading import LONGEST_PROSE, Reading
from turnpoint.errors import BadFile

LARGEST = 4 * 1024 * 1024
SECTIONS = ("basics", "work", "education", "skills", "languages", "certificates")
LEFT = {
    "volunteer": "volunteering is not read as a role held; add what counts by hand",
    "awards": "Turnpoint has no place for awards",
    "publications": "Turnpoint has no place for publications",
    "interests": "interests are asked for where they matter",
    "references": "what others said stays theirs",
    "projects": "projects are not read as roles held; add what counts by hand",
}


def read(content: bytes, name: str) -> ImportedProfile:
    """What a JSON Resume says. Raises ``BadFile`` where the file as a whole cannot be read."""
    resume = _parse(content, name)
    if not any(section in resume for section in SECTIONS):
        raise BadFile(
            f"{name} is JSON but no JSON Resume: none of {', '.join(SECTIONS)} is in it.",
            where=name,
        )
    reading = Reading("JSON Resume")
    _basics(reading, resume.get("basics"))
    for where, row in _rows(reading, resume, "work"):
        _work(reading, where, row)
    for where, row in _rows(reading, resume, "education"):
        _education(reading, where, row)
    for where, row in _rows(reading, resume, "skills"):
        _skill(reading, where, row)
    for where, row in _rows(reading, resume, "languages"):
        _language(reading, where, row)
    for where, row in _rows(reading, resume, "certificates"):
        _certificate(reading, where, row)
    for section, why in LEFT.items():
        rows = resume.get(section)
        if isinstance(rows, list) and rows:
            reading.skip(section, "", f"{why} ({len(rows)} listed)")
    return reading.result()


def _parse(content: bytes, name: str) -> Mapping[str, Any]:
    if not content.strip():
        raise BadFile(f"{name} is empty.", where=name)
    if content.startswith(b"%PDF"):
        raise BadFile(
            f"{name} is a PDF, from which roles and dates cannot be read surely. Export the résumé "
            "as JSON Resume, or take the archive of your data from LinkedIn.",
            where=name,
        )
    if len(content) > LARGEST:
        raise BadFile(
            f"{name} has more than {LARGEST // 1024**2} MB; a JSON Resume is a few kilobytes.",
            where=name,
        )
    try:
        encoding = json.detect_encoding(content)
        resume = json.loads(content.decode(encoding).removeprefix("\ufeff"), parse_constant=str)
    except UnicodeDecodeError as error:
        raise BadFile(
            f"{name} is not text in UTF-8. Save it again as UTF-8 and choose it once more.",
            where=name,
        ) from error
    except RecursionError as error:
        raise BadFile(f"{name} is nested far too deeply for a résumé.", where=name) from error
    except json.JSONDecodeError as error:
        raise BadFile(
            f"{name} is not JSON: line {error.lineno}, column {error.colno} cannot be read.",
            where=name,
        ) from error
    except ValueError as error:
        raise BadFile(
            f"{name} has a number with thousands of digits, which no résumé needs.", where=name
        ) from error
    if not isinstance(resume, dict):
        raise BadFile(f"{name} is JSON but no JSON Resume, which is one object.", where=name)
    return resume


def _rows(
    reading: Reading, resume: Mapping[str, Any], section: str
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The objects of a section with their places; what is no object is noted and left out."""
    rows = resume.get(section)
    if rows is None:
        return
    if not isinstance(rows, list):
        reading.skip(section, rows, "is not a list")
        return
    for number, row in enumerate(reading.some(section, rows), 1):
        where = f"{section} {number}"
        if isinstance(row, dict):
            yield where, row
        else:
            reading.skip(where, row, "is not an object")


def _basics(reading: Reading, basics: object) -> None:
    if basics is None:
        return
    if not isinstance(basics, dict):
        reading.skip("basics", basics, "is not an object")
        return
    person = ImportedPerson(
        name=reading.text("basics, name", basics.get("name")),
        headline=reading.text("basics, label", basics.get("label"), 300),
        summary=reading.prose("basics, summary", basics.get("summary")),
        place=_place(reading, basics.get("location")),
    )
    if person != ImportedPerson():
        reading.take("basics", person)
    left = [name for name in ("email", "phone", "image", "picture", "profiles") if basics.get(name)]
    if left:
        reading.skip("basics", ", ".join(left), "is not needed here and not kept")


def _place(reading: Reading, location: object) -> str:
    if not isinstance(location, dict):
        return reading.text("basics, location", location)
    parts = (
        reading.text(f"basics, location, {name}", location.get(name), 60)
        for name in ("city", "region", "countryCode")
    )
    return ", ".join(part for part in parts if part)


def _work(reading: Reading, where: str, row: Mapping[str, Any]) -> None:
    said = ImportedRole(
        title=reading.text(f"{where}, position", row.get("position")),
        employer=reading.text(f"{where}, name", row.get("name") or row.get("company")),
        place=reading.text(f"{where}, location", row.get("location")),
        summary=_summary(reading, where, row),
    )
    reading.role(where, said, row.get("startDate"), row.get("endDate"))


def _summary(reading: Reading, where: str, row: Mapping[str, Any]) -> str:
    parts = [reading.prose(f"{where}, summary", row.get("summary"))]
    highlights = row.get("highlights")
    if isinstance(highlights, list):
        texts = (reading.text(f"{where}, highlights", each, 1000) for each in highlights[:40])
        parts += [f"– {text}" for text in texts if text]
    elif highlights is not None:
        reading.skip(f"{where}, highlights", highlights, "is not a list")
    return "\n".join(part for part in parts if part)[:LONGEST_PROSE]


def _education(reading: Reading, where: str, row: Mapping[str, Any]) -> None:
    degree = reading.text(f"{where}, studyType", row.get("studyType"))
    first, last = reading.years(where, row.get("startDate"), row.get("endDate"))
    said = ImportedEducation(
        institution=reading.text(f"{where}, institution", row.get("institution")),
        area=reading.text(f"{where}, area", row.get("area")),
        degree=degree,
        level=degree_level(degree),
        start_year=first,
        end_year=last,
    )
    if said.institution or said.area or said.degree:
        reading.take(where, said)
    else:
        reading.skip(where, "", "says neither a school nor a subject")


def _skill(reading: Reading, where: str, row: Mapping[str, Any]) -> None:
    keywords = row.get("keywords")
    if keywords is not None and not isinstance(keywords, list):
        reading.skip(f"{where}, keywords", keywords, "is not a list")
        keywords = None
    names = [reading.text(where, each) for each in (row.get("name"), *(keywords or [])[:100])]
    for name in names:
        if name:
            reading.take(where, ImportedSkill(name))
    if not any(names):
        reading.skip(where, "", "has no name")


def _language(reading: Reading, where: str, row: Mapping[str, Any]) -> None:
    name = reading.text(f"{where}, language", row.get("language") or row.get("name"), 100)
    if name:
        fluency = reading.text(f"{where}, fluency", row.get("fluency"), 100)
        reading.take(where, ImportedLanguage(name, fluency))
    else:
        reading.skip(where, "", "has no name")


def _certificate(reading: Reading, where: str, row: Mapping[str, Any]) -> None:
    name = reading.text(f"{where}, name", row.get("name"))
    if name:
        issuer = reading.text(f"{where}, issuer", row.get("issuer"))
        year = reading.year(f"{where}, date", row.get("date"))
        reading.take(where, ImportedCertification(name, issuer, year))
    else:
        reading.skip(where, "", "has no name")
