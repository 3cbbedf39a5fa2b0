"""What is wrong with a cell: its address, a sentence, and whether it stands in the way of answers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from turnpoint.core.decision.interval import Interval

LARGEST = 1e12
"""No amount, month or share is larger than this."""


@dataclass(frozen=True, slots=True)
class Problem:
    """``where`` is a cell, as ``options.berlin.money.pay.high``.

    A ``warning`` is said, and answers are given all the same.
    """

    where: str
    sentence: str
    warning: bool = False


def spelt(value: float) -> str:
    """A figure as a sentence says it: ``40,000``, ``0.25``."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.6g}"


def finite(value: float) -> bool:
    """Whether it is a number that can be reckoned with."""
    return math.isfinite(value)


def figure(
    where: str, what: str, value: float, *, least: float = -math.inf, most: float = math.inf
) -> Iterator[Problem]:
    """What is wrong with one figure that must lie between ``least`` and ``most``."""
    if not finite(value):
        yield Problem(where, f"{what} is not a number; write a figure or leave it empty.")
    elif abs(value) > LARGEST:
        yield Problem(where, f"{what}, {value:.3g}, is too large to reckon with.")
    elif value < least:
        floor = "below zero" if least == 0 else f"below {spelt(least)}"
        yield Problem(where, f"{what}, {spelt(value)}, is {floor}; it cannot be.")
    elif value > most:
        yield Problem(where, f"{what}, {spelt(value)}, is above {spelt(most)}; it cannot be.")


def interval(
    where: str, value: Interval, *, least: float = -math.inf, most: float = math.inf
) -> Iterator[Problem]:
    """What is wrong with low, likely and high, each by itself and with one another."""
    named = (("low", value.low), ("likely", value.likely), ("high", value.high))
    found = [
        problem
        for name, each in named
        if each is not None
        for problem in figure(f"{where}.{name}", f"The {name} figure", each, least=least, most=most)
    ]
    for name, each in (named[0], named[2]):
        if each is None:
            found.append(Problem(f"{where}.{name}", f"The {name} figure is missing; give one."))
    yield from found
    if not found:
        yield from _order(where, value)
    yield from _sureness(where, value.sure)


def _order(where: str, value: Interval) -> Iterator[Problem]:
    low, likely, high = value.figures
    if high < low:
        yield Problem(
            f"{where}.high",
            f"The high figure, {spelt(high)}, is below the low one, {spelt(low)}; swap the two.",
        )
    elif not low <= likely <= high:
        yield Problem(
            f"{where}.likely",
            f"The likely figure, {spelt(likely)}, is outside {spelt(low)} to {spelt(high)}; "
            "widen the interval or move it.",
        )


def _sureness(where: str, sure: float) -> Iterator[Problem]:
    if not finite(sure) or not 0.5 <= sure <= 0.99:
        yield Problem(
            f"{where}.sure",
            "How sure you are of an interval lies between 0.5 (as likely in as out) and "
            "0.99; 0.9 is usual.",
        )
