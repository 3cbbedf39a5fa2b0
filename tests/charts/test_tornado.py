"""The chart of what moves an outcome: its sentence, its table, and what it leaves out."""

from __future__ import annotations

from turnpoint.charts.tornado import MOST_BARS, tornado
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.tornado import Swing, Tornado


def varied(**ends: tuple[float, float]) -> Tornado:
    terms = Assumptions()
    swings = (Swing(terms.one(name), *pair) for name, pair in ends.items())
    widest = tuple(sorted(swings, key=lambda swing: -swing.width))
    return Tornado(15.0, "months", widest)


def test_names_the_one_that_moves_it_most_and_its_range() -> None:
    chart = tornado(varied(set_up=(12.0, 21.0), half_life=(16.0, 14.5)), "the months to be ready")
    assert chart is not None
    assert chart.sentence == (
        "“Setting up a business before it earns” moves the months to be ready most: from 12.0 "
        "months to 21.0 months, as it goes from 3 to 12 months. 1 other moves it less."
    )
    first, second = chart.rows
    assert first[1:] == ("3 months", "12.0 months", "12 months", "21.0 months", "9.0 months")
    assert second[0].startswith("How long until half")


def test_what_moves_nothing_is_left_out_and_nothing_at_all_is_no_chart() -> None:
    chart = tornado(varied(set_up=(12.0, 21.0), climb=(15.0, 15.0)), "the months")
    assert chart is not None
    assert len(chart.rows) == 1
    assert "Nothing else moves it." in chart.sentence
    assert tornado(varied(climb=(15.0, 15.0)), "the months") is None


def test_the_table_has_every_swing_and_the_drawing_the_widest() -> None:
    names = [term.name for term in Assumptions().described()][: MOST_BARS + 3]
    chart = tornado(varied(**dict.fromkeys(names, (10.0, 20.0))), "the months")
    assert chart is not None
    assert len(chart.rows) == MOST_BARS + 3
    halves = 2 * MOST_BARS
    assert chart.svg.count("<title>") == 2 * halves


def test_money_has_its_sign() -> None:
    terms = Assumptions()
    swings = (Swing(terms.one("climb"), -5_000.0, 12_000.0),)
    chart = tornado(Tornado(3_000.0, "US dollars", swings), "five years against staying")
    assert chart is not None
    assert "from −\N{WORD JOINER}$5,000 to $12,000, as it goes from 0% to 6%." in chart.sentence
