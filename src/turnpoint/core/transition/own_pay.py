"""What the person earns now, in the currency of the published pay, and what has to be said of it."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.transition.exchange import DOLLARS, Exchange, in_dollars
from turnpoint.core.transition.person import Person
from turnpoint.core.transition.wage_curve import WageCurve


@dataclass(frozen=True, slots=True)
class OwnPay:
    """``staying`` is what staying is reckoned with, in dollars; ``None`` where nothing says.

    ``said`` is the person's own pay in dollars, where they gave it in dollars or gave a rate;
    ``percentile`` is where that stands in their occupation. ``notes`` say what was left out.
    """

    staying: float | None
    said: float | None
    percentile: float | None
    notes: tuple[str, ...]


def own_pay(person: Person, scale: WageCurve | None, exchange: Exchange | None) -> OwnPay:
    """Present pay against ``scale``, the pay scale of the present occupation.

    Pay in another currency counts only at a rate that the person stated.
    """
    middle = None if scale is None else scale.pay(0.5)
    stands_in = (
        "the median of your present occupation stands in for it."
        if middle is not None
        else "and BLS publishes none for your present occupation, so staying is not reckoned."
    )
    if person.pay is None:
        return OwnPay(middle, None, None, (f"You did not give your pay; {stands_in}",))
    dollars = in_dollars(person.pay, person.currency, exchange)
    if dollars is None:
        note = (
            f"The published pay is in US dollars and yours is in {person.currency}. Turnpoint does "
            f"not convert money by itself, so your pay is left out of this; {stands_in} Say what "
            f"one {person.currency} is worth to you, and the two are compared."
        )
        return OwnPay(middle, None, None, (note,))
    notes = () if person.currency == DOLLARS else (_converted(person, dollars, exchange),)
    if scale is None:
        note = (
            "BLS publishes no pay for your present occupation; you are taken to be in its middle."
        )
        return OwnPay(dollars, dollars, None, (*notes, note))
    return OwnPay(dollars, dollars, scale.rank(dollars), (*notes, *scale.notes))


def _converted(person: Person, dollars: float, exchange: Exchange | None) -> str:
    rate = exchange.sentence if exchange else ""
    return (
        f"Your pay of {person.pay:,.0f} {person.currency} counts as ${dollars:,.0f}, at the rate "
        f"you stated: {rate}. It says nothing of what money buys in either place."
    )
