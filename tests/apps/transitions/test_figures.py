from __future__ import annotations

import pytest

from turnpoint.apps.transitions.figures import read_figure, spell


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("60,000", 60_000),
        ("60 000", 60_000),
        ("60’000", 60_000),
        ("1,234,567.5", 1_234_567.5),
        ("1.234.567,5", 1_234_567.5),
        ("60k", 60_000),
        ("€ 2,100", 2_100),
        ("1,5", 1.5),
        ("0,125", 0.125),
        ("−40", -40),
        ("12 %", 12),
        (".5", 0.5),
    ],
)
def test_reads_figures_as_people_type_them(typed: str, value: float) -> None:
    assert read_figure(typed) == value


@pytest.mark.parametrize(
    "typed", ["nan", "inf", "-inf", "1e999", "four", "1,2,3", "1/2", "٣", "--1", "1e400", "0x10"]
)
def test_refuses_what_is_not_a_number_in_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match=r"is not a number|is too large"):
        read_figure(typed)


def test_asks_back_where_an_amount_can_be_read_in_two_ways() -> None:
    with pytest.raises(ValueError, match=r"60\.000 or 60000"):
        read_figure("60.000", amount=True)


@pytest.mark.parametrize("value", [0, -40.0, 0.125, 1_234_567.5, 1e15, 1e-7])
def test_reads_what_it_spelt(value: float) -> None:
    assert read_figure(spell(value)) == value
