"""What a person says of an uncertainty, a plan and a result, as values: the content of one row."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from turnpoint.apps.destinations.models import (
    ExperimentPlan,
    ExperimentResult,
    Held,
    Kind,
    Standing,
    UncertaintyStatement,
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What an uncertainty says. ``sure``: percent that the answer is yes, ``None`` if not said."""

    question: str
    sure: int | None = None
    by: dt.date | None = None
    standing: Standing = Standing.OPEN


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, with whom, what one expects (percent), and what it costs."""

    what: str
    prediction: str
    probability: int
    due: dt.date
    kind: Kind = Kind.CONVERSATION
    whom: str = ""
    money: Decimal | None = None
    currency: str = "USD"
    hours: Decimal | None = None
    starts: dt.date | None = None
    called_off: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What happened, on which day, and whether the prediction held."""

    on: dt.date
    happened: str
    held: Held
    surprise: str = ""


def doubt_of(row: UncertaintyStatement) -> Doubt:
    """What a statement says, as a value."""
    return Doubt(row.question, row.sure, row.by, Standing(row.standing))


def plan_of(row: ExperimentPlan) -> Plan:
    """What a plan says, as a value."""
    said = {name: getattr(row, name) for name in Plan.__slots__}
    return Plan(**said | {"kind": Kind(row.kind)})


def result_of(row: ExperimentResult) -> Result:
    """What a result says, as a value."""
    return Result(row.on, row.happened, Held(row.held), row.surprise)
