"""Market-first beside destination-first: the gap between the best of each, and what they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from turnpoint.core.route.route import Route, Step, one_in


@dataclass(frozen=True, slots=True)
class Gap:
    """The best of each direction by one criterion. ``unit`` is ``months``, ``dollars`` or ``one in``."""

    criterion: str
    unit: str
    market: float
    destination: float


@dataclass(frozen=True, slots=True)
class FirstStep:
    """A first move that good routes of both directions begin with: it keeps both ways open."""

    step: Step
    market: int
    destination: int


def gaps(market: Sequence[Route], destination: Sequence[Route]) -> tuple[Gap, ...]:
    """Months, pay and the hardest move of the best of each; empty where one found nothing."""
    if not market or not destination:
        return ()
    found = [
        Gap(
            "Soonest",
            "months",
            *(min(r.months.likely for r in side) for side in (market, destination)),
        ),
    ]
    if all(r.earned is not None for r in (*market, *destination)):
        best = (max(r.earned or 0.0 for r in side) for side in (market, destination))
        found.append(Gap("Best paid", "dollars", *best))
    hardest = (
        float(one_in(max(r.hardest.probability for r in side))) for side in (market, destination)
    )
    found.append(Gap("Hardest step of the surest", "one in", *hardest))
    return tuple(found)


def shared_first_steps(
    market: Sequence[Route], destination: Sequence[Route], limit: int = 4
) -> tuple[FirstStep, ...]:
    """First moves to a role on the way that routes of both begin with, the most usual first.

    Going straight to the destination is no first step toward it, so it is left out.
    """
    begun = [
        [route.steps[0] for route in side if len(route.steps) > 1] for side in (market, destination)
    ]
    counts = [[step.destination for step in side] for side in begun]
    shared = {step.destination: step for step in begun[0] if step.destination in counts[1]}
    ordered = sorted(shared.values(), key=lambda step: -step.probability)
    return tuple(
        FirstStep(step, *(count.count(step.destination) for count in counts))
        for step in ordered[:limit]
    )
