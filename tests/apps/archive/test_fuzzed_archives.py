"""Whatever is done to an archive: it is refused in a sentence and changes nothing, or it is whole."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.apps.archive.test_bad_archives import forged, refused, zipped
from tests.apps.archive.test_round_trip import person, taken
from tests.released import GOLDEN, RELEASES

from turnpoint.apps.accounts.models import User
from turnpoint.apps.archive import reading, services
from turnpoint.errors import BadFile

WHOLE = (GOLDEN / RELEASES[-1] / "everything.zip").read_bytes()
NASTY: list[Any] = [
    *(None, True, -1, 0, 99, 10**30, 1.5, -0.0, "", "x" * 20_000, "\0", "\ud800", "nan", "=1+1"),
    *("2026-02-30", "9999-12-31T23:59:59.999999+14:00", "0001-01-01", [], [[]], {}, {"#": 1}, [1]),
]
quick = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def members() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("flips", [1, 30])
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_bytes_that_were_changed_are_found_out(flips: int, data: st.DataObject) -> None:
    changed = bytearray(WHOLE)
    places = st.integers(0, len(WHOLE) - 1)
    for place in data.draw(st.lists(places, min_size=1, max_size=flips)):
        changed[place] ^= data.draw(st.integers(1, 255))
    original = reading.read(io.BytesIO(WHOLE))
    try:
        found = reading.read(io.BytesIO(bytes(changed)))
    except BadFile:
        pass
    else:  # the change lies in what only people read
        assert (found.tables, found.person) == (original.tables, original.person)


@pytest.mark.django_db
@quick
@given(data=st.data())
def test_a_row_that_was_forged_is_refused_or_harms_nobody(data: st.DataObject) -> None:
    def forge(tables: dict[str, Any]) -> None:
        for _ in range(data.draw(st.integers(1, 3))):
            rows = tables[data.draw(st.sampled_from(sorted(tables)))]
            row = rows[data.draw(st.integers(0, len(rows) - 1))]
            name = data.draw(st.sampled_from([*sorted(row), "owner", "id", "pk"]))
            row[name] = data.draw(st.sampled_from(NASTY))

    with transaction.atomic():
        bob, cleo = person("bob"), person("cleo")
        try:
            services.restore(owner=bob, archive=reading.read(forged(members(), forge)))
        except BadFile:
            assert services.is_empty(owner=bob)
        else:
            taken(bob)
        assert services.is_empty(owner=cleo)
        assert not User.objects.exclude(pk__in=(bob.pk, cleo.pk)).exists()
        transaction.set_rollback(True)


def with_names(*names: str) -> io.BytesIO:
    """The archive and further members that nobody asks for."""
    return zipped(members() | dict.fromkeys(names, b"here"))


def test_names_that_climb_out_links_and_thousands_of_members_are_left_unread() -> None:
    names = ["../../climbed", "/etc/climbed", "C:\\climbed", "x" * 60_000, "tables/", "tables/../x"]
    file = with_names(*names, *(f"much/{number}" for number in range(5_000)))
    with zipfile.ZipFile(file, "a") as archive:
        link = zipfile.ZipInfo("tables/link.json")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    archive_read = reading.read(file)
    assert archive_read.tables == reading.read(io.BytesIO(WHOLE)).tables


def test_a_member_that_stands_twice_is_the_one_of_the_manifest_or_refused(bob: User) -> None:
    file = zipped(members())
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("tables/profiles.HeldRole.json", b"[]")
    assert "damaged or changed" in refused(file, bob)


def test_an_archive_within_an_archive_and_a_forged_size_are_refused(bob: User) -> None:
    nested = members() | {"manifest.json": zipped({"manifest.json": b"{}"}).getvalue()}
    assert "not JSON" in refused(zipped(nested), bob)
    bomb = bytearray(zipped({"manifest.json": b" " * 5_000_000}).getvalue())
    for place in (bomb.rfind(b"PK\x01\x02") + 24, bomb.find(b"PK\x03\x04") + 22):
        bomb[place : place + 4] = (10).to_bytes(4, "little")
    refused(io.BytesIO(bytes(bomb)), bob)


@pytest.mark.parametrize("said", [{"tables": {"../x": {}}}, {"tables": []}, {"tables": {"x": 1}}])
def test_a_forged_manifest_is_refused(bob: User, said: dict[str, Any]) -> None:
    everything = members()
    manifest = json.loads(everything["manifest.json"]) | said
    refused(zipped(everything | {"manifest.json": json.dumps(manifest).encode()}), bob)


def assessments(*corrected: int | None) -> io.BytesIO:
    """The archive, where each assessment of a skill corrects the one of that place, if any."""

    def forge(tables: dict[str, Any]) -> None:
        rows = tables["skills.SkillAssessment"]
        assert len(rows) >= len(corrected)
        for row in rows:
            row["corrects"] = None
        for row, place in zip(rows, corrected, strict=False):
            row["corrects"] = None if place is None else rows[place]["#"]

    return forged(members(), forge)


def test_rows_that_name_later_ones_are_restored_and_a_circle_is_named(bob: User) -> None:
    assert "in a circle" in refused(assessments(1, 0), bob)
    archive = reading.read(assessments(1, None))
    assert services.restore(owner=bob, archive=archive) == archive.rows
    first, second, *_ = taken(bob).tables["skills.SkillAssessment"]
    assert (first["corrects"], second["corrects"]) == (None, 1)
