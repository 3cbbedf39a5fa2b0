"""Money by month: what the household has and spends, and what each option brings.

Amounts are in the file’s currency, in today’s money. Pay is a year’s, before tax; ``take_home`` is
the share of it that reaches the account. Chances are between 0 and 1. Months count from the
opening of the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from turnpoint.core.decision.interval import Interval, exactly

NOTHING = exactly(0.0)


@dataclass(frozen=True, slots=True)
class OneOff:
    """A cost (or, below zero, a receipt) that comes once."""

    name: Annotated[str, "what it is for"]
    amount: Annotated[Interval, "what it costs, once"]
    month: Annotated[int, "the month it is paid in"] = 0


@dataclass(frozen=True, slots=True)
class Household:
    """What is the same whichever option is chosen."""

    cash: Annotated[float, "money that could be spent within a month"] = 0.0
    reserve: Annotated[float, "cash you will not go below"] = 0.0
    spending: Annotated[Interval, "spending a month, everything in"] = NOTHING
    partner_pay: Annotated[Interval, "what comes in beside your pay a month, after tax"] = NOTHING
    benefits: Annotated[float, "benefits a month while out of work and entitled"] = 0.0
    benefits_months: Annotated[int, "the months benefits last"] = 6
    take_home: Annotated[float, "the share of pay that reaches the account"] = 0.72
    one_offs: Annotated[tuple[OneOff, ...], "costs that come whatever you choose"] = ()
    market: Annotated[float, "how far one bad market moves all: 1 as assumed, 0 not at all"] = 1.0


@dataclass(frozen=True, slots=True)
class Search:
    """How offers arrive, should this job be lost or left, and beside it. Chances are for a month."""

    while_out: Annotated[float, "chance of an offer in a month without a job"] = 0.15
    while_in: Annotated[float, "chance of an offer in a month beside a job"] = 0.0
    pay: Annotated[Interval | None, "pay a year that offers bring"] = None
    accept_above: Annotated[float, "pay a year below which you decline"] = 0.0
    step_up: Annotated[float, "how much more an offer must pay to leave a job for it"] = 0.05
    notice: Annotated[int, "months from an accepted offer to its first pay"] = 1


OFFERS = Search()


@dataclass(frozen=True, slots=True)
class Course:
    """The money of one option. ``pay`` is ``None`` where the option leaves without pay."""

    pay: Annotated[Interval | None, "pay a year, before tax"] = None
    venture: Annotated[bool, "whether this is a business of your own"] = False
    comes_off: Annotated[float, "the chance that it comes off at all"] = 1.0
    start: Annotated[int, "the month this pay starts"] = 0
    until_start: Annotated[bool, "whether today’s pay goes on until then"] = True
    ramp_months: Annotated[int, "months until the pay is full"] = 0
    growth: Annotated[float, "growth of pay a year, above prices"] = 0.0
    loss: Annotated[float, "chance of losing this job, or of the business ending, in a year"] = 0.1
    promotion: Annotated[float, "chance of a promotion within a year"] = 0.12
    promotion_raise: Annotated[float, "the share a promotion adds to pay"] = 0.1
    bonus: Annotated[Interval, "bonus a year, before tax"] = NOTHING
    bonus_chance: Annotated[float, "the share of years it is paid"] = 1.0
    equity: Annotated[Interval, "what a share in the business may be worth, after tax"] = NOTHING
    equity_month: Annotated[int, "the month it could be turned into money"] = 60
    equity_chance: Annotated[float, "the chance that it ever is"] = 0.0
    relocation: Annotated[Interval, "what moving costs, once, after what is paid for you"] = NOTHING
    relocation_month: Annotated[int, "the month it is paid in"] = 0
    spending: Annotated[float, "change of spending a month, from the start"] = 0.0
    partner_months: Annotated[int, "months a partner is without pay"] = 0
    partner_share: Annotated[float, "the share of a partner’s pay that goes on after that"] = 1.0
    benefits_at_once: Annotated[bool, "whether leaving by yourself brings benefits"] = False
    take_home: Annotated[float | None, "the share of pay that reaches the account here"] = None
    one_offs: Annotated[tuple[OneOff, ...], "other costs that come once"] = ()
    search: Annotated[Search, "how offers arrive"] = OFFERS


NO_MONEY = Course()
NO_HOUSEHOLD = Household()
