"""Figures, days and names as sentences say them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from turnpoint.core.decision.criterion import LEVELS, Criterion
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.find_out import named
from turnpoint.core.decision.problem import spelt

SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥"}


def amount(value: float, currency: str) -> str:
    """Money to three figures or so: ``€38,400``, ``−CHF 1,250``."""
    size = abs(value)
    step = 1 if size < 1_000 else 10 if size < 10_000 else 100 if size < 100_000 else 1_000
    rounded = f"{round(size / step) * step:,}"
    symbol = SYMBOLS.get(currency, f"{currency} ")
    return f"{'−' if value < 0 and rounded != '0' else ''}{symbol}{rounded}"


def percent(share: float) -> str:
    """``58%``; what is neither nothing nor all is never spelt so."""
    if 0 < share < 0.005:
        return "under 1%"
    if 0.995 <= share < 1:
        return "over 99%"
    return f"{share:.0%}"


def points(value: float) -> str:
    """Points of 100, to one place: ``0.3``."""
    return f"{value:.1f}" if value >= 0.05 or value == 0 else "under 0.1"


def day(value: date) -> str:
    """``4 January 2027``."""
    return f"{value.day} {value:%B %Y}"


def days(first: date, last: date) -> str:
    """A band of days: ``4–12 January 2027``."""
    if first == last:
        return day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} – {day(last)}"
    return f"{day(first)} – {day(last)}"


def unbraced(words: str) -> str:
    """Words of a person’s own: a brace in them is no place for a figure (``said.sentence``)."""
    return words.replace("{", "(").replace("}", ")")


def quoted(file: DecisionFile, key: str) -> str:
    """The name of an option in quotation marks."""
    return f"“{unbraced(named(file, key))}”"


def criterion_name(file: DecisionFile, key: str) -> str:
    """The name of a criterion in quotation marks."""
    found = file.criterion(key)
    return f"“{unbraced((found.name or found.key) if found else key)}”"


def figure(criterion: Criterion, value: float) -> str:
    """A figure in a criterion’s unit; a named level by its name."""
    if criterion.shape == LEVELS:
        return f"“{criterion.levels[min(max(round(value), 0), len(criterion.levels) - 1)].name}”"
    return f"{rounded(value, criterion)} {criterion.unit}".rstrip()


def rounded(value: float, criterion: Criterion) -> str:
    """As fine as the scale asks for: hundredths of it, at most."""
    span = abs((criterion.best or 0.0) - (criterion.worst or 0.0))
    if span >= 1_000:
        return f"{round(value, -2 if span < 1_000_000 else -3):,.0f}"
    return spelt(round(value, 0 if span >= 50 else 1))


def joined(parts: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"
