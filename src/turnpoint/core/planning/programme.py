"""The mixed-integer programme of a plan: its variables and rows, kept small and tight.

``x[o, m] ∈ {0, 1}``: opportunity ``o`` starts in month ``m`` of its window. ``y[k, o, m] ∈ [0, 1]``:
skill ``k`` is credited to that start. Rows, ``A v ≤ b``:

- ``Σ_m x[o, m] ≤ 1`` (``= 1`` where pinned) and ``Σ_{o, m} y[k, o, m] ≤ 1``;
- ``y[k, o, m] ≤ x[o, m]``; where only one opportunity brings a skill, the credit is the start itself;
- hours: ``Σ hours · x ≤ hours a week`` over what runs in a month; ``Σ cost · x ≤ budget``;
- prerequisites, summed up to each month so that fractions cannot slip through:
  ``Σ_{s ≤ m} x[o, s] ≤ Σ_{t + length ≤ m} x[p, t]``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array

from turnpoint.core.planning.opportunity import Limits, Taken, Target
from turnpoint.core.planning.outcome import TOLERANCE, worth
from turnpoint.core.planning.windows import Window

Array = NDArray[np.float64]


class Credit(NamedTuple):
    """One ``y``: a target credited to a start, and what that is worth."""

    target: int
    start: int
    worth: float


@dataclass(frozen=True, slots=True)
class Programme:
    """The starts (``x``), the credits (``y`` after them), what each is worth, and the rows."""

    starts: tuple[Taken, ...]
    credits: tuple[Credit, ...]
    worths: Array
    rows: coo_array
    least: Array
    most: Array

    @property
    def size(self) -> int:
        return len(self.starts) + len(self.credits)

    def per_start(self, figure: Sequence[float]) -> Array:
        """A figure of each start as coefficients of all variables."""
        return np.array([*figure, *([0.0] * len(self.credits))])

    def taken(self, v: Array) -> tuple[Taken, ...]:
        """The starts that are on."""
        chosen = (each for each, on in zip(self.starts, v, strict=False) if on > 0.5)
        return tuple(sorted(chosen, key=lambda one: (one.start, one.opportunity.key)))


class Rows:
    """Rows as triplets, added one after another."""

    def __init__(self) -> None:
        self.row: list[int] = []
        self.column: list[int] = []
        self.by: list[float] = []
        self.least: list[float] = []
        self.most: list[float] = []

    def add(
        self, columns: Sequence[int], by: Sequence[float], most: float, least: float = -np.inf
    ) -> None:
        self.row += [len(self.most)] * len(columns)
        self.column += columns
        self.by += by
        self.least.append(least)
        self.most.append(most)


def programme_of(
    windows: Sequence[Window],
    targets: Sequence[Target],
    limits: Limits,
    pinned: Mapping[str, int],
) -> Programme:
    """The programme over the windows."""
    starts = [Taken(each.opportunity, month) for each in windows for month in each.months]
    of: dict[str, list[int]] = {each.opportunity.key: [] for each in windows}
    for place, one in enumerate(starts):
        of[one.opportunity.key].append(place)
    own = np.zeros(len(starts))
    credited: list[Credit] = []
    for k, target in enumerate(targets):
        suppliers = [
            Credit(k, place, gained)
            for place, one in enumerate(starts)
            if (gained := worth(one, target)) > TOLERANCE
        ]
        if len({starts[each.start].opportunity.key for each in suppliers}) == 1:
            for each in suppliers:
                own[each.start] += each.worth
        else:
            credited += suppliers
    rows = Rows()
    for key, places in of.items():
        rows.add(places, [1.0] * len(places), 1.0, 1.0 if key in pinned else -np.inf)
    _credit_rows(rows, len(starts), credited, len(targets))
    _limit_rows(rows, starts, limits)
    _order_rows(rows, windows, starts, of)
    size = len(starts) + len(credited)
    matrix = coo_array((rows.by, (rows.row, rows.column)), shape=(len(rows.most), size))
    worths = np.array([*own, *(each.worth for each in credited)])
    return Programme(
        tuple(starts),
        tuple(credited),
        worths,
        matrix,
        np.array(rows.least),
        np.array(rows.most),
    )


def _credit_rows(rows: Rows, first: int, credited: Sequence[Credit], targets: int) -> None:
    of: list[list[int]] = [[] for _ in range(targets)]
    for place, each in enumerate(credited, first):
        of[each.target].append(place)
        rows.add([place, each.start], [1.0, -1.0], 0.0)
    for places in of:
        if places:
            rows.add(places, [1.0] * len(places), 1.0)


def _limit_rows(rows: Rows, starts: Sequence[Taken], limits: Limits) -> None:
    last = max((each.end for each in starts), default=0)
    for month in range(last):
        running = [
            place
            for place, each in enumerate(starts)
            if each.start <= month < each.end and each.opportunity.hours
        ]
        if running:
            rows.add(running, [starts[each].opportunity.hours for each in running], limits.hours)
    paid = [place for place, each in enumerate(starts) if each.opportunity.cost]
    if paid:
        rows.add(paid, [starts[each].opportunity.cost for each in paid], limits.budget)


def _order_rows(
    rows: Rows,
    windows: Sequence[Window],
    starts: Sequence[Taken],
    of: Mapping[str, Sequence[int]],
) -> None:
    for window in windows:
        own = of[window.opportunity.key]
        for key in window.opportunity.after:
            before = of.get(key, ())
            for month in window.months:
                mine = [place for place in own if starts[place].start <= month]
                done = [place for place in before if starts[place].end <= month]
                rows.add([*mine, *done], [1.0] * len(mine) + [-1.0] * len(done), 0.0)
