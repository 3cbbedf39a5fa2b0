"""What is assumed about pay, about the cost of studying, and about how alike two jobs are."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.transition.assumption import OBSERVED, OURS, Stated, Theme, stated

TUITION = OURS + ", a round figure near the published {} in the US"


@dataclass(frozen=True)
class AssumedPay(Stated):
    """Landing, climb, growth, costs; and the two measured ends of likeness."""

    rank_kept: float = stated(
        Theme.PAY,
        0.6,
        "How much of your standing among colleagues’ pay you take along (ρ)",
        "share",
        between=(0.0, 1.0),
        plausible=(0.3, 0.9),
        source=OURS + "; earnings ranks persist in part over a change of job",
    )
    distance_drop: float = stated(
        Theme.PAY,
        0.125,
        "How far down the pay scale a move of typical distance lands (δ)",
        "share of the pay scale",
        between=(0.0, 0.4),
        plausible=(0.05, 0.2),
        source=OURS + ", set so that a typical move lands between the 35th and the 40th percentile",
    )
    climb: float = stated(
        Theme.PAY,
        0.03,
        "How far up the pay scale you climb in a year after landing",
        "share of the pay scale a year",
        between=(0.0, 0.1),
        plausible=(0.0, 0.06),
    )
    landing_spread: float = stated(
        Theme.PAY,
        0.125,
        "How far a landing may fall to either side of the likely one",
        "share of the pay scale",
        between=(0.0, 0.3),
        plausible=(0.05, 0.2),
    )
    lands_at_least: float = stated(
        Theme.PAY,
        0.10,
        "The lowest place on the pay scale where anybody is taken to land",
        "share of the pay scale",
        between=(0.10, 0.5),
        plausible=(0.10, 0.25),
        source=OURS + "; below the 10th percentile nothing is published",
    )
    lands_at_most: float = stated(
        Theme.PAY,
        0.75,
        "The highest place on the pay scale where anybody is taken to land",
        "share of the pay scale",
        between=(0.5, 0.9),
        plausible=(0.5, 0.9),
        source=OURS + "; above the 90th percentile nothing is published",
    )
    staying_growth: float = stated(
        Theme.PAY,
        0.0,
        "How fast your present pay grows beyond inflation if you stay",
        "share a year",
        between=(-0.05, 0.1),
        plausible=(-0.01, 0.02),
    )
    scale_growth: float = stated(
        Theme.PAY,
        0.0,
        "How fast the pay scale you move to grows beyond inflation",
        "share a year",
        between=(-0.05, 0.1),
        plausible=(-0.01, 0.02),
    )
    inflation: float = stated(
        Theme.PAY,
        0.025,
        "How fast prices rise; it only says what real pay will look like on a payslip",
        "share a year",
        between=(-0.02, 0.2),
        plausible=(0.015, 0.04),
        source=OURS + ", a little above the target of most central banks",
    )
    discount: float = stated(
        Theme.PAY,
        0.0,
        "How much less a later year’s money counts",
        "share a year",
        between=(0.0, 0.15),
        plausible=(0.0, 0.05),
    )
    pay_spread: float = stated(
        Theme.PAY,
        0.45,
        "Spread of pay where fewer than two percentiles are published",
        "standard deviation of log pay",
        between=(0.1, 1.0),
        plausible=(0.3, 0.6),
        source=OURS + ", near the middle of the occupations that have percentiles",
    )
    tuition_short: float = stated(
        Theme.STUDY,
        4_000.0,
        "Tuition for a certificate or an associate’s degree",
        "US dollars a full-time year",
        between=(0.0, 30_000.0),
        plausible=(2_000.0, 15_000.0),
        source=TUITION.format("prices of public two-year colleges"),
    )
    tuition_long: float = stated(
        Theme.STUDY,
        12_000.0,
        "Tuition for a bachelor’s degree or more",
        "US dollars a full-time year",
        between=(0.0, 80_000.0),
        plausible=(8_000.0, 40_000.0),
        source=TUITION.format("in-state prices of public universities"),
    )
    typical_distance: float = stated(
        Theme.LIKENESS,
        0.65,
        "Distance of a typical move (0: as near as the closest tenth of moves, 1: drawn by lot)",
        "distance",
        between=(0.05, 1.0),
        plausible=(0.55, 0.75),
        source=OBSERVED + ", weighted by movers",
    )
    cover_by_lot: float = stated(
        Theme.LIKENESS,
        0.18,
        "What a job contains of another one’s activities when the two are drawn by lot",
        "share of activities, weighted by how telling they are",
        between=(0.0, 0.4),
        plausible=(0.15, 0.21),
        source="Measured over 5,000 pairs of the shipped occupations",
    )
    cover_close: float = stated(
        Theme.LIKENESS,
        0.46,
        "What the closest tenth of moves share at least",
        "share of activities, weighted by how telling they are",
        between=(0.41, 1.0),
        plausible=(0.42, 0.52),
        source=OBSERVED,
    )
