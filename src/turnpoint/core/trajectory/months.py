"""Stepping one block of futures through its months, in NumPy.

In each month, in this order: accepted jobs and courses begin, benefits end, pay grows (yearly),
jobs are lost, promotions come, offers arrive and are taken, a month's money is added, what is due
falls due. A future is ruined in the first month that ends with nothing left. Most of it touches
few futures; only adding money, meeting offers and counting touch all.

``compiled.py`` does the same in the same order; the answers are the same to the bit.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.trajectory.futures import FEW_NORMAL, Draws, Floats, Singles
from turnpoint.core.trajectory.schedule import PER_UNIT, REACH, Kind, Rules, Schedule

Places = NDArray[np.intp]
"""Flat indices into arrays ``[o, f]``."""

NEVER_YET = np.uint16(0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where blocks leave what came of them. ``gain[o, f]`` is what became of the cash, in cents;
    ``lasted[o, f]`` the months before ruin; ``taken[o, f]`` the month of the first offer taken, 0
    for none; ``pay[k, o, f]`` net cents a month at the months asked for; ``employed[t, o]`` counts
    futures; ``fan[t, o, f]`` is the gain by month, for the block that the fan chart is drawn from."""

    gain: Floats
    lasted: NDArray[np.uint16]
    taken: NDArray[np.uint16]
    pay: Singles
    employed: NDArray[np.int64]
    fan: Singles


@dataclass(slots=True)
class State:
    """Where everybody is, ``[o, f]``."""

    draws: Draws
    gain: Floats
    flow: Floats
    own: Floats
    employed: NDArray[np.bool_]
    held: NDArray[np.bool_]
    chance: Singles
    loss: Singles
    rise: Singles
    until: NDArray[np.uint16]
    taken: NDArray[np.uint16]
    option: Places
    future: Places
    """``option[k]`` and ``future[k]`` of the flat index ``k``."""
    begins: dict[int, list[tuple[Places, Floats]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    ends: dict[int, list[Places]] = field(default_factory=lambda: defaultdict(list))


def opening(plan: Schedule, draws: Draws) -> State:
    """Everybody as they are now: nothing happens to them before their course begins."""
    shape = plan.pay.shape
    before = np.broadcast_to(plan.rules.before[:, None], shape)
    return State(
        draws=draws,
        gain=np.zeros(shape),
        flow=plan.household + before,
        own=before.copy(),
        employed=before > 0,
        held=np.zeros(shape, dtype=np.bool_),
        chance=np.zeros(shape, dtype=np.float32),
        loss=np.zeros(shape, dtype=np.float32),
        rise=np.zeros(shape, dtype=np.float32),
        until=np.zeros(shape, dtype=np.uint16),
        taken=np.zeros(shape, dtype=np.uint16),
        option=np.repeat(np.arange(shape[0]), shape[1]),
        future=np.tile(np.arange(shape[1]), shape[0]),
    )


def run(plan: Schedule, used_up: float, pay_months: tuple[int, ...], out: Outcome) -> None:
    """All months of one block, into ``out``. ``used_up`` is the gain at which the cash is gone."""
    draws = plan.futures.draws(plan.first)
    now = opening(plan, draws)
    lasted = np.zeros(plan.pay.shape, dtype=np.uint16)
    alive = np.ones(plan.pay.shape, dtype=np.bool_)
    holds = np.empty_like(alive)
    for month in range(1, len(draws.arrivals) + 1):
        scheduled(now, plan, month)
        fate(now, plan, month)
        offers(now, plan, month)
        now.gain += now.flow
        fall_due(now, plan, month)
        np.greater(now.gain, used_up, out=holds)
        alive &= holds
        lasted += alive
        out.employed[month - 1] = [np.count_nonzero(row) for row in now.employed]
        if len(out.fan):
            out.fan[month - 1] = now.gain
        for k, wanted in enumerate(pay_months):
            if wanted == month:
                out.pay[k] = np.where(now.employed, now.own, 0.0)
    out.gain[:], out.lasted[:], out.taken[:] = now.gain, lasted, now.taken


def scheduled(now: State, plan: Schedule, month: int) -> None:
    """Courses and accepted jobs that begin, benefits that end, and yearly growth."""
    for o in np.flatnonzero(plan.rules.start == month - 1):
        begin_course(now, plan, int(o), month)
    for places, pay in now.begins.pop(month, ()):
        begin_job(now, plan.rules, places, pay)
    for places in now.ends.pop(month, ()):
        over = places[now.until.ravel()[places] == month]
        change_pay(now, over, np.zeros(len(over)))
    if month % 12 == 1 and month > 1:
        for o in np.flatnonzero(plan.rules.growth):
            more = np.rint(now.own[o] * plan.rules.growth[o]) * now.employed[o]
            now.own[o] += more
            now.flow[o] += more


def begin_course(now: State, plan: Schedule, o: int, month: int) -> None:
    """The option begins where it comes off; elsewhere life goes on as it was, and one may search."""
    rules, came = plan.rules, plan.came[o]
    hired = bool(rules.hired[o])
    paid = bool(rules.at_once[o]) and not hired and bool(rules.benefit[o])
    first = plan.pay[o] if hired else np.full(came.shape, rules.benefit[o] if paid else 0.0)
    own = np.where(came, first, now.own[o])
    now.flow[o] += own - now.own[o]
    now.own[o] = own
    now.held[o] = came & hired
    now.employed[o] = np.where(came, hired, now.employed[o])
    later = (~now.held[o]).astype(np.intp)
    job = now.employed[o]
    now.chance[o] = rules.chance[o][job.astype(np.intp)]
    now.loss[o] = rules.loss[o][later] * job
    now.rise[o] = rules.rise[o][later] * job
    if paid:
        places = np.flatnonzero(came) + o * len(came)
        benefits_run(now, rules, places, month)


def benefits_run(now: State, rules: Rules, places: Places, month: int) -> None:
    """Note when the benefits that begin in this month end."""
    lasting = rules.benefit_months[now.option[places]]
    now.until.ravel()[places] = month + lasting
    for months in set(rules.benefit_months.tolist()):
        now.ends[month + months].append(places[lasting == months])


def change_pay(now: State, places: Places, pay: Floats) -> None:
    own, flow = now.own.ravel(), now.flow.ravel()
    flow[places] += pay - own[places]
    own[places] = pay


def begin_job(now: State, rules: Rules, places: Places, pay: Floats) -> None:
    """A job that was found is begun."""
    option = now.option[places]
    change_pay(now, places, pay)
    now.until.ravel()[places] = 0
    now.employed.ravel()[places] = True
    now.held.ravel()[places] = False
    now.chance.ravel()[places] = rules.chance[option, 1]
    now.loss.ravel()[places] = rules.loss[option, 1]
    now.rise.ravel()[places] = rules.rise[option, 1]


def fate(now: State, plan: Schedule, month: int) -> None:
    """Jobs lost and promotions. Few futures can be struck, and only those are looked at."""
    lost, risen = now.draws.losses[month - 1], now.draws.rises[month - 1]
    rules = plan.rules
    near = np.flatnonzero(lost < rules.most_loss)
    places = struck(lost, now.loss, near)
    if len(places):
        option = now.option[places]
        change_pay(now, places, rules.benefit[option])
        now.employed.ravel()[places] = False
        now.held.ravel()[places] = False
        now.chance.ravel()[places] = rules.chance[option, 0]
        now.loss.ravel()[places] = 0.0
        now.rise.ravel()[places] = 0.0
        benefits_run(now, rules, places[rules.benefit[option] > 0], month)
    near = np.flatnonzero(risen < rules.most_rise)
    places = struck(risen, now.rise, near)
    if len(places):
        later = (~now.held.ravel()[places]).astype(np.intp)
        own = now.own.ravel()[places]
        change_pay(now, places, own + np.rint(own * rules.raises[now.option[places], later]))


def struck(draw: Singles, hazard: Singles, near: Places) -> Places:
    """Where a draw falls below its hazard, looked for in the futures ``near`` only."""
    below = draw[near] < np.take(hazard, near, axis=1)
    hits = np.flatnonzero(below)
    row = hits // max(len(near), 1)
    return np.asarray(row * len(draw) + near[hits - row * len(near)])


def offers(now: State, plan: Schedule, month: int) -> None:
    """Offers that arrive, and those of them that are taken."""
    draws, rules = now.draws, plan.rules
    places = np.flatnonzero(draws.arrivals[month - 1] < now.chance)
    if not len(places):
        return
    option = now.option[places]
    pay = offered_pay(now.draws, rules, month, option, now.future[places])
    own = now.own.ravel()[places]
    floor = np.where(now.employed.ravel()[places], own * rules.step_up[option], 0.0)
    taking = pay >= np.maximum(floor, rules.accept[option])
    places, option, pay = places[taking], option[taking], pay[taking]
    for hazard in (now.chance, now.loss, now.rise):
        hazard.ravel()[places] = 0.0
    taken = now.taken.ravel()
    taken[places] = np.where(taken[places] == NEVER_YET, month, taken[places])
    wait = rules.delay[option]
    for delay in set(rules.delay.tolist()):
        these = wait == delay
        if delay:
            now.begins[month + delay].append((places[these], pay[these]))
        else:
            begin_job(now, rules, places[these], pay[these])


def offered_pay(draws: Draws, rules: Rules, month: int, option: Places, future: Places) -> Floats:
    """``w(ρ m + √(1 − ρ²) ζ)``, in whole cents, net and a month."""
    own = FEW_NORMAL[draws.quality[month - 1][future]] * rules.own_luck
    z = draws.market[(month - 1) // 3][future] + own
    at = (np.minimum(np.maximum(z, -REACH), REACH - 2.0**-20) + REACH) * PER_UNIT
    node = at.astype(np.intp)
    low = rules.pay_table[option, node]
    return np.asarray(np.rint(low + (rules.pay_table[option, node + 1] - low) * (at - node)))


def fall_due(now: State, plan: Schedule, month: int) -> None:
    """One-off costs, bonuses, equity, and changes of what goes out every month."""
    due = plan.due
    for i in range(*np.searchsorted(due.month, (month, month + 1))):
        o = due.option[i]
        if due.kind[i] == Kind.ONCE_IF_HELD:
            now.gain[o] += due.amount[i] * now.held[o]
        else:
            now.gain[o] += due.amount[i]
        if due.kind[i] == Kind.EVERY_MONTH:
            now.flow[o] += due.amount[i]
