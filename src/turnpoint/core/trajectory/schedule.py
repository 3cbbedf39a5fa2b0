"""Options and household made ready for stepping through the months of one block of futures.

Axes: ``[o, f]`` is option ``o`` in future ``f``. Money is counted in whole cents, so that sums are
exact in any order and the compiled kernel cannot differ from NumPy. Pay becomes net and monthly.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.trajectory.course import Course
from turnpoint.core.trajectory.futures import Floats, Futures, Singles
from turnpoint.core.trajectory.interval import Interval
from turnpoint.core.trajectory.money import Money

REACH, PER_UNIT = 8, 32
"""Pay is tabulated over a standard normal axis from −8 to 8, and linear between the nodes."""
GRID: Floats = np.arange(-REACH * PER_UNIT, REACH * PER_UNIT + 1) / PER_UNIT


class Kind(IntEnum):
    """When money that is due is due."""

    ONCE = 0
    ONCE_IF_HELD = 1
    """Only to those who are still in the course's own job."""
    EVERY_MONTH = 2
    """From its month on."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds for an option in every future, by option. Pay in cents, net and a month."""

    start: NDArray[np.int64]
    hired: NDArray[np.bool_]
    before: Floats
    chance: Singles
    """``[o, 0]`` of an offer in a month without a job, ``[o, 1]`` beside one."""
    loss: Singles
    """``[o, 0]`` in the course's own job, ``[o, 1]`` in later ones; so are ``rise`` and ``raises``."""
    rise: Singles
    raises: Floats
    growth: Floats
    step_up: Floats
    accept: Floats
    delay: NDArray[np.int64]
    benefit: Floats
    benefit_months: NDArray[np.int64]
    at_once: NDArray[np.bool_]
    pay_table: Floats
    most_loss: float
    most_rise: float
    own_luck: float
    """``√(1 − ρ²)``: how much of an offer's pay is its own luck and not the market's."""


@dataclass(frozen=True, slots=True)
class Due:
    """Money due in ``month``, sorted by it: ``amount[i, f]`` for ``option[i]``."""

    month: NDArray[np.int64]
    option: NDArray[np.int64]
    kind: NDArray[np.int64]
    amount: Floats


@dataclass(frozen=True, slots=True)
class Schedule:
    """One block, ready for its months."""

    rules: Rules
    futures: Futures
    first: int
    household: Floats
    pay: Floats
    came: NDArray[np.bool_]
    due: Due


def cents(value: Floats | float) -> Floats:
    return np.asarray(np.rint(np.asarray(value, dtype=np.float64) * 100.0))


def monthly(a_year: float) -> float:
    """The chance a month that makes this chance a year."""
    return 1.0 - float((1.0 - a_year) ** (1.0 / 12.0))


def rules(courses: Sequence[Course], futures: Futures) -> Rules:
    """The options as arrays."""
    net = [course.kept / 12.0 for course in courses]
    pairs = list(zip(courses, net, strict=True))
    hazards = [
        (monthly(c.loss), monthly(c.offers.loss), monthly(c.rise_chance), monthly(c.offers.rise_chance))
        for c in courses
    ]  # fmt: skip
    hazard = np.array(hazards, dtype=np.float32)
    return Rules(
        start=np.array([c.start for c in courses]),
        hired=np.array([c.pay is not None for c in courses]),
        before=cents(np.array([c.before * share for c, share in pairs])),
        chance=np.array([(c.offers.searching, c.offers.employed) for c in courses], np.float32),
        loss=hazard[:, :2].copy(),
        rise=hazard[:, 2:].copy(),
        raises=np.array([(c.rise, c.offers.rise) for c in courses], np.float64),
        growth=np.array([c.growth for c in courses], np.float64),
        step_up=np.array([1.0 + c.offers.step_up for c in courses]),
        accept=cents(np.array([c.offers.accept_above * share for c, share in pairs])),
        delay=np.array([c.offers.delay for c in courses]),
        benefit=cents(np.array([c.benefit.amount * (c.benefit.months > 0) for c in courses])),
        benefit_months=np.array([c.benefit.months for c in courses]),
        at_once=np.array([c.benefit.at_once for c in courses]),
        pay_table=np.stack([cents(c.offered.at(GRID) * share) for c, share in pairs]),
        most_loss=float(hazard[:, :2].max()),
        most_rise=float(hazard[:, 2:].max()),
        own_luck=math.sqrt(1.0 - futures.market.loading**2),
    )


def drawn(futures: Futures, interval: Interval, place: str, first: int) -> Floats:
    """An interval's value in each future: one draw for a named variable, else one for its place."""
    if interval.known:
        return np.full(futures.size(first), interval.likely)
    return interval.at(futures.normal(interval.variable or place, first))


def happened(futures: Futures, chance: float, place: str, first: int) -> NDArray[np.bool_]:
    """In which futures something with a chance happens."""
    if chance >= 1.0:
        return np.ones(futures.size(first), dtype=np.bool_)
    return futures.uniform(place, first) < chance


def schedule(
    money: Money, courses: Sequence[Course], futures: Futures, first: int, given: Rules
) -> Schedule:
    """One block of futures, with everything drawn that is drawn once."""
    partner = cents(drawn(futures, money.partner_pay, "partner pay", first))
    spending = cents(drawn(futures, money.spending, "spending", first))
    pay = np.zeros((len(courses), len(partner)))
    came = np.empty(pay.shape, dtype=np.bool_)
    items: list[tuple[int, int, Kind, Floats]] = []
    for o, course in enumerate(courses):
        came[o] = happened(futures, course.comes_off, f"{course.key}/comes off", first)
        if course.pay is not None:
            gross = drawn(futures, course.pay, f"{course.key}/pay", first)
            pay[o] = cents(gross * (course.kept / 12.0))
        for once in money.once:
            cost = cents(drawn(futures, once.cost, f"once/{once.name}", first))
            items.append((once.month, o, Kind.ONCE, -cost))
        items += [(month, o, kind, amount * came[o]) for month, kind, amount in
                  _due(course, futures, first, pay[o], partner)]  # fmt: skip
    items = sorted((i for i in items if i[0] <= futures.months), key=lambda item: item[:3])
    due = Due(
        month=np.array([item[0] for item in items], dtype=np.int64),
        option=np.array([item[1] for item in items], dtype=np.int64),
        kind=np.array([int(item[2]) for item in items], dtype=np.int64),
        amount=np.array([item[3] for item in items]).reshape(len(items), len(partner)),
    )
    return Schedule(given, futures, first, partner - spending, pay, came, due)


def _due(
    course: Course, futures: Futures, first: int, pay: Floats, partner: Floats
) -> list[tuple[int, Kind, Floats]]:
    """What an option itself brings and costs, by month."""
    begins = course.start + 1
    found: list[tuple[int, Kind, Floats]] = []
    for cost in course.costs:
        amount = cents(drawn(futures, cost.cost, f"{course.key}/{cost.name}", first))
        found.append((cost.month, Kind.ONCE, -amount))
    if course.spending:
        found.append((begins, Kind.EVERY_MONTH, np.full(len(pay), -cents(course.spending))))
    if course.partner_gap:
        found.append((begins, Kind.EVERY_MONTH, -partner))
        back = begins + course.partner_gap
        found.append((back, Kind.EVERY_MONTH, np.rint(partner * course.partner_share)))
    elif course.partner_share < 1.0:
        lost = np.rint(partner * (course.partner_share - 1.0))
        found.append((begins, Kind.EVERY_MONTH, lost))
    for month in range(course.ramp):
        short = np.rint(pay * (month / course.ramp - 1.0))
        found.append((begins + month, Kind.ONCE_IF_HELD, short))
    return found + _windfalls(course, futures, first)


def _windfalls(course: Course, futures: Futures, first: int) -> list[tuple[int, Kind, Floats]]:
    """Bonuses and equity."""
    found: list[tuple[int, Kind, Floats]] = []
    if course.bonus is not None and course.bonus.chance > 0:
        for year, month in enumerate(range(course.start + 12, futures.months + 1, 12)):
            place = f"{course.key}/bonus/{year}"
            paid = happened(futures, course.bonus.chance, f"{place}/paid", first)
            amount = drawn(futures, course.bonus.amount, place, first) * course.kept
            found.append((month, Kind.ONCE_IF_HELD, cents(amount) * paid))
    for number, grant in enumerate(course.equity):
        place = f"{course.key}/equity/{number}"
        worth = happened(futures, grant.chance, f"{place}/worth", first)
        amount = cents(drawn(futures, grant.amount, place, first)) * worth
        found.append((grant.vests, Kind.ONCE_IF_HELD, amount))
    return found
