"""Draws, and the months in which they bring something, compiled by Numba.

Draws are those of ``futures.py``, made from the same counters and rounded alike. What they are
compared with depends only on the mode that a person is in, and options differ in few such limits:
so each draw meets each limit once, many futures at a time, and leaves a bit where it falls below.
Importing this module needs Numba.
"""

from __future__ import annotations

import numpy as np

from turnpoint.core.trajectory.compiled_parts import compiled, woven
from turnpoint.core.trajectory.futures import FEW, STEP

FIRST_FACTOR, SECOND_FACTOR = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
SHIFT_30, SHIFT_27, SHIFT_31 = np.uint64(30), np.uint64(27), np.uint64(31)
SHIFT_40, SHIFT_16, SHIFT_4 = np.uint64(40), np.uint64(16), np.uint64(4)
SHIFT_20, SHIFT_36, SHIFT_52 = np.uint64(20), np.uint64(36), np.uint64(52)
LOW_24, LOW_12 = np.uint64(0xFFFFFF), np.uint64(FEW - 1)
PER_24, ONE, NEVER_BELOW = np.float32(2.0**-24), np.float32(1.0), np.float32(np.inf)
NO_BIT, BIT, TWO, THREE = np.uint32(0), np.uint32(1), np.uint32(2), np.uint32(3)
NO_BITS, HALF = np.uint64(0), np.uint64(32)


@woven
def mixed(word):  # type: ignore[no-untyped-def]  # Numba finds the types
    """``futures.mixed``, of one word."""
    word = (word ^ (word >> SHIFT_30)) * FIRST_FACTOR
    word = (word ^ (word >> SHIFT_27)) * SECOND_FACTOR
    return word ^ (word >> SHIFT_31)


@compiled
def market_path(spine, memory, fresh, normal, path):  # type: ignore[no-untyped-def]  # as above
    """``Futures.market_path``, into ``path[1 + q, f]`` after a row of zeros; four quarters to a word."""
    size = len(spine)
    for quarter in range(0, len(path) - 1, 4):
        counter = np.uint64(quarter // 4) * STEP
        zeroth, first, second, third, fourth = path[quarter : quarter + 5]
        weight = fresh if quarter else 1.0
        for f in range(size):
            word = mixed(spine[f] + counter)
            news = normal[(word >> SHIFT_4) & LOW_12]
            first[f] = news * weight + memory * zeroth[f]
            news = normal[(word >> SHIFT_20) & LOW_12]
            second[f] = news * fresh + memory * first[f]
            news = normal[(word >> SHIFT_36) & LOW_12]
            third[f] = news * fresh + memory * second[f]
            news = normal[(word >> SHIFT_52) & LOW_12]
            fourth[f] = news * fresh + memory * third[f]


@compiled
def exponents(path, market, into):  # type: ignore[no-untyped-def]  # as above
    """Those of ``Futures.factors``, of ``path[1 + q, f]``."""
    a, half_a, c, half_c = market
    for quarter in range(into.shape[1]):
        now, offers, losses = path[quarter + 1], into[0, quarter], into[1, quarter]
        for f in range(len(now)):
            level = np.float32(now[f])
            offers[f] = half_a - a * level
            losses[f] = c * level + half_c


@woven
def _draw(draw, spine, offers, losses, counter):  # type: ignore[no-untyped-def]  # as above
    arrival, lost, risen = draw[0], draw[1], draw[2]
    for f in range(len(spine)):
        word = mixed(spine[f] + counter)
        arrival[f] = np.float32(np.uint32(word >> SHIFT_40)) * offers[f]
        luck = np.float32(np.uint32((word >> SHIFT_16) & LOW_24)) * PER_24
        lost[f] = luck * losses[f]
        risen[f] = ONE - luck


@woven
def _mark(draws, what, limits, bit, place):  # type: ignore[no-untyped-def]  # as above
    """Four months at a time, so that what is marked is read and written once for them."""
    marks, at, count = place
    first, second, third, fourth = draws[0, what], draws[1, what], draws[2, what], draws[3, what]
    for limit in limits:
        marked = marks.each[at : at + count]
        for f in range(count):
            met = bit if first[f] < limit else NO_BIT
            met = np.uint32(met | (np.uint32(bit << BIT) if second[f] < limit else NO_BIT))
            met = np.uint32(met | (np.uint32(bit << TWO) if third[f] < limit else NO_BIT))
            met = np.uint32(met | (np.uint32(bit << THREE) if fourth[f] < limit else NO_BIT))
            marked[f] |= met
        at += marks.row
    return at


@woven
def _sum(early, late, into):  # type: ignore[no-untyped-def]  # as above
    for f in range(len(into)):
        into[f] |= np.uint64(early[f]) | (np.uint64(late[f]) << HALF)


@woven
def _sum_all(limits, marks, count, months):  # type: ignore[no-untyped-def]  # as above
    for k in range(len(limits.sums)):
        for w in range((months + 63) // 64):
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
    block, limits, marks, months = given.block, given.limits, given.marks, len(given.kept.spell)
    marks.each[:] = NO_BIT
    spine = block.spine[first:last]
    count, begin, end = last - first, first - block.begin, last - block.begin
    for four in range(0, months, 4):
        marks.draws[:] = NEVER_BELOW
        for t in range(four, min(four + 4, months)):
            offers, losses = block.offers[t // 3, begin:end], block.losses[t // 3, begin:end]
            _draw(marks.draws[t - four], spine, offers, losses, np.uint64(t + 1) * STEP)
        bit, at = BIT << np.uint32(four % 32), four // 32 * marks.each_word + marks.row
        at = _mark(marks.draws, 0, limits.arrivals, bit, (marks, at, count))
        at = _mark(marks.draws, 1, limits.lost, bit, (marks, at, count))
        _mark(marks.draws, 2, limits.risen, bit, (marks, at, count))
    _sum_all(limits, marks, count, months)
