"""One block of futures through the compiled months. Importing this needs Numba."""

from __future__ import annotations

import math

import numpy as np

from turnpoint.core.trajectory.compiled_months import all_months, market_path
from turnpoint.core.trajectory.compiled_values import Fixed, Kept, Now, Paths, Row
from turnpoint.core.trajectory.months import Outcome
from turnpoint.core.trajectory.schedule import Schedule


def run(plan: Schedule, used_up: float, pay_months: tuple[int, ...], with_fan: bool) -> Outcome:
    """``months.run``, compiled: the same outcome, bit for bit."""
    futures, size, months = plan.futures, len(plan.household), plan.futures.months
    options = len(plan.rules.start)
    path = np.empty((-(-months // 3), size))
    memory = futures.market.memory
    fresh = math.sqrt(1.0 - memory * memory)
    market_path(futures.words("market", plan.first), memory, fresh, path)
    spine = futures.words("months", plan.first)
    paths = Paths(spine, path, *futures.factors(path))
    single = np.empty((3, size), dtype=np.float32)
    row = Row(single[0], single[1], single[2], np.empty(size, dtype=np.uint16), np.empty(size))
    kept = Kept(
        pay_months=np.array(pay_months, dtype=np.int64),
        pay=np.zeros((len(pay_months), options, size), dtype=np.float32),
        jobs=np.empty((months, options), dtype=np.int64),
        fan=np.empty((months if with_fan else 0, options, size), dtype=np.float32),
    )
    now = opening(plan)
    all_months(now, fixed_by(plan, used_up), row, paths, kept)
    return Outcome(now.gain, now.lasted, now.taken, kept.pay, kept.jobs, kept.fan)


def opening(plan: Schedule) -> Now:
    """Everybody as they are now."""
    shape = plan.pay.shape
    before = np.broadcast_to(plan.rules.before[:, None], shape)
    return Now(
        gain=np.zeros(shape),
        flow=plan.household + before,
        own=before.copy(),
        pending=np.zeros(shape),
        chance=np.zeros(shape, dtype=np.float32),
        loss=np.zeros(shape, dtype=np.float32),
        rise=np.zeros(shape, dtype=np.float32),
        begins=np.zeros(shape, dtype=np.uint16),
        until=np.zeros(shape, dtype=np.uint16),
        taken=np.zeros(shape, dtype=np.uint16),
        lasted=np.zeros(shape, dtype=np.uint16),
        alive=np.ones(shape, dtype=np.uint8),
        employed=(before > 0).astype(np.uint8),
        held=np.zeros(shape, dtype=np.uint8),
        flag=np.zeros((shape[0], -(-shape[1] // 8) * 8), dtype=np.uint8),
        jobs=np.count_nonzero(before > 0, axis=1),
    )


def fixed_by(plan: Schedule, used_up: float) -> Fixed:
    """What no month changes."""
    rules, due = plan.rules, plan.due
    return Fixed(
        start=rules.start,
        first_benefit=np.where(rules.at_once, rules.benefit, 0.0),
        growth=rules.growth,
        hired=rules.hired,
        pay=plan.pay,
        came=plan.came,
        due_from=np.searchsorted(due.month, np.arange(1, plan.futures.months + 2)),
        due_option=due.option,
        due_kind=due.kind,
        due=due.amount,
        chance=rules.chance,
        loss=rules.loss,
        rise=rules.rise,
        raises=rules.raises,
        step_up=rules.step_up,
        accept=rules.accept,
        delay=rules.delay,
        benefit=rules.benefit,
        benefit_months=rules.benefit_months,
        pay_table=rules.pay_table,
        own_luck=rules.own_luck,
        loading=plan.futures.market.loading,
        used_up=used_up,
    )
