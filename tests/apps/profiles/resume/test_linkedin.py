from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest

from turnpoint.apps.profiles.resume import linkedin
from turnpoint.apps.profiles.resume.imported_profile import (
    ImportedCertification,
    ImportedEducation,
    ImportedLanguage,
    ImportedPerson,
    ImportedProfile,
    ImportedRole,
    ImportedSkill,
)

Archive = Callable[[Mapping[str, str | bytes]], bytes]
POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On\n"


def roles(imported: ImportedProfile) -> list[ImportedRole]:
    return [entry for entry in imported.entries if isinstance(entry, ImportedRole)]


def test_reads_a_whole_export(linkedin_zip: bytes) -> None:
    imported = linkedin.read(linkedin_zip, "export.zip")
    assert imported.entries == (
        ImportedPerson(
            "Ines Moreau", "Head of kitchen & gardens", "Two lines\nof summary.", "Lyon"
        ),
        ImportedRole(
            "Head Chef", "Chez Lune", 2019, 3, place="Lyon", summary="Leads a team of nine"
        ),
        ImportedRole("Sous Chef", "Chez Lune", 2015, None, 2019, 2, place="Lyon"),
        ImportedRole("Cook", "Gare Bistro", 2011, 9, 2014),
        ImportedEducation("Institut Bocuse", "", "Bachelor of Culinary Arts", 6, 2008, 2011),
        ImportedSkill("Menu planning"),
        ImportedSkill("Purchasing"),
        ImportedLanguage("French", "Native or bilingual proficiency"),
        ImportedCertification("HACCP", "Food Safety Board", 2016),
    )


def test_says_what_it_never_opened(linkedin_zip: bytes) -> None:
    (left,) = linkedin.read(linkedin_zip, "export.zip").skipped
    assert left.what == "messages.csv"
    assert "never opened" in left.why


@pytest.mark.parametrize("private", ["messages.csv", "Ad_Targeting.csv", "Connections.csv"])
def test_private_files_are_never_opened(archive: Archive, private: str) -> None:
    """A file whose bytes do not match its checksum would fail as soon as it is read."""
    secret = b"a secret that must not be read"
    whole = archive({"Positions.csv": POSITIONS + "Acme,Welder,,,2019,\n"})
    buffer = io.BytesIO(whole)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_STORED) as zipped:
        zipped.writestr(private, secret)
    damaged = buffer.getvalue().replace(secret, b"x" * len(secret))
    with zipfile.ZipFile(io.BytesIO(damaged)) as zipped, pytest.raises(zipfile.BadZipFile):
        zipped.read(private)
    assert roles(linkedin.read(damaged, "export.zip")) == [
        ImportedRole("Welder", "Acme", start_year=2019)
    ]


@pytest.mark.parametrize("name", list(linkedin.TABLES))
def test_any_table_may_be_absent(archive: Archive, name: str) -> None:
    from tests.apps.profiles.conftest import TABLES

    rest = {each: text for each, text in TABLES.items() if each.lower() != f"{name}.csv"}
    assert linkedin.read(archive(rest), "export.zip").entries


@pytest.mark.parametrize(
    "folder", ["", "Basic_LinkedInDataExport_11-22-2026/", "a/b/Complete_LinkedInDataExport/"]
)
@pytest.mark.parametrize("name", ["Positions.csv", "positions.CSV", "POSITIONS.csv"])
def test_finds_tables_in_any_folder_and_spelling(archive: Archive, folder: str, name: str) -> None:
    content = archive({folder + name: POSITIONS + "Acme,Welder,,,2019,\n"})
    assert roles(linkedin.read(content, "export.zip"))


@pytest.mark.parametrize("name", ["Profile Summary.csv", "Profile_Summary.csv"])
def test_reads_a_summary_kept_apart(archive: Archive, name: str) -> None:
    imported = linkedin.read(archive({name: "Profile Summary\nI cook.\n"}), "export.zip")
    assert imported.entries == (ImportedPerson(summary="I cook."),)


def test_reads_past_notes_and_byte_order_marks(archive: Archive) -> None:
    text = '\ufeffNotes:\n"What this file is, and what not."\n\n' + POSITIONS + "A,Welder,,,2019,\n"
    imported = linkedin.read(archive({"Positions.csv": text}), "export.zip")
    assert [role.title for role in roles(imported)] == ["Welder"]


def test_reads_utf_16(archive: Archive) -> None:
    text = (POSITIONS + "Café,Kellner,,Zürich,2019,\n").encode("utf-16")
    (role,) = roles(linkedin.read(archive({"Positions.csv": text}), "export.zip"))
    assert (role.employer, role.place) == ("Café", "Zürich")


def test_takes_the_first_of_two_columns_that_says_something(archive: Archive) -> None:
    text = "Title,Company Name,Title\n,Acme,Welder\nBoss,Acme,Welder\n"
    imported = linkedin.read(archive({"Positions.csv": text}), "export.zip")
    assert [role.title for role in roles(imported)] == ["Welder", "Boss"]


def test_understands_html_entities_and_breaks(archive: Archive) -> None:
    text = POSITIONS + "A &amp; B,R&amp;D <i>lead</i>,one<br/>two,,2019,\n"
    (role,) = roles(linkedin.read(archive({"Positions.csv": text}), "export.zip"))
    assert (role.employer, role.title, role.summary) == ("A & B", "R&D lead", "one\ntwo")


def test_a_row_without_a_title_is_skipped_with_its_place(archive: Archive) -> None:
    text = POSITIONS + "Acme,,,,2019,\nAcme,Welder\n"
    imported = linkedin.read(archive({"Positions.csv": text}), "export.zip")
    assert [role.title for role in roles(imported)] == ["Welder"]
    assert imported.skipped[0].where == "Positions.csv, row 2"


def test_a_table_in_another_shape_is_skipped_and_the_rest_read(archive: Archive) -> None:
    files = {"Positions.csv": "Firma,Titel\nAcme,Welder\n", "Skills.csv": "Name\nWelding\n"}
    imported = linkedin.read(archive(files), "export.zip")
    assert imported.entries == (ImportedSkill("Welding"),)
    assert "no column “Company Name” and “Title”" in imported.skipped[0].why


def test_keeps_no_birth_date(linkedin_zip: bytes) -> None:
    assert "1980" not in str(linkedin.read(linkedin_zip, "export.zip").to_json())
