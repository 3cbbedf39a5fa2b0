"""Which week is looked back on, and which one is planned."""

from __future__ import annotations

import datetime as dt

DAYS_AFTER = 3
"""Until Wednesday the week before is still looked back on; from Thursday on it is the present one."""


def monday_of(day: dt.date) -> dt.date:
    """The first day of the week a day lies in."""
    return day - dt.timedelta(days=day.weekday())


def looked_back_on(today: dt.date) -> dt.date:
    """The Monday of the week that a review written today is about."""
    return monday_of(today - dt.timedelta(days=DAYS_AFTER))


def after(monday: dt.date) -> dt.date:
    """The Monday a week later."""
    return monday + dt.timedelta(days=7)
