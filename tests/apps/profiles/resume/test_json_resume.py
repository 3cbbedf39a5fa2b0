from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from turnpoint.apps.profiles.resume import json_resume
from turnpoint.apps.profiles.resume.imported_profile import (
    ImportedCertification,
    ImportedEducation,
    ImportedLanguage,
    ImportedPerson,
    ImportedProfile,
    ImportedRole,
    ImportedSkill,
)
from turnpoint.errors import BadFile

Write = Callable[[object], bytes]
Resume = dict[str, Any]


def roles(imported: ImportedProfile) -> list[ImportedRole]:
    return [entry for entry in imported.entries if isinstance(entry, ImportedRole)]


def test_reads_a_whole_resume(resume: Resume, write: Write) -> None:
    imported = json_resume.read(write(resume), "ines.json")
    assert imported.entries == (
        ImportedPerson("Ines Moreau", "Head chef", "Cooks.", "Lyon, FR"),
        ImportedRole("Head Chef", "Chez Lune", 2019, 3),
        ImportedRole(
            "Sous Chef", "Chez Lune", 2015, None, 2019, 2, summary="Sauces.\n– Halved the waste"
        ),
        ImportedEducation("Institut Bocuse", "", "Bachelor", 6, None, 2011),
        ImportedSkill("Kitchen"),
        ImportedSkill("Menu planning"),
        ImportedSkill("Purchasing"),
        ImportedLanguage("French", "Native"),
        ImportedCertification("HACCP", "Food Safety Board", 2016),
    )
    assert [(each.where, each.what) for each in imported.skipped] == [("basics", "email")]


def test_reads_the_names_of_older_versions(write: Write) -> None:
    work = {"company": "Acme", "position": "Welder", "website": "http://acme.example"}
    imported = json_resume.read(write({"work": [work]}), "old.json")
    assert roles(imported) == [ImportedRole("Welder", "Acme")]


@pytest.mark.parametrize("end", [None, "", "present", "Present", " current ", "now"])
def test_takes_a_blank_end_or_present_as_current(write: Write, end: object) -> None:
    work = {"name": "Acme", "position": "Welder", "startDate": "2014", "endDate": end}
    (role,) = roles(json_resume.read(write({"work": [work]}), "x.json"))
    assert (role.end_year, role.end_unknown) == (None, False)


@pytest.mark.parametrize(
    ("text", "year", "month"), [("2014", 2014, None), ("2014-02", 2014, 2), ("2014-02-28", 2014, 2)]
)
def test_reads_partial_dates(write: Write, text: str, year: int, month: int | None) -> None:
    work = {"position": "Welder", "startDate": text}
    (role,) = roles(json_resume.read(write({"work": [work]}), "x.json"))
    assert (role.start_year, role.start_month) == (year, month)


def test_a_role_with_an_end_nobody_can_read_is_over_and_stays(write: Write) -> None:
    work = {"position": "Welder", "startDate": "soon", "endDate": "2019-99"}
    imported = json_resume.read(write({"work": [work]}), "x.json")
    (role,) = roles(imported)
    assert role == ImportedRole("Welder", end_unknown=True)
    assert [each.where for each in imported.skipped] == ["work 1, start", "work 1, end"]


def test_an_end_before_the_start_is_left_out_with_the_reason(write: Write) -> None:
    work = {"position": "Welder", "startDate": "2019", "endDate": "2011"}
    imported = json_resume.read(write({"work": [work]}), "x.json")
    assert roles(imported) == [ImportedRole("Welder", start_year=2019, end_unknown=True)]
    assert "before the start" in imported.skipped[0].why


def test_a_bad_field_costs_only_itself(write: Write) -> None:
    resume = {
        "basics": "me",
        "work": [
            None,
            {"position": ["a", "list"]},
            {"position": "Welder", "name": {"an": "object"}, "highlights": "one", "summary": 5},
        ],
        "education": {"institution": "X"},
        "skills": [{"keywords": "SQL"}, {"name": "Welding", "keywords": [None, 3, {}]}],
        "languages": [{"fluency": "good"}],
        "certificates": [{}],
    }
    imported = json_resume.read(write(resume), "x.json")
    assert imported.entries == (
        ImportedRole("Welder", summary="5"),
        ImportedSkill("Welding"),
        ImportedSkill("3"),
    )
    assert {each.where for each in imported.skipped} == {
        "basics",
        "work 1",
        "work 2",
        "work 2, position",
        "work 3, name",
        "work 3, highlights",
        "education",
        "skills 1",
        "skills 1, keywords",
        "skills 2",
        "languages 1",
        "certificates 1",
    }


def test_cleans_text(write: Write) -> None:
    title = "Head\u0000 of <b>R&amp;D</b>\u200b\n and \ud800 more"
    (role,) = roles(json_resume.read(write({"work": [{"position": title}]}), "x.json"))
    assert role.title == "Head of R&D and more"


def test_shortens_what_is_too_long_and_says_so(write: Write) -> None:
    imported = json_resume.read(write({"work": [{"position": "x" * 900}]}), "x.json")
    assert len(roles(imported)[0].title) == 200
    assert "cut after 200" in imported.skipped[0].why


def test_a_formula_is_not_a_name(write: Write) -> None:
    resume = {"work": [{"position": '=HYPERLINK("http://x","y")'}, {"position": "C++ developer"}]}
    imported = json_resume.read(write(resume), "x.json")
    assert [role.title for role in roles(imported)] == ["C++ developer"]
    assert "formula" in imported.skipped[0].why


def test_says_what_a_file_says_twice(write: Write) -> None:
    work = [{"position": "Welder", "name": "Acme"}] * 2
    imported = json_resume.read(
        write({"work": work, "skills": [{"name": "A"}, {"name": "a"}]}), "x"
    )
    assert len(imported.entries) == 2
    assert "twice" in imported.skipped[0].why


def test_reads_no_more_than_anybody_could_have_done(write: Write) -> None:
    work = [{"position": f"Job {number}"} for number in range(900)]
    imported = json_resume.read(write({"work": work}), "x.json")
    assert len(imported.entries) == 500
    assert [each.why for each in imported.skipped] == ["only the first 500 are read"]


def test_looks_at_no_more_rows_than_a_resume_has(write: Write) -> None:
    imported = json_resume.read(write({"work": [{}] * 5_000, "skills": [{"name": "A"}]}), "x.json")
    assert imported.entries == (ImportedSkill("A"),)
    assert len(imported.skipped) == 200


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_reads_what_editors_save(resume: Resume, write: Write, encoding: str) -> None:
    text = write(resume).decode()
    assert json_resume.read(text.encode(encoding), "x.json") == json_resume.read(write(resume), "x")


@pytest.mark.shared
def test_recognises_the_published_samples(mirror: Path) -> None:
    samples = sorted((mirror / "resumes").glob("*.json"))
    read = {path.name: path.read_bytes() for path in samples if path.name != "schema.json"}
    assert read
    for name, content in read.items():
        imported = json_resume.read(content, name)
        assert roles(imported), name
        assert all(role.employer and role.start_year for role in roles(imported)), name
        levels = [each.level for each in imported.entries if isinstance(each, ImportedEducation)]
        assert all(levels), name
    with pytest.raises(BadFile, match="no JSON Resume"):
        json_resume.read((mirror / "resumes" / "schema.json").read_bytes(), "schema.json")
