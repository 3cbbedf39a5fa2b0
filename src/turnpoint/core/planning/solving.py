"""Solving the programme of a plan with HiGHS: outright where it is small, from two sides where not."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import coo_array, vstack

from turnpoint.core.planning.opportunity import Limits, Taken, Target
from turnpoint.core.planning.outcome import TOLERANCE, effort, problems, value
from turnpoint.core.planning.programme import Array, Programme
from turnpoint.core.planning.search import search
from turnpoint.core.planning.windows import Window

Bools = NDArray[np.bool_]
Found = tuple[tuple[Taken, ...], float]
"""What is taken up, and the proven bound on what any plan is worth."""
PROVEN = 1e-4
"""Relative gap at which a plan counts as the best there is."""
NEAR = 2
"""Months around a start of the bound’s or the search’s plan in which a better one is looked for."""
SEARCH, BETTER = 0.15, 0.6
"""Shares of the time: for the search of a first plan, and then for a better one near it."""


def solved(
    programme: Programme,
    cost: Array,
    seconds: float,
    *,
    at_least: float | None = None,
    open_starts: Bools | None = None,
    whole: bool = True,
) -> OptimizeResult:
    """Minimise ``cost · v``.

    ``at_least``: among plans that are worth as much; ``open_starts``: only these; ``whole=False``:
    fractions of a start are allowed.
    """
    rows, least, most = programme.rows, programme.least, programme.most
    if at_least is not None:
        rows = vstack([rows, coo_array(programme.worths[None])])
        least, most = np.append(least, at_least), np.append(most, np.inf)
    upper = np.ones(programme.size)
    if open_starts is not None:
        credited = [open_starts[each.start] for each in programme.credits]
        upper = np.concatenate([open_starts, np.array(credited, dtype=bool)]).astype(float)
    integral = np.zeros(programme.size, dtype=np.int64)
    integral[: len(programme.starts)] = whole
    return milp(
        cost,
        integrality=integral,
        bounds=Bounds(0, upper),
        constraints=LinearConstraint(rows.tocsc(), least, most),
        options={"time_limit": max(seconds, 0.05), "mip_rel_gap": PROVEN},
    )


def outright(programme: Programme, seconds: float) -> Found | None:
    """The best plan, and the bound; ``None`` where what is pinned leaves none."""
    found = solved(programme, -programme.worths, seconds)
    if found.x is None:
        return None
    return programme.taken(found.x), -float(found.mip_dual_bound)


def relaxed(programme: Programme) -> tuple[float, Array]:
    """What a plan could be worth if starts could be taken in part, and these parts."""
    found = solved(programme, -programme.worths, 60.0, whole=False)
    if found.x is None:
        return float(programme.worths.sum()), np.zeros(len(programme.starts))
    return -float(found.fun), np.asarray(found.x)[: len(programme.starts)]


def large(
    programme: Programme,
    windows: Sequence[Window],
    targets: Sequence[Target],
    limits: Limits,
    *,
    pinned: Mapping[str, int],
    seconds: float,
) -> Found | None:
    """A good plan and a bound within the time; ``None`` where what is pinned cannot be kept to."""
    ends = time.monotonic() + seconds
    held = [
        Taken(each.opportunity, each.first) for each in windows if each.opportunity.key in pinned
    ]
    if problems(held, limits):
        return outright(programme, seconds)
    bound, parts = relaxed(programme)
    best = search(windows, targets, limits, pinned, seconds=SEARCH * seconds)
    least = value(best, targets)
    near = _near(programme, parts > TOLERANCE, best)
    left = ends - time.monotonic()
    with ThreadPoolExecutor(2, thread_name_prefix="plan") as both:
        better = both.submit(
            solved, programme, -programme.worths, BETTER * left, at_least=least, open_starts=near
        )
        proof = both.submit(solved, programme, -programme.worths, left)
        results = (better.result(), proof.result())
    for each in results:
        if each.x is not None:
            taken = programme.taken(each.x)
            if not problems(taken, limits) and value(taken, targets) > value(best, targets):
                best = taken
    if results[1].mip_dual_bound is not None and np.isfinite(results[1].mip_dual_bound):
        bound = min(bound, -float(results[1].mip_dual_bound))
    return best, bound


def fewest_hours(programme: Programme, least: float, seconds: float) -> tuple[Taken, ...] | None:
    """Of plans worth as much, the one with the fewest hours; ``None`` where the time did not do."""
    spent = programme.per_start([effort([each]) for each in programme.starts])
    found = solved(programme, spent, seconds, at_least=least * (1 - 1e-7) - TOLERANCE)
    return None if found.x is None else programme.taken(found.x)


def _near(programme: Programme, parts: Bools, taken: Sequence[Taken]) -> Bools:
    """Starts within ``NEAR`` months of one that is open in part or taken."""
    chosen = {(each.opportunity.key, each.start) for each in taken}
    chosen |= {
        (each.opportunity.key, each.start)
        for each, part in zip(programme.starts, parts, strict=True)
        if part
    }
    months = range(-NEAR, NEAR + 1)
    around = {(key, start + step) for key, start in chosen for step in months}
    return np.array([(each.opportunity.key, each.start) in around for each in programme.starts])
