"""How far a development plan is proven in under five seconds, beside the plain programme in as many.

60 opportunities, 30 skills, 24 months, made up from a seed: hours, costs, earliest starts, seats
and prerequisites all bind. The limit: a plan proven within 5% in under 5 seconds, on a machine that
has two cores to itself. The peers, in one run on the same task:
SciPy’s ``milp`` (HiGHS) on the programme as a textbook writes it (every start, every credit, each
prerequisite by its start), for as many seconds; and greedy filling, which proves nothing.
Run: ``OPENBLAS_NUM_THREADS=1 python benchmarks/planning.py [TASKS [SECONDS]]``; where others
use the machine, the seconds of processor time say how much of it there was.
"""

from __future__ import annotations

import sys
import time

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from turnpoint.core.planning.opportunity import Kind, Limits, Opportunity, Taken, Target
from turnpoint.core.planning.outcome import problems, value, worth
from turnpoint.core.planning.schedule import schedule
from turnpoint.core.planning.search import search
from turnpoint.core.planning.windows import windows_of

OPPORTUNITIES, SKILLS, MONTHS = 60, 30, 24
SECONDS = 4.5
MOST_GAP = 0.05

Task = tuple[list[Opportunity], list[Target], Limits]


def task(seed: int) -> Task:
    """A made-up person’s two years, by a seed."""
    rng = np.random.default_rng(seed)
    kinds = list(Kind)
    opportunities = []
    for number in range(OPPORTUNITIES):
        raised = rng.choice(SKILLS, size=int(rng.integers(1, 4)), replace=False)
        waits = number and rng.random() < 0.25
        opportunities.append(
            Opportunity(
                key=f"o{number}",
                name=f"Opportunity {number}",
                kind=kinds[int(rng.integers(len(kinds)))],
                hours=float(rng.integers(2, 11)) / 2,
                length=int(rng.integers(1, 7)),
                raises={f"s{skill}": float(rng.integers(6, 14)) / 2 for skill in raised},
                cost=float(rng.choice([0, 0, 0, 100, 300, 800, 1500])),
                earliest=int(rng.integers(0, 7)),
                after=(f"o{int(rng.integers(number))}",) if waits else (),
                seats=None if rng.random() < 0.95 else 0,
            )
        )
    targets = [
        Target(
            skill=f"s{skill}",
            level=float(rng.integers(2, 8)) / 2,
            required=float(rng.integers(8, 13)) / 2,
            weight=round(float(rng.uniform(0.3, 1)), 2),
            by=int(rng.integers(9, MONTHS + 1)),
        )
        for skill in range(SKILLS)
    ]
    return opportunities, targets, Limits(8.0, 4000.0, MONTHS)


def plain(made: Task, seconds: float) -> tuple[float, float]:
    """Value and bound of the textbook’s programme."""
    opportunities, targets, limits = made
    starts = [
        Taken(one, month)
        for one in opportunities
        if one.seats != 0
        for month in range(one.earliest, limits.months - one.length + 1)
    ]
    credited = [
        (k, place, gained)
        for place, each in enumerate(starts)
        for k, target in enumerate(targets)
        if (gained := worth(each, target)) > 0
    ]
    entries: list[tuple[int, int, float]] = []
    most: list[float] = []

    def row(limit: float, coefficients: list[tuple[int, float]]) -> None:
        entries.extend((len(most), column, by) for column, by in coefficients)
        most.append(limit)

    of: dict[str, list[int]] = {}
    for place, each in enumerate(starts):
        of.setdefault(each.opportunity.key, []).append(place)
    for places in of.values():
        row(1, [(place, 1.0) for place in places])
    for k in range(len(targets)):
        mine = [place for place, each in enumerate(credited, len(starts)) if each[0] == k]
        row(1, [(place, 1.0) for place in mine])
    for place, each in enumerate(credited, len(starts)):
        row(0, [(place, 1.0), (each[1], -1.0)])
    for month in range(limits.months):
        running = [
            (place, one.opportunity.hours)
            for place, one in enumerate(starts)
            if one.start <= month < one.end
        ]
        row(limits.hours, running)
    row(limits.budget, [(place, one.opportunity.cost) for place, one in enumerate(starts)])
    for place, one in enumerate(starts):
        for key in one.opportunity.after:
            done = [other for other in of.get(key, ()) if starts[other].end <= one.start]
            row(0, [(place, 1.0), *((other, -1.0) for other in done)])
    size = len(starts) + len(credited)
    rows, columns, by = zip(*entries, strict=True)
    matrix = coo_array((by, (rows, columns)), shape=(len(most), size)).tocsc()
    found = milp(
        -np.array([0.0] * len(starts) + [each[2] for each in credited]),
        integrality=np.array([1] * len(starts) + [0] * len(credited)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, -np.inf, np.array(most)),
        options={"time_limit": seconds, "mip_rel_gap": 1e-4},
    )
    return (0.0 if found.x is None else -float(found.fun)), -float(found.mip_dual_bound)


def greedy(made: Task) -> float:
    """What filling once, by what closes most for its hours and cost, comes to."""
    windows = windows_of(*made, {})
    return value(search(windows, made[1], made[2], {}, seconds=5, rounds=0), made[1])


def main() -> None:
    tasks = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else SECONDS
    print(f"{OPPORTUNITIES} opportunities, {SKILLS} skills, {MONTHS} months; {seconds:g} s each")
    print(
        "task   ours: value   gap    s     cpu s   plain: value   gap    s     cpu s   greedy: value"
    )
    gaps, peers, slowest = [], [], 0.0
    for seed in range(tasks):
        made = task(seed)
        cpu, clock = time.process_time(), time.perf_counter()
        ours = schedule(*made, seconds=seconds)
        spent, cpu = time.perf_counter() - clock, time.process_time() - cpu
        assert problems(ours.taken, made[2]) == ()
        plain_cpu, clock = time.process_time(), time.perf_counter()
        best, bound = plain(made, seconds)
        plain_spent, plain_cpu = time.perf_counter() - clock, time.process_time() - plain_cpu
        gap = (bound - best) / bound
        gaps.append(ours.gap)
        peers.append(gap)
        slowest = max(slowest, spent)
        print(
            f"{seed:>4}   {ours.value:>11.2f} {ours.gap:>5.1%} {spent:>5.1f} {cpu:>7.1f}   "
            f"{best:>12.2f} {gap:>6.1%} {plain_spent:>5.1f} {plain_cpu:>7.1f}   {greedy(made):>13.2f}"
        )
    ratio = np.mean(peers) / max(np.mean(gaps), 1e-9)
    print(
        f"mean gap: ours {np.mean(gaps):.1%}, plain {np.mean(peers):.1%}; {ratio:.1f} times closer"
    )
    print(f"slowest: {slowest:.1f} s; widest gap: {max(gaps):.1%} (limit {MOST_GAP:.0%})")
    kept = slowest < max(5.0, seconds * 1.1) and max(gaps) <= MOST_GAP
    print("within the limits" if kept else "NOT within the limits")
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
