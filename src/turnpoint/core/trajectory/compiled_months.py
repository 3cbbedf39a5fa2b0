"""The same months as in ``months.py``, compiled by Numba (``pip install turnpoint[fast]``).

Draws are made in the loop from the same counters, money is in whole cents whose sums are exact, and
products are rounded where NumPy rounds them (nothing is fused or reordered), so that every future
ends the same to the last bit. Axes are ``[o, f]``; rows ``[f]`` hold one month's draws. Importing
this module needs Numba; the first call compiles, and Numba keeps what it compiled on disk.
"""

from __future__ import annotations

from typing import Any

import numba
import numpy as np

from turnpoint.core.trajectory.futures import LEVELS, NORMAL, STEP
from turnpoint.core.trajectory.schedule import PER_UNIT, REACH, Kind

FIRST_FACTOR, SECOND_FACTOR = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
SHIFT_30, SHIFT_27, SHIFT_31 = np.uint64(30), np.uint64(27), np.uint64(31)
SHIFT_40, SHIFT_16 = np.uint64(40), np.uint64(16)
LOW_24, LOW_16 = np.uint64(0xFFFFFF), np.uint64(LEVELS - 1)
PER_24 = np.float32(2.0**-24)
ONE, NOTHING = np.float32(1.0), np.float32(0.0)
TOP = REACH - 2.0**-20
IF_HELD, EVERY_MONTH = int(Kind.ONCE_IF_HELD), int(Kind.EVERY_MONTH)


def _compiled(function: Any) -> Any:
    return numba.njit(nogil=True, cache=True, error_model="numpy")(function)


@_compiled
def _mixed(word):  # type: ignore[no-untyped-def]  # Numba finds the types
    word = (word ^ (word >> SHIFT_30)) * FIRST_FACTOR
    word = (word ^ (word >> SHIFT_27)) * SECOND_FACTOR
    return word ^ (word >> SHIFT_31)


@_compiled
def _draw(paths, fixed, row, month):  # type: ignore[no-untyped-def]  # as above
    counter = np.uint64(month) * STEP
    quarter = (month - 1) // 3
    spine, market = paths.spine, paths.market[quarter]
    offers, losses = paths.offers[quarter], paths.losses[quarter]
    for f in range(len(spine)):
        word = _mixed(spine[f] + counter)
        row.market[f] = market[f] * fixed.loading
        row.level[f] = word & LOW_16
        row.arrivals[f] = np.float32(np.uint32(word >> SHIFT_40)) * offers[f]
        luck = np.float32(np.uint32((word >> SHIFT_16) & LOW_24)) * PER_24
        row.risen[f] = ONE - luck
        row.lost[f] = luck * losses[f]


@_compiled
def _flag(now, row, o, month):  # type: ignore[no-untyped-def]  # as above
    chance, loss, rise = now.chance[o], now.loss[o], now.rise[o]
    begins, until, flag = now.begins[o], now.until[o], now.flag[o]
    for f in range(len(begins)):
        flag[f] = (
            (row.arrivals[f] < chance[f])
            | (row.lost[f] < loss[f])
            | (row.risen[f] < rise[f])
            | (begins[f] == month)
            | (until[f] == month)
        )


@_compiled
def _change_pay(now, o, f, pay):  # type: ignore[no-untyped-def]  # as above
    now.flow[o, f] += pay - now.own[o, f]
    now.own[o, f] = pay


@_compiled
def _begin_job(now, fixed, o, f, pay):  # type: ignore[no-untyped-def]  # as above
    _change_pay(now, o, f, pay)
    now.jobs[o] += 1 - now.employed[o, f]
    now.until[o, f] = 0
    now.employed[o, f] = 1
    now.held[o, f] = 0
    now.chance[o, f] = fixed.chance[o, 1]
    now.loss[o, f] = fixed.loss[o, 1]
    now.rise[o, f] = fixed.rise[o, 1]


@_compiled
def _lose_job(now, fixed, o, f, month):  # type: ignore[no-untyped-def]  # as above
    _change_pay(now, o, f, fixed.benefit[o])
    now.jobs[o] -= 1
    now.employed[o, f] = 0
    now.held[o, f] = 0
    now.chance[o, f] = fixed.chance[o, 0]
    now.loss[o, f] = NOTHING
    now.rise[o, f] = NOTHING
    if fixed.benefit[o] > 0:
        now.until[o, f] = month + fixed.benefit_months[o]


@_compiled
def _offered_pay(fixed, row, o, f):  # type: ignore[no-untyped-def]  # as above
    z = row.market[f] + NORMAL[row.level[f]] * fixed.own_luck
    at = (min(max(z, -REACH), TOP) + REACH) * PER_UNIT
    node = int(at)
    low = fixed.pay_table[o, node]
    return np.rint(low + (fixed.pay_table[o, node + 1] - low) * (at - node))


@_compiled
def _offer(now, fixed, row, place, month):  # type: ignore[no-untyped-def]  # as above
    o, f = place
    pay = _offered_pay(fixed, row, o, f)
    floor = now.own[o, f] * fixed.step_up[o] if now.employed[o, f] else 0.0
    if pay < max(floor, fixed.accept[o]):
        return
    now.chance[o, f] = NOTHING
    now.loss[o, f] = NOTHING
    now.rise[o, f] = NOTHING
    if now.taken[o, f] == 0:
        now.taken[o, f] = month
    if fixed.delay[o] == 0:
        _begin_job(now, fixed, o, f, pay)
    else:
        now.begins[o, f] = month + fixed.delay[o]
        now.pending[o, f] = pay


@_compiled
def _event(now, fixed, row, place, month):  # type: ignore[no-untyped-def]  # as above
    o, f = place
    if now.begins[o, f] == month:
        _begin_job(now, fixed, o, f, now.pending[o, f])
    if now.until[o, f] == month:
        _change_pay(now, o, f, 0.0)
    if row.lost[f] < now.loss[o, f]:
        _lose_job(now, fixed, o, f, month)
    if row.risen[f] < now.rise[o, f]:
        own = now.own[o, f]
        _change_pay(now, o, f, own + np.rint(own * fixed.raises[o, 1 - now.held[o, f]]))
    if row.arrivals[f] < now.chance[o, f]:
        _offer(now, fixed, row, place, month)


@_compiled
def _events(now, fixed, row, o, month):  # type: ignore[no-untyped-def]  # as above
    eights = now.flag[o].view(np.uint64)
    for eight in range(len(eights)):
        if eights[eight]:
            for f in range(8 * eight, min(8 * eight + 8, now.gain.shape[1])):
                if now.flag[o, f]:
                    _event(now, fixed, row, (o, f), month)


@_compiled
def _falls_due(now, o, kind, amount):  # type: ignore[no-untyped-def]  # as above
    for f in range(len(amount)):
        if kind == EVERY_MONTH:
            now.flow[o, f] += amount[f]
        elif kind != IF_HELD or now.held[o, f]:
            now.gain[o, f] += amount[f]


@_compiled
def _add(gain, flow, alive, lasted, used_up):  # type: ignore[no-untyped-def]  # as above
    for f in range(len(gain)):
        gain[f] += flow[f]
        alive[f] &= gain[f] > used_up
        lasted[f] += alive[f]


@_compiled
def _begin_course(now, fixed, o, month):  # type: ignore[no-untyped-def]  # as above
    benefit = 0.0 if fixed.hired[o] else fixed.first_benefit[o]
    jobs = 0
    for f in range(now.own.shape[1]):
        if fixed.came[o, f]:
            now.employed[o, f] = fixed.hired[o]
            now.held[o, f] = fixed.hired[o]
            _change_pay(now, o, f, fixed.pay[o, f] if fixed.hired[o] else benefit)
            if benefit > 0:
                now.until[o, f] = month + fixed.benefit_months[o]
        job = now.employed[o, f]
        later = 1 - now.held[o, f]
        now.chance[o, f] = fixed.chance[o, job]
        now.loss[o, f] = fixed.loss[o, later] if job else NOTHING
        now.rise[o, f] = fixed.rise[o, later] if job else NOTHING
        jobs += job
    now.jobs[o] = jobs


@_compiled
def _grow(now, fixed, o, month):  # type: ignore[no-untyped-def]  # as above
    for f in range(now.own.shape[1]):
        if now.begins[o, f] == month:
            now.begins[o, f] = 0
            _begin_job(now, fixed, o, f, now.pending[o, f])
        if now.until[o, f] == month:
            now.until[o, f] = 0
            _change_pay(now, o, f, 0.0)
        if now.employed[o, f]:
            more = np.rint(now.own[o, f] * fixed.growth[o])
            now.own[o, f] += more
            now.flow[o, f] += more


@_compiled
def _option(now, fixed, row, o, month):  # type: ignore[no-untyped-def]  # as above
    if fixed.start[o] == month - 1:
        _begin_course(now, fixed, o, month)
    if month % 12 == 1 and month > 1 and fixed.growth[o] != 0.0:
        _grow(now, fixed, o, month)
    _flag(now, row, o, month)
    _events(now, fixed, row, o, month)
    for i in range(fixed.due_from[month - 1], fixed.due_from[month]):
        if fixed.due_option[i] == o:
            _falls_due(now, o, fixed.due_kind[i], fixed.due[i])
    _add(now.gain[o], now.flow[o], now.alive[o], now.lasted[o], fixed.used_up)


@_compiled
def market_path(spine, memory, fresh, path):  # type: ignore[no-untyped-def]  # as above
    """``Futures.market_path``, into ``path[q, f]``."""
    quarters, size = path.shape
    for quarter in range(quarters):
        counter = np.uint64(quarter // 4) * STEP
        shift = np.uint64(16 * (quarter % 4))
        for f in range(size):
            news = NORMAL[(_mixed(spine[f] + counter) >> shift) & LOW_16]
            if quarter:
                path[quarter, f] = news * fresh + memory * path[quarter - 1, f]
            else:
                path[quarter, f] = news


@_compiled
def _keep(now, kept, o, month):  # type: ignore[no-untyped-def]  # as above
    kept.jobs[month - 1, o] = now.jobs[o]
    if len(kept.fan):
        for f in range(now.gain.shape[1]):
            kept.fan[month - 1, o, f] = now.gain[o, f]
    for k in range(len(kept.pay_months)):
        if kept.pay_months[k] == month:
            for f in range(now.own.shape[1]):
                kept.pay[k, o, f] = now.own[o, f] if now.employed[o, f] else 0.0


@_compiled
def all_months(now, fixed, row, paths, kept):  # type: ignore[no-untyped-def]  # as above
    """All months of one block, into ``now`` and ``kept``."""
    for month in range(1, len(kept.jobs) + 1):
        _draw(paths, fixed, row, month)
        for o in range(len(now.jobs)):
            _option(now, fixed, row, o, month)
            _keep(now, kept, o, month)
