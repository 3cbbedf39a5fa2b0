"""Occupations and the classes a survey counted them in."""

from __future__ import annotations

import numpy as np
from tests.sample_market import GARDENER, SUPERVISOR, tiny_market

from turnpoint.core.transition.profile import profiles_of
from turnpoint.core.transition.survey_class import (
    class_profiles,
    classes_of,
    membership,
    nearest_classed,
    shares,
)
from turnpoint.labour.flow import SurveyClass

CLASSES = (
    SurveyClass("11-1010", ("11-1010", "11-1030"), "Chief Executives; Legislators"),
    SurveyClass("25-1000", ("25-1000",), "Postsecondary Teachers"),
    SurveyClass("37-3010", ("37-3010",), "Grounds Maintenance Workers"),
    SurveyClass("47-2111", ("47-2111",), "Electricians"),
)


def test_detailed_broad_and_minor_codes_find_their_class() -> None:
    crosswalk = (
        ("11-1031.00", "11-1031.00"),
        ("25-1011.00", "25-1011.00"),
        ("47-2111.00", "47-2111.00"),
        ("99-9999.00", "99-9999.00"),
    )
    assert classes_of(CLASSES, crosswalk) == {
        "11-1031.00": (0,),
        "25-1011.00": (1,),
        "47-2111.00": (3,),
    }


def test_an_occupation_of_two_classes_is_divided_between_them() -> None:
    member = membership(["a", "b"], {"a": (0, 2)}, 4)
    assert member[:, 0].tolist() == [0.5, 0, 0.5, 0]
    assert not member[:, 1].any()


def test_shares_sum_to_one_even_for_a_class_nobody_described() -> None:
    profiles = profiles_of(tiny_market())
    member = np.zeros((1, 8), np.float32)
    found = shares(member, profiles, [SurveyClass("37-9999", ("37-9999",), "Others outdoors")])
    assert np.isclose(found.sum(), 1)
    assert set(np.flatnonzero(found[0])) == {SUPERVISOR, GARDENER}


def test_an_occupation_in_no_class_joins_the_one_it_resembles() -> None:
    profiles = profiles_of(tiny_market())
    member = np.eye(8, dtype=np.float32)
    member[:, GARDENER] = 0
    assert nearest_classed(profiles, member)[SUPERVISOR, GARDENER] == 1


def test_a_class_is_the_mean_of_its_occupations() -> None:
    market = tiny_market()
    profiles = profiles_of(market)
    codes = [occupation.code for occupation in market.occupations]
    found = class_profiles(profiles, CLASSES[:1], {codes[0]: (0,), codes[1]: (0,)}, codes)
    assert np.isclose(found.log_pay[0], profiles.log_pay[:2].mean())
