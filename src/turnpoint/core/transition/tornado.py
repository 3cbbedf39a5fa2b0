"""One assumption varied at a time: which of them moves the months, and which the five years, most.

Each goes from the low to the high end of its plausible range while the others stay as they are.
An assumption that plays no part here has no width.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from turnpoint.core.transition.assumptions import Assumption, Assumptions
from turnpoint.core.transition.evidence import (
    Evidence,
    evidence_of,
    landing_of,
    months_to_be_ready,
)
from turnpoint.core.transition.findings import RealityCheck
from turnpoint.core.transition.gaps import gaps_of
from turnpoint.core.transition.landing_pay import PayScales, five_year_gain, pay_scales
from turnpoint.core.transition.own_pay import OwnPay, own_pay
from turnpoint.labour.market import LabourMarket

AS_MUCH = 1e-6


@dataclass(frozen=True, slots=True)
class Swing:
    """An outcome with one assumption at the low and at the high end of its plausible range."""

    assumption: Assumption
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        return abs(self.at_high - self.at_low)

    @property
    def moves(self) -> bool:
        return self.width > AS_MUCH


@dataclass(frozen=True, slots=True)
class Tornado:
    """``likely`` is the outcome as assumed; ``swings`` are the widest first, every assumption once.

    ``unit`` is ``months`` or ``US dollars``.
    """

    likely: float
    unit: str
    swings: tuple[Swing, ...]

    @property
    def moving(self) -> tuple[Swing, ...]:
        """The assumptions that move it at all, the widest first."""
        return tuple(swing for swing in self.swings if swing.moves)


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """``five_years`` is ``None`` where five years against staying cannot be reckoned."""

    months: Tornado
    five_years: Tornado | None

    @property
    def idle(self) -> frozenset[str]:
        """The names of the assumptions that move neither."""
        both = (self.months, self.five_years) if self.five_years else (self.months,)
        moving = {swing.assumption.name for each in both for swing in each.moving}
        return frozenset(s.assumption.name for s in self.months.swings) - moving


def sensitivity(market: LabourMarket, found: RealityCheck) -> Sensitivity:
    """Vary each assumption of a reality check alone, and reckon months and five years again."""
    assumed = found.assumptions
    known = evidence_of(market, found.person, found.wish, found.move, assumed)
    outcome = _Outcome(known, assumed)
    terms = assumed.described()
    months, pay = outcome.at(assumed)
    ends = [
        tuple(outcome.at(_with(assumed, term, end)) for end in term.plausible) for term in terms
    ]
    by_month = [Swing(term, low[0], high[0]) for term, (low, high) in zip(terms, ends, strict=True)]
    by_pay = [
        Swing(term, low[1], high[1])
        for term, (low, high) in zip(terms, ends, strict=True)
        if low[1] is not None and high[1] is not None
    ]
    return Sensitivity(
        Tornado(months, "months", _widest_first(by_month)),
        None if pay is None else Tornado(pay, "US dollars", _widest_first(by_pay)),
    )


def _with(assumed: Assumptions, term: Assumption, value: float) -> Assumptions:
    return assumed if value == term.value else assumed.varied(**{term.name: value})


def _widest_first(swings: list[Swing]) -> tuple[Swing, ...]:
    return tuple(sorted(swings, key=lambda swing: -swing.width))


class _Reader:
    """Assumptions that note which of them are asked for.

    One that nobody asks for while the outcome is reckoned cannot change it, and is not varied.
    """

    def __init__(self, assumed: Assumptions) -> None:
        self.assumed = assumed
        self.names: set[str] = set()

    def __getattr__(self, name: str) -> object:
        self.names.add(name)
        return getattr(self.assumed, name)


class _Outcome:
    """Months and five-year pay under varied assumptions, with what did not change reckoned once."""

    def __init__(self, known: Evidence, assumed: Assumptions) -> None:
        self.known, self.assumed = known, assumed
        self.scales = self._scales(assumed)
        self.mine = self._mine(self.scales, assumed)

    def at(self, assumed: Assumptions) -> tuple[float, float | None]:
        known = self.known
        if assumed.half_life != self.assumed.half_life:
            gaps = gaps_of(known.market, known.person, known.to, assumed)
            known = replace(known, gaps=gaps)
        months = months_to_be_ready(known, assumed).likely
        scales, mine = self.scales, self.mine
        if assumed.pay_spread != self.assumed.pay_spread:
            scales = self._scales(assumed)
            mine = self._mine(scales, assumed)
        if scales is None or mine is None:
            return months, None
        return months, five_year_gain(scales, mine, landing_of(known, assumed), assumed)

    def _scales(self, assumed: Assumptions) -> PayScales | None:
        known = self.known
        return pay_scales(known.market, known.person, known.to, assumed)

    def _mine(self, scales: PayScales | None, assumed: Assumptions) -> OwnPay | None:
        if scales is None or self.known.owner:
            return None
        return own_pay(self.known.person, scales.scale, assumed.exchange)
