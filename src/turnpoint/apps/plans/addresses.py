"""Where what something serves can be read: asked for by kind, a question for each kind that is served.

A join to everything that can be served would be eight tables wide, and of most rows nearly empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import models
from django.urls import reverse

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.models import Destination, Experiment
from turnpoint.apps.plans.models import Goal, Serving
from turnpoint.apps.routes.models import RoutePin
from turnpoint.apps.skills.models import Opportunity, SkillTarget
from turnpoint.apps.transitions.models import Finding, Transition


@dataclass(frozen=True, slots=True)
class Page:
    """The page of one kind: its rows, the view and the columns that name it. ``of``: the way to what
    the rows belong to and go with, where that is not a person; ``removed``: whether they can be
    removed by themselves."""

    rows: type[models.Model]
    view: str
    named: tuple[str, ...] = ("pk",)
    of: str = ""
    removed: bool = True


PAGES = {
    "goal": Page(Goal, "plans:goal"),
    "experiment": Page(
        Experiment,
        "destinations:experiment",
        ("uncertainty__destination_id", "pk"),
        of="uncertainty__destination__",
        removed=False,
    ),
    "target": Page(SkillTarget, "skills:read"),
    "destination": Page(Destination, "destinations:read"),
    "transition": Page(Transition, "transitions:read"),
    "finding": Page(Finding, "transitions:finding", ("transition_id", "pk"), of="transition__"),
    "route": Page(RoutePin, "routes:look", ("destination_id",), of="destination__"),
    "opportunity": Page(Opportunity, "skills:opportunity"),
}


def addresses(*, owner: User, rows: Sequence[Serving]) -> dict[int, str]:
    """By the number of each row: where what it serves can be read. Of what was removed, or is only
    words, there is nothing."""
    found: dict[int, str] = {}
    for kind, page in PAGES.items():
        served = {row.pk: number for row in rows if (number := getattr(row, f"{kind}_id", None))}
        there = _there(owner, page, set(served.values())) if served else {}
        for row, number in served.items():
            if number in there:
                found.setdefault(row, there[number])
    return found


def _there(owner: User, page: Page, numbers: set[int]) -> dict[int, str]:
    """The addresses of those that are not removed."""
    known = page.rows._default_manager.filter(
        pk__in=numbers, **{f"{page.of}owner": owner, f"{page.of}trashed_at__isnull": True}
    )
    if page.of and page.removed:
        known = known.filter(trashed_at__isnull=True)
    named = known.order_by().values_list("pk", *page.named)
    return {number: reverse(page.view, args=args) for number, *args in named}
