"""Draws, and the months in which they bring something, compiled by Numba.

Draws are those of ``futures.py``, made from the same counters and rounded alike. What they are
compared with depends only on the mode that a person is in, and options differ in few such limits:
so each draw meets each limit once, many futures at a time, and leaves a bit where it falls below.
Importing this module needs Numba.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

from turnpoint.core.trajectory.futures import FEW, STEP

FIRST_FACTOR, SECOND_FACTOR = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
SHIFT_30, SHIFT_27, SHIFT_31 = np.uint64(30), np.uint64(27), np.uint64(31)
SHIFT_40, SHIFT_16, SHIFT_4 = np.uint64(40), np.uint64(16), np.uint64(4)
LOW_24, LOW_12 = np.uint64(0xFFFFFF), np.uint64(FEW - 1)
PER_24, ONE = np.float32(2.0**-24), np.float32(1.0)
NO_BIT, BIT, NO_BITS, HALF = np.uint32(0), np.uint32(1), np.uint64(0), np.uint64(32)


BARE: dict[str, Any] = {"_nrt": False}
"""Arrays are lent, never made or kept, and so need no counting of who holds them."""


def compiled(function: Any) -> Any:
    return numba.njit(nogil=True, cache=True, error_model="numpy", **BARE)(function)


def woven(function: Any) -> Any:
    """Compiled into what calls it."""
    return numba.njit(nogil=True, error_model="numpy", forceinline=True, **BARE)(function)


@woven
def mixed(word):  # type: ignore[no-untyped-def]  # Numba finds the types
    """``futures.mixed``, of one word."""
    word = (word ^ (word >> SHIFT_30)) * FIRST_FACTOR
    word = (word ^ (word >> SHIFT_27)) * SECOND_FACTOR
    return word ^ (word >> SHIFT_31)


@compiled
def market_path(spine, memory, fresh, normal, path):  # type: ignore[no-untyped-def]  # as above
    """``Futures.market_path``, into ``path[q, f]``."""
    quarters, size = len(path), len(spine)
    for f in range(size):
        path[0, f] = normal[(mixed(spine[f]) >> SHIFT_4) & LOW_12]
    for quarter in range(1, quarters):
        counter = np.uint64(quarter // 4) * STEP
        shift = np.uint64(16 * (quarter % 4) + 4)
        before, now = path[quarter - 1], path[quarter]
        for f in range(size):
            news = normal[(mixed(spine[f] + counter) >> shift) & LOW_12]
            now[f] = news * fresh + memory * before[f]


@woven
def _draw(draw, spine, offers, losses, counter):  # type: ignore[no-untyped-def]  # as above
    for f in range(len(spine)):
        word = mixed(spine[f] + counter)
        draw[0, f] = np.float32(np.uint32(word >> SHIFT_40)) * offers[f]
        luck = np.float32(np.uint32((word >> SHIFT_16) & LOW_24)) * PER_24
        draw[1, f] = luck * losses[f]
        draw[2, f] = ONE - luck


@woven
def _mark(draw, limits, bit, place):  # type: ignore[no-untyped-def]  # as above
    marks, at, count = place
    for limit in limits:
        marked = marks.each[at : at + count]
        for f in range(count):
            marked[f] |= bit if draw[f] < limit else NO_BIT
        at += marks.row
    return at


@woven
def _sum(early, late, into):  # type: ignore[no-untyped-def]  # as above
    for f in range(len(into)):
        into[f] |= np.uint64(early[f]) | (np.uint64(late[f]) << HALF)


@woven
def _sum_all(limits, marks, count):  # type: ignore[no-untyped-def]  # as above
    for k in range(len(limits.sums)):
        for w in range(len(marks.all) // marks.all_word):
            at = w * marks.all_word + k * marks.row
            marks.all[at : at + count] = NO_BITS
            for row in limits.sums[k]:
                early = 2 * w * marks.each_word + row
                late = early + marks.each_word
                _sum(
                    marks.each[early : early + count],
                    marks.each[late : late + count],
                    marks.all[at : at + count],
                )


@compiled
def mark_months(given, first, last):  # type: ignore[no-untyped-def]  # as above
    """The marks of the futures from ``first`` to before ``last``."""
    block, limits, marks = given.block, given.limits, given.marks
    marks.each[:] = NO_BIT
    spine = block.spine[first:last]
    count, begin, end = last - first, first - block.begin, last - block.begin
    for t in range(len(given.kept.hirings)):
        offers, losses = block.offers[t // 3, begin:end], block.losses[t // 3, begin:end]
        _draw(marks.draw, spine, offers, losses, np.uint64(t + 1) * STEP)
        bit, at = BIT << np.uint32(t % 32), t // 32 * marks.each_word + marks.row
        at = _mark(marks.draw[0], limits.arrivals, bit, (marks, at, count))
        at = _mark(marks.draw[1], limits.lost, bit, (marks, at, count))
        _mark(marks.draw[2], limits.risen, bit, (marks, at, count))
    _sum_all(limits, marks, count)
