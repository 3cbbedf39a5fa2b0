"""Which assessment tells the level of today, by the rule that pages show."""

from __future__ import annotations

import datetime as dt

from turnpoint.core.planning.assessment import (
    Assessment,
    Source,
    Strength,
    current,
    over_time,
    standing,
)
from turnpoint.core.planning.level import anchor, steps

TODAY = dt.date(2026, 11, 22)


def said(
    number: int, on: str, level: float | None, strength: int = 1, corrects: int | None = None
) -> Assessment:
    return Assessment(
        number,
        dt.date.fromisoformat(on),
        level,
        Source.SELF,
        Strength(strength),
        corrects=corrects,
    )


def picked(*assessments: Assessment) -> int | None:
    found = current(assessments, TODAY)
    return None if found is None else found.number


def test_the_strongest_evidence_counts_before_the_newest() -> None:
    assert picked(said(1, "2026-01-10", 3, 3), said(2, "2026-11-01", 5, 1)) == 1


def test_of_equally_strong_the_newest_counts_and_of_one_day_the_last_written() -> None:
    assert picked(said(1, "2026-05-01", 3), said(2, "2026-03-01", 4)) == 1
    assert picked(said(1, "2026-05-01", 3), said(2, "2026-05-01", 4)) == 2


def test_what_is_older_than_two_years_gives_way_to_anything_newer() -> None:
    assert picked(said(1, "2024-11-21", 6, 3), said(2, "2026-05-01", 4, 1)) == 2
    assert picked(said(1, "2024-11-22", 6, 3), said(2, "2026-05-01", 4, 1)) == 1
    assert picked(said(1, "2019-02-03", 6, 3), said(2, "2020-05-01", 4, 1)) == 1


def test_what_was_corrected_or_taken_back_does_not_count() -> None:
    first, second = said(1, "2026-05-01", 3), said(2, "2026-05-01", 4, corrects=1)
    assert picked(first, second) == 2
    assert picked(first, second, said(3, "2026-05-01", None, corrects=2)) is None
    back = said(4, "2026-05-01", 4, corrects=3)
    assert picked(first, second, said(3, "2026-05-01", None, corrects=2), back) == 4
    assert standing([first, second]) == (second,)


def test_a_day_to_come_does_not_count_yet() -> None:
    assert picked(said(1, "2026-11-23", 3)) is None


def test_over_time_is_what_the_rule_would_have_picked_then() -> None:
    shown = said(1, "2025-01-10", 3, 3)
    weaker, stronger = said(2, "2025-06-01", 5, 1), said(3, "2026-02-01", 4, 3)
    assert over_time([shown, weaker, stronger], TODAY) == (shown, stronger)


def test_every_level_has_words() -> None:
    assert anchor(4.1) == anchor(4) == "does ordinary work alone, and it holds"
    assert anchor(3.5).startswith("between “does ordinary tasks")
    assert anchor(9) == anchor(7)
    assert [level for level, _ in steps()] == [number / 2 for number in range(15)]
