"""Pay after the move: where on the destination's pay scale one lands, and five years of it.

``v = clip(½ + ρ · credit · (u − ½) − δ · distance / typical distance, lowest, highest)``: ``u`` is
the person's percentile in their present occupation, from their own pay, else ½; ``credit`` is the
share of the experience asked for that is credited. The years after that are in ``five_years``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.derivation import Range
from turnpoint.core.transition.exchange import DOLLARS
from turnpoint.core.transition.five_years import (
    BreakEven,
    Floats,
    Landing,
    YearOfPay,
    break_even,
    five_years,
    landing_percentile,
    reach,
    staying_reach,
    staying_years,
    study_costs,
    together,
    yearly,
    years_of_pay,
)
from turnpoint.core.transition.own_pay import OwnPay, own_pay
from turnpoint.core.transition.person import Person
from turnpoint.core.transition.wage_curve import WageCurve, wage_curve
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.wage import QUANTILES, WageCell


@dataclass(frozen=True, slots=True)
class LandingPay:
    """All in US dollars of the release's reference month, before tax; employees' pay.

    ``origin`` and ``destination`` are the published cells (percentiles, top-coding, the fallback in
    words). ``percentile_now`` is u, from the person's own pay where ``from_own_pay``, else 0.5;
    ``percentile_landing`` is v. ``staying_pay`` is what five years of staying are reckoned with.
    ``five_years`` is the difference to staying, less ``tuition`` and ``forgone``; ``None`` where
    staying is not known and for owners, whose earnings nobody publishes. ``band`` is the
    destination's 25th and 75th percentile. ``own`` is the person's pay in dollars, where it is in
    dollars or they stated a rate. ``notes`` say what was left out or replaced, and why.
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
    own: float | None
    staying_pay: float | None
    years: tuple[YearOfPay, ...]
    tuition: Range
    forgone: Range
    five_years: Range | None
    break_even: BreakEven | None
    owners_differ: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PayScales:
    """The published cells of both occupations at the person's place, and the curves through them."""

    origin: WageCell | None
    destination: WageCell
    scale: WageCurve | None
    curve: WageCurve


def pay_scales(
    market: LabourMarket, person: Person, occupation: int, assumed: Assumptions
) -> PayScales | None:
    """``None`` where wages are not loaded or BLS publishes no annual pay for the destination.

    Raises ``NotFound`` for an area that OEWS does not have.
    """
    if market.wages is None:
        return None
    cell = market.pay(occupation, person.area)
    curve = wage_curve(cell, assumed.pay_spread) if cell else None
    if cell is None or curve is None:
        return None
    origin = market.pay(person.origin, person.area)
    return PayScales(
        origin, cell, wage_curve(origin, assumed.pay_spread) if origin else None, curve
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
    ``None`` where ``pay_scales`` is. Raises ``NotFound`` for an area that OEWS does not have.
    """
    scales = pay_scales(market, person, occupation, assumptions)
    if scales is None or market.wages is None:
        return None
    mine = own_pay(person, scales.scale, assumptions.exchange)
    landing = at_own_percentile(landing, mine)
    percentile = landing_percentile(landing, assumptions)
    moving = yearly(scales.curve, percentile, landing.training, assumptions)
    stays = None if owner else mine.staying
    staying = None if stays is None else staying_years(stays, assumptions)
    tuition, forgone = study_costs(landing, mine.staying, assumptions)
    costs = together(tuition, forgone)
    return LandingPay(
        currency=DOLLARS,
        vintage=market.wages.vintage,
        origin=scales.origin,
        destination=scales.destination,
        percentile_now=landing.percentile_now,
        from_own_pay=mine.percentile is not None,
        percentile_landing=percentile,
        first_year=Range(*moving[:, 0].tolist()),
        band=(scales.curve.pay(QUANTILES[1]), scales.curve.pay(QUANTILES[3])),
        median=scales.curve.pay(0.5),
        own=mine.said,
        staying_pay=mine.staying,
        years=_years(scales.curve, landing, moving, (stays, staying), assumptions),
        tuition=tuition,
        forgone=forgone,
        five_years=None if staying is None else five_years(moving, staying, costs, assumptions),
        break_even=None if staying is None else break_even(moving, staying, costs, assumptions),
        owners_differ=owner,
        notes=(*mine.notes, *scales.curve.notes),
    )


def at_own_percentile(landing: Landing, mine: OwnPay) -> Landing:
    return replace(landing, percentile_now=0.5 if mine.percentile is None else mine.percentile)


def five_year_gain(
    scales: PayScales, mine: OwnPay, landing: Landing, assumed: Assumptions
) -> float | None:
    """The likely difference of five years to staying, and nothing else; ``None`` as above."""
    if mine.staying is None:
        return None
    landing = at_own_percentile(landing, mine)
    percentile = Range.exactly(landing_percentile(landing, assumed).likely)
    moving = yearly(scales.curve, percentile, landing.training, assumed)
    costs = together(*study_costs(landing, mine.staying, assumed))
    return five_years(moving, staying_years(mine.staying, assumed), costs, assumed).likely


def _years(
    curve: WageCurve,
    landing: Landing,
    moving: Floats,
    stays: tuple[float | None, Floats | None],
    assumed: Assumptions,
) -> tuple[YearOfPay, ...]:
    pay, staying = stays
    beyond = None if pay is None else staying_reach(pay, assumed)
    return years_of_pay(moving, reach(curve, landing, assumed), staying, beyond)
