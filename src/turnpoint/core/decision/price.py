"""What a point of worth is in money, by the criterion that is itself money.

At the mean weight ``w̄`` a criterion of money with ends ``worst`` and ``best`` trades a point of 100
for ``|best − worst| / (100 w̄)`` of its unit. Pay a year becomes a sum over the years looked at,
after tax.
"""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.core.decision.criterion import LEVELS, Criterion
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.worlds import Worlds

LEAST_WEIGHT = 0.01
"""Below this mean weight money hardly matters, and dividing by it would say little."""
A_YEAR = ("a year", "per year", "p.a.", "/year")


@dataclass(frozen=True, slots=True)
class Price:
    """A point of 100 is worth ``per_point`` of ``unit`` (of criterion ``criterion``), and ``lump`` of
    the file’s currency, once."""

    criterion: str
    unit: str
    per_point: float
    lump: float


def price(worlds: Worlds) -> Price | None:
    """The price of a point; ``None`` where no criterion is money or none of it matters."""
    file = worlds.file
    weight = dict(zip((each.key for each in file.criteria), worlds.mean_weight, strict=True))
    for criterion in sorted(file.criteria, key=lambda each: -weight[each.key]):
        if _is_money(file, criterion) and weight[criterion.key] >= LEAST_WEIGHT:
            span = abs((criterion.best or 0.0) - (criterion.worst or 0.0))
            per_point = span / (100 * weight[criterion.key])
            years = file.horizon / 12 * file.household.take_home
            lump = per_point * years if _is_yearly(criterion) else per_point
            return Price(criterion.key, criterion.unit, float(per_point), float(lump))
    return None


def _is_money(file: DecisionFile, criterion: Criterion) -> bool:
    if criterion.shape == LEVELS or criterion.best == criterion.worst:
        return False
    measured = criterion.measure.startswith("pay_") or criterion.measure == "cash_end"
    return measured or (not criterion.measure and criterion.unit.startswith(file.currency))


def _is_yearly(criterion: Criterion) -> bool:
    return criterion.measure.startswith("pay_") or any(each in criterion.unit for each in A_YEAR)
