"""Reading opportunities. Every query takes ``owner=`` and sees nobody else’s."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from types import MappingProxyType

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.hypothesis import months_between
from turnpoint.apps.skills.models import Opportunity, SkillTarget
from turnpoint.core.decision.wording import amount
from turnpoint.core.planning import opportunity as core
from turnpoint.core.transition.wording import counted
from turnpoint.errors import NotFound


@dataclass(frozen=True, slots=True)
class Known:
    """An opportunity with the skills it leads somewhere and what has to come before it."""

    row: Opportunity
    levels: tuple[tuple[SkillTarget, float], ...]
    after: tuple[Opportunity, ...]

    @property
    def id(self) -> int:
        return int(self.row.pk)

    @property
    def key(self) -> str:
        return str(self.row.pk)

    @property
    def takes(self) -> str:
        """“3 hours a week for 4 months, from March 2027, 450 USD”."""
        row = self.row
        months = counted(row.length, "month")
        said = [f"{counted_hours(row.hours)} a week for {months}"]
        if row.earliest is not None:
            said.append(f"from {row.earliest:%B %Y}")
        if row.cost:
            said.append(amount(float(row.cost), row.currency))
        if row.seats is not None:
            said.append(counted(row.seats, "seat") if row.seats else "no seat left")
        return ", ".join(said)

    def value(self, today: dt.date | None = None) -> core.Opportunity:
        """As the model receives it; without ``today``, from the first month on."""
        row = self.row
        earliest = 0
        if today is not None and row.earliest is not None:
            earliest = max(months_between(today, row.earliest), 0)
        return core.Opportunity(
            key=self.key,
            name=row.name,
            kind=core.Kind(row.kind),
            hours=row.hours,
            length=row.length,
            raises=MappingProxyType({str(skill.pk): level for skill, level in self.levels}),
            cost=float(row.cost),
            earliest=earliest,
            after=tuple(str(each.pk) for each in self.after if each.done_on is None),
            seats=row.seats,
            at_employer=row.at_employer,
        )


def counted_hours(hours: float) -> str:
    return f"{hours:g} hour{'' if hours == 1 else 's'}"


def opportunity(*, owner: User, opportunity_id: int, trashed: bool = False) -> Opportunity:
    """One opportunity. Raises ``NotFound`` for anybody else’s."""
    found = Opportunity.objects.filter(
        owner=owner, pk=opportunity_id, trashed_at__isnull=not trashed
    ).first()
    if found is None:
        raise NotFound("This is not among your opportunities. It may have been removed since.")
    return found


def opportunities(*, owner: User) -> tuple[Known, ...]:
    """Everything written down, in that order; what was removed is left out of every list."""
    rows = Opportunity.objects.filter(owner=owner, trashed_at__isnull=True).order_by("pk")
    return tuple(
        Known(
            row,
            tuple(
                (each.target, each.level)
                for each in row.levels.all()
                if each.target.trashed_at is None
            ),
            tuple(each for each in row.after.all() if each.trashed_at is None),
        )
        for row in rows.prefetch_related("levels__target", "after")
    )
