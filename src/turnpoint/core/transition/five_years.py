"""Five years of pay after a move, against five years of staying, in real money.

In year ``y`` after starting the percentile is ``v + climb · max(0, y − 1 − years of training)``, at
most 0.90, on a pay scale that grows by ``scale_growth`` beyond inflation; staying grows by
``staying_growth``. Then ``Σ_y (moving_y − staying_y)/(1 + discount)^(y−1) − tuition − pay forgone``.

``pay[r, y]``: annual pay in year ``y`` for the low, likely and high landing ``r``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Range
from turnpoint.core.transition.wage_curve import WageCurve

YEARS = 5
FROM_START = np.arange(YEARS)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Landing:
    """What the equations take, apart from the pay scale.

    ``credit`` and ``distance`` are 0 to 1; ``training`` in years; ``study`` in full-time months;
    ``tuition_year`` is what a full-time year of it costs.
    """

    percentile_now: float
    credit: float
    distance: float
    training: float
    study: Range
    tuition_year: float


@dataclass(frozen=True, slots=True)
class YearOfPay:
    """Pay in the ``year``-th year after starting (1 to 5), and in the same year of staying.

    ``reach`` is as far as the assumptions about landing and climbing reach together, from the
    unkind to the kind ends of their plausible ranges; ``staying_reach`` is the same for staying.
    """

    year: int
    moving: Range
    staying: float | None
    reach: tuple[float, float]
    staying_reach: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The month after starting in which the move has paid for itself.

    ``None`` means not within five years. ``best`` goes with the highest landing of the range,
    ``worst`` with the lowest.
    """

    best: int | None
    likely: int | None
    worst: int | None


def landing_percentile(landing: Landing, assumed: Assumptions) -> Range:
    """``v`` with the assumed spread to either side, all within the range one lands in."""
    low, high = assumed.lands_at_least, assumed.lands_at_most
    carried = assumed.rank_kept * landing.credit * (landing.percentile_now - 0.5)
    drop = assumed.distance_drop * landing.distance / assumed.typical_distance
    v = min(max(0.5 + carried - drop, low), high)
    return Range(max(v - assumed.landing_spread, low), v, min(v + assumed.landing_spread, high))


def yearly(curve: WageCurve, landing: Range, training: float, assumed: Assumptions) -> Floats:
    """``pay[r, y]`` on the pay scale ``curve``."""
    climbed = assumed.climb * np.maximum(FROM_START - training, 0.0)
    start = np.array([landing.low, landing.likely, landing.high])
    grown = np.power(1.0 + assumed.scale_growth, FROM_START, dtype=np.float64)
    pay: Floats = curve.at(start[:, None] + climbed) * grown
    return pay


def staying_years(pay: float, assumed: Assumptions) -> Floats:
    """Annual pay in each of the five years of staying."""
    return pay * np.power(1.0 + assumed.staying_growth, FROM_START, dtype=np.float64)


def reach(curve: WageCurve, landing: Landing, assumed: Assumptions) -> Floats:
    """``pay[end, y]`` with the assumptions of landing, climb and growth all unkind, or all kind."""
    up = landing.percentile_now >= 0.5
    ends = []
    for end in (0, 1):
        kept, drop, climb, growth = (
            assumed.one(name).plausible
            for name in ("rank_kept", "distance_drop", "climb", "scale_growth")
        )
        at = replace(
            assumed,
            rank_kept=_toward(assumed.rank_kept, kept[end if up else 1 - end], end, up=up),
            distance_drop=_toward(assumed.distance_drop, drop[1 - end], end, up=False),
            climb=_toward(assumed.climb, climb[end], end, up=True),
            scale_growth=_toward(assumed.scale_growth, growth[end], end, up=True),
        )
        place = landing_percentile(landing, at)
        ends.append(yearly(curve, place, landing.training, at)[2 * end])
    return np.array(ends)


def _toward(value: float, edge: float, end: int, *, up: bool) -> float:
    """The plausible edge, or the person's own value where that lies beyond it."""
    return max(value, edge) if (end == 1) == up else min(value, edge)


def staying_reach(pay: float, assumed: Assumptions) -> Floats:
    """``pay[end, y]`` of staying at both plausible ends of its growth."""
    low, high = assumed.one("staying_growth").plausible
    growth = np.array([min(low, assumed.staying_growth), max(high, assumed.staying_growth)])
    return pay * np.power(1.0 + growth[:, None], FROM_START, dtype=np.float64)


def five_years(moving: Floats, staying: Floats, costs: Range, assumed: Assumptions) -> Range:
    """The difference to staying, less the costs; the high costs go with the low pay."""
    kept = (1.0 + assumed.discount) ** -FROM_START
    low, likely, high = ((moving - staying) @ kept).tolist()
    return Range(low - costs.high, likely - costs.likely, high - costs.low)


def break_even_month(
    moving: Floats, staying: Floats, cost: float, assumed: Assumptions
) -> int | None:
    """The first month in which what was gained covers the cost; ``None``: not within five years.

    Month 1 is the first one. Later years' money counts less by the discount.
    """
    kept = (1.0 + assumed.discount) ** -FROM_START
    gained = np.cumsum(np.repeat((moving - staying) * kept / 12.0, 12)) - cost
    covered = np.flatnonzero(gained >= -1e-6)
    # A move that pays less for good may touch zero only at the start, where nothing was gained yet.
    ahead = [int(month) for month in covered if gained[month:].min() >= -1e-6]
    return ahead[0] + 1 if ahead else None


def break_even(moving: Floats, staying: Floats, costs: Range, assumed: Assumptions) -> BreakEven:
    return BreakEven(
        best=break_even_month(moving[2], staying, costs.low, assumed),
        likely=break_even_month(moving[1], staying, costs.likely, assumed),
        worst=break_even_month(moving[0], staying, costs.high, assumed),
    )


def study_costs(
    landing: Landing, present: float | None, assumed: Assumptions
) -> tuple[Range, Range]:
    """Tuition, and the pay forgone for the part of the study that is not done beside the job."""
    tuition = landing.study.map(lambda months: months / 12.0 * landing.tuition_year)
    lost = (1.0 - assumed.part_time) * (present or 0.0) / 12.0
    return tuition, landing.study.map(lambda months: months * lost)


def together(one: Range, other: Range) -> Range:
    return Range(one.low + other.low, one.likely + other.likely, one.high + other.high)


def years_of_pay(
    moving: Floats, beyond: Floats, staying: Floats | None, staying_beyond: Floats | None
) -> tuple[YearOfPay, ...]:
    """The five years as values, for a table or a chart."""
    return tuple(
        YearOfPay(
            year + 1,
            Range(*moving[:, year].tolist()),
            None if staying is None else float(staying[year]),
            (float(beyond[0, year]), float(beyond[1, year])),
            None
            if staying_beyond is None
            else (float(staying_beyond[0, year]), float(staying_beyond[1, year])),
        )
        for year in range(YEARS)
    )
