"""What a plan comes to, and whether it keeps to its limits: the same for one found or made by hand.

``value = Σ_k max_o δ^end(o) · closed_k(level_o)`` over the opportunities ``o`` finished by the date
skill ``k`` is wanted, with ``δ`` a little below 1 a month: sooner is better.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from turnpoint.core.planning.opportunity import Limits, Taken, Target


def numbered(month: int) -> str:
    """A month by its number, the first being 1."""
    return f"month {month + 1}"


def plain(amount: float) -> str:
    """An amount without a currency."""
    return f"{amount:,.0f}"


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


def problems(
    taken: Sequence[Taken],
    limits: Limits,
    *,
    month: Callable[[int], str] = numbered,
    money: Callable[[float], str] = plain,
) -> tuple[str, ...]:
    """What a plan made by hand runs into, a sentence each; none when it can be done.

    ``month`` says a month by its number, ``money`` an amount.
    """
    ends = {each.opportunity.key: each.end for each in taken}
    found = []
    for each in taken:
        one = each.opportunity
        if one.seats == 0:
            found.append(f"“{one.name}” has no seat left.")
        if each.start < one.earliest:
            found.append(f"“{one.name}” starts in {month(one.earliest)} at the earliest.")
        if each.end > limits.months:
            found.append(
                f"“{one.name}” would end after {month(limits.months - 1)}, the last month of the plan."
            )
        found += [
            f"“{one.name}” needs “{_name(taken, key)}” to be finished before."
            for key in one.after
            if ends.get(key, limits.months + 1) > each.start
        ]
    if len(ends) < len(taken):
        found.append("An opportunity is in the plan twice.")
    return (*found, *_over(taken, limits, month, money))


def _over(
    taken: Sequence[Taken],
    limits: Limits,
    month: Callable[[int], str],
    money: Callable[[float], str],
) -> tuple[str, ...]:
    hours = hours_by_month(taken, max([limits.months, *(each.end for each in taken)]))
    over = [number for number, spent in enumerate(hours) if spent > limits.hours + TOLERANCE]
    found = []
    for first, last in _runs(over):
        when = month(first) if first == last else f"{month(first)} to {month(last)}"
        most = max(hours[first : last + 1])
        found.append(
            f"{when[:1].upper()}{when[1:]}: {most:g} hours a week; you have {limits.hours:g}."
        )
    cost = sum(each.opportunity.cost for each in taken)
    if cost > limits.budget + TOLERANCE:
        found.append(f"It costs {money(cost)} in all; the budget is {money(limits.budget)}.")
    return tuple(found)


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of each run of numbers that follow one another."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _name(taken: Sequence[Taken], key: str) -> str:
    return next((each.opportunity.name for each in taken if each.opportunity.key == key), key)
