"""A plan that was accepted: everything it said, kept as it was, and what is due from it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from turnpoint.apps.accounts.models import User
from turnpoint.apps.accounts.once import once
from turnpoint.apps.skills.drafting import Draft
from turnpoint.apps.skills.models import AcceptedPlan, Opportunity
from turnpoint.charts.chart import Chart
from turnpoint.charts.plan_timeline import Bar, plan_timeline
from turnpoint.core.decision.wording import amount
from turnpoint.core.planning.opportunity import Taken
from turnpoint.core.planning.outcome import Reached, reached, value
from turnpoint.core.planning.stamp import plain_task
from turnpoint.errors import NotFound


@dataclass(frozen=True, slots=True)
class Item:
    """One opportunity of an accepted plan; ``gone``: it was removed since, ``done``: when."""

    opportunity: int
    name: str
    kind: str
    at_employer: bool
    hours: float
    start: dt.date
    end: dt.date
    cost: float
    leads: tuple[tuple[str, float], ...]
    done: dt.date | None = None
    gone: bool = False

    @property
    def last(self) -> dt.date:
        """A day of the last month in which it runs."""
        return self.end - dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Promised:
    """What the plan brings a skill, by when."""

    name: str
    level: float
    required: float
    by: dt.date
    reached: float
    month: dt.date | None

    @property
    def met(self) -> bool:
        return self.reached >= self.required - 1e-6


@dataclass(frozen=True, slots=True)
class Accepted:
    """An accepted plan as it was. ``gap`` is what was proven then, as a share; ``None`` by hand."""

    row: AcceptedPlan
    begins: dt.date
    months: int
    hours: float
    budget: float
    currency: str
    items: tuple[Item, ...]
    skills: tuple[Promised, ...]
    gap: float | None

    def next(self, today: dt.date) -> tuple[Item, ...]:
        """What is under way or begins within the month, and is not done."""
        soon = today + dt.timedelta(days=31)
        return tuple(
            each for each in self.items if each.start <= soon and not each.done and not each.gone
        )


def content(made: Draft, taken: tuple[Taken, ...], bound: float | None) -> dict[str, Any]:
    """Everything an accepted plan keeps, as plain values."""
    worth = value(taken, made.targets)
    return {
        "begins": made.begins.isoformat(),
        "months": made.limits.months,
        "hours": made.limits.hours,
        "budget": made.limits.budget,
        "currency": made.currency,
        "by_hand": made.by_hand is not None,
        "value": worth,
        "bound": None if bound is None else max(bound, worth),
        "items": [_item_content(made, each) for each in taken],
        "skills": [_skill_content(made, each) for each in reached(taken, made.targets)],
        "task": plain_task(made.opportunities, made.targets, made.limits, made.pinned),
    }


def _item_content(made: Draft, taken: Taken) -> dict[str, Any]:
    one = taken.opportunity
    return {
        "opportunity": int(one.key),
        "name": one.name,
        "kind": one.kind.value,
        "at_employer": one.at_employer,
        "hours": one.hours,
        "start": made.month(taken.start).isoformat(),
        "end": made.month(taken.end).isoformat(),
        "cost": one.cost,
        "leads": [
            [each.row.name, one.raises[str(each.id)]]
            for each in made.skills
            if str(each.id) in one.raises
        ],
    }


def _skill_content(made: Draft, found: Reached) -> dict[str, Any]:
    row = next(each.row for each in made.skills if str(each.id) == found.target.skill)
    return {
        "name": row.name,
        "level": found.target.level,
        "required": found.target.required,
        "by": row.by.isoformat(),
        "reached": found.level,
        "month": None if found.month is None else made.month(found.month).isoformat(),
    }


@once
def in_force(*, owner: User) -> Accepted | None:
    """The plan accepted last, where there is one."""
    row = (
        AcceptedPlan.objects.filter(frame__owner=owner, trashed_at__isnull=True)
        .order_by("number")
        .last()
    )
    return None if row is None else _read(row)


def accepted_plan(*, owner: User, number: int) -> Accepted:
    """One accepted plan. Raises ``NotFound`` for anybody else’s, and for one that was withdrawn."""
    row = AcceptedPlan.objects.filter(
        frame__owner=owner, number=number, trashed_at__isnull=True
    ).first()
    if row is None:
        raise NotFound("There is no such plan among those you accepted.")
    return _read(row)


def accepted_plans(*, owner: User) -> tuple[AcceptedPlan, ...]:
    """Those that were accepted, the latest first."""
    rows = AcceptedPlan.objects.filter(frame__owner=owner, trashed_at__isnull=True)
    return tuple(rows.order_by("-number"))


def _read(row: AcceptedPlan) -> Accepted:
    said = json.loads(row.content)
    keys = [each["opportunity"] for each in said["items"]]
    there = Opportunity.objects.filter(pk__in=keys, trashed_at__isnull=True).order_by()
    done = dict(there.values_list("pk", "done_on"))
    bound = said["bound"]
    return Accepted(
        row=row,
        begins=dt.date.fromisoformat(said["begins"]),
        months=said["months"],
        hours=said["hours"],
        budget=said["budget"],
        currency=said["currency"],
        items=tuple(_item(each, done) for each in said["items"]),
        skills=tuple(_promised(each) for each in said["skills"]),
        gap=None if not bound else (bound - said["value"]) / bound,
    )


def _item(said: dict[str, Any], done: Mapping[int, dt.date | None]) -> Item:
    """``done``: when each opportunity that is still there was done, if it was."""
    return Item(
        opportunity=said["opportunity"],
        name=said["name"],
        kind=said["kind"],
        at_employer=said["at_employer"],
        hours=said["hours"],
        start=dt.date.fromisoformat(said["start"]),
        end=dt.date.fromisoformat(said["end"]),
        cost=said["cost"],
        leads=tuple((name, level) for name, level in said["leads"]),
        done=done.get(said["opportunity"]),
        gone=said["opportunity"] not in done,
    )


def _promised(said: dict[str, Any]) -> Promised:
    return Promised(
        name=said["name"],
        level=said["level"],
        required=said["required"],
        by=dt.date.fromisoformat(said["by"]),
        reached=said["reached"],
        month=dt.date.fromisoformat(said["month"]) if said["month"] else None,
    )


def timeline(plan: Accepted) -> Chart | None:
    """The accepted plan on a calendar."""
    return plan_timeline(
        [
            Bar(
                name=each.name,
                start=each.start,
                end=each.end,
                at_employer=each.at_employer,
                hours=each.hours,
                cost=amount(each.cost, plan.currency) if each.cost else "nothing",
                leads=", ".join(f"{name} to {level:g}" for name, level in each.leads),
            )
            for each in plan.items
        ],
        plan.begins,
    )
