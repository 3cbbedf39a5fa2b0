"""What a currency is worth in US dollars, where the person says so. Turnpoint knows no rate itself."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from turnpoint.errors import BadInput

DOLLARS = "USD"
SMALLEST, LARGEST = 1e-6, 1e4


@dataclass(frozen=True, slots=True)
class Exchange:
    """One unit of ``currency`` is worth so many US ``dollars``, said by the person ``said_on``.

    Raises ``BadInput`` for a rate that cannot be one.
    """

    currency: str
    dollars: float
    said_on: dt.date

    def __post_init__(self) -> None:
        if self.currency == DOLLARS:
            raise BadInput("US dollars need no exchange rate.", where="exchange")
        if not (math.isfinite(self.dollars) and SMALLEST <= self.dollars <= LARGEST):
            raise BadInput(
                f"One {self.currency} cannot be {self.dollars:,g} US dollars: give a number above "
                "0, such as 1.08.",
                where="exchange",
            )

    @property
    def sentence(self) -> str:
        """“1 EUR = 1.08 US dollars, said by you on 22 November 2026”."""
        day = f"{self.said_on.day} {self.said_on:%B %Y}"
        return f"1 {self.currency} = {self.dollars:,.6g} US dollars, said by you on {day}"


def in_dollars(amount: float, currency: str, exchange: Exchange | None) -> float | None:
    """An amount in US dollars; ``None`` where the person gave no rate for its currency."""
    if currency == DOLLARS:
        return amount
    if exchange is None or exchange.currency != currency:
        return None
    return amount * exchange.dollars
