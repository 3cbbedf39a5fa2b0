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
from llvmlite import ir  # type: ignore[import-untyped]  # it says no types
from numba import types
from numba.extending import intrinsic

from turnpoint.core.trajectory.compiled_draws import (
    LOW_12,
    SHIFT_4,
    compiled,
    mark_months,
    mixed,
    woven,
)
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
    Here,
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
def _earn(one, kept, f, t):  # type: ignore[no-untyped-def]  # as above
    since = np.int64(one.since)
    gain = one.gain
    if len(kept.fan):
        for month in range(since, t):
            kept.chart[f % TILE, month] = gain + one.flow * (month + 1 - since)
    one.gain = gain + (t - since) * one.flow
    if one.gain <= one.used_up and one.lasted == FAR:
        _ruin(one, gain)
    one.since = t


@woven
def _change_pay(one, here, t, pay):  # type: ignore[no-untyped-def]  # as above
    _earn(one, here.kept, here.f, t)
    one.flow += pay - one.own
    one.own = pay
    paid = np.float32(pay if one.employed else 0.0)
    for k in range(len(here.kept.pay_months)):
        here.kept.pay[k, here.o, here.f] = (
            paid if t < here.kept.pay_months[k] else here.kept.pay[k, here.o, here.f]
        )


@woven
def _employ(one, here, t, employed):  # type: ignore[no-untyped-def]  # as above
    here.kept.hirings[t, here.o] += np.int64(employed) - np.int64(one.employed)
    one.employed = employed


@woven
def _begin_job(one, here, t, pay):  # type: ignore[no-untyped-def]  # as above
    _employ(one, here, t, 1)
    _change_pay(one, here, t, pay)
    one.held = 0
    one.begins = FAR
    one.until = FAR
    _enter(one, here.terms, here.o, LATER_JOB)


@woven
def _lose_job(one, here, t):  # type: ignore[no-untyped-def]  # as above
    _employ(one, here, t, 0)
    _change_pay(one, here, t, here.rule.benefit)
    one.held = 0
    _enter(one, here.terms, here.o, SEARCHING)
    if here.rule.benefit > 0:
        one.until = t + here.rule.benefit_months


@woven
def _offered_pay(here, t):  # type: ignore[no-untyped-def]  # as above
    level = (mixed(here.block.spine[here.f] + np.uint64(t + 1) * STEP) >> SHIFT_4) & LOW_12
    z = (
        here.block.market[t // 3, here.f - here.block.begin]
        + here.terms.normal[level] * here.rule.own_luck
    )
    at = (min(max(z, -REACH), TOP) + REACH) * PER_UNIT
    node = np.int64(np.uint32(np.int64(at)))
    low = here.terms.pay_table[here.o, node]
    return np.rint(low + (here.terms.pay_table[here.o, node + 1] - low) * (at - node))


@woven
def _offer(one, here, t, pay):  # type: ignore[no-untyped-def]  # as above
    floor = one.own * here.rule.step_up if one.employed else 0.0
    if pay < max(floor, here.rule.accept):
        return
    if one.taken == 0:
        one.taken = t + 1
    if here.rule.delay == 0:
        _begin_job(one, here, t, pay)
    else:
        _enter(one, here.terms, here.o, WAITING)
        one.begins = t + here.rule.delay
        one.pending = pay


@woven
def _rise(one, here, t):  # type: ignore[no-untyped-def]  # as above
    more = here.rule.own_rise if one.held else here.rule.later_rise
    _change_pay(one, here, t, one.own + np.rint(one.own * more))


@woven
def _begin_course(one, here):  # type: ignore[no-untyped-def]  # as above
    t = np.int64(here.rule.start)
    if here.block.came[here.o, here.f]:
        pay = here.block.pay[here.o, here.f] if here.rule.hired else here.rule.first_benefit
        _employ(one, here, t, here.rule.hired)
        _change_pay(one, here, t, pay)
        one.held = here.rule.hired
        if not here.rule.hired and here.rule.first_benefit > 0:
            one.until = t + here.rule.benefit_months
    job = LATER_JOB if one.employed else SEARCHING
    _enter(one, here.terms, here.o, OWN_JOB if one.held else job)


@woven
def _fall_due(one, here, t):  # type: ignore[no-untyped-def]  # as above
    first, last = here.terms.due_from[here.o, t], here.terms.due_from[here.o, t + 1]
    if first == last:
        return
    _earn(one, here.kept, here.f, t)
    for i in range(first, last):
        item = here.terms.due_order[i]
        if here.terms.due_kind[item] == EVERY_MONTH:
            one.flow += here.block.due[item, here.f]
        elif here.terms.due_kind[item] != IF_HELD or one.held:
            one.gain += here.block.due[item, here.f]
    _earn(one, here.kept, here.f, t + 1)


@woven
def _calendar(one, here, t):  # type: ignore[no-untyped-def]  # as above
    if here.rule.start == t and t > 0:
        _begin_course(one, here)
    if one.begins == t:
        _begin_job(one, here, t, one.pending)
    if one.until == t:
        _change_pay(one, here, t, 0.0)
        one.until = FAR
    if here.rule.growth != 0.0 and t % 12 == 0 and t > 0 and one.employed:
        _change_pay(one, here, t, one.own + np.rint(one.own * here.rule.growth))


@woven
def _fate(one, here, marks, t):  # type: ignore[no-untyped-def]  # as above
    if _met(marks, one.lost, t, here.f % TILE):
        _lose_job(one, here, t)
    if _met(marks, one.risen, t, here.f % TILE):
        _rise(one, here, t)
    if _met(marks, one.offered, t, here.f % TILE):
        _offer(one, here, t, _offered_pay(here, t))


@woven
def _live(one, here, marks):  # type: ignore[no-untyped-def]  # as above
    months = len(here.kept.hirings)
    for w in range(len(marks.all) // marks.all_word):
        seen, end = 64 * w, min(64 * w + 64, months)
        breaks, word = here.terms.breaks[here.o, w], w * marks.all_word + here.f % TILE
        while seen < end:
            bits = (marks.all[np.uint64(word + one.any)] | breaks) >> np.uint64(seen & 63)
            met: int = _lowest(bits)  # type: ignore[call-arg]  # Numba hands over the typing
            t = min(seen + met, np.int64(one.begins), np.int64(one.until))
            if t >= end:
                break
            t = np.int64(np.uint32(t))
            seen = t + 1
            known = ((breaks >> np.uint64(t & 63)) & BIT) != NONE
            if known or t in (one.begins, one.until):
                _calendar(one, here, t)
            _fate(one, here, marks, t)
            if known:
                _fall_due(one, here, t)
    _earn(one, here.kept, here.f, months)


@woven
def _open(one, here):  # type: ignore[no-untyped-def]  # as above
    one.gain = 0.0
    one.own = here.rule.before
    one.flow = here.block.household[here.f] + here.rule.before
    one.employed = here.rule.before > 0
    one.held = 0
    one.begins = FAR
    one.until = FAR
    one.taken = 0
    one.lasted = FAR
    one.since = 0
    _enter(one, here.terms, here.o, WAITING)
    for k in range(len(here.kept.pay_months)):
        here.kept.pay[k, here.o, here.f] = here.rule.before
    if here.rule.start == 0:
        _begin_course(one, here)


@woven
def _keep_chart(kept, o, first, last):  # type: ignore[no-untyped-def]  # as above
    for month in range(len(kept.fan)):
        for f in range(first, last):
            kept.fan[month, o, f] = kept.chart[f - first, month]


@compiled
def all_months(given, life):  # type: ignore[no-untyped-def]  # as above
    """All months of a span of one block, into ``given.kept``."""
    terms, block, marks, kept = given.terms, given.block, given.marks, given.kept
    one, months = life[0], len(kept.hirings)
    for first in range(block.begin, block.end, TILE):
        last = min(first + TILE, block.end)
        mark_months(given, first, last)
        for o in range(len(terms.rule)):
            for f in range(first, last):
                here = Here(o, f, terms.rule[o], terms, block, kept)
                _open(one, here)
                _live(one, here, marks)
                kept.gain[o, f] = one.gain
                kept.lasted[o, f] = min(np.int64(one.lasted), months)
                kept.taken[o, f] = one.taken
            _keep_chart(kept, o, first, last)
