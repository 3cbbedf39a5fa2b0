"""The figures about pay, with formula, inputs and source."""

from __future__ import annotations

import math

from turnpoint.core.transition.assumptions import OURS
from turnpoint.core.transition.derivation import Derivation, Figure, Input, Kind, Range
from turnpoint.core.transition.findings import RealityCheck
from turnpoint.core.transition.landing_pay import LandingPay
from turnpoint.core.transition.provenance import (
    NAMES,
    SHIPPED,
    assumed,
    modelled,
    term_of,
    yours,
)
from turnpoint.core.transition.wording import (
    UNKNOWN,
    dollar_range,
    dollars,
    month_of,
    ordinal,
    percentile,
)
from turnpoint.labour.wage import QUANTILES, WageCell


def no_pay_figures() -> tuple[Figure, ...]:
    """The same figures where no annual pay is published or loaded."""
    derivation = Derivation("no annual pay is published or loaded", (), "", "", Kind.FACT)
    return (
        Figure("first_year", "First year’s pay", UNKNOWN, None, "US dollars a year", derivation),
        Figure("five_years", "Five years against staying", UNKNOWN, None, "US dollars", derivation),
        Figure("break_even", "Break-even", UNKNOWN, None, "months after starting", derivation),
    )


def _cell(name: str, cell: WageCell, vintage: str) -> Input:
    points = ", ".join(
        f"p{quantile * 100:.0f} ${value:,.0f}{' or more' if coded else ''}"
        for quantile, value, coded in zip(QUANTILES, cell.percentiles, cell.top_coded, strict=True)
        if math.isfinite(value)
    )
    words = points or f"mean ${cell.mean:,.0f}"
    where = f"{cell.soc}, {cell.area.name}"
    return Input(f"{name} ({where})", words, "US dollars a year", Kind.FACT, NAMES["oews"], vintage)


def pay_figures(found: RealityCheck, pay: LandingPay) -> tuple[Figure, ...]:
    """Where one stands and lands, the first year, the band, five years, break-even and costs."""
    to = _cell("pay in the destination", pay.destination, pay.vintage)
    here = (_cell("pay in your occupation", pay.origin, pay.vintage),) if pay.origin else ()
    mine = _present(found, pay)
    return (
        _now(pay, here, mine),
        _landing(found, pay),
        _first_year(pay, to),
        _fifth_year(found, pay),
        _band(pay, to),
        _against_staying(found, pay, mine),
        _break_even(found, pay, mine),
        *_study(found, pay),
    )


def _present(found: RealityCheck, pay: LandingPay) -> Input:
    person = found.person
    exchange = found.assumptions.exchange
    if pay.own is not None and person.currency == pay.currency:
        return yours("your pay", pay.own, "US dollars a year")
    if pay.own is not None and exchange is not None:
        label = f"your pay of {person.pay:,.0f} {person.currency} ({exchange.sentence})"
        return yours(label, round(pay.own), "US dollars a year")
    if pay.staying_pay is None:
        return assumed("your pay", "not known", "US dollars a year", "no pay is published")
    return assumed(
        "your pay",
        round(pay.staying_pay),
        "US dollars a year",
        "the median of your occupation stands in for it",
    )


def _of(pay: LandingPay, formula: str, *inputs: Input) -> Derivation:
    return Derivation(formula, inputs, NAMES["oews"], pay.vintage, Kind.MODEL)


def _now(pay: LandingPay, here: tuple[Input, ...], mine: Input) -> Figure:
    return Figure(
        "percentile_now",
        "Where you stand in your occupation’s pay",
        percentile(pay.percentile_now) + ("" if pay.from_own_pay else ", assumed"),
        Range.exactly(pay.percentile_now),
        "share of the pay scale",
        _of(
            pay,
            "the lowest percentile of your occupation’s pay scale that pays as much as you get; "
            "the middle where that is not known",
            *here,
            mine,
        ),
    )


def _landing(found: RealityCheck, pay: LandingPay) -> Figure:
    return Figure(
        "percentile_landing",
        "Where you would land on its pay scale",
        f"{ordinal(100 * pay.percentile_landing.low)} to "
        f"{ordinal(100 * pay.percentile_landing.high)} percentile",
        pay.percentile_landing,
        "share of the pay scale",
        _of(
            pay,
            "½ + ρ × credit × (where you stand − ½) − δ × distance / typical distance, within the "
            "lowest and the highest landing, with the spread to either side",
            modelled("where you stand", round(pay.percentile_now, 3), "share", NAMES["oews"]),
            modelled("credit: experience credited", round(found.credit, 3), "share", SHIPPED),
            modelled("distance", round(found.distance, 3), "0 to 1", SHIPPED),
            *(
                term_of(found.assumptions, name)
                for name in (
                    *("rank_kept", "distance_drop", "typical_distance", "landing_spread"),
                    *("lands_at_least", "lands_at_most"),
                )
            ),
        ),
    )


def _first_year(pay: LandingPay, to: Input) -> Figure:
    return Figure(
        "first_year",
        "First year’s pay (of employees)" if pay.owners_differ else "First year’s pay",
        dollar_range(pay.first_year),
        pay.first_year,
        f"US dollars a year of {pay.vintage}, before tax",
        _of(
            pay,
            "the destination’s pay scale (a monotone curve through the published percentiles of "
            "log pay) at the percentile where you would land",
            to,
            modelled(
                "where you would land", round(pay.percentile_landing.likely, 3), "share", OURS
            ),
        ),
    )


def _fifth_year(found: RealityCheck, pay: LandingPay) -> Figure:
    last = pay.years[-1]
    prices = (1.0 + found.assumptions.inflation) ** last.year
    then = last.moving.map(lambda value: value * prices)
    return Figure(
        "fifth_year",
        "Fifth year’s pay as a payslip would say it, after inflation",
        dollar_range(then),
        then,
        "US dollars of that year, before tax",
        _of(
            pay,
            "the fifth year’s pay in real money × (1 + how fast prices rise)⁵; every other figure "
            "leaves inflation out",
            modelled("fifth year’s pay, likely", round(last.moving.likely), "US dollars", OURS),
            term_of(found.assumptions, "inflation"),
        ),
    )


def _band(pay: LandingPay, to: Input) -> Figure:
    low, high = pay.band
    return Figure(
        "band",
        "What the middle half of people in it earn",
        f"{dollars(low)} to {dollars(high)}",
        Range(low, pay.median, high),
        "US dollars a year",
        Derivation("25th, 50th and 75th percentile", (to,), NAMES["oews"], pay.vintage, Kind.FACT),
    )


def _against_staying(found: RealityCheck, pay: LandingPay, mine: Input) -> Figure:
    return Figure(
        "five_years",
        "Five years against staying",
        _why_not(pay) if pay.five_years is None else dollar_range(pay.five_years),
        pay.five_years,
        f"US dollars of {pay.vintage}, before tax",
        _of(
            pay,
            "Σ over five years from starting of (pay there − pay of staying), each year discounted, "
            "− tuition − pay forgone; pay there climbs a little every year after training",
            mine,
            modelled("first year’s pay, likely", round(pay.first_year.likely), "US dollars", OURS),
            modelled("tuition, likely", round(pay.tuition.likely), "US dollars", OURS),
            modelled("pay forgone, likely", round(pay.forgone.likely), "US dollars", OURS),
            *(
                term_of(found.assumptions, name)
                for name in ("climb", "scale_growth", "staying_growth", "discount")
            ),
        ),
    )


def _why_not(pay: LandingPay) -> str:
    if pay.owners_differ:
        return "not known: what owners earn is not published by occupation"
    return UNKNOWN


def _break_even(found: RealityCheck, pay: LandingPay, mine: Input) -> Figure:
    even = pay.break_even
    text = _why_not(pay)
    if even is not None:
        best, likely, worst = map(month_of, (even.best, even.likely, even.worst))
        text = likely if best == worst else f"{likely} (at best {best}, at worst {worst})"
    value = None
    if even and even.best and even.likely and even.worst:
        value = Range(float(even.best), float(even.likely), float(even.worst))
    return Figure(
        "break_even",
        "Break-even",
        text,
        value,
        "months after starting",
        _of(
            pay,
            "the first month from which the pay gained so far covers tuition and pay forgone",
            mine,
            modelled("first year’s pay, likely", round(pay.first_year.likely), "US dollars", OURS),
        ),
    )


def _study(found: RealityCheck, pay: LandingPay) -> tuple[Figure, Figure]:
    terms = [term_of(found.assumptions, name) for name in ("tuition_short", "tuition_long")]
    unit = "US dollars"
    return (
        Figure(
            "tuition",
            "Tuition",
            dollar_range(pay.tuition),
            pay.tuition,
            unit,
            _of(pay, "full-time years still to study × tuition a full-time year", *terms),
        ),
        Figure(
            "forgone",
            "Pay forgone while studying",
            dollar_range(pay.forgone),
            pay.forgone,
            unit,
            _of(
                pay,
                "months of study not done beside your job × your monthly pay",
                term_of(found.assumptions, "part_time"),
            ),
        ),
    )
