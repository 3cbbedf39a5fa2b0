from __future__ import annotations

import re
from dataclasses import replace

from tests.sample_market import GARDENER, IT_MANAGER, LAWYER, METRO, tiny_market

from turnpoint.charts.chart import Chart
from turnpoint.charts.pay_percentiles import PayRow, pay_percentiles

NAN = float("nan")


def chart_of(occupation: int, **changes: object) -> Chart | None:
    cell = tiny_market().pay(occupation)
    assert cell is not None
    row = PayRow("United States", "in the United States", replace(cell, **changes))  # type: ignore[arg-type]
    return pay_percentiles([row], source="made up")


def test_every_figure_of_the_sentence_stands_in_the_table() -> None:
    market = tiny_market()
    nation, metro = market.pay(IT_MANAGER), market.pay(IT_MANAGER, METRO)
    assert nation is not None
    assert metro is not None
    chart = pay_percentiles(
        [PayRow("United States", "in the nation", nation), PayRow("Seattle", "there", metro)],
        source="made up",
    )
    assert chart is not None
    told = re.findall(r"\$[\d,]+\d", chart.sentence)
    listed = " ".join(cell for row in chart.rows for cell in row)
    assert len(told) == 6
    assert all(amount in listed for amount in told)
    assert chart.sentence.startswith("In the nation half earn $137,000 to $224,000 a year")


def test_says_at_least_where_pay_is_top_coded() -> None:
    chart = chart_of(IT_MANAGER)
    assert chart is not None
    assert chart.rows[0][5] == "at least $239,200"
    assert "▶" in chart.svg


def test_says_what_is_not_published() -> None:
    chart = chart_of(LAWYER)
    assert chart is not None
    assert chart.rows[0][5] == "not published"


def test_draws_hourly_pay_where_no_yearly_pay_is_published() -> None:
    chart = chart_of(GARDENER, percentiles=(NAN,) * 5, hourly=(12.5, 15.0, 18.25, 22.0, 30.0))
    assert chart is not None
    assert "$15.00 to $22.00 an hour" in chart.sentence
    assert "$18.25" in chart.svg


def test_draws_nothing_where_nothing_is_published() -> None:
    assert chart_of(GARDENER, percentiles=(NAN,) * 5) is None


def test_has_as_many_cells_in_every_row_as_columns() -> None:
    chart = chart_of(GARDENER)
    assert chart is not None
    assert {len(row) for row in chart.rows} == {len(chart.columns)}


def test_breaks_a_long_name_into_lines_rather_than_cut_it() -> None:
    cell = tiny_market().pay(GARDENER)
    assert cell is not None
    name = "First-Line Supervisors of Landscaping, Lawn Service, and Groundskeeping Workers"
    chart = pay_percentiles([PayRow(name, "in the nation", cell)], source="made up")
    assert chart is not None
    lines = re.findall(r"<tspan[^>]*>([^<]+)</tspan>", chart.svg)
    assert " ".join(lines) == f"{name} {name}"  # the wide drawing, then the narrow one
    assert max(map(len, lines[2:])) * 7 < 300
