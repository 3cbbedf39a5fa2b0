"""What a route has to keep to, as the person said it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from turnpoint.core.route.graph import YEARS, Mask, RouteGraph
from turnpoint.errors import BadInput

HORIZON, LONGEST_HORIZON = 60, 12 * YEARS
USUAL_HOPS, MOST_HOPS = 3, 4


class Gates(StrEnum):
    """Which degrees and licences that the person does not have a route may go through."""

    NONE = "none"
    DESTINATION = "destination"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Limits:
    """``horizon``: months in all. ``pay_floor``: dollars a year in every role on the way.

    ``hops``: moves at most. ``avoid``: occupations not to go through. Raises ``BadInput``.
    """

    horizon: int = HORIZON
    pay_floor: float | None = None
    hops: int = USUAL_HOPS
    gates: Gates = Gates.DESTINATION
    avoid: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if not 1 <= self.horizon <= LONGEST_HORIZON:
            message = f"A route takes between 1 and {LONGEST_HORIZON} months, not {self.horizon:,}."
            raise BadInput(message, where="horizon")
        if not 1 <= self.hops <= MOST_HOPS:
            message = f"A route has between 1 and {MOST_HOPS} moves, not {self.hops:,}."
            raise BadInput(message, where="hops")
        if self.pay_floor is not None and not 0 <= self.pay_floor < 1e9:
            raise BadInput("A pay floor is an amount of money a year.", where="pay_floor")

    def without(self, name: str) -> Limits:
        """The same with one limit as wide as it goes."""
        widest = Limits(LONGEST_HORIZON, None, MOST_HOPS, Gates.ANY, frozenset())
        return replace(self, **{name: getattr(widest, name)})


def within(graph: RouteGraph, limits: Limits, target: int | None) -> Mask:
    """Which edges a route within the limits may have, ``(e,)``: all but horizon and hops."""
    gated = graph.degree | graph.licence
    if limits.gates is Gates.ANY:
        gated = np.zeros_like(gated)
    elif limits.gates is Gates.DESTINATION and target is not None:
        gated = gated & (graph.destination != target)
    allowed: Mask = ~gated & (graph.destination != graph.start)
    if limits.avoid:
        allowed &= ~np.isin(graph.destination, sorted(limits.avoid))
    if limits.pay_floor is not None:
        allowed &= graph.pay_known & (graph.pay[:, 0] >= limits.pay_floor)
    return allowed
