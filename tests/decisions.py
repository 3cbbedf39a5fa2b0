"""A small decision file that nothing is wrong with, for tests to bend."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from turnpoint.core.decision.criterion import LESS, LEVELS, Criterion, Effect, Level
from turnpoint.core.decision.file import DecisionFile, Question
from turnpoint.core.decision.household import AffectedPerson, Voice
from turnpoint.core.decision.interval import Interval, exactly
from turnpoint.core.decision.money import Course, Household
from turnpoint.core.decision.option import Option, Step, WayBack
from turnpoint.core.decision.preferences import Change, Preferences, Swing, TradeOff

LEASE = Step(
    "the lease is signed",
    earliest=date(2027, 1, 4),
    latest=date(2027, 1, 12),
    before=exactly(2_100),
    after=Interval(25_000, 31_000, 38_000),
)
CRITERIA = (
    Criterion("pay", "Pay after three years", "EUR", worst=40_000, best=90_000, measure="pay_36"),
    Criterion("commute", "Commute", "minutes a day", better=LESS, worst=120, best=0),
    Criterion(
        "family",
        "Time with the children",
        shape=LEVELS,
        levels=(Level("weekends", 0), Level("most evenings", 0.7), Level("every evening", 1)),
    ),
)


def small_file(**changed: Any) -> DecisionFile:
    """Staying against Berlin, on three criteria."""
    file = DecisionFile(
        question="Do we move to Berlin?",
        kind="relocation",
        opened=date(2026, 11, 2),
        deadline=date(2026, 12, 14),
        options=(
            Option("stay", "Stay in Hanover", stays=True, money=Course(pay=exactly(52_000))),
            Option(
                "berlin",
                "Move to Berlin",
                money=Course(
                    pay=Interval(60_000, 66_000, 72_000), start=4, relocation=exactly(6_000)
                ),
                way_back=WayBack(steps=(LEASE,), learn=("whether the school has a place",)),
            ),
        ),
        people=(AffectedPerson("kim", "Kim", "partner", (Voice("berlin", "For five years."),)),),
        criteria=CRITERIA,
        effects=(
            Effect("stay", "commute", 60, 70, 80),
            Effect("stay", "family", levels=("every evening",)),
            Effect("berlin", "commute", 20, 35, 60),
            Effect("berlin", "family", levels=("most evenings", "every evening")),
        ),
        household=Household(cash=38_000, spending=Interval(2_600, 2_900, 3_300)),
        preferences=Preferences(
            ranking=(("family",), ("pay", "commute")),
            trade_offs=(
                TradeOff(Change("pay", 52_000, 58_000), Change("commute", 70, 30), "second"),
            ),
            swings=(Swing("family", 100), Swing("pay", 60)),
        ),
        questions=(
            Question("remote", "Two days at home?", ("effects.berlin.commute",), "HR", 0, 2),
        ),
    )
    return replace(file, **changed)
