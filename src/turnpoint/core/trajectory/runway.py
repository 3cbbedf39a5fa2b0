"""How long the cash lasts where no pay comes in, reckoned without chance."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.trajectory.course import Course
from turnpoint.core.trajectory.money import Money

FURTHEST = 600
"""Months that are looked at: fifty years."""


@dataclass(frozen=True, slots=True)
class Runway:
    """Months until the cash is gone; ``None``: it lasts fifty years or more."""

    worst: int | None
    likely: int | None
    best: int | None


def runway(money: Money, course: Course) -> Runway:
    """Months without pay: all at their worst ends, as likely, and all at their best ends."""
    worst, likely, best = (runway_months(money, course, case=case) for case in (-1, 0, 1))
    return Runway(worst, likely, best)


def runway_months(money: Money, course: Course, *, case: int = 0) -> int | None:
    """The month whose end finds nothing left, ``⌈B/d⌉`` where the deficit ``d`` is constant.

    Counted from the start of a search, so that costs and benefits fall from then on; ``case`` takes
    every interval at its worst (−1), likely (0) or best (1) end for the household.
    """
    spending = _end(money.spending.low, money.spending.likely, money.spending.high, -case)
    partner = _end(money.partner_pay.low, money.partner_pay.likely, money.partner_pay.high, case)
    left = round(money.cash * 100)
    for month in range(1, FURTHEST + 1):
        comes = partner * (0.0 if month <= course.partner_gap else course.partner_share)
        if course.benefit.at_once and month <= course.benefit.months:
            comes += course.benefit.amount
        goes = spending + course.spending
        for once in (*money.once, *course.costs):
            if once.month == month:
                goes += _end(once.cost.low, once.cost.likely, once.cost.high, -case)
        left += round(comes * 100) - round(goes * 100)
        if left < 0 or (left == 0 and goes > comes):
            return month
    return None


def _end(low: float, likely: float, high: float, which: int) -> float:
    return (likely, high, low)[which]
