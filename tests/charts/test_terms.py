"""The chart of a move's terms: for and against, and a table that adds up as printed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.sample_market import tiny_market

from turnpoint.charts.terms import apportioned, odds, signed, terms
from turnpoint.core.transition.move import TransitionModel

MODEL = TransitionModel.for_market(tiny_market())


def read(cell: str) -> float:
    return float(cell.replace("−", "-"))


def test_the_table_adds_up_as_printed_for_every_pair() -> None:
    for origin in range(8):
        for to in range(8):
            if origin != to:
                rows = terms(MODEL.move(origin, to)).rows
                printed = [read(row[2]) for row in rows]
                assert abs(sum(printed[:-1]) - printed[-1]) < 1e-9


@given(st.lists(st.floats(-9, 9), min_size=1, max_size=15))
def test_rounding_keeps_the_sum_and_moves_no_value_by_a_hundredth(values: list[float]) -> None:
    rounded = apportioned(values, sum(values))
    assert abs(sum(rounded) - round(sum(values), 2)) < 1e-6
    assert all(abs(one - other) <= 0.01 + 1e-9 for one, other in zip(values, rounded, strict=True))


def test_says_what_speaks_for_it_and_what_against() -> None:
    chart = terms(MODEL.move(0, 5))
    assert "For this move speak most" in chart.sentence or "Against it most" in chart.sentence
    assert len(chart.rows) == len(MODEL.move(0, 5).terms) + 1
    assert chart.svg.count("<svg") == 2


def test_odds_read_as_times_and_parts() -> None:
    assert odds(0.8755) == "× 2.4"
    assert odds(-0.8755) == "÷ 2.4"
    assert odds(0.01) == "as usual"
    assert [signed(value) for value in (0.5, -0.5, 0.001)] == ["+0.50", "−0.50", "0.00"]
