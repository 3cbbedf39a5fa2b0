"""Which limit holds a plan back: found by solving again with a little more of each, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from turnpoint.core.planning.opportunity import Limits, Opportunity, Target
from turnpoint.core.planning.outcome import TOLERANCE, plain, reached
from turnpoint.core.planning.schedule import TIME_LIMIT, Schedule, schedule

MORE_HOURS = 2.0
MORE_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Relief:
    """What a little more of one limit would change.

    ``closed`` is the further share of all gaps that would be closed; ``sooner`` the months by which
    the last skill that both plans bring would be there earlier. ``words`` is the sentence; it is
    empty where nothing would change.
    """

    limit: str
    closed: float
    sooner: int
    words: str


def reliefs(
    found: Schedule,
    opportunities: Sequence[Opportunity],
    targets: Sequence[Target],
    limits: Limits,
    *,
    pinned: Mapping[str, int] | None = None,
    seconds: float = TIME_LIMIT,
    money: Callable[[float], str] = plain,
    at: Callable[[int], None] = lambda _: None,
) -> tuple[Relief, ...]:
    """One per limit, the one that changes most first. A plan is solved for each.

    ``seconds`` for each of them; ``at`` is told before each which one it is.
    """
    costs = sorted({one.cost for one in opportunities if one.cost > 0})
    budget = costs[0] if costs else 0.0
    eased = (
        (
            "hours",
            f"{MORE_HOURS:g} more hours a week",
            replace(limits, hours=limits.hours + MORE_HOURS),
        ),
        ("budget", f"{money(budget)} more", replace(limits, budget=limits.budget + budget)),
        (
            "months",
            f"{MORE_MONTHS} more months",
            replace(limits, months=min(limits.months + MORE_MONTHS, 60)),
        ),
    )
    all_found = []
    for number, (name, what, other) in enumerate(eased):
        at(number)
        if other != limits:
            after = schedule(opportunities, targets, other, pinned=pinned, seconds=seconds)
            all_found.append(_relief(name, what, found, after, targets))
    return tuple(sorted(all_found, key=lambda each: (-each.closed, -each.sooner)))


def _relief(
    name: str, what: str, before: Schedule, after: Schedule, targets: Sequence[Target]
) -> Relief:
    total = sum(target.gap for target in targets)
    closed = (_closed(after, targets) - _closed(before, targets)) / total if total else 0.0
    closed = max(closed, 0.0)
    sooner = max(_last(before, after, targets), 0)
    said = []
    if closed >= 0.005:
        said.append(f"close another {closed:.0%} of what is missing")
    if sooner >= 1:
        said.append(f"bring what this plan brings {_months(sooner)} forward")
    words = f"{what} would {' and '.join(said)}." if said else ""
    return Relief(name, closed, sooner, words[:1].upper() + words[1:])


def _closed(found: Schedule, targets: Sequence[Target]) -> float:
    """The weighted gap that is closed, not discounted."""
    return sum(each.target.closed(each.level) for each in reached(found.taken, targets))


def _last(before: Schedule, after: Schedule, targets: Sequence[Target]) -> int:
    """Months by which the last of what both plans bring comes sooner in the second."""
    pairs = zip(reached(before.taken, targets), reached(after.taken, targets), strict=True)
    both = [
        (one.month, other.month)
        for one, other in pairs
        if one.month is not None
        and other.month is not None
        and other.level >= one.level - TOLERANCE
    ]
    return max((one for one, _ in both), default=0) - max((other for _, other in both), default=0)


def _months(count: int) -> str:
    return "a month" if count == 1 else f"{count} months"
