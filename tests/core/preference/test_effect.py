"""Effects: what an interval means, and one draw for one variable."""

from __future__ import annotations

import numpy as np
import pytest

from turnpoint.core.preference import streams
from turnpoint.core.preference.effect import (
    AtLevel,
    Drawn,
    Ends,
    Exactly,
    Place,
    Unknown,
    draw,
)
from turnpoint.core.preference.value import Criterion, Levels, Linear
from turnpoint.core.trajectory.futures import BLOCK, Futures
from turnpoint.core.trajectory.interval import Interval
from turnpoint.errors import BadInput

PAY = Criterion("pay", "Pay", Linear(30_000, 90_000), "euros a year")
HOME = Criterion("home", "Days at home", Levels(("none", "two", "all"), (0.0, 0.7, 1.0)))
HERE = Place("effect a\npay", 1, 0, 16_000)


@pytest.mark.parametrize("sure", [0.8, 0.9, 0.5])
@pytest.mark.parametrize("ends", [(40_000, 45_000, 60_000), (-10, 2, 5)])
def test_an_interval_holds_the_share_of_futures_it_says(
    sure: float, ends: tuple[float, float, float]
) -> None:
    low, likely, high = ends
    x = draw(Interval(low, likely, high, sure), PAY, HERE)
    inside = np.mean((x >= low) & (x <= high))
    assert abs(inside - sure) < 4 * np.sqrt(sure * (1 - sure) / x.size)
    assert abs(np.mean(x < likely) - 0.5) < 4 * 0.5 / np.sqrt(x.size)


def test_a_middle_and_a_deviation_are_not_read_as_an_interval() -> None:
    interval = draw(Interval(0, 0.5, 1), PAY, HERE)
    normal = draw(Interval.with_mean_and_deviation(0, 1), PAY, HERE)
    assert np.median(interval) == pytest.approx(0.5, abs=0.02)
    assert normal.mean() == pytest.approx(0, abs=0.04)
    assert normal.std() == pytest.approx(1, abs=0.04)


def test_at_least_and_at_most_are_never_left() -> None:
    x = draw(Ends(1, 2, 5), PAY, HERE)
    assert x.min() >= 1
    assert x.max() <= 5 + 1e-6
    assert x.mean() == pytest.approx(8 / 3, abs=0.03)
    assert draw(Ends(3, 3, 3), PAY, HERE) == pytest.approx(3)


def test_dont_know_is_the_whole_range_between_the_anchors() -> None:
    x = draw(Unknown(), PAY, HERE)
    assert 30_000 <= x.min() < 30_100
    assert 89_900 < x.max() <= 90_000
    assert abs(np.mean(x < 45_000) - 0.25) < 0.015
    levels = draw(Unknown(), HOME, HERE)
    assert np.bincount(levels.astype(int)) / levels.size == pytest.approx([1 / 3] * 3, abs=0.02)


def test_levels_come_with_their_chances() -> None:
    x = draw(AtLevel(("two", "all"), (0.8, 0.2)), HOME, HERE)
    assert set(x) == {1, 2}
    assert np.mean(x == 1) == pytest.approx(0.8, abs=0.015)
    assert set(draw(AtLevel(("none",)), HOME, HERE)) == {0}


def test_a_named_variable_is_the_same_draw_in_every_cell_and_in_the_trajectory() -> None:
    rent = Interval(900, 1_000, 1_300, variable="rent")
    here = draw(rent, PAY, Place("effect a\npay", 4, 0, 5_000))
    there = draw(rent, PAY, Place("effect b\npay", 4, 0, 5_000))
    assert np.array_equal(here, there)
    futures = Futures(4, 5_000)
    z = np.concatenate([futures.normal("rent", first) for first in futures.blocks()])
    assert here == pytest.approx(rent.at(z), rel=1e-5)


def test_blocks_of_draws_hold_whole_blocks_of_futures() -> None:
    assert streams.BLOCK % BLOCK == 0


def test_two_unnamed_cells_are_drawn_apart() -> None:
    x = draw(Interval(0, 1, 2), PAY, HERE)
    y = draw(Interval(0, 1, 2), PAY, Place("effect b\npay", 1, 0, 16_000))
    assert abs(np.corrcoef(x, y)[0, 1]) < 0.04


def test_futures_drawn_elsewhere_are_taken_as_they_are() -> None:
    cash = np.arange(40_000.0)
    assert draw(Drawn(cash), PAY, Place("x", 1, 1, 3)).tolist() == [16_384, 16_385, 16_386]
    assert draw(Exactly(3), PAY, HERE).tolist() == [3] * 16_000


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Exactly(float("nan")),
        lambda: Ends(3, 2, 1),
        lambda: Ends(1, float("inf"), 2),
        lambda: AtLevel(()),
        lambda: AtLevel(("a", "b"), (0.5, 0.6)),
        lambda: AtLevel(("a", "b"), (0.5,)),
        lambda: Drawn(np.array([1.0, np.nan])),
        lambda: draw(AtLevel(("three",)), HOME, HERE),
        lambda: draw(AtLevel(("two",)), PAY, HERE),
    ],
)
def test_refuses_what_is_no_effect(wrong: object) -> None:
    with pytest.raises(BadInput):
        wrong()  # type: ignore[operator]  # each is a function
