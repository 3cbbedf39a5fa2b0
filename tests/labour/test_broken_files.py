"""Files that are not what they should be: each gives one sentence and changes nothing."""

from __future__ import annotations

import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.labour.releases import (
    ESCO_TABLES,
    ONET_TABLES,
    PROJECTIONS,
    sheet_bytes,
    workbook,
    write_tables,
    write_zip,
)

from turnpoint.errors import TurnpointError
from turnpoint.labour import sheet
from turnpoint.labour.archive import MAX_FILES
from turnpoint.labour.install import install

SKILLS = ONET_TABLES["Skills.txt"]
HEADER = SKILLS.splitlines()[0]
ROW = "11-3021.00\t2.A.1.a\tReading\tIM\t{value}\t{n}\t0.1\tN\tn/a\t08/2023\n"

Maker = Callable[[Path], Path]


def skills(text: str | bytes, name: str = "Skills.txt") -> Maker:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return make


def rating(value: str, n: str = "8") -> Maker:
    return skills(f"{HEADER}\n{ROW.format(value=value, n=n)}")


def zipped(name: str, content: str | bytes = SKILLS) -> Maker:
    return lambda folder: write_zip(folder / "db_30_1_text.zip", {name: content})


def truncated_zip(folder: Path) -> Path:
    path = write_zip(folder / "db.zip", ONET_TABLES)
    path.write_bytes(path.read_bytes()[:-200])
    return path


def corrupt_zip(folder: Path) -> Path:
    path = write_zip(folder / "db.zip", {"Skills.txt": SKILLS * 50})
    raw = bytearray(path.read_bytes())
    raw[60:90] = bytes(30)
    path.write_bytes(raw)
    return path


def encrypted_zip(folder: Path) -> Path:
    path = write_zip(folder / "db.zip", {"Skills.txt": SKILLS})
    raw = bytearray(path.read_bytes())
    place = raw.index(b"PK\x01\x02")
    raw[6:8] = raw[place + 8 : place + 10] = struct.pack("<H", 1)
    path.write_bytes(raw)
    return path


def zip_with_link(folder: Path) -> Path:
    path = folder / "db.zip"
    member = zipfile.ZipInfo("Skills.txt")
    member.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "/etc/passwd")
    return path


def lying_zip(folder: Path) -> Path:
    """The archive declares 1 GB for a member that holds a few bytes."""
    path = write_zip(folder / "db.zip", {"Skills.txt": SKILLS})
    raw = bytearray(path.read_bytes())
    place = raw.index(b"PK\x01\x02")
    raw[place + 24 : place + 28] = struct.pack("<I", 1_000_000_000)
    path.write_bytes(raw)
    return path


def crowded_zip(folder: Path) -> Path:
    return write_zip(folder / "db.zip", {f"{each}.txt": "x" for each in range(MAX_FILES + 1)})


def crowded_folder(folder: Path) -> Path:
    for number in range(MAX_FILES + 1):
        (folder / f"{number}.txt").touch()
    return folder


def zip_in_zip(folder: Path) -> Path:
    inner = write_zip(folder / "inner.zip", ONET_TABLES).read_bytes()
    return write_zip(folder / "outer.zip", {"inner.zip": inner})


def cell_at(reference: str) -> bytes:
    return sheet_bytes(f'<sheetData><row r="1"><c r="{reference}"><v>1</v></c></row></sheetData>')


def old_excel(folder: Path) -> Path:
    path = folder / "Skills.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    return path


def doubled(column: str) -> str:
    return SKILLS.replace(HEADER, HEADER.replace("Date", column))


BROKEN: dict[str, tuple[str, Maker, str]] = {
    "a zip cut off": ("onet", truncated_zip, "not a zip that can be read"),
    "a zip with damaged bytes": ("onet", corrupt_zip, "damaged|not a zip"),
    "a zip with a password": ("onet", encrypted_zip, "locked with a password"),
    "a zip that climbs out": ("onet", zipped("../../Skills.txt"), "points outside"),
    "a zip with an absolute path": ("onet", zipped("/etc/Skills.txt"), "points outside"),
    "a zip with a drive letter": ("onet", zipped("C:\\Skills.txt"), "points outside"),
    "a zip bomb": ("onet", zipped("Skills.txt", bytes(30_000_000)), "packed so tightly"),
    "a zip that lies about sizes": ("onet", lying_zip, "packed so tightly"),
    "a zip of too many files": ("onet", crowded_zip, "no release has so many"),
    "a zip with a link": ("onet", zip_with_link, "holds a link"),
    "a zip in a zip": ("onet", zip_in_zip, "zip inside a zip"),
    "a zip that is text": ("onet", skills(SKILLS, "db.zip"), "not a zip that can be read"),
    "an empty file": ("onet", skills(""), "is empty"),
    "column names and no rows": ("onet", skills(HEADER + "\n"), "no rows"),
    "blank lines only": ("onet", skills("\n\n\n"), "no rows"),
    "a missing column": ("onet", skills(SKILLS.replace("Data Value", "Value")), "“Data Value”"),
    "a column twice": ("onet", skills(doubled("Data Value")), "“Data Value” 2 times"),
    "a row cut off": ("onet", skills(SKILLS + "11-3021.00\t2.A"), "2 columns instead of 10"),
    "another file’s name": ("onet", skills(SKILLS, "numbers.txt"), "No O\\*NET table is here"),
    "a formula for a code": (
        "onet",
        skills(SKILLS.replace("11-3021.00", '=CMD("x")')),
        "no code like 11-3021.00",
    ),
    "words for a rating": ("onet", rating("high"), "“high” is not a number"),
    "a number in Python’s spelling": ("onet", rating("1_0"), "“1_0” is not a number"),
    "infinity": ("onet", rating("inf"), "“inf” is not a number"),
    "not a number": ("onet", rating("NaN"), "“NaN” is not a number"),
    "a rating off the scale": ("onet", rating("9.5"), "not between 1 and 5"),
    "fewer than no raters": ("onet", rating("3", "-4"), "-4 is not between 0"),
    "more digits than a number has": ("onet", rating("1" * 5000), "is not a number"),
    "empty bytes": ("onet", skills(SKILLS.encode() + b"\0" * 50), "NUL"),
    "half an UTF-16 file": ("onet", skills(b"\xff\xfe" + SKILLS.encode("utf-16-le")[:101]), "text"),
    "a web page": ("onet", skills("<!DOCTYPE html><html>Not found"), "web page"),
    "an Excel file that is a web page": ("onet", skills("<html>", "Skills.xlsx"), "web page"),
    "an Excel file that is text": ("onet", skills(SKILLS, "Skills.xlsx"), "not an Excel workbook"),
    "an Excel file cut off": ("onet", skills(workbook(SKILLS)[:-90], "Skills.xlsx"), "workbook"),
    "an Excel file with a far cell": (
        "onet",
        skills(cell_at("XFD1"), "Skills.xlsx"),
        "outside any",
    ),
    "an Excel file of a million rows": (
        "onet",
        skills(cell_at("A1048576"), "Skills.xlsx"),
        "outside any",
    ),
    "an old Excel file": ("onet", old_excel, "No O\\*NET table"),
    "projections without employment": (
        "bls-ep",
        skills(PROJECTIONS.replace("Employment 20", "Jobs 20"), "Employment Projections.csv"),
        "Give the CSV",
    ),
    "projections below nothing": (
        "bls-ep",
        skills(PROJECTIONS.replace("1,579.8", "-1,579.8"), "Employment Projections.csv"),
        "-1579.8 is not between 0",
    ),
    "an open quotation": (
        "bls-ep",
        skills(PROJECTIONS + '"Actors', "Employment Projections.csv"),
        "unexpected end of data",
    ),
    "a relation of no kind": (
        "esco",
        lambda folder: write_tables(
            folder / "esco",
            {name: text.replace("optional", "perhaps") for name, text in ESCO_TABLES.items()},
        ),
        "neither essential nor optional",
    ),
    "a classification of nothing": (
        "esco",
        skills(ESCO_TABLES["skills_en.csv"], "skills_en.csv"),
        "occupations_en.csv",
    ),
    "no file": ("onet", lambda folder: folder / "nowhere.zip", "There is no file or folder"),
    "a folder of too many files": ("onet", crowded_folder, "name the one of the release"),
    "tables too deep in folders": (
        "onet",
        lambda folder: write_tables(folder / "a/b/c/d", ONET_TABLES).parents[3],
        "holds no files",
    ),
    "an empty folder": ("onet", lambda folder: folder, "holds no files"),
}


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Facts that must stay as they are."""
    folder = tmp_path_factory.mktemp("kept")
    install("onet", write_tables(folder / "onet", ONET_TABLES), folder / "facts")
    install("esco", write_tables(folder / "esco", ESCO_TABLES), folder / "facts")
    projections = skills(PROJECTIONS, "Employment Projections.csv")(folder)
    install("bls-ep", projections, folder / "facts")
    return folder / "facts"


@pytest.mark.parametrize("broken", BROKEN)
def test_gives_a_sentence_and_changes_nothing(broken: str, facts: Path, tmp_path: Path) -> None:
    source, make, sentence = BROKEN[broken]
    path = make(tmp_path)
    before = {each.name: each.read_bytes() for each in facts.iterdir()}
    with pytest.raises(TurnpointError, match=sentence) as failure:
        install(source, path, facts)
    said = str(failure.value)
    assert said.endswith((".", "”", "FOLDER"))
    assert "\n" not in said
    assert len(said) < 400
    assert {each.name: each.read_bytes() for each in facts.iterdir()} == before


def test_a_line_of_100_megabytes_is_refused_in_little_memory(facts: Path, tmp_path: Path) -> None:
    path = tmp_path / "Skills.txt"
    with path.open("wb") as file:
        file.write(HEADER.encode() + b"\n")
        for _ in range(100):
            file.write(b"x" * 1_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(TurnpointError, match="line 2 is longer than 1,000,000"):
            install("onet", path, facts)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 20_000_000


def test_a_table_without_end_is_refused(
    facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "MAX_ROWS", 5)
    with pytest.raises(TurnpointError, match="more than 5 rows"):
        install("onet", skills(SKILLS)(tmp_path), facts)


def test_a_file_in_windows_letters_is_read_with_a_note(tmp_path: Path) -> None:
    text = "O*NET-SOC Code\tAlternate Title\n11-3021.00\tChargé d’affaires\n"
    (tmp_path / "Alternate Titles.txt").write_bytes(text.encode("cp1252"))
    done = install("onet", tmp_path / "Alternate Titles.txt", tmp_path / "facts")
    assert done.manifest.notes == ("Alternate Titles.txt is not UTF-8; read as Windows-1252.",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_with_a_byte_order_mark_is_read(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "Skills.txt").write_bytes(SKILLS.encode(encoding))
    assert install("onet", tmp_path / "Skills.txt", tmp_path / "facts").manifest.rows == 6


def test_numbers_kept_as_text_are_numbers(tmp_path: Path) -> None:
    quoted = workbook(SKILLS).replace(b"<v>4.12</v>", b"<v>4.12</v>")
    (tmp_path / "Skills.xlsx").write_bytes(quoted)
    assert install("onet", tmp_path / "Skills.xlsx", tmp_path / "facts").changed
