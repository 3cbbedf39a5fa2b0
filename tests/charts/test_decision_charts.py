"""The four charts of a decision: each says in its sentence what its table says in figures."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.decisions import small_file

from turnpoint.charts.acceptability import acceptability
from turnpoint.charts.cash_fan import cash_fan
from turnpoint.charts.chart import Chart
from turnpoint.charts.find_out import find_out
from turnpoint.charts.point_of_no_return import point_of_no_return
from turnpoint.core.decision.answers import Answers, answer
from turnpoint.core.decision.preferences import Preferences
from turnpoint.core.decision.toml_text import read
from turnpoint.interfaces.samples.decisions import text


@pytest.fixture(scope="module")
def lyon() -> Answers:
    return answer(read(text("promotion-with-a-move")).file, draws=1_000)


def check(chart: Chart | None) -> Chart:
    assert chart is not None
    assert "<svg" in chart.svg
    assert "style=" not in chart.svg
    assert {len(row) for row in chart.rows} == {len(chart.columns)}
    assert "seed 2026" in chart.source
    return chart


def test_acceptability_has_a_row_an_option_and_says_who_leads(lyon: Answers) -> None:
    chart = check(acceptability(lyon))
    leader = next(row for row in chart.rows if row[0] == "Lyon, the family moves")
    assert leader[1] in chart.sentence
    assert chart.columns == ("option", "first", "second", "third")


@pytest.mark.parametrize("option", ["stay", "lyon", "weekly"])
def test_the_fan_of_cash_begins_at_what_there_is(lyon: Answers, option: str) -> None:
    chart = check(cash_fan(lyon, option))
    assert chart.rows[0] == ("0", *["€38,000"] * 5)
    assert chart.rows[-1][0] == "60"


def test_a_fan_that_runs_dry_marks_the_month() -> None:
    answers = answer(read(text("quit-or-search")).file, draws=1_000)
    chart = check(cash_fan(answers, "quit"))
    assert "gone in 1 of 20" in chart.svg
    assert "gone by month" in chart.sentence


def test_the_timeline_says_how_far_the_deadline_is(lyon: Answers) -> None:
    chart = check(point_of_no_return(lyon))
    assert "4–12 January 2027" in chart.sentence
    assert "21 days after the deadline, 14 December 2026" in chart.sentence
    assert chart.rows[0][-1] == "point of no return"


def test_what_to_find_out_lists_whom_to_ask_and_by_when(lyon: Answers) -> None:
    chart = check(find_out(lyon))
    licence = next(row for row in chart.rows if row[0].startswith("Can Camille’s licence"))
    assert licence[1] == "the chamber in Lyon"
    assert licence[-1] == "7 December 2026"


def test_there_is_no_chart_of_what_was_not_said() -> None:
    bare = small_file(criteria=(), effects=(), preferences=Preferences(), questions=(), people=())
    stay, berlin = bare.options
    from dataclasses import replace

    from turnpoint.core.decision.option import OPEN

    answers = answer(replace(bare, options=(stay, replace(berlin, way_back=OPEN))), draws=200)
    assert acceptability(answers) is None
    assert find_out(answers) is None
    assert point_of_no_return(answers) is None
    assert check(cash_fan(answers, "berlin"))


@pytest.mark.parametrize("name", ["promotion-with-a-move", "finance-chief"])
def test_the_order_of_criteria_changes_no_plot(name: str) -> None:
    file = read(text(name)).file
    once = answer(file, draws=500)
    again = answer(replace(file, criteria=file.criteria[::-1]), draws=500)
    for drawn in (acceptability, point_of_no_return, find_out):
        assert _told(drawn(again)) == _told(drawn(once))
    for option in file.options:
        assert _told(cash_fan(again, option.key)) == _told(cash_fan(once, option.key))


def _told(chart: Chart | None) -> tuple[object, ...]:
    """What a reader sees of it; the source names the file by its hash, which an order changes."""
    chart = check(chart)
    return chart.sentence, chart.svg, chart.columns, chart.rows
