"""What the page of the role shows."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.apps.accounts.models import User
from turnpoint.apps.occupations.queries import market
from turnpoint.apps.profiles import queries as profiles
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles import queries
from turnpoint.apps.roles.beside import Beside
from turnpoint.apps.roles.guessing import kind_of, weights
from turnpoint.apps.roles.models import RoleActivity, RoleWeek
from turnpoint.charts.chart import Chart
from turnpoint.charts.continuity import loved_time
from turnpoint.charts.week_beside import Spent, week_beside
from turnpoint.labour.occupation import Occupation

FEWEST = 5


@dataclass(frozen=True, slots=True)
class Offered:
    """A kind of activity that people in the occupation do, and detailed ones where named."""

    code: str
    name: str
    detailed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RolePage:
    """The present role. ``held`` is ``None`` where no job is said."""

    held: HeldRole | None
    occupation: Occupation | None
    week: RoleWeek
    activities: tuple[RoleActivity, ...]
    offered: tuple[Offered, ...]

    @property
    def total(self) -> float:
        return sum(row.time for row in self.activities)

    @property
    def complete(self) -> bool:
        """Whether the times come to the whole, or nearly."""
        return abs(self.total - self.week.whole) <= 0.005 * self.week.whole

    @property
    def rest(self) -> float:
        return self.week.whole - self.total

    @property
    def few(self) -> bool:
        return len(self.activities) < FEWEST

    @property
    def loved(self) -> tuple[RoleActivity, ...]:
        return tuple(row for row in self.activities if (row.enjoyment or 0) > 0)

    @property
    def draining(self) -> tuple[RoleActivity, ...]:
        return tuple(row for row in self.activities if (row.enjoyment or 0) < 0)


def role(*, owner: User) -> RolePage:
    """The owner’s present role with its activities."""
    held = profiles.present_role(owner=owner)
    if held is None:
        return RolePage(None, None, RoleWeek(), (), ())
    facts = market()
    known = held.occupation_code in facts.index
    occupation = facts.occupations[facts.index[held.occupation_code]] if known else None
    mine = queries.activities(owner=owner, held=held)
    return RolePage(
        held=held,
        occupation=occupation,
        week=queries.week(owner=owner, held=held),
        activities=mine,
        offered=_offered(occupation.code, {row.code for row in mine}) if occupation else (),
    )


def _offered(code: str, there: set[str]) -> tuple[Offered, ...]:
    facts = market()
    names = facts.activities.names
    detailed: dict[str, list[tuple[str, str]]] = {}
    for each in facts.activities.of(facts.index[code]):
        if each in names and each not in there:
            detailed.setdefault(kind_of(each), []).append((each, names[each]))
    return tuple(
        Offered(kind, names.get(kind, kind), tuple(detailed.get(kind, ())))
        for kind in weights(facts, code)
        if kind not in there
    )


def chart(found: tuple[Beside, ...]) -> Chart | None:
    """Loved time of the roles beside one’s own; ``None`` where there are none or nothing is loved."""
    if not found or not found[0].found.love.now:
        return None
    return loved_time([(each.other.name, each.found) for each in found], hours=found[0].week.hours)


def week_chart(found: Beside) -> Chart:
    """Every activity of one role beside one’s own: its hours today, and there."""
    hours = found.week.hours
    spent = [
        Spent(
            line.name,
            line.activity.enjoyment,
            line.feels,
            line.now * hours,
            share.low * hours,
            share.high * hours,
        )
        for line, share in zip(found.lines, found.found.shares, strict=True)
    ]
    return week_beside(found.other.name, spent)
