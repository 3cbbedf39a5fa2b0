"""Broken and hostile files: each gives one sentence, changes nothing, and costs little."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.apps.profiles.conftest import TABLES

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles import queries
from turnpoint.apps.profiles.models import PendingImport

MB = 1024 * 1024
POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On\n"


def zipped(files: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def whole() -> bytes:
    return zipped(dict(TABLES))


def positions(content: bytes | str) -> bytes:
    return zipped({"Positions.csv": content})


def locked() -> bytes:
    """The flag that says a member is encrypted, in both of its headers."""
    content = bytearray(positions(POSITIONS))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    return bytes(content)


def lying_about_its_size() -> bytes:
    content = bytearray(positions(POSITIONS + "Acme,Welder,,,2019,\n"))
    at = content.index(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 12)
    return bytes(content)


def bad_checksum() -> bytes:
    text = (POSITIONS + "Acme,Welder,,,2019,\n").encode()
    content = zipped({"Positions.csv": text}, zipfile.ZIP_STORED)
    return content.replace(b"Welder", b"Melder")


def with_a_link() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        member = zipfile.ZipInfo("Positions.csv")
        member.external_attr = 0o120777 << 16
        archive.writestr(member, "/etc/passwd")
    return buffer.getvalue()


BROKEN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "empty": ("x.json", lambda: b""),
    "only spaces": ("x.json", lambda: b" \n\t "),
    "a PDF called json": ("resume.json", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"),
    "a picture": ("me.json", lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00"),
    "cut off JSON": ("x.json", lambda: b'{"basics": {"name": "Ines"'),
    "no JSON at all": ("x.json", lambda: b"Dear hiring manager,"),
    "a web page": ("x.json", lambda: b"<!doctype html><title>Sign in</title>"),
    "Latin-1": ("x.json", lambda: '{"basics": {"name": "Inès Möreau"}}'.encode("latin-1")),
    "half a UTF-16 letter": ("x.json", lambda: '{"basics": 1}'.encode("utf-16")[:-1]),
    "a list": ("x.json", lambda: b'[{"position": "Cook"}]'),
    "a number": ("x.json", lambda: b"42"),
    "null": ("x.json", lambda: b"null"),
    "another schema": ("x.json", lambda: b'{"openapi": "3.1.0", "paths": {}}'),
    "nothing but nulls": ("x.json", lambda: b'{"basics": null, "work": null, "skills": [null]}'),
    "a list instead of an object": ("x.json", lambda: b'{"basics": [], "work": {"a": 1}}'),
    "only titles that are formulas": (
        "x.json",
        lambda: b'{"work": [{"position": "=HYPERLINK(\\"http://x\\")"}, {"position": "@SUM(A1)"}]}',
    ),
    "nested deeply": ("x.json", lambda: b'{"work":' + b"[" * MB + b"]" * MB + b"}"),
    "objects nested deeply": ("x.json", lambda: b'{"work":' * 300_000),
    "a number of three million digits": (
        "x.json",
        lambda: b'{"basics": ' + b"9" * 3 * MB + b"}",
    ),
    "ten megabytes of one number": ("x.json", lambda: b'{"basics": ' + b"9" * 10 * MB + b"}"),
    "a million empty objects": ("x.json", lambda: b'{"work": [' + b"{}," * MB + b"{}]}"),
    "a key of megabytes": ("x.json", lambda: b'{"' + b"k" * 3 * MB + b'": 1}'),
    "a cut off zip": ("x.zip", lambda: whole()[:-40]),
    "half a zip": ("x.zip", lambda: whole()[: len(whole()) // 2]),
    "the first bytes of a zip": ("x.zip", lambda: b"PK\x03\x04"),
    "a zip without files": ("x.zip", lambda: zipped({})),
    "a zip of something else": ("x.zip", lambda: zipped({"word/document.xml": "<w/>"})),
    "a zip inside a zip": ("x.zip", lambda: zipped({"export.zip": whole()})),
    "a locked zip": ("x.zip", locked),
    "a zip that climbs out": ("x.zip", lambda: zipped({"../../Positions.csv": POSITIONS})),
    "a zip from the root": ("x.zip", lambda: zipped({"/etc/Positions.csv": POSITIONS})),
    "a zip from another drive": ("x.zip", lambda: zipped({"C:\\Positions.csv": POSITIONS})),
    "a zip with a link": ("x.zip", with_a_link),
    "a zip bomb": ("x.zip", lambda: positions(b"0" * 60 * MB)),
    "a line of 100 MB": ("x.zip", lambda: positions(POSITIONS.encode() + b"A" * 100 * MB)),
    "a line of half a megabyte": ("x.zip", lambda: positions(POSITIONS + "A" * MB + ",Cook\n")),
    "a zip that lies about a size": ("x.zip", lying_about_its_size),
    "a damaged table": ("x.zip", bad_checksum),
    "a table in Latin-1": (
        "x.zip",
        lambda: positions((POSITIONS + "Café Zoë,Cook,,,,\n").encode("latin-1")),
    ),
    "a quotation mark that never closes": ("x.zip", lambda: positions(POSITIONS + '"Acme,Cook\n')),
    "an empty table": ("x.zip", lambda: positions("")),
    "a table of other columns": ("x.zip", lambda: positions("a,b\n1,2\n")),
    "a table of nothing but commas": ("x.zip", lambda: positions(POSITIONS + ",,,,,\n" * 1000)),
    "five thousand files and more": (
        "x.zip",
        lambda: zipped({f"{number}.csv": "" for number in range(5_001)}),
    ),
    "a spreadsheet called zip": (
        "x.zip",
        lambda: zipped({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}),
    ),
    "absurd dates and no titles": (
        "x.zip",
        lambda: positions(POSITIONS + "Acme,,,,31 Feb 99999,0000\n"),
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_gives_one_sentence_and_changes_nothing(ada: User, ada_browser: Client, name: str) -> None:
    file_name, make = BROKEN[name]
    content = make()
    began = time.monotonic()
    response = ada_browser.post(
        "/profile/import/", {"file": SimpleUploadedFile(file_name, content)}
    )
    took = time.monotonic() - began
    assert response.status_code == 422
    (sentence,) = response.context["form"].errors["file"]
    assert sentence.endswith((".", ".)"))
    assert len(sentence) < 300
    assert "Traceback" not in sentence
    assert not PendingImport.objects.exists()
    assert not queries.said_anything(owner=ada)
    assert queries.held_roles(owner=ada) == ()
    assert took < 3


@pytest.mark.parametrize(
    "name", ["a zip bomb", "a line of 100 MB", "nested deeply", "ten megabytes of one number"]
)
def test_costs_little_memory(ada: User, name: str) -> None:
    from turnpoint.apps.profiles.resume import services
    from turnpoint.errors import BadFile

    file_name, make = BROKEN[name]
    content = make()
    tracemalloc.start()
    try:
        with pytest.raises(BadFile):
            services.hold_import(owner=ada, file_name=file_name, content=content)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 60 * MB


def test_refuses_more_than_twenty_megabytes(ada_browser: Client) -> None:
    large = SimpleUploadedFile("x.zip", b"PK\x03\x04" + b"0" * 20 * MB)
    response = ada_browser.post("/profile/import/", {"file": large})
    assert response.status_code == 422
    assert "20 MB" in response.context["form"].errors["file"][0]


def test_refuses_a_form_without_a_file(ada_browser: Client) -> None:
    assert ada_browser.post("/profile/import/").status_code == 422
