"""How much of a role's work somebody already has who comes from another one: activities and skills.

The same quantities as ``core/transition`` ``likeness`` and ``gaps``, for many moves at once. On the
way, a person has what their own roles gave them and what the role they are in gives.
Axes: ``e`` move; ``a`` one activity of one occupation, sorted by occupation; ``s`` rated element.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.route.graph import Floats, Ints, Mask
from turnpoint.core.transition.assumptions import Assumptions
from turnpoint.core.transition.gaps import RATED
from turnpoint.core.transition.likeness import destination_of, faded
from turnpoint.core.transition.person import Person
from turnpoint.labour.activity import generalized_of, intermediate_of
from turnpoint.labour.market import LabourMarket

TOP = 3
"""The widest gaps that the time for learning goes by."""


@dataclass(frozen=True, slots=True)
class Work:
    """``begin``: ``(k + 1,)`` where an occupation's activities begin. ``weight``: ``(a,)``, summing to
    1 an occupation. ``column``: three ``(a,)``, the detailed, intermediate and generalized activity;
    ``has``: three ``(k, columns)``, which occupation has it.
    """

    begin: Ints
    weight: Floats
    column: tuple[Ints, ...]
    has: tuple[Mask, ...]


def work_of(market: LabourMarket) -> Work:
    """The activities of every occupation, weighted by how telling they are."""
    activities, everything = market.activities, range(len(market.occupations))
    begin = np.searchsorted(activities.occupation, np.arange(len(everything) + 1))
    weights = [destination_of(market, k).weight for k in everything]
    names = (
        activities.detailed_ids,
        [intermediate_of(each) for each in activities.detailed_ids],
        [generalized_of(each) for each in activities.detailed_ids],
    )
    columns, has = [], []
    for level in names:
        _, number = np.unique(level, return_inverse=True)
        column = number[activities.detailed]
        holds = np.zeros((len(everything), int(number.max(initial=0)) + 1), dtype=np.bool_)
        holds[activities.occupation, column] = True
        columns.append(column.astype(np.int64))
        has.append(holds)
    return Work(begin.astype(np.int64), np.concatenate(weights), tuple(columns), tuple(has))


def role_credit(work: Work, role: int) -> Floats:
    """``(a,)``: how much of every activity of every occupation a role contains, as ``likeness.credit``."""
    shared = sum(has[role, column] for has, column in zip(work.has, work.column, strict=True))
    return np.asarray(shared, dtype=np.float64) / len(work.has)


def role_coverages(work: Work, person: Person) -> Floats:
    """``(k, roles)``: how much of each occupation's work each of the person's roles contains."""
    occupation = np.repeat(np.arange(len(work.begin) - 1), np.diff(work.begin))
    by_role = [work.weight * role_credit(work, role.occupation) for role in person.roles]
    count = len(work.begin) - 1
    return np.stack([np.bincount(occupation, each, minlength=count) for each in by_role], axis=1)


def covered(
    person: Person, work: Work, moves: tuple[Ints, Ints], assumed: Assumptions
) -> tuple[Floats, Floats]:
    """``(e,)`` twice: the share of the destination's work that the person has at the origin, and
    that the origin has alone; NaN where the destination has no activities listed.
    """
    origin, destination = moves
    own = np.maximum.reduce(
        [
            faded(role.years_since, assumed) * role_credit(work, role.occupation)
            for role in person.roles
        ]
    )
    count = np.diff(work.begin)[destination]
    edge = np.repeat(np.arange(len(destination)), count)
    nth = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count)
    row = work.begin[destination][edge] + nth
    at = origin[edge]
    shared = sum(has[at, column[row]] for has, column in zip(work.has, work.column, strict=True))
    alone = np.asarray(shared, dtype=np.float64) / len(work.has)
    # From the present role it is what the person has; an earlier one may have faded.
    both = np.where(at == person.origin, own[row], np.maximum(own[row], alone))
    total = [
        np.bincount(edge, work.weight[row] * each, minlength=len(destination))
        for each in (both, alone)
    ]
    known = count > 0
    return np.where(known, total[0], np.nan), np.where(known, total[1], 0.0)


def widest_gaps(
    market: LabourMarket, person: Person, moves: tuple[Ints, Ints], assumed: Assumptions
) -> Floats:
    """``(e,)`` mean of the three widest gaps in skills and knowledge, in levels; NaN if unknown."""
    domains = [market.ratings[name] for name in RATED if name in market.ratings]
    nothing = np.full(len(moves[0]), np.nan)
    if not domains or not all(np.isfinite(each.level).any() for each in domains):
        return nothing
    amount = np.hstack([np.where(each.not_relevant, 0.0, each.level) for each in domains])
    importance = np.hstack([each.importance for each in domains])
    low, high = domains[0].scale
    weight = np.clip((importance - low) / (high - low), 0.0, 1.0)
    elements = [element.id for each in domains for element in each.elements]
    have = np.fmax.reduce(
        [amount[role.occupation] * faded(role.years_since, assumed) for role in person.roles]
    )
    said = np.array([person.skills.get(each, np.nan) for each in elements])
    return _top_three(amount, weight, (have, said), moves, person.origin)


def _top_three(
    amount: Floats,
    weight: Floats,
    own: tuple[Floats, Floats],
    moves: tuple[Ints, Ints],
    start: int,
) -> Floats:
    """The mean over origins in turn, since all of an origin's moves compare with the same levels."""
    origin, destination = moves
    need = amount.astype(np.float32)
    count = weight.astype(np.float32)
    need[~np.isfinite(count)] = np.nan
    widest = np.full(len(origin), np.nan)
    first = np.searchsorted(origin, np.arange(len(amount) + 1))
    for i in np.unique(origin):
        rows = slice(first[i], first[i + 1])
        have = own[0] if i == start else np.fmax(own[0], amount[i])
        have = np.fmax(have, own[1]).astype(np.float32)
        missing: NDArray[np.float32] = need[destination[rows]] - have
        np.maximum(missing, 0, out=missing)
        missing *= count[destination[rows]]
        known = np.isfinite(missing).any(axis=1)
        np.nan_to_num(missing, copy=False)
        top = np.partition(missing, -TOP, axis=1)[:, -TOP:].mean(axis=1)
        widest[rows] = np.where(known, top, np.nan)
    return widest
