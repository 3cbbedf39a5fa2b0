"""The shipped table of licences is whole and speaks of occupations that exist."""

from __future__ import annotations

from turnpoint.labour import tables
from turnpoint.labour.licence import Demand, licence_of, licences


def test_every_licence_belongs_to_a_known_occupation() -> None:
    known = {code[:7] for code, _ in tables.occupations()}
    assert licences().keys() <= known


def test_months_rise_from_low_to_high() -> None:
    for licence in licences().values():
        assert list(licence.school) == sorted(licence.school)
        assert list(licence.practice) == sorted(licence.practice)


def test_covers_what_is_commonly_licensed() -> None:
    for soc in ("29-1215", "29-1141", "23-1011", "25-2021", "53-2011", "47-2111", "39-5012"):
        assert licence_of(soc) is not None
    assert len(licences()) >= 80


def test_some_roles_only_is_told_apart() -> None:
    accountant = licence_of("13-2011")
    assert accountant is not None
    assert accountant.demand is Demand.SOME


def test_most_work_has_no_licence() -> None:
    assert licence_of("15-1252") is None
