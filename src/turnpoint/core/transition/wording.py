"""How figures read: money, percentiles and shares in words a person uses, ranges before points."""

from __future__ import annotations

from turnpoint.core.transition.derivation import Range

UNKNOWN = "not known with the facts that are loaded"
MINUS = "−\N{WORD JOINER}"
"""A minus before a currency sign, which a line may not end with."""


def dollars(value: float) -> str:
    """To the nearest thousand, with the sign: “−$118,000”."""
    rounded = round(value / 1000) * 1000
    return f"{MINUS if rounded < 0 else ''}${abs(rounded):,.0f}"


def counted(number: float, noun: str) -> str:
    """“1 month”, “14 months”."""
    return f"{number:,.0f} {noun}{'' if round(number) == 1 else 's'}"


def dollar_range(range_: Range) -> str:
    """“$41,000 to $63,000”, or one figure where both ends are the same."""
    low, high = dollars(range_.low), dollars(range_.high)
    return low if low == high else f"{low} to {high}"


def ordinal(number: float) -> str:
    """“71st”."""
    whole = round(number)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(whole % 10, "th")
    return f"{whole}{'th' if 10 <= whole % 100 <= 20 else ending}"


def percentile(rank: float) -> str:
    """A percentile given as a share from 0 to 1."""
    return f"{ordinal(100 * rank)} percentile"


def listed(words: list[str]) -> str:
    """“a, b and c”."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def month_of(month: int | None) -> str:
    """The month in which something happens within five years."""
    return "not within five years" if month is None else f"month {month}"
