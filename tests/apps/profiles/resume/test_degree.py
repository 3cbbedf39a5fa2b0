from __future__ import annotations

import pytest

from turnpoint.apps.profiles.resume.degree import degree_level


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("High School Diploma", 2),
        ("Certificate in bookkeeping", 3),
        ("Data bootcamp", 3),
        ("Associate of Applied Science", 5),
        ("Bachelor", 6),
        ("Bachelor of Science - BS", 6),
        ("BSc (Hons)", 6),
        ("B.A.", 6),
        ("LL.B", 6),
        ("Postgraduate Certificate", 7),
        ("Master of Arts", 8),
        ("MBA", 8),
        ("M.Sc.", 8),
        ("MSc Computing", 8),
        ("Juris Doctor", 10),
        ("Doctor of Medicine", 10),
        ("Ph.D.", 11),
        ("Doctor of Philosophy", 11),
        ("DPhil", 11),
        ("Postdoctoral fellowship", 12),
    ],
)
def test_knows_the_level_of_common_degrees(name: str, level: int) -> None:
    assert degree_level(name) == level


@pytest.mark.parametrize("name", ["", "Swimming", "Databases"])
def test_guesses_no_level(name: str) -> None:
    assert degree_level(name) is None
