from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from turnpoint.apps.plans.quarter import Quarter

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2150, 12, 31))


@given(day=DAYS)
def test_every_day_lies_in_its_quarter_and_quarters_follow_each_other(day: dt.date) -> None:
    quarter = Quarter.of(day)
    assert quarter.begins <= day <= quarter.ends
    assert quarter.next.begins == quarter.ends + dt.timedelta(days=1)
    assert 1 <= quarter.weeks_left(day) <= 14


def test_is_said_in_months() -> None:
    assert str(Quarter.of(dt.date(2026, 11, 22))) == "October to December 2026"
    assert Quarter(2026, 4).next == Quarter(2027, 1)
