"""How a destination meets what the person wants to hold: pay floor, horizon, hours, the rest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from turnpoint.core.transition.derivation import Range
from turnpoint.core.transition.exchange import Exchange, in_dollars
from turnpoint.core.transition.landing_pay import LandingPay
from turnpoint.core.transition.person import Wish
from turnpoint.core.transition.readiness import Readiness
from turnpoint.core.transition.track import months


class Answer(StrEnum):
    """How the destination meets a constraint."""

    MET = "met"
    DEPENDS = "it depends"
    NOT_MET = "not met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing the person wants to hold, and whether the figures say it would."""

    name: str
    label: str
    answer: Answer
    sentence: str


def constraints_of(
    wish: Wish, readiness: Readiness, pay: LandingPay | None, exchange: Exchange | None = None
) -> tuple[Constraint, ...]:
    """The floor where one is given, the horizon always, and what no figure speaks to as unknown."""
    found = [_horizon(wish, readiness)]
    if wish.pay_floor is not None:
        found.insert(0, _floor(wish, wish.pay_floor, pay, exchange))
    if wish.hours is not None:
        sentence = (
            f"No loaded facts say how many hours this work takes; you want at most "
            f"{wish.hours:g} a week. Ask three people who do it."
        )
        found.append(Constraint("hours", "Hours a week", Answer.UNKNOWN, sentence))
    for number, text in enumerate(wish.constraints, start=1):
        sentence = "No published figure speaks to this. Ask somebody who does this work there."
        found.append(Constraint(f"constraint-{number}", text, Answer.UNKNOWN, sentence))
    return tuple(found)


def _floor(
    wish: Wish, said: float, pay: LandingPay | None, exchange: Exchange | None
) -> Constraint:
    def answer(verdict: Answer, sentence: str) -> Constraint:
        return Constraint("pay_floor", "Pay floor", verdict, sentence)

    if pay is None:
        return answer(Answer.UNKNOWN, "No pay is published for this work, so the floor is open.")
    floor = in_dollars(said, wish.currency, exchange)
    if floor is None:
        return answer(
            Answer.UNKNOWN,
            f"Your floor is in {wish.currency} and the published pay in US dollars. Turnpoint does "
            f"not convert money by itself: say what one {wish.currency} is worth to you, or give "
            "the floor in dollars, to compare them.",
        )
    first = pay.first_year
    range_ = f"${first.low:,.0f} to ${first.high:,.0f}"
    if pay.owners_differ:
        return answer(
            Answer.UNKNOWN,
            f"Employees would start at {range_} against your floor of ${floor:,.0f}; what owners "
            "take home is not published.",
        )
    verdict = _against(first.map(lambda value: -value), -floor)
    later = next((year.year for year in pay.years if year.moving.likely >= floor), None)
    tail = f" The likely pay reaches it in year {later}." if later and later > 1 else ""
    if exchange and wish.currency != pay.currency:
        tail += f" Your floor is {said:,.0f} {wish.currency} at the rate you stated."
    where = {
        Answer.MET: "all of it at or above your floor",
        Answer.NOT_MET: "all of it below your floor",
        Answer.DEPENDS: "on both sides of your floor",
    }[verdict]
    return answer(verdict, f"The first year pays {range_}, {where} of ${floor:,.0f}.{tail}")


def _horizon(wish: Wish, readiness: Readiness) -> Constraint:
    total = readiness.total
    verdict = _against(Range(total.high, total.likely, total.low), wish.horizon)
    said = {
        Answer.MET: "which fits within",
        Answer.NOT_MET: "which is longer than",
        Answer.DEPENDS: "which may or may not fit within",
    }[verdict]
    sentence = f"Being ready takes {months(total)}, {said} your {wish.horizon:.0f} months."
    return Constraint("horizon", "By when", verdict, sentence)


def _against(worst_to_best: Range, limit: float) -> Answer:
    """Met where even the worst end is within the limit, not met where even the best is not.

    ``worst_to_best.low`` is the worst end; smaller is better.
    """
    if worst_to_best.low <= limit:
        return Answer.MET
    return Answer.NOT_MET if worst_to_best.high > limit else Answer.DEPENDS
