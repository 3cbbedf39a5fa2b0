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
    partner_pay: Annotated[Interval, "what a partner brings home a month"] = NOTHING
    other_income: Annotated[Interval, "other income a month, after tax"] = NOTHING
    benefits: Annotated[float, "benefits a month while out of work and entitled"] = 0.0
    benefits_months: Annotated[int, "the months benefits last"] = 0
    take_home: Annotated[float, "the share of pay that reaches the account"] = 0.68
    one_offs: Annotated[tuple[OneOff, ...], "costs that come whatever you choose"] = ()
    market: Annotated[float, "how far one bad market lowers offers and pay together, 0 to 1"] = 0.3


@dataclass(frozen=True, slots=True)
class Search:
    """Looking for the next offer. Chances are for one month."""

    while_out: Annotated[Interval, "chance of an offer in a month out of work"] = NOTHING
    while_in: Annotated[Interval, "chance of an offer in a month while employed"] = NOTHING
    pay: Annotated[Interval, "pay a year that offers bring"] = NOTHING
    begins: Annotated[int, "the month the search begins"] = 0
    notice: Annotated[int, "months from an accepted offer to its first pay"] = 1


@dataclass(frozen=True, slots=True)
class Venture:
    """A business of one’s own: it may fail, and what it pays may grow. Chances are for one year."""

    fails: Annotated[Interval, "chance of failing within a year"] = NOTHING
    grows: Annotated[Interval, "growth of what it pays, a year"] = NOTHING
    investment: Annotated[Interval, "what it takes to begin, once"] = NOTHING


@dataclass(frozen=True, slots=True)
class Course:
    """The money of one option. ``pay`` is ``None`` where the option leaves without pay."""

    pay: Annotated[Interval | None, "pay a year, before tax"] = None
    start: Annotated[int, "the month this pay starts"] = 0
    until_start: Annotated[bool, "whether today’s pay goes on until then"] = True
    ramp_months: Annotated[int, "months until the pay is full"] = 0
    ramp_from: Annotated[float, "the share paid at first"] = 1.0
    raises: Annotated[Interval, "growth of pay a year, above prices"] = NOTHING
    bonus: Annotated[Interval, "bonus a year, before tax"] = NOTHING
    bonus_chance: Annotated[float, "the share of years it is paid"] = 1.0
    equity: Annotated[Interval, "what a share in the company may be worth, after tax"] = NOTHING
    equity_month: Annotated[int, "the month it could be turned into money"] = 60
    equity_chance: Annotated[float, "the chance that it ever is"] = 0.0
    relocation: Annotated[Interval, "what moving costs, once, after what is paid for you"] = NOTHING
    relocation_month: Annotated[int, "the month it is paid in"] = 0
    spending: Annotated[Interval, "change of spending a month"] = NOTHING
    partner_months: Annotated[Interval, "months a partner is without pay"] = NOTHING
    partner_share: Annotated[float, "the share of a partner’s pay after that"] = 1.0
    take_home: Annotated[float | None, "the share of pay that reaches the account here"] = None
    one_offs: Annotated[tuple[OneOff, ...], "other costs that come once"] = ()
    layoff: Annotated[Interval, "chance of losing this job within a year"] = NOTHING
    promotion: Annotated[Interval, "chance of a promotion within a year"] = NOTHING
    promotion_raise: Annotated[float, "the growth of pay a promotion brings"] = 0.12
    search: Annotated[Search | None, "looking for the next offer"] = None
    venture: Annotated[Venture | None, "a business of one’s own"] = None


NO_MONEY = Course()
NO_HOUSEHOLD = Household()
