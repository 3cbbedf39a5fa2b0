"""How routes read: a step, the gap between the directions, what would open a way."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.route.binding import Relaxed
from turnpoint.core.route.comparison import FirstStep, Gap
from turnpoint.core.route.limits import Gates, Limits
from turnpoint.core.route.route import Step
from turnpoint.core.transition.track import likely_months
from turnpoint.core.transition.wording import counted, dollars

NO_GAP = "no gap"
GATE_WORDS = {
    1: "a degree that you do not have",
    2: "a licence that you do not hold",
    3: "a degree and a licence that you do not have",
}


def step_words(step: Step) -> str:
    """How unusual, how long, and what it pays."""
    pay = "pay not published" if step.pay is None else f"first year about {dollars(step.pay)}"
    study = f", tuition about {dollars(step.tuition)}" if step.tuition >= 500 else ""
    return (
        f"one in {step.one_in:,} movers; {likely_months(step.months)}, so "
        f"around month {step.arrives}; {pay}{study}"
    )


@dataclass(frozen=True, slots=True)
class SaidGap:
    """The best of each direction by one criterion, and the gap, in words."""

    criterion: str
    market: str
    destination: str
    gap: str


def gap_words(gap: Gap) -> SaidGap:
    market, destination = gap.market, gap.destination
    if gap.unit == "months":
        sooner = market - destination
        apart = counted(abs(sooner), "month")
        said = _leading(sooner, f"{apart} sooner", f"{apart} later")
        return SaidGap(gap.criterion, counted(market, "month"), counted(destination, "month"), said)
    if gap.unit == "dollars":
        more = destination - market
        said = _leading(
            more if abs(more) >= 500 else 0.0,
            f"{dollars(abs(more))} more",
            f"{dollars(abs(more))} less",
        )
        return SaidGap(gap.criterion, dollars(market), dollars(destination), said)
    times = max(market, destination) / min(market, destination)
    said = _leading(
        market - destination if times >= 1.05 else 0.0,
        f"{times:.1f} times as usual",
        f"{times:.1f} times as unusual",
    )
    return SaidGap(gap.criterion, f"one in {market:,.0f}", f"one in {destination:,.0f}", said)


def _leading(value: float, ahead: str, behind: str) -> str:
    """What destination-first is against market-first."""
    if value == 0:
        return NO_GAP
    return f"destination-first is {ahead if value > 0 else behind}"


def first_step_words(title: str, step: FirstStep) -> str:
    """“Receptionists: one in 41 movers, about 11 months; 3 market-first and 3 destination-first…”."""
    return (
        f"{title}: one in {step.step.one_in:,} movers, about {counted(step.step.months.likely, 'month')}; "
        f"{counted(step.market, 'route')} market-first and "
        f"{counted(step.destination, 'route')} destination-first "
        "begin with it"
    )


def relaxed_words(relaxed: Relaxed, limits: Limits, name: str) -> tuple[str, dict[str, str]]:
    """What would open a way, and the answers of the form that would say so.

    ``name`` is the occupation to allow, where one is avoided.
    """
    value = relaxed.value
    if relaxed.name == "horizon":
        text = f"It takes {value:.0f} months at least, and you allow {limits.horizon}."
        return f"{text} Allow {value:.0f} months.", {"horizon": f"{value:.0f}"}
    if relaxed.name == "pay_floor":
        floor = f"{limits.pay_floor or 0:,.0f}"
        enough = int(value) // 1000 * 1000
        if not enough:
            text = f"Whatever the way, pay on it is below your floor of ${floor} or not published."
            return f"{text} Look without a floor.", {"pay_floor": ""}
        text = f"Whatever the way, a role on it begins below your floor of ${floor} a year."
        return f"{text} Look with ${enough:,}.", {"pay_floor": str(enough)}
    if relaxed.name == "gates":
        text = f"Every way goes through {GATE_WORDS.get(int(value), 'a gate')}."
        return f"{text} Let routes go through such gates.", {"gates": Gates.ANY.value}
    if relaxed.name == "avoid":
        return f"Every way goes through something you avoid. Allow “{name}”.", {}
    text = f"It takes {value:.0f} moves, and you allow {limits.hops}."
    return f"{text} Allow {value:.0f}.", {"hops": f"{value:.0f}"}
