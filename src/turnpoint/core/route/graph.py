"""The moves a route may be made of, as arrays.

Axes: ``e`` edge (one possible move), sorted by origin and then destination; ``k`` node (the market's
occupations); ``y`` year after arriving; ``r`` low, likely, high.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

YEARS = 10
"""Years after arriving that pay is reckoned for: the longest horizon there is."""


@dataclass(frozen=True)
class RouteGraph:
    """Possible moves of one person. ``start`` is their node; ``nodes`` counts all.

    ``origin``, ``destination``: ``(e,)``. ``log_p``: ``(e,)``, at most 0: how common the move is.
    ``months``: ``(e,)`` whole months from arriving at the origin, or from now, to arriving at the
    destination, at least 1; ``months_range``: ``(e, r)``. ``pay``: ``(e, y)`` dollars in each year
    after arriving; ``pay_known`` is false where nobody publishes it and the lowest pay stands in.
    ``present_pay``: ``(y,)`` of staying. ``cost``: ``(e,)`` dollars of tuition. ``degree`` and
    ``licence``: ``(e,)``, whether the move goes through a gate that is not open yet. ``usual``: the
    market's usual next moves; ``entering``: those by which people come into a role or that fit.
    """

    nodes: int
    start: int
    origin: Ints
    destination: Ints
    log_p: Floats
    months: Ints
    months_range: Floats
    pay: Floats
    pay_known: Mask
    present_pay: Floats
    present_known: bool
    cost: Floats
    degree: Mask
    licence: Mask
    usual: Mask
    entering: Mask

    def __len__(self) -> int:
        return len(self.origin)

    @cached_property
    def first(self) -> Ints:
        """``(k + 1,)``: where each origin's edges begin."""
        return np.searchsorted(self.origin, np.arange(self.nodes + 1)).astype(np.int64)

    @cached_property
    def earned(self) -> Floats:
        """``(e + 1, y + 1)``: dollars earned by the start of each year after arriving.

        The last row is of staying.
        """
        rates = np.vstack([self.pay, self.present_pay])
        return np.concatenate([np.zeros((len(rates), 1)), np.cumsum(rates, axis=1)], axis=1)

    def earnings(self, edge: Ints, months: Ints) -> Floats:
        """Dollars earned in the first ``months`` after arriving by ``edge``; −1 is staying."""
        year = np.minimum(months // 12, self.pay.shape[1] - 1)
        begun = self.earned[edge, year]
        rate = self.earned[edge, year + 1] - begun
        result: Floats = begun + rate * (months - 12 * year) / 12.0
        return result

    def edge(self, origin: int, destination: int) -> int:
        """The number of a move, −1 where it is not in the graph."""
        low, high = self.first[origin], self.first[origin + 1]
        found = int(low + np.searchsorted(self.destination[low:high], destination))
        return found if found < high and self.destination[found] == destination else -1
