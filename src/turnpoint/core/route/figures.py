"""The figures of a route with formula, inputs and source."""

from __future__ import annotations

from turnpoint.core.route.moving import SHORTEST_STAY
from turnpoint.core.route.route import Route
from turnpoint.core.transition.assumptions import OURS
from turnpoint.core.transition.derivation import Derivation, Figure, Input, Kind, Range
from turnpoint.core.transition.provenance import NAMES, assumed, modelled, source_of
from turnpoint.core.transition.track import likely_months
from turnpoint.core.transition.wording import UNKNOWN, dollars
from turnpoint.labour.market import LabourMarket

MODEL = "Turnpoint’s transition model, fitted on moves people made"


def figures_of(market: LabourMarket, route: Route) -> tuple[Figure, ...]:
    """Months until arriving, what is earned until the horizon, and the hardest step."""
    return (_arrival(market, route), _earned(market, route), _hardest(market, route))


def _title(market: LabourMarket, occupation: int) -> str:
    return market.occupations[occupation].title


def _arrival(market: LabourMarket, route: Route) -> Figure:
    steps = tuple(
        modelled(
            f"to {_title(market, step.destination)}",
            likely_months(step.months),
            "",
            "months to be ready",
        )
        for step in route.steps
    )
    stay = assumed("shortest stay in a role on the way", SHORTEST_STAY, "months", OURS)
    return Figure(
        "arrival",
        "Arrives",
        likely_months(route.months, " from now"),
        route.months,
        "months from now",
        Derivation(
            "the sum over its steps of the months to be ready: looking plus the longest of "
            "education, experience, licence, training and skills, reckoned as in the reality check",
            (*steps, *((stay,) if route.stones else ())),
            *source_of(market, "onet"),
            Kind.MODEL,
        ),
    )


def _earned(market: LabourMarket, route: Route) -> Figure:
    vintage = source_of(market, "oews")[1]
    return Figure(
        "earned",
        f"Earned by month {route.horizon}",
        UNKNOWN if route.earned is None else dollars(route.earned),
        None if route.earned is None else Range.exactly(route.earned),
        f"US dollars{f' of {vintage}' if vintage else ''}, before tax",
        Derivation(
            f"pay in each role for as long as it is held, until month {route.horizon}, less tuition; "
            "the pay of a role is its pay scale where you would land, climbing a little every year",
            tuple(_pay(market, route)),
            NAMES["oews"],
            vintage,
            Kind.MODEL,
        ),
    )


def _pay(market: LabourMarket, route: Route) -> list[Input]:
    found = [
        modelled(
            f"first year as {_title(market, step.destination)}",
            UNKNOWN if step.pay is None else dollars(step.pay),
            f"from month {step.arrives}",
            NAMES["oews"],
        )
        for step in route.steps
    ]
    tuition = sum(step.tuition for step in route.steps)
    return [*found, modelled("tuition in all", dollars(tuition), "", OURS)]


def _hardest(market: LabourMarket, route: Route) -> Figure:
    hardest = route.hardest
    return Figure(
        "hardest",
        "Hardest step",
        f"one in {hardest.one_in:,} movers",
        Range.exactly(float(hardest.one_in)),
        "movers from its origin",
        Derivation(
            "the step that fewest of those who leave its origin make. Shares of several steps are "
            "not multiplied: they count people, not your chances",
            tuple(
                modelled(
                    f"{_title(market, step.origin)} to {_title(market, step.destination)}",
                    f"one in {step.one_in:,}",
                    "movers",
                    MODEL,
                )
                for step in route.steps
            ),
            MODEL,
            "",
            Kind.MODEL,
        ),
    )
