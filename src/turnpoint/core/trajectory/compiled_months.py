"""The same months as in ``months.py``, compiled by Numba (``pip install turnpoint[fast]``).

One option in one future is lived from event to event: the months in which a draw brings something
are known as bits (``compiled_draws.py``), and those between add the same money, so that many are
added at once. Money is in whole cents whose sums are exact, and products are rounded where NumPy
rounds them (nothing is fused or reordered), so that every future ends the same to the last bit.
Months count from 0 here. Importing this module needs Numba; the first call compiles, and Numba
keeps what it compiled on disk.
"""

from __future__ import annotations

import numpy as np

from turnpoint.core.trajectory.compiled_draws import LOW_12, SHIFT_4, mark_months, mixed
from turnpoint.core.trajectory.compiled_parts import compiled, lowest, pick, woven
from turnpoint.core.trajectory.compiled_values import (
    ANY,
    EMPLOYED,
    FAR,
    HELD,
    LATER_JOB,
    LOST,
    MARKED,
    OFFERED,
    OPEN,
    OWN_JOB,
    PAD,
    RISEN,
    SEARCHING,
    SPAN,
    TILE,
    WHATS,
    Here,
)
from turnpoint.core.trajectory.futures import STEP
from turnpoint.core.trajectory.schedule import PER_UNIT, REACH, Kind

TOP = REACH - 2.0**-20
IF_HELD, EVERY_MONTH = int(Kind.ONCE_IF_HELD), int(Kind.EVERY_MONTH)
BIT, ONE_BIT, NO_BIT, NONE = np.uint64(1), np.uint32(1), np.uint32(0), np.uint64(0)
NEVER, BEFORE, UNCHANGED = np.uint32(FAR), np.uint32(0), np.float32(np.nan)


@woven
def _met(here, mode, what, at, t):  # type: ignore[no-untyped-def]  # Numba finds the types
    row = here.rows[np.int64(mode) * WHATS + what]
    word = np.uint64((t >> 5) * here.each_word + row + at)
    return (here.each[word] >> np.uint32(t & 31)) & ONE_BIT != NO_BIT


@woven
def _known(here, t):  # type: ignore[no-untyped-def]  # as above
    return (here.breaks[t >> 6] >> np.uint64(t & 63)) & BIT != NONE


@woven
def _look_ahead(one, here, at, t):  # type: ignore[no-untyped-def]  # as above
    """The next month to look at, from ``t`` on: none is missed, and some bring nothing."""
    word = t >> 6
    place = word * here.any_word + here.rows[np.int64(one.mode) * WHATS + ANY] + at
    near = (here.any[np.uint64(place)] | here.breaks[word]) >> np.uint64(t & 63)
    far = here.any[np.uint64(place + here.any_word)] | here.breaks[word + 1]
    found = pick(near != NONE, t + lowest(near), 64 * (word + 1) + lowest(far))
    one.next = min(found, np.int64(one.begins), np.int64(one.until))


@woven
def _ruin(one, gain, used_up):  # type: ignore[no-untyped-def]  # as above
    lasted = np.int64(one.since)
    gain += one.flow
    while gain > used_up:
        gain += one.flow
        lasted += 1
    one.lasted = lasted


@woven
def _earn(one, here, at, t):  # type: ignore[no-untyped-def]  # as above
    """The money of the months before ``t``, all with the same flow."""
    since, gain = np.int64(one.since), one.gain
    if here.charted:
        for month in range(since, t):
            here.chart[at, month] = gain + one.flow * (month + 1 - since)
    one.gain = gain + (t - since) * one.flow
    if one.gain <= here.used_up and one.lasted == NEVER:
        _ruin(one, gain, here.used_up)
    one.since = t


@woven
def _change_pay(one, pay):  # type: ignore[no-untyped-def]  # as above
    one.flow += pay - one.own
    one.own = pay


@woven
def _begin_course(one, here, at):  # type: ignore[no-untyped-def]  # as above
    rule = here.rule[0]
    if here.came[at]:
        _change_pay(one, here.first_pay[at] if rule.hired else rule.first_benefit)
        one.mode = OWN_JOB if rule.hired else SEARCHING
        if not rule.hired:
            one.until = rule.start + rule.first_months
    else:
        one.mode |= OPEN


@woven
def _calendar(one, here, at, t):  # type: ignore[no-untyped-def]  # as above
    """What is known of month ``t`` before anybody lives it, and what was waited for."""
    rule = here.rule[0]
    if rule.start == t and t > 0:
        _begin_course(one, here, at)
    if one.begins == t:
        _change_pay(one, one.pending)
        one.mode = LATER_JOB
        one.begins = FAR
        one.until = FAR
    if one.until == t:
        _change_pay(one, 0.0)
        one.until = FAR
    if rule.growth != 0.0 and t % 12 == 0 and t > 0 and one.mode & EMPLOYED:
        _change_pay(one, one.own + np.rint(one.own * rule.growth))


@woven
def _fall_due(one, here, at, t):  # type: ignore[no-untyped-def]  # as above
    first, last = here.due_from[t], here.due_from[t + 1]
    if first == last:
        return
    for i in range(first, last):
        item = here.due_order[i]
        if here.due_kind[item] == EVERY_MONTH:
            one.flow += here.due[item, at]
        elif here.due_kind[item] != IF_HELD or one.mode & HELD:
            one.gain += here.due[item, at]
    _earn(one, here, at, t + 1)


@woven
def _offered_pay(here, at, t):  # type: ignore[no-untyped-def]  # as above
    rule = here.rule[0]
    level = (mixed(here.spine[at] + np.uint64(t + 1) * STEP) >> SHIFT_4) & LOW_12
    market = here.market[np.uint64(t // 3 * (SPAN + PAD) + at)] * rule.market_luck
    z = market + here.normal[level] * rule.own_luck
    place = (min(max(z, -REACH), TOP) + REACH) * PER_UNIT
    node = np.int64(np.uint32(np.int64(place)))
    low = here.pay_table[node]
    return np.rint(low + (here.pay_table[node + 1] - low) * (place - node))


@woven
def _fate(one, here, at, t):  # type: ignore[no-untyped-def]  # as above
    """The job is lost, promotion comes, an offer is taken."""
    rule = here.rule[0]
    lost = _met(here, one.mode, LOST, at, t)
    own = pick(lost, rule.benefit, one.own)
    mode = pick(lost, SEARCHING, one.mode)
    one.until = pick(lost, np.uint32(t + rule.benefit_months), one.until)

    risen = _met(here, mode, RISEN, at, t)
    own += np.rint(own * pick(risen, here.rises[mode], 0.0))

    pay = _offered_pay(here, at, t)
    floor = max(own * here.steps[mode], rule.accept)
    taking = _met(here, mode, OFFERED, at, t) & (pay >= floor)
    one.taken = pick(taking & (one.taken == BEFORE), np.uint32(t + 1), one.taken)
    if rule.delay == 0:
        own, mode = pick(taking, pay, own), pick(taking, LATER_JOB, mode)
        one.until = pick(taking, NEVER, one.until)
    else:
        one.pending = pick(taking, pay, one.pending)
        one.begins = pick(taking, np.uint32(t + rule.delay), one.begins)
        mode = pick(taking, np.uint32(mode & ~OPEN), mode)
    one.flow += own - one.own
    one.own, one.mode = own, mode
    return mode & EMPLOYED, pick(mode & EMPLOYED != NO_BIT, own, 0.0)


@woven
def _step(one, here, at):  # type: ignore[no-untyped-def]  # as above
    t, was = np.int64(one.next), one.mode & EMPLOYED
    known = _known(here, t)
    _earn(one, here, at, t)
    if known or t in (one.begins, one.until):
        _calendar(one, here, at, t)
    employed, paid = _fate(one, here, at, t)
    here.hirings[t] += np.int64(employed) - np.int64(was)
    here.paid[here.spell[t] + at] = paid
    if known:
        _fall_due(one, here, at, t)
    _look_ahead(one, here, at, t + 1)


@woven
def _open(one, here, at):  # type: ignore[no-untyped-def]  # as above
    rule = here.rule[0]
    one.gain = 0.0
    one.own = rule.before
    one.flow = here.household[at] + rule.before
    one.begins = FAR
    one.until = FAR
    one.taken = 0
    one.lasted = FAR
    one.since = 0
    was = EMPLOYED if rule.before > 0 else NO_BIT
    one.mode = was
    if rule.start == 0:
        _begin_course(one, here, at)
        here.hirings[0] += np.int64(one.mode & EMPLOYED) - np.int64(was)
    here.paid[here.spell[0] + at] = one.own if one.mode & EMPLOYED else 0.0
    _look_ahead(one, here, at, 0)


@woven
def _close(one, here, at):  # type: ignore[no-untyped-def]  # as above
    _earn(one, here, at, here.months)
    here.gain[at] = one.gain
    here.lasted[at] = min(one.lasted, here.months)
    here.taken[at] = one.taken


@woven
def _keep_pay(here):  # type: ignore[no-untyped-def]  # as above
    """What was paid last, in the months asked for: in a spell without a change, what was before."""
    before = here.paid[:TILE]
    for k in range(len(here.pay)):
        spell, pay = here.paid[k * TILE : (k + 1) * TILE], here.pay[k]
        for at in range(len(pay)):
            spell[at] = before[at] if np.isnan(spell[at]) else spell[at]
            pay[at] = spell[at]
        before = spell


@woven
def _keep_chart(kept, o, first, last):  # type: ignore[no-untyped-def]  # as above
    for month in range(len(kept.fan)):
        for f in range(first, last):
            kept.fan[month, o, f] = kept.chart[f - first, month]


@woven
def _live(here, lives, going):  # type: ignore[no-untyped-def]  # as above
    """All months of one option in a tile, an event of each life in turn: so the processor works on
    several lives at once. Those that are over are left out."""
    here.paid[:] = UNCHANGED
    left = 0
    for at in range(len(here.spine)):
        _open(lives[at], here, at)
        going[left] = at
        left += lives[at].next < here.months
    while left > 0:
        count, left = left, 0
        for i in range(count):
            still = np.int64(going[i])
            _step(lives[still], here, still)
            going[left] = still
            left += lives[still].next < here.months
    for at in range(len(here.spine)):
        _close(lives[at], here, at)
    _keep_pay(here)


@woven
def _here(given, o, first, last, marked):  # type: ignore[no-untyped-def]  # as above
    terms, block, marks, kept = given.terms, given.block, given.marks, given.kept
    return Here(
        len(kept.spell), given.used_up, len(kept.fan) > 0,
        terms.rule[o : o + 1], terms.rows[o], terms.rises[o], terms.steps[o], terms.breaks[o],
        terms.due_from[o], terms.due_order, terms.due_kind, terms.pay_table[o], terms.normal,
        block.household[first:last], block.pay[o, first:last], block.came[o, first:last],
        block.due[:, first:last], block.spine[first:last], block.market[first - block.begin :],
        marks.each[first - marked :], marks.each_word, marks.all[first - marked :], marks.all_word,
        kept.gain[o, first:last], kept.lasted[o, first:last], kept.taken[o, first:last],
        kept.pay[:, o, first:last], kept.spell, kept.paid, kept.hirings[o], kept.chart,
    )  # fmt: skip


@compiled
def all_months(given):  # type: ignore[no-untyped-def]  # as above
    """All months of a span of one block, into ``given.kept``."""
    for marked in range(given.block.begin, given.block.end, MARKED):
        end = min(marked + MARKED, given.block.end)
        mark_months(given, marked, end)
        for first in range(marked, end, TILE):
            last = min(first + TILE, end)
            for o in range(len(given.terms.rule)):
                here = _here(given, o, first, last, marked)
                _live(here, given.kept.lives, given.kept.going)
                _keep_chart(given.kept, o, first, last)
