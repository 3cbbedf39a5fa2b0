from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from tests.apps.archive.workspaces import make

from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive import reading, services, writing
from turnpoint.errors import BadFile

Tables = dict[str, Any]


@pytest.fixture
def written(ada: User) -> dict[str, bytes]:
    make(ada, ["a_destination", "a_decided_transition", "a_role_beside"])
    out = io.BytesIO()
    writing.write(owner=ada, out=out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(members: dict[str, bytes]) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out


def forged(written: dict[str, bytes], change: Callable[[Tables], None]) -> io.BytesIO:
    """The same archive with other rows and digests that fit them."""
    manifest = json.loads(written["manifest.json"])
    tables = {label: json.loads(written[f"tables/{label}.json"]) for label in manifest["tables"]}
    change(tables)
    members = dict(written)
    manifest["tables"] = {}
    for label, rows in tables.items():
        content = json.dumps(rows).encode()
        members[f"tables/{label}.json"] = content
        digest = hashlib.sha256(content).hexdigest()
        manifest["tables"][label] = {"rows": len(rows), "sha256": digest}
    members["manifest.json"] = json.dumps(manifest).encode()
    return zipped(members)


def refused(file: io.BytesIO, bob: User) -> str:
    with pytest.raises(BadFile) as error:
        services.restore(owner=bob, archive=reading.read(file))
    assert services.is_empty(owner=bob)
    return str(error.value)


FORGERIES: dict[str, Callable[[Tables], None]] = {
    "another's row": lambda t: t["destinations.DestinationRevision"][0].update(destination=99),
    "a key by its name": lambda t: t["destinations.Destination"][0].update(id=1),
    "an owner": lambda t: t["destinations.Destination"][0].update(owner=1),
    "a list for a text": lambda t: t["profiles.HeldRole"][0].update(title=["x"]),
    "too long a text": lambda t: t["profiles.HeldRole"][0].update(title="x" * 5000),
    "no text": lambda t: t["profiles.HeldRole"][0].update(title=None),
    "a broken rule": lambda t: t["profiles.HeldRole"][0].update(title=""),
    "a date that is none": lambda t: t["destinations.DestinationRevision"][0].update(by="soon"),
    "the same number twice": lambda t: t["destinations.DestinationRevision"][1].update({"#": 1}),
    "more predictions than were sealed": lambda t: t["transitions.Prediction"].append(
        {**t["transitions.Prediction"][0], "#": 99, "position": 7}
    ),
    "an unknown table": lambda t: t.update({"auth.Permission": []}),
    "an account": lambda t: t.update({"accounts.User": [{"#": 1, "is_superuser": True}]}),
    "no rows": lambda t: t.update({"profiles.HeldRole": {"a": 1}}),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forged_archive_changes_nothing(written: dict[str, bytes], bob: User, name: str) -> None:
    assert "othing" in refused(forged(written, FORGERIES[name]), bob)


@pytest.mark.parametrize(
    "missing", ["manifest.json", "person.json", "tables/profiles.HeldRole.json"]
)
def test_says_what_is_missing(written: dict[str, bytes], bob: User, missing: str) -> None:
    del written[missing]
    assert missing in refused(zipped(written), bob)


def test_notices_a_table_that_was_changed(written: dict[str, bytes], bob: User) -> None:
    written["tables/profiles.HeldRole.json"] = b"[]"
    assert "damaged or changed" in refused(zipped(written), bob)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip at all", b"{}" * 500])
def test_says_that_a_file_is_no_archive(bob: User, content: bytes) -> None:
    assert "cannot be unpacked" in refused(io.BytesIO(content), bob)


@pytest.mark.parametrize("cut", [0.3, 0.9, 0.999])
def test_a_file_cut_short_changes_nothing(written: dict[str, bytes], bob: User, cut: float) -> None:
    whole = zipped(written).getvalue()
    refused(io.BytesIO(whole[: int(len(whole) * cut)]), bob)


@pytest.mark.parametrize("form", [2, 0, "1", True, None])
def test_says_that_it_comes_from_the_future(
    written: dict[str, bytes], bob: User, form: Any
) -> None:
    manifest = json.loads(written["manifest.json"])
    written["manifest.json"] = json.dumps(manifest | {"format": form}).encode()
    assert "format" in refused(zipped(written), bob)


def test_a_bomb_is_not_unpacked(
    written: dict[str, bytes], bob: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST_UNPACKED", 1_000_000)
    written["tables/profiles.HeldRole.json"] = b" " * 2_000_000
    assert "unpack to more than" in refused(zipped(written), bob)


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"a": NaN}', b"\xff\xfe", b"[1,"])
def test_json_that_cannot_be_read_is_named(
    written: dict[str, bytes], bob: User, content: bytes
) -> None:
    written["person.json"] = content
    assert "person.json" in refused(zipped(written), bob)
