"""What the plan a person follows asks of a day: something to begin, something to finish."""

from __future__ import annotations

import datetime as dt

from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.nudge import Nudge
from turnpoint.apps.skills.accepted import Accepted, Item, in_force


def nudges(*, owner: User, today: dt.date) -> tuple[Nudge, ...]:
    """What begins within the month, is under way, or should be done; the earliest first."""
    plan = in_force(owner=owner)
    if plan is None:
        return ()
    return tuple(_nudge(plan, each, today) for each in plan.next(today))


def _nudge(plan: Accepted, item: Item, today: dt.date) -> Nudge:
    address = reverse("skills:accepted", args=[plan.row.number])
    serves = f"opportunity:{item.opportunity}"
    if item.start > today:
        return Nudge("begin", item.name, address, item.start, serves=serves)
    tick = reverse("skills:finish", args=[item.opportunity])
    kind = "finish" if item.end <= today else "under way, until"
    return Nudge(kind, item.name, address, item.end, tick=tick, serves=serves)
