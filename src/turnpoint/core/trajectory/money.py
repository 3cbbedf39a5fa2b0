"""A household's money as it is today: what there is, what goes out, what comes in beside one's pay."""

from __future__ import annotations

import math
from dataclasses import dataclass

from turnpoint.core.trajectory.interval import Interval
from turnpoint.errors import BadInput

NOTHING = Interval.exactly(0.0)


@dataclass(frozen=True, slots=True)
class OneOff:
    """Money that comes or goes once: a cost is positive, in ``month`` counted from 1.

    A windfall is a negative cost.
    """

    name: str
    cost: Interval
    month: int = 1

    def __post_init__(self) -> None:
        if self.month < 1:
            raise BadInput(f"“{self.name}” falls in month {self.month}: the first month is 1.")


@dataclass(frozen=True, slots=True)
class Money:
    """A household, in one currency. All options start from the same.

    ``cash`` is what could be spent, ``spending`` what a month costs, ``partner_pay`` what a partner
    brings home a month (after tax), ``once`` what comes up whatever is decided. Raises ``BadInput``
    for cash, spending or pay below zero.
    """

    cash: float
    spending: Interval
    partner_pay: Interval = NOTHING
    once: tuple[OneOff, ...] = ()
    currency: str = "USD"

    def __post_init__(self) -> None:
        if not math.isfinite(self.cash) or self.cash < 0:
            raise BadInput(
                "Cash is what you could spend today, nothing at least. Put what you owe into "
                "the monthly spending, as instalments.",
                where="cash",
            )
        for where, value, what in (
            ("spending", self.spending, "Monthly spending"),
            ("partner_pay", self.partner_pay, "A partner’s pay"),
        ):
            if value.low < 0:
                raise BadInput(f"{what} cannot be below zero.", where=where)
