"""All options through all futures: blocks on threads, put together in order.

Each block's figures depend on its futures alone, so that the number of threads changes nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec

import numpy as np

from turnpoint.core.trajectory.course import Course
from turnpoint.core.trajectory.futures import BLOCK, Floats, Futures, Singles
from turnpoint.core.trajectory.money import NOTHING, Money
from turnpoint.core.trajectory.months import Outcome, run
from turnpoint.core.trajectory.schedule import Schedule, rules, schedule
from turnpoint.core.trajectory.trajectory import LEVELS, PAY_MONTHS, Trajectory
from turnpoint.errors import BadInput

MOST_COURSES = 12
WORTH_COMPILING = 1_000_000_000
"""Months of options in futures from which compiling, half a minute or more, is worth its wait: no
page asks for so many, and so none ever waits for a compiler."""
MUCH = 20_000_000
"""From here the compiled months are used once they are there."""
NO_LONGER = -np.finfo(np.float64).tiny
"""Stands for an empty purse: without cash, it is the first deficit that ruins."""

Stepping = Callable[[Schedule, float, tuple[int, ...], Outcome], None]


def simulate(
    money: Money,
    courses: Sequence[Course],
    futures: Futures,
    *,
    threads: int | None = None,
    compiled: bool | None = None,
) -> Trajectory:
    """What each option does to the household's money, in the same futures for all.

    ``compiled`` asks for the compiled kernel (or, ``False``, for NumPy); by itself it is used where
    it is installed and there is much to do, as its first use compiles it (``WORTH_COMPILING``). The
    same inputs and seed give the same answer bit for bit, with either and with any number of
    ``threads``. Raises ``BadInput`` for no, too many or like-named options.
    """
    keys = tuple(course.key for course in courses)
    if not 1 <= len(keys) <= MOST_COURSES:
        raise BadInput(f"A decision has 1 to {MOST_COURSES} options here, not {len(keys)}.")
    if len(set(keys)) < len(keys):
        raise BadInput("Two options have the same key: give each its own.")
    stepping = _stepping(compiled, len(keys) * futures.count * futures.months)
    used_up = min(-float(np.rint(money.cash * 100.0)), NO_LONGER)
    pay_months = tuple(month for month in PAY_MONTHS if month <= futures.months)
    given, gross = rules(courses, futures), _gross(courses)
    whole = _room(len(keys), futures, len(pay_months))
    cash = np.empty_like(whole.gain)

    def block(first: int) -> None:
        size = futures.size(first)
        part = _part(whole, first, size)
        stepping(schedule(money, courses, futures, first, given), used_up, pay_months, part)
        left = np.divide(part.gain, 100.0, out=cash[:, first : first + size])
        left += money.cash
        part.pay[:] *= gross

    workers = threads or (1 if stepping is run else os.cpu_count() or 1)
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(block, futures.blocks()))
        fan = np.stack(list(pool.map(_fan, whole.fan.swapaxes(0, 1))), axis=2)
    start = np.full((len(LEVELS), 1, len(keys)), money.cash)
    return Trajectory(
        keys=keys,
        seed=futures.seed,
        currency=money.currency,
        cash=cash,
        gain=whole.gain,
        lasted=whole.lasted,
        taken=whole.taken,
        pay_months=pay_months,
        pay=whole.pay,
        employed=whole.employed.sum(axis=0) / futures.count,
        fan=np.concatenate([start, money.cash + fan / 100.0], axis=1),
    )


def _stepping(compiled: bool | None, cells: int) -> Stepping:
    """The compiled months if asked for or, where they can be had, if there is enough to do."""
    if compiled is None:
        least = MUCH if _ready() else WORTH_COMPILING
        compiled = cells >= least and find_spec("numba") is not None
    if not compiled:
        return run
    from turnpoint.core.trajectory import compiled as fast

    return fast.run


def make_ready() -> None:
    """Compile the months, or read them from disk, so that what is asked for later need not wait."""
    simulate(Money(0.0, NOTHING), [Course("any")], Futures(1, 1), compiled=True)


def _gross(courses: Sequence[Course]) -> Singles:
    """What makes net cents a month into gross pay a year, ``[o, 0]``."""
    yearly = np.array([12.0 / course.kept if course.kept else 0.0 for course in courses])
    return (yearly / 100.0).astype(np.float32)[:, None]


def _ready() -> bool:
    """Whether this process has compiled the months, or read them from disk, already."""
    months = sys.modules.get("turnpoint.core.trajectory.compiled_months")
    return months is not None and bool(months.all_months.signatures)


def _fan(gains: Singles) -> Floats:
    """Quantiles ``[p, t]`` of one option's ``gains[t, f]``."""
    ordered = np.sort(gains, axis=1)
    at = np.array(LEVELS) * (ordered.shape[1] - 1)
    low = np.floor(at).astype(np.intp)
    high = np.minimum(low + 1, ordered.shape[1] - 1)
    part = at - low
    lower, upper = ordered[:, low].astype(np.float64), ordered[:, high].astype(np.float64)
    return np.asarray((lower * (1 - part) + upper * part).T)


def _room(options: int, futures: Futures, asked: int) -> Outcome:
    """For all futures; those employed are counted by the block."""
    count, months = futures.count, futures.months
    return Outcome(
        gain=np.empty((options, count)),
        lasted=np.empty((options, count), dtype=np.uint16),
        taken=np.empty((options, count), dtype=np.uint16),
        pay=np.empty((asked, options, count), dtype=np.float32),
        employed=np.empty((len(futures.blocks()), months, options), dtype=np.int64),
        fan=np.empty((months, options, futures.size(0)), dtype=np.float32),
    )


def _part(whole: Outcome, first: int, size: int) -> Outcome:
    """What one block is to fill; the first one draws the fan."""
    block = slice(first, first + size)
    return Outcome(
        gain=whole.gain[:, block],
        lasted=whole.lasted[:, block],
        taken=whole.taken[:, block],
        pay=whole.pay[:, :, block],
        employed=whole.employed[first // BLOCK],
        fan=whole.fan[: len(whole.fan) if first == 0 else 0],
    )
