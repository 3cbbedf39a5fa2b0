"""Pay after the move: where on the destination's pay scale one lands, and five years of it.

``v = clip(½ + ρ · credit · (u − ½) − δ · distance / typical distance, 0.10, 0.75)``: ``u`` is the
person's percentile in their present occupation, from their own pay, else ½; ``credit`` is the share
of the experience asked for that is credited. In year ``y`` the percentile is
``v + climb · max(0, y − 1 − years of training)``, at most 0.90. Five years against staying:
``Σ_y (moving_y − staying_y)/(1 + discount)^(y−1) − tuition − pay forgone``, in real dollars.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Range
from turnpoint.core.transition.person import Person
from turnpoint.core.transition.wage_curve import WageCurve, wage_curve
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.wage import QUANTILES, WageCell

YEARS = 5
DOLLARS = "USD"
LANDS_BETWEEN = (0.10, 0.75)


@dataclass(frozen=True, slots=True)
class YearOfPay:
    """Pay in the ``year``-th year after starting (1 to 5), and in the same year of staying."""

    year: int
    moving: Range
    staying: float | None


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The month after starting in which the move has paid for itself.

    ``None`` means not within five years. ``best`` goes with the highest landing of the range,
    ``worst`` with the lowest.
    """

    best: int | None
    likely: int | None
    worst: int | None


@dataclass(frozen=True, slots=True)
class LandingPay:
    """All in US dollars of the release's reference month, before tax; employees' pay.

    ``origin`` and ``destination`` are the published cells (percentiles, top-coding, the fallback in
    words). ``percentile_now`` is u, from the person's own pay where ``from_own_pay``, else 0.5;
    ``percentile_landing`` is v. ``staying_pay`` is what five years of staying are reckoned with.
    ``five_years`` is the difference to staying, less ``tuition`` and ``forgone``; ``None`` where
    staying is not known and for owners, whose earnings nobody publishes. ``band`` is the
    destination's 25th and 75th percentile. ``notes`` say what was left out or replaced, and why.
    """

    currency: str
    vintage: str
    origin: WageCell | None
    destination: WageCell
    percentile_now: float
    from_own_pay: bool
    percentile_landing: Range
    first_year: Range
    band: tuple[float, float]
    median: float
    staying_pay: float | None
    years: tuple[YearOfPay, ...]
    tuition: Range
    forgone: Range
    five_years: Range | None
    break_even: BreakEven | None
    owners_differ: bool
    notes: tuple[str, ...]


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


def landing_percentile(landing: Landing, assumed: Assumptions) -> Range:
    """``v`` with the assumed spread to either side, all within the range one lands in."""
    low, high = LANDS_BETWEEN
    carried = assumed.rank_kept * landing.credit * (landing.percentile_now - 0.5)
    drop = assumed.distance_drop * landing.distance / assumed.typical_distance
    v = min(max(0.5 + carried - drop, low), high)
    return Range(max(v - assumed.landing_spread, low), v, min(v + assumed.landing_spread, high))


def yearly(
    curve: WageCurve, landing: Range, training: float, assumed: Assumptions
) -> NDArray[np.float64]:
    """``pay[r, y]``: annual pay in year ``y`` for the low, likely and high landing ``r``."""
    climbed = assumed.climb * np.maximum(np.arange(YEARS) - training, 0.0)
    start = np.array([landing.low, landing.likely, landing.high])
    pay: NDArray[np.float64] = curve.at(start[:, None] + climbed)
    return pay


def staying_years(pay: float, assumed: Assumptions) -> NDArray[np.float64]:
    """Annual pay in each of the five years of staying."""
    growth = np.power(1.0 + assumed.staying_growth, np.arange(YEARS), dtype=np.float64)
    return pay * growth


def five_years(
    moving: NDArray[np.float64], staying: NDArray[np.float64], costs: Range, assumed: Assumptions
) -> Range:
    """The difference to staying, less the costs; the high costs go with the low pay."""
    kept = (1.0 + assumed.discount) ** -np.arange(YEARS)
    low, likely, high = ((moving - staying) @ kept).tolist()
    return Range(low - costs.high, likely - costs.likely, high - costs.low)


def break_even_month(
    moving: NDArray[np.float64], staying: NDArray[np.float64], cost: float, assumed: Assumptions
) -> int | None:
    """The first month in which what was gained covers the cost; ``None``: not within five years.

    Month 1 is the first one. Later years' money counts less by the discount.
    """
    kept = (1.0 + assumed.discount) ** -np.arange(YEARS)
    gained = np.cumsum(np.repeat((moving - staying) * kept / 12.0, 12)) - cost
    covered = np.flatnonzero(gained >= -1e-6)
    # A move that pays less for good may touch zero only at the start, where nothing was gained yet.
    ahead = [int(month) for month in covered if gained[month:].min() >= -1e-6]
    return ahead[0] + 1 if ahead else None


def study_costs(
    landing: Landing, present: float | None, assumed: Assumptions
) -> tuple[Range, Range]:
    """Tuition, and the pay forgone for the part of the study that is not done beside the job."""
    tuition = landing.study.map(lambda months: months / 12.0 * landing.tuition_year)
    lost = (1.0 - assumed.part_time) * (present or 0.0) / 12.0
    return tuition, landing.study.map(lambda months: months * lost)


def years_of_pay(
    moving: NDArray[np.float64], staying: NDArray[np.float64] | None
) -> tuple[YearOfPay, ...]:
    """The five years as values, for a table or a chart."""
    stay = [None] * YEARS if staying is None else staying.tolist()
    return tuple(
        YearOfPay(year + 1, Range(*moving[:, year].tolist()), stay[year]) for year in range(YEARS)
    )


def landing_pay(
    market: LabourMarket,
    person: Person,
    occupation: int,
    landing: Landing,
    *,
    owner: bool,
    assumptions: Assumptions,
) -> LandingPay | None:
    """Pay in the destination at the person's place, and five years of it against staying.

    ``landing.percentile_now`` is replaced by the person's own percentile where their pay says it.
    ``None`` where wages are not loaded or BLS publishes no annual pay. Raises ``NotFound`` for an
    area that OEWS does not have.
    """
    if market.wages is None:
        return None
    cell = market.pay(occupation, person.area)
    curve = wage_curve(cell, assumptions.pay_spread) if cell else None
    if cell is None or curve is None:
        return None
    origin = market.pay(person.origin, person.area)
    scale = wage_curve(origin, assumptions.pay_spread) if origin else None
    present, rank, notes = _present(person, scale)
    landing = replace(landing, percentile_now=0.5 if rank is None else rank)
    percentile = landing_percentile(landing, assumptions)
    moving = yearly(curve, percentile, landing.training, assumptions)
    staying = None if present is None or owner else staying_years(present, assumptions)
    tuition, forgone = study_costs(landing, present, assumptions)
    costs = Range(*(getattr(tuition, k) + getattr(forgone, k) for k in ("low", "likely", "high")))
    return LandingPay(
        currency=DOLLARS,
        vintage=market.wages.vintage,
        origin=origin,
        destination=cell,
        percentile_now=landing.percentile_now,
        from_own_pay=rank is not None,
        percentile_landing=percentile,
        first_year=Range(*moving[:, 0].tolist()),
        band=(curve.pay(QUANTILES[1]), curve.pay(QUANTILES[3])),
        median=curve.pay(0.5),
        staying_pay=present,
        years=years_of_pay(moving, staying),
        tuition=tuition,
        forgone=forgone,
        five_years=None if staying is None else five_years(moving, staying, costs, assumptions),
        break_even=None if staying is None else _break_even(moving, staying, costs, assumptions),
        owners_differ=owner,
        notes=(*notes, *curve.notes),
    )


def _present(
    person: Person, scale: WageCurve | None
) -> tuple[float | None, float | None, tuple[str, ...]]:
    """Present pay in dollars, its percentile where it is the person's own, and what to say of it."""
    middle = None if scale is None else scale.pay(0.5)
    stands_in = (
        "the median of your present occupation stands in for it."
        if middle is not None
        else "and BLS publishes none for your present occupation, so staying is not reckoned."
    )
    if person.pay is None:
        return middle, None, (f"You did not give your pay; {stands_in}",)
    if person.currency != DOLLARS:
        note = (
            f"The published pay is in US dollars and yours is in {person.currency}. Turnpoint does "
            f"not convert money, so your pay is left out of this; {stands_in}"
        )
        return middle, None, (note,)
    if scale is None:
        note = (
            "BLS publishes no pay for your present occupation; you are taken to be in its middle."
        )
        return person.pay, None, (note,)
    return person.pay, scale.rank(person.pay), scale.notes


def _break_even(
    moving: NDArray[np.float64], staying: NDArray[np.float64], costs: Range, assumed: Assumptions
) -> BreakEven:
    return BreakEven(
        best=break_even_month(moving[2], staying, costs.low, assumed),
        likely=break_even_month(moving[1], staying, costs.likely, assumed),
        worst=break_even_month(moving[0], staying, costs.high, assumed),
    )
