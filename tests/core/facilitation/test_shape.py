from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from turnpoint.core.facilitation.shape import PURPOSES, drift, meetings
from turnpoint.errors import BadInput

MONDAY = dt.date(2026, 3, 2)


def test_the_usual_shape_is_five_sessions_in_four_weeks_each_with_its_purpose() -> None:
    usual = meetings(MONDAY)
    assert [each.day for each in usual] == [MONDAY + dt.timedelta(weeks=w) for w in range(5)]
    assert [each.purposes for each in usual] == [(purpose,) for purpose in PURPOSES]


@given(st.integers(1, 12), st.integers(1, 26))
def test_no_purpose_is_left_out_whatever_the_shape(sessions: int, weeks: int) -> None:
    found = meetings(MONDAY, sessions=sessions, weeks=weeks)
    dealt = list(dict.fromkeys(purpose for each in found for purpose in each.purposes))
    assert dealt == list(PURPOSES)
    assert all(each.purposes for each in found)
    days = [each.day for each in found]
    assert days == sorted(days)
    assert sessions == 1 or days[-1] == MONDAY + dt.timedelta(weeks=weeks)


@pytest.mark.parametrize(("sessions", "weeks"), [(0, 4), (13, 4), (5, 0), (5, 27)])
def test_refuses_a_shape_nobody_can_keep(sessions: int, weeks: int) -> None:
    with pytest.raises(BadInput):
        meetings(MONDAY, sessions=sessions, weeks=weeks)


def test_drift_is_by_how_many_days_it_ends_later() -> None:
    meant = [each.day for each in meetings(MONDAY)]
    assert drift(meant, meant) == 0
    assert drift(meant, [*meant[:-1], meant[-1] + dt.timedelta(days=9)]) == 9
    assert drift([], []) == 0
