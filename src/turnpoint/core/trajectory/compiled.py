"""One block of futures through the compiled months. Importing this needs Numba."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from turnpoint.core.trajectory.compiled_draws import exponents, market_path
from turnpoint.core.trajectory.compiled_months import all_months
from turnpoint.core.trajectory.compiled_values import (
    ANY,
    EMPLOYED,
    HELD,
    LATER_JOB,
    LIFE,
    MARKED,
    MODES,
    NEVER_ENDS,
    OWN_JOB,
    PAD,
    RULE,
    SEARCHING,
    SPAN,
    TILE,
    WHATS,
    Block,
    Given,
    Kept,
    Limits,
    Marks,
    Terms,
    Whole,
)
from turnpoint.core.trajectory.futures import FEW_NORMAL, Floats, Singles, Words
from turnpoint.core.trajectory.months import Outcome
from turnpoint.core.trajectory.schedule import Rules, Schedule


@dataclass(frozen=True, slots=True)
class Room:
    """What a thread needs for block after block: to ask the system for it each time would take
    longer than to fill it. ``factors`` are those of the market ``[what, q, f]``."""

    rules: Rules
    terms: Terms
    limits: Limits
    marks: Marks
    kept: Kept
    path: Floats
    factors: Singles


_rooms = threading.local()


def run(plan: Schedule, used_up: float, pay_months: tuple[int, ...], out: Outcome) -> None:
    """``months.run``, compiled: the same outcome, bit for bit."""
    room: Room | None = getattr(_rooms, "room", None)
    if room is None or room.rules is not plan.rules or room.kept.gain.shape != plan.pay.shape:
        room = _rooms.room = _room(plan, pay_months)
    kept = room.kept._replace(fan=out.fan)
    kept.hirings[:] = 0
    kept.hirings[:, 0] = kept.gain.shape[1] * (plan.rules.before > 0)
    for block in _spans(plan, room):
        all_months(Given(room.terms, room.limits, block, room.marks, kept, used_up))
    out.gain[:], out.lasted[:], out.taken[:], out.pay[:] = (
        kept.gain, kept.lasted, kept.taken, kept.pay,
    )  # fmt: skip
    np.cumsum(kept.hirings.T, axis=0, out=out.employed)


def _room(plan: Schedule, pay_months: tuple[int, ...]) -> Room:
    months, (options, size) = plan.futures.months, plan.pay.shape
    row = MARKED + PAD
    limits, rows = _limits(plan.rules, row)
    words, kinds = months // 64 + 2, 1 + sum(len(each) for each in limits[:3])
    marks = Marks(
        row=row,
        each=np.empty(2 * words * kinds * row, dtype=np.uint32),
        each_word=kinds * row,
        all=np.zeros(words * len(limits.sums) * row, dtype=np.uint64),
        all_word=len(limits.sums) * row,
        draws=np.empty((4, 3, MARKED), dtype=np.float32),
    )
    kept = Kept(
        gain=np.empty((options, size)),
        lasted=np.empty((options, size), dtype=np.uint16),
        taken=np.empty((options, size), dtype=np.uint16),
        pay=np.empty((len(pay_months), options, size), dtype=np.float32),
        spell=np.searchsorted(pay_months, np.arange(months), side="right") * TILE,
        paid=np.empty((len(pay_months) + 1) * TILE, dtype=np.float32),
        hirings=np.empty((options, months), dtype=np.int64),
        lives=np.zeros(TILE, dtype=LIFE),
        going=np.empty(TILE, dtype=np.uint32),
        chart=np.empty((TILE, months), dtype=np.float32),
        fan=np.empty((0, options, size), dtype=np.float32),
    )
    path = np.zeros((1 + -(-months // 12) * 4, SPAN + PAD))
    factors = np.empty((2, -(-months // 3), SPAN + PAD), dtype=np.float32)
    return Room(plan.rules, _terms(plan, rows), limits, marks, kept, path, factors)


def _spans(plan: Schedule, room: Room) -> Iterator[Block]:
    """The block as Numba reads it, with the market of one span of its futures after another."""
    futures, path = plan.futures, room.path
    memory = futures.market.memory
    fresh = math.sqrt(1.0 - memory * memory)
    market, spine = futures.words("market", plan.first), futures.words("months", plan.first)
    for begin in range(0, len(spine), SPAN):
        end = min(begin + SPAN, len(spine))
        market_path(market[begin:end], memory, fresh, FEW_NORMAL, path)
        exponents(path, futures.exponents(), room.factors)
        offers, losses = futures.raised(room.factors)
        yield Block(
            begin, end, plan.household, plan.pay, plan.came, plan.due.amount,
            spine, path[1:].reshape(-1), offers, losses,
        )  # fmt: skip


def _limits(rules: Rules, length: int) -> tuple[Limits, Whole]:
    """The different limits above zero, and where each option and mode finds its marks, in rows of this
    ``length``."""
    rows = np.zeros((len(rules.start), MODES, WHATS), dtype=np.int64)
    modes = ((SEARCHING, LATER_JOB), (OWN_JOB, LATER_JOB), (OWN_JOB, LATER_JOB))
    found: list[Singles] = []
    row = 1
    for what, hazard in enumerate((rules.chance, rules.loss, rules.rise)):
        limits = np.unique(hazard[hazard > 0])
        rows[:, modes[what], what] = (row + np.searchsorted(limits, hazard)) * (hazard > 0)
        found.append(limits)
        row += len(limits)
    rows[:, OWN_JOB, 0] = rows[:, LATER_JOB, 0]
    sums, which = np.unique(rows[:, :, :3].reshape(-1, 3), axis=0, return_inverse=True)
    rows[:, :, ANY] = which.reshape(rows.shape[:2])
    return Limits(found[0], found[1], found[2], sums.astype(np.int64) * length), rows * length


def _terms(plan: Schedule, rows: Whole) -> Terms:
    """The rules as Numba reads them."""
    rules = plan.rules
    rule = np.zeros(len(rules.start), dtype=RULE)
    for name in RULE.names or ():
        if hasattr(rules, name):
            rule[name] = getattr(rules, name)
    rule["first_benefit"] = np.where(rules.at_once, rules.benefit, 0.0)
    rule["market_luck"] = plan.futures.market.loading
    rule["first_months"] = np.where(rule["first_benefit"] > 0, rules.benefit_months, NEVER_ENDS)
    rule["benefit_months"] = np.where(rules.benefit > 0, rules.benefit_months, NEVER_ENDS)
    mode = np.arange(MODES)
    due_from, due_order = _due_by_option(plan)
    return Terms(
        rule=rule,
        rows=rows.astype(np.uint32).reshape(len(rule), -1),
        rises=np.where(mode & HELD, rules.raises[:, :1], rules.raises[:, 1:]),
        steps=np.where(mode & EMPLOYED, rules.step_up[:, None], 0.0),
        breaks=_breaks(rules, due_from, plan.futures.months),
        due_from=due_from.astype(np.uint32),
        due_order=due_order,
        due_kind=plan.due.kind,
        pay_table=rules.pay_table,
        normal=FEW_NORMAL,
    )


def _due_by_option(plan: Schedule) -> tuple[Whole, Whole]:
    """What falls due in the order of option and month, and where each month begins in it."""
    months, options = plan.futures.months, len(plan.rules.start)
    key = plan.due.option * (months + 1) + plan.due.month - 1
    order = np.argsort(key, kind="stable")
    begins = np.arange(options)[:, None] * (months + 1) + np.arange(months + 1)
    return np.searchsorted(key[order], begins), order


def _breaks(rules: Rules, due_from: Whole, months: int) -> Words:
    """Later starts, yearly growth and what falls due, as bits ``[o, w]``."""
    month = np.arange(months)
    known = np.zeros((len(due_from), 64 * (months // 64 + 2)), dtype=np.bool_)
    known[:, :months] = due_from[:, 1:] > due_from[:, :-1]
    known[:, 1:months] |= rules.start[:, None] == month[1:]
    known[:, :months] |= (rules.growth != 0.0)[:, None] & (month % 12 == 0) & (month > 0)
    return np.packbits(known, axis=1, bitorder="little").view("<u8").astype(np.uint64)
