"""In which months an opportunity can start and still be of use: what a search may leave out.

Earliest: its own, and after everything it waits for. Latest: done by the date of a skill that it
raises, or in time for something that waits for it and is. One that never fits is left out, and with
it everything that waits for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from turnpoint.core.planning.opportunity import Limits, Opportunity, Target
from turnpoint.core.planning.outcome import TOLERANCE


@dataclass(frozen=True, slots=True)
class Window:
    """The months from ``first`` to ``last`` in which ``opportunity`` may start."""

    opportunity: Opportunity
    first: int
    last: int

    @property
    def months(self) -> range:
        return range(self.first, self.last + 1)


def windows_of(
    opportunities: Sequence[Opportunity],
    targets: Sequence[Target],
    limits: Limits,
    pinned: Mapping[str, int],
) -> tuple[Window, ...]:
    """One for each opportunity that a plan may take up; a pinned one starts in its month only.

    Opportunities must not wait for one another (``refuse_circles``).
    """
    use = Use(opportunities, targets, limits, pinned)
    found = []
    for one in opportunities:
        first, last = use.first(one), use.last(one)
        if one.key in pinned:
            found.append(Window(one, pinned[one.key], pinned[one.key]))
        elif first is not None and first <= last:
            found.append(Window(one, first, last))
    return tuple(found)


class Use:
    """Earliest and latest starts, each reckoned once."""

    def __init__(
        self,
        opportunities: Sequence[Opportunity],
        targets: Sequence[Target],
        limits: Limits,
        pinned: Mapping[str, int],
    ) -> None:
        self.known = {each.key: each for each in opportunities}
        self.targets, self.limits, self.pinned = targets, limits, pinned
        self.waiting: dict[str, list[Opportunity]] = {key: [] for key in self.known}
        for each in opportunities:
            for key in each.after:
                self.waiting[key].append(each)
        self._first: dict[str, int | None] = dict(pinned)
        self._last: dict[str, int] = {}

    def first(self, one: Opportunity) -> int | None:
        """The earliest month; ``None`` where it cannot be done at all."""
        if one.key not in self._first:
            before = [self.known[key] for key in one.after]
            starts = [(self.first(each), each.length) for each in before]
            ends = [start + length for start, length in starts if start is not None]
            begins = max([one.earliest, *ends])
            never = (
                one.seats == 0
                or len(ends) < len(before)
                or begins + one.length > self.limits.months
                or one.hours > self.limits.hours + TOLERANCE
                or one.cost > self.limits.budget + TOLERANCE
            )
            self._first[one.key] = None if never else begins
        return self._first[one.key]

    def last(self, one: Opportunity) -> int:
        """The latest month in which it is of use; −1 where it never is."""
        if one.key not in self._last:
            useful = [
                min(target.by, self.limits.months) - one.length
                for target in self.targets
                if target.closed(one.raises.get(target.skill, 0.0)) > TOLERANCE
            ]
            useful += [
                self.pinned.get(each.key, self.last(each)) - one.length
                for each in self.waiting[one.key]
                if self.first(each) is not None
            ]
            self._last[one.key] = max(useful, default=-1)
        return self._last[one.key]
