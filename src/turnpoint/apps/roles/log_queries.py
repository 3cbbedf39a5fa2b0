"""Reading the log: rows → ``core.role.time_shares`` → what its page shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles import queries
from turnpoint.apps.roles.models import LogEntry, RoleActivity
from turnpoint.apps.roles.models.activity import Unit
from turnpoint.apps.roles.models.time import spelt_minutes
from turnpoint.charts.chart import Chart
from turnpoint.charts.time_shares import Shown, shares_chart
from turnpoint.core.role.time_shares import TimeShares, time_shares
from turnpoint.errors import NotFound

FEWEST_DAYS = 3
LOOKS_BACK = dt.timedelta(days=28)
"""What lies further back may have been another job by now; it is kept, and not counted."""
DIFFERS = 1.5
"""Between the energy that was logged and the enjoyment that was said, on −2 to 2."""


@dataclass(frozen=True, slots=True)
class LoggedDay:
    """One day and what was logged of it."""

    day: dt.date
    entries: tuple[LogEntry, ...]

    @property
    def spelt(self) -> str:
        return spelt_minutes(sum(entry.minutes for entry in self.entries))


@dataclass(frozen=True, slots=True)
class Line:
    """One activity of the log, or something in own words; energy and engagement are means."""

    name: str
    activity: RoleActivity | None
    energy: float | None
    engagement: float | None

    @property
    def surprise(self) -> bool:
        """Whether the log says something else than the person did."""
        said = self.activity.enjoyment if self.activity else None
        return said is not None and self.energy is not None and abs(said - self.energy) >= DIFFERS


@dataclass(frozen=True, slots=True)
class Logged:
    """The last four weeks of a log. ``shares`` is ``None`` for less than three days."""

    days: tuple[LoggedDay, ...]
    lines: tuple[Line, ...]
    shares: TimeShares | None
    chart: Chart | None
    earlier: int

    @property
    def missing(self) -> int:
        return max(0, FEWEST_DAYS - len(self.days))

    @property
    def surprises(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.surprise)


def entry(*, owner: User, entry_id: int) -> LogEntry:
    """One entry. Raises ``NotFound`` for anybody else’s."""
    found = (
        LogEntry.objects.select_related("activity", "held")
        .filter(owner=owner, pk=entry_id, trashed_at__isnull=True)
        .first()
    )
    if found is None:
        raise NotFound("There is no such entry in your log. It may have been removed since.")
    return found


def entries(*, owner: User, held: HeldRole) -> tuple[LogEntry, ...]:
    """Every entry of a role, the latest first."""
    mine = LogEntry.objects.filter(owner=owner, held=held, trashed_at__isnull=True)
    return tuple(mine.select_related("activity"))


def logged(*, owner: User, held: HeldRole, today: dt.date) -> Logged:
    """The log of the last four weeks, with the shares that it gives."""
    known = entries(owner=owner, held=held)
    recent = [each for each in known if each.day > today - LOOKS_BACK]
    days = tuple(
        LoggedDay(day, tuple(those)) for day, those in groupby(recent, key=lambda each: each.day)
    )
    mine = queries.activities(owner=owner, held=held)
    lines = _lines(recent, mine)
    week = queries.week(owner=owner, held=held)
    shares = chart = None
    if len(days) >= FEWEST_DAYS:
        shares = time_shares(_minutes(days, lines))
        said = sum(row.time for row in mine)
        shown = [_shown(line, shares, place, said) for place, line in enumerate(lines)]
        hours = week.hours if week.unit == Unit.HOURS else None
        chart = shares_chart(shown, days=len(days), looks_a_day=shares.looks_a_day, hours=hours)
    return Logged(days, lines, shares, chart, len(known) - len(recent))


def _shown(line: Line, shares: TimeShares, place: int, said: float) -> Shown:
    low, mean, high = (100 * float(each[place]) for each in (shares.low, shares.mean, shares.high))
    before = 100 * line.activity.time / said if said and line.activity else None
    return Shown(line.name, low, mean, high, before, line.energy, line.engagement)


def _lines(recent: Sequence[LogEntry], mine: Sequence[RoleActivity]) -> tuple[Line, ...]:
    """What was logged, and activities that take time but were not; most time first."""
    live = {row.name.casefold(): row for row in mine}
    by_name: dict[str, list[LogEntry]] = {}
    names: dict[str, str] = {}
    for each in recent:
        key = each.about.casefold()
        by_name.setdefault(key, []).append(each)
        names.setdefault(key, each.about)
    silent = [key for key, row in live.items() if row.time > 0 and key not in by_name]
    keys = sorted(by_name, key=lambda key: -sum(each.minutes for each in by_name[key]))
    return tuple(
        Line(
            live[key].name if key in live else names[key],
            live.get(key),
            _mean([(each.energy, each.minutes) for each in by_name.get(key, ())]),
            _mean([(each.engagement, each.minutes) for each in by_name.get(key, ())]),
        )
        for key in (*keys, *silent)
    )


def _mean(weighed: Sequence[tuple[int | None, int]]) -> float | None:
    """Mean of what was said, by minutes."""
    said = [(value, minutes) for value, minutes in weighed if value is not None]
    total = sum(minutes for _, minutes in said)
    return sum(value * minutes for value, minutes in said) / total if total else None


def _minutes(days: Sequence[LoggedDay], lines: Sequence[Line]) -> NDArray[np.float64]:
    place = {line.name.casefold(): number for number, line in enumerate(lines)}
    found = np.zeros((len(days), len(lines)))
    for row, day in enumerate(days):
        for each in day.entries:
            found[row, place[each.about.casefold()]] += each.minutes
    return found
