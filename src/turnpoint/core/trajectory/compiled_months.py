"""The same months as in ``months.py``, compiled by Numba (``pip install turnpoint[fast]``).

One option in one future is lived from event to event: the months in which a draw brings something
are known as bits (``compiled_draws.py``), and those between add the same money, so that many are
added at once. Money is in whole cents whose sums are exact, and products are rounded where NumPy
rounds them (nothing is fused or reordered), so that every future ends the same to the last bit.
Months count from 0 here. Importing this module needs Numba; the first call compiles, and Numba
keeps what it compiled on disk.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from llvmlite import ir
from numba import types
from numba.extending import intrinsic

from turnpoint.core.trajectory.compiled_draws import LOW_12, SHIFT_4, compiled, mark_months, mixed, woven
from turnpoint.core.trajectory.compiled_values import (
    ANY,
    FAR,
    LATER_JOB,
    LOST,
    OFFERED,
    OWN_JOB,
    RISEN,
    SEARCHING,
    TILE,
    WAITING,
)
from turnpoint.core.trajectory.futures import STEP
from turnpoint.core.trajectory.schedule import PER_UNIT, REACH, Kind

TOP = REACH - 2.0**-20
IF_HELD, EVERY_MONTH = int(Kind.ONCE_IF_HELD), int(Kind.EVERY_MONTH)
BIT, ONE_BIT = np.uint64(1), np.uint32(1)
NONE = np.uint64(0)


@intrinsic
def _lowest(typing: Any, word: Any) -> Any:
    """The place of the lowest bit set, 64 for none."""

    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return builder.cttz(arguments[0], ir.Constant(ir.IntType(1), 0))

    return types.int64(types.uint64), code


@woven
def _met(marks, row, t, at):  # type: ignore[no-untyped-def]  # Numba finds the types
    word = np.uint64((t >> 5) * marks.each_word + row + at)
    return (marks.each[word] >> np.uint32(t & 31)) & ONE_BIT


@woven
def _enter(one, terms, o, mode):  # type: ignore[no-untyped-def]  # as above
    one.offered = terms.rows[o, mode, OFFERED]
    one.lost = terms.rows[o, mode, LOST]
    one.risen = terms.rows[o, mode, RISEN]
    one.any = terms.rows[o, mode, ANY]


@woven
def _ruin(one, gain):  # type: ignore[no-untyped-def]  # as above
    lasted = np.int64(one.since)
    gain += one.flow
    while gain > one.used_up:
        gain += one.flow
        lasted += 1
    one.lasted = lasted


@woven
def _earn(one, kept, o, f, t):  # type: ignore[no-untyped-def]  # as above
    since = np.int64(one.since)
    gain = one.gain
    if len(kept.fan):
        for month in range(since, t):
            kept.fan[month, o, f] = gain + one.flow * (month + 1 - since)
    one.gain = gain + (t - since) * one.flow
    if one.gain <= one.used_up and one.lasted == FAR:
        _ruin(one, gain)
    one.since = t


@woven
def _change_pay(one, kept, o, f, t, pay):  # type: ignore[no-untyped-def]  # as above
    _earn(one, kept, o, f, t)
    one.flow += pay - one.own
    one.own = pay
    paid = np.float32(pay if one.employed else 0.0)
    for k in range(len(kept.pay_months)):
        kept.pay[k, o, f] = paid if t < kept.pay_months[k] else kept.pay[k, o, f]


@woven
def _employ(one, kept, o, t, employed):  # type: ignore[no-untyped-def]  # as above
    kept.hirings[t, o] += np.int64(employed) - np.int64(one.employed)
    one.employed = employed


@woven
def _begin_job(one, terms, kept, o, f, t, pay):  # type: ignore[no-untyped-def]  # as above
    _employ(one, kept, o, t, 1)
    _change_pay(one, kept, o, f, t, pay)
    one.held = 0
    one.begins = FAR
    one.until = FAR
    _enter(one, terms, o, LATER_JOB)


@woven
def _lose_job(one, rule, terms, kept, o, f, t):  # type: ignore[no-untyped-def]  # as above
    _employ(one, kept, o, t, 0)
    _change_pay(one, kept, o, f, t, rule.benefit)
    one.held = 0
    _enter(one, terms, o, SEARCHING)
    if rule.benefit > 0:
        one.until = t + rule.benefit_months


@woven
def _offered_pay(block, terms, rule, o, f, t):  # type: ignore[no-untyped-def]  # as above
    level = (mixed(block.spine[f] + np.uint64(t + 1) * STEP) >> SHIFT_4) & LOW_12
    z = block.market[t // 3, f - block.begin] + terms.normal[level] * rule.own_luck
    at = (min(max(z, -REACH), TOP) + REACH) * PER_UNIT
    node = np.int64(np.uint32(np.int64(at)))
    low = terms.pay_table[o, node]
    return np.rint(low + (terms.pay_table[o, node + 1] - low) * (at - node))


@woven
def _offer(one, rule, terms, kept, o, f, t, pay):  # type: ignore[no-untyped-def]  # as above
    floor = one.own * rule.step_up if one.employed else 0.0
    if pay < max(floor, rule.accept):
        return
    if one.taken == 0:
        one.taken = t + 1
    if rule.delay == 0:
        _begin_job(one, terms, kept, o, f, t, pay)
    else:
        _enter(one, terms, o, WAITING)
        one.begins = t + rule.delay
        one.pending = pay


@woven
def _rise(one, rule, kept, o, f, t):  # type: ignore[no-untyped-def]  # as above
    more = rule.own_rise if one.held else rule.later_rise
    _change_pay(one, kept, o, f, t, one.own + np.rint(one.own * more))


@woven
def _begin_course(one, rule, terms, block, kept, o, f):  # type: ignore[no-untyped-def]  # as above
    t = np.int64(rule.start)
    if block.came[o, f]:
        pay = block.pay[o, f] if rule.hired else rule.first_benefit
        _employ(one, kept, o, t, rule.hired)
        _change_pay(one, kept, o, f, t, pay)
        one.held = rule.hired
        if not rule.hired and rule.first_benefit > 0:
            one.until = t + rule.benefit_months
    job = LATER_JOB if one.employed else SEARCHING
    _enter(one, terms, o, OWN_JOB if one.held else job)


@woven
def _fall_due(one, terms, block, kept, o, f, t):  # type: ignore[no-untyped-def]  # as above
    first, last = terms.due_from[o, t], terms.due_from[o, t + 1]
    if first == last:
        return
    _earn(one, kept, o, f, t)
    for i in range(first, last):
        item = terms.due_order[i]
        if terms.due_kind[item] == EVERY_MONTH:
            one.flow += block.due[item, f]
        elif terms.due_kind[item] != IF_HELD or one.held:
            one.gain += block.due[item, f]
    _earn(one, kept, o, f, t + 1)


@woven
def _calendar(one, rule, terms, block, kept, o, f, t):  # type: ignore[no-untyped-def]  # as above
    if rule.start == t and t > 0:
        _begin_course(one, rule, terms, block, kept, o, f)
    if one.begins == t:
        _begin_job(one, terms, kept, o, f, t, one.pending)
    if one.until == t:
        _change_pay(one, kept, o, f, t, 0.0)
        one.until = FAR
    if rule.growth != 0.0 and t % 12 == 0 and t > 0 and one.employed:
        _change_pay(one, kept, o, f, t, one.own + np.rint(one.own * rule.growth))


@woven
def _fate(one, rule, terms, block, marks, kept, o, f, at, t):  # type: ignore[no-untyped-def]  # as above
    if _met(marks, one.lost, t, at):
        _lose_job(one, rule, terms, kept, o, f, t)
    if _met(marks, one.risen, t, at):
        _rise(one, rule, kept, o, f, t)
    if _met(marks, one.offered, t, at):
        _offer(one, rule, terms, kept, o, f, t, _offered_pay(block, terms, rule, o, f, t))


@woven
def _live(one, rule, terms, block, marks, kept, o, f, at):  # type: ignore[no-untyped-def]  # as above
    months = len(kept.hirings)
    for w in range(len(marks.all) // marks.all_word):
        seen, end = 64 * w, min(64 * w + 64, months)
        breaks, word = terms.breaks[o, w], w * marks.all_word + at
        while seen < end:
            bits = (marks.all[np.uint64(word + one.any)] | breaks) >> np.uint64(seen & 63)
            t = min(seen + _lowest(bits), min(np.int64(one.begins), np.int64(one.until)))
            if t >= end:
                break
            t = np.int64(np.uint32(t))
            seen = t + 1
            known = ((breaks >> np.uint64(t & 63)) & BIT) != NONE
            if known or one.begins == t or one.until == t:
                _calendar(one, rule, terms, block, kept, o, f, t)
            _fate(one, rule, terms, block, marks, kept, o, f, at, t)
            if known:
                _fall_due(one, terms, block, kept, o, f, t)
    _earn(one, kept, o, f, months)


@woven
def _open(one, rule, terms, block, kept, o, f):  # type: ignore[no-untyped-def]  # as above
    one.gain = 0.0
    one.own = rule.before
    one.flow = block.household[f] + rule.before
    one.employed = rule.before > 0
    one.held = 0
    one.begins = FAR
    one.until = FAR
    one.taken = 0
    one.lasted = FAR
    one.since = 0
    _enter(one, terms, o, WAITING)
    for k in range(len(kept.pay_months)):
        kept.pay[k, o, f] = rule.before
    if rule.start == 0:
        _begin_course(one, rule, terms, block, kept, o, f)


@compiled
def all_months(terms, block, limits, marks, life, kept):  # type: ignore[no-untyped-def]  # as above
    """All months of a span of one block, into ``kept``."""
    months = len(kept.hirings)
    one = life[0]
    for first in range(block.begin, block.end, TILE):
        last = min(first + TILE, block.end)
        mark_months(block, limits, first, last, months, marks)
        for o in range(len(terms.rule)):
            rule = terms.rule[o]
            for f in range(first, last):
                _open(one, rule, terms, block, kept, o, f)
                _live(one, rule, terms, block, marks, kept, o, f, f - first)
                kept.gain[o, f] = one.gain
                kept.lasted[o, f] = min(np.int64(one.lasted), months)
                kept.taken[o, f] = one.taken
