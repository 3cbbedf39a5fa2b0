"""What an occupation may spend its time on, laid beside a person's own activities."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from turnpoint.apps.roles.models import OtherActivity, RoleActivity
from turnpoint.core.role.activity import Share
from turnpoint.core.role.guess import LEAST_IMPORTANT, guessed_shares, leads
from turnpoint.labour.activity import generalized_of
from turnpoint.labour.market import LabourMarket

MOST_KINDS = 12
LEVELS_OF_KIND = 4
"""Dots in the identifier of a generalized activity (``4.A.2.a.4``)."""


def kind_of(code: str) -> str:
    """The generalized activity that an O*NET activity belongs to; ``""`` for none."""
    if code.count(".") <= LEVELS_OF_KIND:
        return code
    return ".".join(code.split(".")[: LEVELS_OF_KIND + 1])


def weights(market: LabourMarket, code: str) -> dict[str, float]:
    """How much each kind of activity counts in an occupation, the weightiest first.

    The published importance where O*NET is loaded, else the number of detailed activities.
    """
    number = market.occupation(code)
    rated = market.ratings.get("work_activities")
    found: dict[str, float] = {}
    if rated is not None:
        importance = zip(rated.elements, rated.importance[number], strict=True)
        found = {
            element.id: float(value) - 1
            for element, value in importance
            if math.isfinite(value) and value >= LEAST_IMPORTANT
        }
    if not found:
        found = {
            name: float(count) for name, count in market.activities.generalized(number).items()
        }
    return dict(sorted(found.items(), key=lambda each: -each[1]))


def guesses(market: LabourMarket, code: str, mine: Sequence[RoleActivity]) -> list[OtherActivity]:
    """Unsaved rows of an occupation: one's own activities of a kind share its range by their time.

    Of what is new there, the weightiest kinds have a row; the rest is left to “something else”.
    """
    shares = guessed_shares(weights(market, code))
    own: dict[str, list[RoleActivity]] = defaultdict(list)
    for row in mine:
        if row.code:
            own[kind_of(row.code)].append(row)
    rows: list[OtherActivity] = []
    room = MOST_KINDS
    for kind, share in shares.items():
        same = own.get(kind, [])
        rows += _split(share, same)
        if not same and room:
            room -= 1
            name = market.activities.names.get(kind, kind)[:120]
            low, high = share
            rows.append(
                OtherActivity(name=name, low=low, high=high, said=False, leading=leads(kind))
            )
    return rows


def _split(share: Share, same: Sequence[RoleActivity]) -> list[OtherActivity]:
    total = sum(row.time for row in same)
    parts = [row.time / total if total else 1 / len(same) for row in same]
    return [
        OtherActivity(
            activity=row, name=row.name, low=share.low * part, high=share.high * part, said=False
        )
        for row, part in zip(same, parts, strict=True)
    ]


def kinds(market: LabourMarket) -> tuple[tuple[str, str], ...]:
    """The generalized activities, code and name, by name."""
    codes = {generalized_of(each) for each in market.activities.detailed_ids}
    found = [(code, market.activities.names.get(code, code)) for code in codes]
    return tuple(sorted(found, key=lambda each: each[1]))
