"""Money months that are kept by option are those that would be made anew, to the bit."""

from __future__ import annotations

import dataclasses

import numpy as np
from tests.decisions import small_file

from turnpoint.core.decision import as_trajectory
from turnpoint.core.decision.remembered import remembered
from turnpoint.core.trajectory.interval import Interval
from turnpoint.core.trajectory.simulate import simulate
from turnpoint.core.trajectory.trajectory import Trajectory

FILE = small_file()
MONEY, COURSES = as_trajectory.money(FILE), as_trajectory.courses(FILE)
FUTURES = as_trajectory.futures(FILE, seed=11, draws=5_000)


def assert_same(one: Trajectory, other: Trajectory) -> None:
    for field in dataclasses.fields(Trajectory):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        assert np.array_equal(mine, theirs), field.name


def test_an_option_whose_money_moved_is_stepped_anew_and_the_others_stay() -> None:
    first = remembered(MONEY, COURSES, FUTURES)
    assert_same(first, simulate(MONEY, COURSES, FUTURES))
    richer = dataclasses.replace(COURSES[1], pay=Interval(80_000, 90_000, 95_000, variable="pay"))
    moved = remembered(MONEY, (COURSES[0], richer), FUTURES)
    assert_same(moved, simulate(MONEY, (COURSES[0], richer), FUTURES))
    assert not np.array_equal(moved.cash, first.cash)


def test_options_in_another_order_keep_their_months() -> None:
    turned = COURSES[::-1]
    assert_same(remembered(MONEY, turned, FUTURES), simulate(MONEY, turned, FUTURES))


def test_the_very_same_trajectory_is_given_back_while_no_money_moves() -> None:
    assert remembered(MONEY, COURSES, FUTURES) is remembered(MONEY, COURSES, FUTURES)
