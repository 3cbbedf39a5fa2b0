"""What every occupation asks, as arrays: the same as for one occupation in ``core/transition``.

Axes: ``k`` occupation; ``r`` low, likely, high; ``p`` percentile of pay, 0.10 to 0.90 by 0.01.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from turnpoint.core.route.graph import Floats, Ints, Mask
from turnpoint.core.transition.asked import asked_experience, asked_training
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Range
from turnpoint.core.transition.schooling import ladder, required_education
from turnpoint.core.transition.wage_curve import HIGHEST, LOWEST, pays, wage_curve
from turnpoint.labour.licence import Demand, licence_of
from turnpoint.labour.market import LabourMarket

STEP = 0.01
PERCENTILES = np.linspace(LOWEST, HIGHEST, 81)


@dataclass(frozen=True, slots=True)
class Demands:
    """``experience``, ``training``: ``(k, r)`` months. ``level``: ``(k,)`` the typical level, 1 to 12;
    ``quartile``: ``(k, 2)`` the levels of the 25th and 75th percentile; ``insist``: ``(k,)`` the
    share who say no less will do. ``licence``: ``(k,)`` number of a licence, −1 for none; ``strict``
    where more than some roles ask for it; ``school``, ``practice``: ``(k, r)`` months for it.
    ``job_zone``: ``(k,)``. ``pay``: ``(k, p)`` dollars a year, NaN where not published.
    ``ladder``: ``(12, r)`` full-time months above a high school diploma by level of education.
    """

    experience: Floats
    training: Floats
    level: Ints
    quartile: Ints
    insist: Floats
    licence: Ints
    strict: Mask
    school: Floats
    practice: Floats
    job_zone: Ints
    pay: Floats
    ladder: Floats


def demands_of(market: LabourMarket, assumptions: Assumptions, area: str) -> Demands:
    """What every occupation asks, and what it pays at a place. Raises ``NotFound`` for no area."""
    everything = range(len(market.occupations))
    required = [required_education(market, k, assumptions) for k in everything]
    shares = np.array([each.shares for each in required])
    reached = np.cumsum(shares, axis=1)
    quarter, level, most = (
        1 + (reached < share * reached[:, -1:] - 1e-6).sum(axis=1) for share in (0.25, 0.5, 0.75)
    )
    licence, strict, school, practice = _licences(market, assumptions)
    return Demands(
        experience=_rows([asked_experience(market, k, assumptions)[0] for k in everything]),
        training=_rows([asked_training(market, k, assumptions)[0] for k in everything]),
        level=level,
        quartile=np.column_stack([quarter, most]),
        insist=np.array([each.at_least(each.typical) for each in required]),
        licence=licence,
        strict=strict,
        school=school,
        practice=practice,
        job_zone=market.preparation.job_zone.astype(np.int64),
        pay=pay_in(market, assumptions, area),
        ladder=_rows(list(ladder(assumptions))),
    )


def _rows(ranges: list[Range]) -> Floats:
    return np.array([(each.low, each.likely, each.high) for each in ranges])


def _licences(market: LabourMarket, assumed: Assumptions) -> tuple[Ints, Mask, Floats, Floats]:
    known = [licence_of(occupation.soc) for occupation in market.occupations]
    keys = sorted({each.key for each in known if each})
    nothing = (0.0, 0.0, 0.0)
    return (
        np.array([keys.index(each.key) if each else -1 for each in known]),
        np.array([each is not None and each.demand is not Demand.SOME for each in known]),
        assumed.licence_time * np.array([each.school if each else nothing for each in known]),
        assumed.licence_time * np.array([each.practice if each else nothing for each in known]),
    )


def pay_in(market: LabourMarket, assumptions: Assumptions, area: str) -> Floats:
    """What every occupation pays at a place, ``(k, p)``. Raises ``NotFound`` for no area."""
    if market.wages is None:
        return np.full((len(market.occupations), len(PERCENTILES)), np.nan)
    cells = [market.pay(k, area) for k in range(len(market.occupations))]
    curves = [wage_curve(cell, assumptions.pay_spread) if cell else None for cell in cells]
    return pays(curves, PERCENTILES)
