"""Everything the trajectory assumes where the person said nothing, each with unit, range and source."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.transition.assumptions import OURS, Stated, assumed


@dataclass(frozen=True, slots=True)
class TrajectoryAssumptions(Stated):
    """The stated assumptions of months, money and offers."""

    kept: float = assumed(
        0.72,
        "What is left of pay after tax and contributions",
        "share of gross pay",
        (0.3, 1.0),
        OURS + ", for a middling wage; tax differs by country, household and pay",
    )
    offer_searching: float = assumed(
        0.15,
        "Chance of an offer in a month of searching without a job",
        "a month",
        (0.0, 1.0),
        OURS + "; it means an offer after six to seven months, a little longer than the average "
        "spell of unemployment in the US",
    )
    offer_employed: float = assumed(
        0.05,
        "Chance of an offer in a month of searching beside a job",
        "a month",
        (0.0, 1.0),
        OURS + ": a third of the chance without a job, as there is less time for it",
    )
    offer_spread: float = assumed(
        0.25,
        "How far offers lie to either side of the likely pay (nine in ten of them)",
        "share of the likely pay",
        (0.0, 0.9),
        OURS,
    )
    offer_delay: float = assumed(
        1.0, "From accepting an offer to the first pay", "months", (0.0, 12.0), OURS
    )
    step_up: float = assumed(
        0.05,
        "How much more an offer must pay before you leave a job you have",
        "share of present pay",
        (0.0, 1.0),
        OURS,
    )
    loss: float = assumed(
        0.10,
        "Chance of losing a job",
        "a year",
        (0.0, 1.0),
        "Near the layoffs and discharges that employers in the US report (BLS, JOLTS: about one "
        "per cent of jobs a month)",
    )
    venture_loss: float = assumed(
        0.15,
        "Chance that a new business ends",
        "a year",
        (0.0, 1.0),
        "Near the survival of new establishments in the US (BLS, Business Employment Dynamics: "
        "about a fifth end in the first year, and half within five)",
    )
    rise_chance: float = assumed(0.12, "Chance of a promotion", "a year", (0.0, 1.0), OURS)
    rise: float = assumed(
        0.10, "What a promotion adds to pay", "share of present pay", (0.0, 2.0), OURS
    )
    growth: float = assumed(
        0.0, "Yearly rise of pay beyond prices", "share a year", (-0.1, 0.2), OURS
    )
    ramp: float = assumed(
        18.0, "Until a new business pays what it is meant to", "months", (0.0, 120.0), OURS
    )
    benefit_months: float = assumed(
        6.0,
        "How long unemployment benefit is paid",
        "months",
        (0.0, 48.0),
        "Most states of the US pay up to 26 weeks; elsewhere it is longer",
    )
    bad_market: float = assumed(
        0.35,
        "How much a bad market (one in six is worse) cuts the chance of offers, "
        "and a good one adds to it",
        "log points",
        (0.0, 1.5),
        OURS,
    )
    market_loss: float = assumed(
        0.25,
        "How much a bad market (one in six is worse) adds to the chance of losing a job",
        "log points",
        (0.0, 1.5),
        OURS,
    )
    market_pay: float = assumed(
        0.3,
        "How closely offered pay follows the market (rank correlation)",
        "rank correlation",
        (-0.95, 0.95),
        OURS,
    )
    market_memory: float = assumed(
        0.9,
        "How much of a good or bad market is left a quarter later",
        "share a quarter",
        (0.0, 0.99),
        OURS + "; half of it is gone after a year and a half",
    )


DEFAULTS = TrajectoryAssumptions()
"""The assumptions as they are unless varied."""
