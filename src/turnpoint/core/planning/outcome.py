"""What a plan comes to, and whether it keeps to its limits: the same for one found or made by hand.

``value = Σ_k max_o δ^end(o) · closed_k(level_o)`` over the opportunities ``o`` finished by the date
skill ``k`` is wanted, with ``δ`` a little below 1 a month: sooner is better.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from turnpoint.core.planning.opportunity import Limits, Taken, Target

DISCOUNT = 0.99
"""``δ``: what a gap closed a month later is worth."""
TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Reached:
    """What becomes of one target: its level by the date wanted, from which month, and by what."""

    target: Target
    level: float
    month: int | None
    through: str

    @property
    def met(self) -> bool:
        return self.level >= self.target.required - TOLERANCE


def reached(taken: Sequence[Taken], targets: Sequence[Target]) -> tuple[Reached, ...]:
    """Each target's best level by its date; of several that reach it, the soonest."""
    found = []
    for target in targets:
        level, month, through = target.level, None, ""
        for each in sorted(taken, key=lambda one: (one.end, one.opportunity.key)):
            offered = min(each.opportunity.raises.get(target.skill, 0.0), target.required)
            if each.end <= target.by and offered > level + TOLERANCE:
                level, month, through = offered, each.end, each.opportunity.key
        found.append(Reached(target, level, month, through))
    return tuple(found)


def worth(one: Taken, target: Target) -> float:
    """What an opportunity is worth to a target: the gap it closes, discounted; 0 when too late."""
    if one.end > target.by:
        return 0.0
    level = one.opportunity.raises.get(target.skill, 0.0)
    return float(DISCOUNT**one.end * target.closed(level))


def value(taken: Sequence[Taken], targets: Sequence[Target]) -> float:
    """The discounted gap that a plan closes."""
    return sum(max((worth(one, target) for one in taken), default=0.0) for target in targets)


def effort(taken: Sequence[Taken]) -> float:
    """Hours a week times months: what is minimised among plans of the same value."""
    return sum(each.opportunity.hours * each.opportunity.length for each in taken)


def hours_by_month(taken: Sequence[Taken], months: int) -> tuple[float, ...]:
    """Hours a week in each month."""
    return tuple(
        sum(each.opportunity.hours for each in taken if each.start <= month < each.end)
        for month in range(months)
    )


def problems(taken: Sequence[Taken], limits: Limits) -> tuple[str, ...]:
    """What a plan made by hand runs into, a sentence each; none when it can be done."""
    ends = {each.opportunity.key: each.end for each in taken}
    found = []
    for each in taken:
        one = each.opportunity
        if one.seats == 0:
            found.append(f"“{one.name}” has no seat left.")
        if each.start < one.earliest:
            found.append(f"“{one.name}” starts in month {one.earliest + 1} at the earliest.")
        if each.end > limits.months:
            found.append(f"“{one.name}” would end after the {limits.months} months of the plan.")
        found += [
            f"“{one.name}” needs “{_name(taken, key)}” to be finished before."
            for key in one.after
            if ends.get(key, limits.months + 1) > each.start
        ]
    if len(ends) < len(taken):
        found.append("An opportunity is in the plan twice.")
    return (*found, *_over(taken, limits))


def _over(taken: Sequence[Taken], limits: Limits) -> tuple[str, ...]:
    hours = hours_by_month(taken, limits.months)
    most = max(hours, default=0.0)
    cost = sum(each.opportunity.cost for each in taken)
    found = []
    if most > limits.hours + TOLERANCE:
        month = hours.index(most) + 1
        found.append(f"Month {month} takes {most:g} hours a week; you have {limits.hours:g}.")
    if cost > limits.budget + TOLERANCE:
        found.append(f"It costs {cost:,.0f} in all; the budget is {limits.budget:,.0f}.")
    return tuple(found)


def _name(taken: Sequence[Taken], key: str) -> str:
    return next((each.opportunity.name for each in taken if each.opportunity.key == key), key)
