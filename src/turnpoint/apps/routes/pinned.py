"""A pinned route as a value: its figures as they were on the day it was pinned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from turnpoint.core.route.route import Route
from turnpoint.core.transition.derivation import Range
from turnpoint.labour.market import LabourMarket


@dataclass(frozen=True, slots=True)
class PinnedStep:
    """One move. ``months``: how long it takes; ``begins``, ``arrives``: months from the pinning.

    ``one_in``: about one in so many movers makes it. ``pay``: dollars in the first year, ``None``
    where not published. ``degree``, ``licence``: gates it goes through.
    """

    origin_code: str
    origin_title: str
    code: str
    title: str
    one_in: int
    months: Range
    begins: int
    arrives: int
    pay: float | None
    tuition: float
    degree: bool
    licence: bool


@dataclass(frozen=True, slots=True)
class PinnedRoute:
    """A route that somebody pinned. ``months``: until arriving; ``earned``: dollars until month
    ``horizon``, tuition taken off, ``None`` where not known. ``facts`` names the vintages of the
    facts it was reckoned with.
    """

    id: int
    destination_id: int
    steps: tuple[PinnedStep, ...]
    months: Range
    earned: float | None
    horizon: int
    facts: str
    pinned_at: dt.datetime

    @property
    def title(self) -> str:
        """“By way of A and B”, or “Straight to C”."""
        stones = [step.title for step in self.steps[:-1]]
        return f"By way of {' and '.join(stones)}" if stones else f"Straight to {self.first.title}"

    @property
    def path(self) -> str:
        return path_of(self.steps)

    @property
    def first(self) -> PinnedStep:
        return self.steps[0]

    @property
    def hardest(self) -> PinnedStep:
        return max(self.steps, key=lambda step: step.one_in)


def path_of(steps: tuple[PinnedStep, ...]) -> str:
    """The occupation codes on the way, as an address or a row names the route."""
    return ",".join((steps[0].origin_code, *(step.code for step in steps)))


def frozen(market: LabourMarket, route: Route) -> dict[str, Any]:
    """What is kept of a route: plain values that no later release of the facts changes."""
    known = market.occupations
    steps = [
        {
            "origin_code": known[step.origin].code,
            "origin_title": known[step.origin].title,
            "code": known[step.destination].code,
            "title": known[step.destination].title,
            "one_in": step.one_in,
            "months": asdict(step.months),
            "begins": step.begins,
            "arrives": step.arrives,
            "pay": step.pay,
            "tuition": step.tuition,
            "degree": step.degree,
            "licence": step.licence,
        }
        for step in route.steps
    ]
    return {
        "steps": steps,
        "months": asdict(route.months),
        "earned": route.earned,
        "horizon": route.horizon,
    }


def thawed(
    row_id: int, destination_id: int, figures: Mapping[str, Any], facts: str, moment: dt.datetime
) -> PinnedRoute:
    """The value that a row keeps."""
    steps = tuple(
        PinnedStep(**{**step, "months": Range(**step["months"])}) for step in figures["steps"]
    )
    return PinnedRoute(
        id=row_id,
        destination_id=destination_id,
        steps=steps,
        months=Range(**figures["months"]),
        earned=figures["earned"],
        horizon=figures["horizon"],
        facts=facts,
        pinned_at=moment,
    )


def facts_named(market: LabourMarket) -> str:
    """The loaded releases in words: “OEWS May 2024, O*NET 30.1”."""
    named = [f"{each.title} {each.vintage}".strip() for each in market.manifests.values()]
    return ", ".join(named) or "the facts shipped with Turnpoint"
