"""The plan as it stands now, as the model receives it: what there is to choose from and to spend.

Months are counted from the present one. What is done is left out, with the skills that are there
already and opportunities whose cost is in another currency, which the page names.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.hypothesis import months_between
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.skills.models import Placing, PlanFrame
from turnpoint.apps.skills.opportunity_queries import Known, opportunities
from turnpoint.apps.skills.queries import Skill, skills
from turnpoint.core.decision.wording import amount
from turnpoint.core.planning import opportunity as core
from turnpoint.core.planning.outcome import problems
from turnpoint.core.planning.stamp import inputs_hash, plain_task


@dataclass(frozen=True)
class Draft:
    """``by_hand`` is the plan as it was placed, ``None`` where it is to be searched for."""

    owner: int
    today: dt.date
    currency: str
    frame: PlanFrame
    skills: tuple[Skill, ...]
    known: Mapping[str, Known]
    opportunities: tuple[core.Opportunity, ...]
    targets: tuple[core.Target, ...]
    limits: core.Limits
    pinned: Mapping[str, int]
    left_out: tuple[Known, ...]
    foreign: tuple[Known, ...]
    by_hand: tuple[core.Taken, ...] | None

    @property
    def begins(self) -> dt.date:
        return self.today.replace(day=1)

    @cached_property
    def inputs(self) -> str:
        """The hash of everything the plan is made from."""
        return inputs_hash(plain_task(self.opportunities, self.targets, self.limits, self.pinned))

    def month(self, number: int) -> dt.date:
        """The first day of a month by its number."""
        return month_after(self.begins, number)

    def said_month(self, number: int) -> str:
        return f"{self.month(number):%B %Y}"

    def money(self, value: float) -> str:
        return amount(value, self.currency)

    def breaches(self, taken: tuple[core.Taken, ...]) -> tuple[str, ...]:
        """What a plan runs into, a sentence each."""
        late = tuple(
            f"“{each.opportunity.name}” would have begun in {self.said_month(each.start)}, "
            "which has passed. Move it."
            for each in taken
            if each.start < 0
        )
        return late + problems(taken, self.limits, month=self.said_month, money=self.money)


def draft(*, owner: User, today: dt.date) -> Draft:
    """Everything the plan is made from, as of ``today``."""
    frame = frame_of(owner=owner)
    placings = {
        str(each.opportunity_id): each
        for each in (Placing.objects.filter(frame=frame) if frame.pk else ())
    }
    currency = profiles.profile(owner=owner).currency
    open_ones = [each for each in opportunities(owner=owner) if each.row.done_on is None]
    foreign = tuple(each for each in open_ones if each.row.cost and each.row.currency != currency)
    home = [each for each in open_ones if each not in foreign]
    out = {key for key, each in placings.items() if each.left_out}
    values = _values(home, out, today)
    keys = {each.key for each in values}
    placed = {
        key: months_between(today, each.start)
        for key, each in placings.items()
        if each.start is not None and key in keys
    }
    by_hand = tuple(
        core.Taken(each, placed[each.key])
        for each in sorted(values, key=lambda one: (placed.get(one.key, 0), one.key))
        if each.key in placed and each.key not in out
    )
    wanted = skills(owner=owner, today=today)
    return Draft(
        owner=int(owner.pk),
        today=today,
        currency=currency,
        frame=frame,
        skills=wanted,
        known=MappingProxyType({each.key: each for each in home}),
        opportunities=values,
        targets=tuple(_target(each, today) for each in wanted if not each.met),
        limits=core.Limits(frame.hours, float(frame.budget), frame.months),
        pinned=MappingProxyType(
            {key: start for key, start in placed.items() if placings[key].pinned}
        ),
        left_out=tuple(each for each in home if each.key in out),
        foreign=foreign,
        by_hand=by_hand if frame.by_hand else None,
    )


def frame_of(*, owner: User) -> PlanFrame:
    """What there is to spend; the usual, not stored yet, where nothing was said."""
    return PlanFrame.objects.filter(owner=owner).first() or PlanFrame(owner=owner)


def _values(home: list[Known], out: set[str], today: dt.date) -> tuple[core.Opportunity, ...]:
    """As the model receives them; one that is left out has no seat, so that none may wait for it."""
    keys = {each.key for each in home}
    found = []
    for each in home:
        value = each.value(today)
        value = replace(value, after=tuple(key for key in value.after if key in keys))
        found.append(replace(value, seats=0) if each.key in out else value)
    return tuple(found)


def _target(skill: Skill, today: dt.date) -> core.Target:
    return core.Target(
        skill=str(skill.id),
        level=skill.level,
        required=skill.row.required,
        weight=skill.row.weight,
        by=max(months_between(today, skill.row.by), 0),
    )


def month_after(day: dt.date, months: int) -> dt.date:
    """The first of the month so many months later."""
    years, month = divmod(day.month - 1 + months, 12)
    return dt.date(day.year + years, month + 1, 1)
