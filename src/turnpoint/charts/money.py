"""Amounts of money as charts and tables spell them."""

from __future__ import annotations

import math

from turnpoint.core.transition.wording import MINUS

MISSING = "not published"


def dollars(value: float, *, top_coded: bool = False, hourly: bool = False) -> str:
    """``$131,450``; ``at least $239,200`` where only a floor is published."""
    if not math.isfinite(value):
        return MISSING
    amount = f"${value:,.2f}" if hourly else f"${value:,.0f}"
    return f"at least {amount}" if top_coded else amount


def signed_dollars(value: float) -> str:
    """``−$12,400`` or ``$8,000``: a difference."""
    return f"{MINUS if round(value) < 0 else ''}{dollars(abs(value))}"


def short_dollars(value: float, *, hourly: bool = False) -> str:
    """``$131k``, for the label of a mark; the table has the whole amount."""
    return f"${value:,.2f}" if hourly else f"${value / 1000:,.0f}k"
