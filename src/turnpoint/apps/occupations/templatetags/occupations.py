"""How figures about occupations are spelt on pages."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeVar

from django import template

from turnpoint.charts import money

T = TypeVar("T")
register = template.Library()


@register.filter
def dollars(value: float) -> str:
    return money.dollars(value)


@register.filter
def cents(value: float) -> str:
    return money.dollars(value, hourly=True)


@register.filter
def whole(value: float) -> str:
    """``17,500``; not published where there is no figure."""
    return f"{value:,.0f}" if math.isfinite(value) else money.MISSING


@register.filter
def signed(value: float) -> str:
    """``+4.2`` or ``−1.0``, with a real minus sign."""
    return f"{value:+.1f}".replace("-", "−")


@register.filter
def months(value: float) -> str:
    """A span of months in the words people use for it."""
    if value <= 0:
        return "none"
    if value < 1:
        return "up to a month"
    if value < 24:
        return f"about {value:.0f} months"
    return f"about {value / 12:.0f} years"


@register.filter
def ordinal(value: float) -> str:
    """``71st``."""
    number = min(round(value), 99)
    ending = (
        "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"


@register.filter
def at(items: Sequence[T], place: int) -> T:
    return items[place]
