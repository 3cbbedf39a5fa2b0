"""A week beside another: what one loves first, figures in the table, and a sentence that says most."""

from __future__ import annotations

from turnpoint.charts.week_beside import Spent, week_beside

SPENT = (
    Spent("Lists", -2, "drains me", 16, 4, 20),
    Spent("Mail", None, "", 4, 0, 6),
    Spent("Mending", 2, "love it", 20, 5, 12),
    Spent("Coaching", 1, "like it", 0, 3, 3),
)


def test_puts_what_is_loved_first_and_what_drains_last() -> None:
    chart = week_beside("Aldgate", SPENT)
    assert [row[0] for row in chart.rows] == ["Mending", "Coaching", "Mail", "Lists"]
    assert chart.rows[2][1] == "not said"


def test_says_what_is_most_at_stake_and_what_drains_and_might_grow() -> None:
    sentence = week_beside("Aldgate", SPENT).sentence
    assert "“Mending” goes from 20.0 hours a week to between 5.0 and 12.0" in sentence
    assert "“Lists”, which I would rather not do, from 16.0 to between 4.0 and 20.0" in sentence


def test_says_when_nothing_is_at_stake() -> None:
    kept = week_beside("Aldgate", SPENT[3:])
    assert "nothing I love is at stake" in kept.sentence
    assert "new → 3 h" in kept.svg
