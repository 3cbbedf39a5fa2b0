"""What the page of the plan shows: what runs when, what becomes of each skill, what holds it back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from turnpoint.apps.skills.drafting import Draft
from turnpoint.apps.skills.models import SkillTarget
from turnpoint.apps.skills.opportunity_queries import Known
from turnpoint.apps.skills.solving import Found
from turnpoint.charts.chart import Chart
from turnpoint.charts.plan_timeline import Bar, plan_timeline
from turnpoint.core.decision.wording import percent
from turnpoint.core.planning.opportunity import Taken
from turnpoint.core.planning.outcome import reached, value
from turnpoint.core.planning.schedule import Schedule
from turnpoint.core.transition.wording import listed

STARTS_OFFERED = 36


@dataclass(frozen=True, slots=True)
class Line:
    """One opportunity of the plan. ``starts`` are the months it could be moved to."""

    known: Known
    start: dt.date
    end: dt.date
    pinned: bool
    leads: str
    starts: tuple[dt.date, ...]

    @property
    def last(self) -> dt.date:
        """A day of the last month in which it runs."""
        return self.end - dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one skill."""

    row: SkillTarget
    level: float
    month: dt.date | None
    through: str
    met: bool


@dataclass(frozen=True, slots=True)
class PlanShown:
    """A plan in words. ``shown`` and ``bound`` are what a form sends back of it."""

    lines: tuple[Line, ...]
    outcomes: tuple[Outcome, ...]
    there: tuple[SkillTarget, ...]
    chart: Chart | None
    breaches: tuple[str, ...]
    proof: str
    cost: str
    most_hours: float
    shown: str
    bound: str
    closed: float


@dataclass(frozen=True, slots=True)
class Another:
    """Another plan that is nearly as good."""

    lines: tuple[Line, ...]
    words: str


def shown(draft: Draft, taken: Sequence[Taken], found: Found | None) -> PlanShown:
    """A plan as the page has it; ``found`` where it was searched for, not made by hand."""
    lines = tuple(_line(draft, each) for each in taken)
    total = sum(each.gap for each in draft.targets)
    results = reached(taken, draft.targets)
    closed = sum(each.target.closed(each.level) for each in results)
    rows = {str(each.id): each.row for each in draft.skills}
    names = {each.key: each.row.name for each in draft.known.values()}
    cost = sum(each.opportunity.cost for each in taken)
    return PlanShown(
        lines=lines,
        outcomes=tuple(
            Outcome(
                rows[each.target.skill],
                each.level,
                None if each.month is None else draft.month(each.month),
                names.get(each.through, ""),
                each.met,
            )
            for each in results
        ),
        there=tuple(each.row for each in draft.skills if each.met),
        chart=plan_timeline([_bar(draft, each) for each in lines], draft.begins),
        breaches=draft.breaches(tuple(taken)),
        proof="" if found is None else proof(found.plan, draft),
        cost=draft.money(cost),
        most_hours=_most(taken),
        shown=",".join(f"{each.known.id}:{each.start:%Y-%m}" for each in lines),
        bound="" if found is None else f"{found.plan.bound:.6f}",
        closed=closed / total if total else 0.0,
    )


def proof(plan: Schedule, draft: Draft) -> str:
    """How sure it is that no plan is better, in words."""
    if not plan.taken and plan.bound <= 1e-6:
        return "Within these limits nothing can be brought by the dates wanted."
    if plan.proven:
        return "No plan within these limits is worth more: that is proven."
    return (
        f"No plan within these limits can be worth more than {percent(plan.gap)} above this one; "
        "that much is proven, the rest is not."
    )


def another(draft: Draft, found: Found) -> Another | None:
    """The other plan, and what it does differently."""
    if found.other is None:
        return None
    names = {each.key: each.row.name for each in draft.known.values()}
    fresh = [f"“{names[key]}”" for key in sorted(found.other.keys - found.plan.keys)]
    gone = [f"“{names[key]}”" for key in sorted(found.plan.keys - found.other.keys)]
    less = 1 - value(found.other.taken, draft.targets) / found.plan.value
    words = f"Worth {percent(max(less, 0.0))} less" if less > 1e-4 else "Worth as much"
    words += (
        f": {listed(fresh)} in the place of {listed(gone)}."
        if fresh
        else f", without {listed(gone)}."
    )
    return Another(tuple(_line(draft, each) for each in found.other.taken), words)


def _line(draft: Draft, taken: Taken) -> Line:
    known = draft.known[taken.opportunity.key]
    start = draft.month(taken.start)
    offered = range(min(taken.start, 0), min(draft.limits.months, STARTS_OFFERED))
    return Line(
        known=known,
        start=start,
        end=draft.month(taken.end),
        pinned=taken.opportunity.key in draft.pinned,
        leads=", ".join(f"{row.name} to {level:g}" for row, level in known.levels),
        starts=tuple(dict.fromkeys((*(draft.month(each) for each in offered), start))),
    )


def _bar(draft: Draft, line: Line) -> Bar:
    row = line.known.row
    return Bar(
        name=row.name,
        start=line.start,
        end=line.end,
        at_employer=row.at_employer,
        hours=row.hours,
        cost=draft.money(float(row.cost)) if row.cost else "nothing",
        leads=line.leads,
    )


def _most(taken: Sequence[Taken]) -> float:
    last = max((each.end for each in taken), default=0)
    return max(
        (
            sum(one.opportunity.hours for one in taken if one.start <= month < one.end)
            for month in range(last)
        ),
        default=0.0,
    )


def starts_of(text: str) -> dict[int, dt.date]:
    """What a form sends back of a plan: “12:2026-12,15:2027-01”; what cannot be read is left out."""
    found = {}
    for part in text.split(",")[:500]:
        key, _, month = part.partition(":")
        start = month_of(month)
        if key.isdecimal() and len(key) < 12 and start is not None:
            found[int(key)] = start
    return found


def month_of(text: str) -> dt.date | None:
    """The first day of “2026-12”."""
    year, _, month = text.partition("-")
    if not (year.isdecimal() and month.isdecimal() and len(year) == 4 and len(month) == 2):
        return None
    if not (1 <= int(month) <= 12 and 1900 <= int(year) <= 2200):
        return None
    return dt.date(int(year), int(month), 1)
