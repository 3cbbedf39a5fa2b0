"""The pay of an occupation at a place as an option’s range: the middle half of what is paid."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from turnpoint.apps.occupations.queries import market
from turnpoint.labour.wage import NATIONAL

QUARTER, MIDDLE, THREE_QUARTERS = 1, 2, 3
"""Places of the 25th, 50th and 75th percentile among ``labour.wage.QUANTILES``."""
HALF = 0.5


@dataclass(frozen=True, slots=True)
class OccupationPay:
    """``money`` are the cells of an option; ``source`` says where they are from.

    ``currency`` is that of the figures: US dollars, as they are published.
    """

    money: dict[str, Any]
    source: str
    currency: str = "USD"


def occupation_pay(code: str, area: str) -> OccupationPay:
    """The range from p25 to p75, half sure; no money where nothing is published."""
    facts = market()
    number = facts.occupation(code)
    title = facts.occupations[number].title
    if facts.wages is None:
        return OccupationPay({}, f"{title}; wages are not loaded")
    cell = facts.pay(number, area or NATIONAL)
    if cell is None:
        return OccupationPay({}, f"{title}; no pay is published")
    low, likely, high = (cell.percentiles[place] for place in (QUARTER, MIDDLE, THREE_QUARTERS))
    if not all(math.isfinite(each) for each in (low, likely, high)):
        return OccupationPay({}, f"{title}; no yearly pay is published")
    vintage = f"U.S. Bureau of Labor Statistics, OEWS, {facts.wages.vintage}"
    source = f"{title}, {cell.area.name}: 25th to 75th percentile, {vintage}"
    pay = {"low": float(low), "likely": float(likely), "high": float(high), "sure": HALF}
    return OccupationPay({"pay": pay}, source)
