"""Totals of a calendar: rows → shares of the week, with how sure they are."""

from __future__ import annotations

from dataclasses import dataclass

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles import queries
from turnpoint.apps.roles.models import CalendarTime, CalendarTotal
from turnpoint.core.role.time_shares import share_of_week


@dataclass(frozen=True, slots=True)
class Booked:
    """One group: its share of the week, and hours of a week as a range."""

    total: CalendarTotal
    low: float
    share: float
    high: float
    week: float

    @property
    def hours(self) -> str:
        return f"{self.share * self.week:.1f}"

    @property
    def between(self) -> str:
        return f"{self.low * self.week:.0f}–{self.high * self.week:.0f}"


@dataclass(frozen=True, slots=True)
class KeptTime:
    """The totals that were kept last."""

    time: CalendarTime
    shares: tuple[Booked, ...]

    @property
    def hours(self) -> float:
        return sum(each.share * each.week for each in self.shares)


def kept(*, owner: User, held: HeldRole) -> KeptTime | None:
    """The totals that were kept last; ``None`` where there are none."""
    row = CalendarTime.objects.filter(owner=owner, held=held, trashed_at__isnull=True).last()
    if row is None:
        return None
    hours = queries.week(owner=owner, held=held).hours
    return KeptTime(row, tuple(_booked(each, row, hours) for each in row.totals.all()))


def _booked(total: CalendarTotal, row: CalendarTime, hours: float) -> Booked:
    of = hours * 60 * row.weeks
    low, share, high = share_of_week(total.minutes, of=of, days=row.days)
    return Booked(total, low, share, high, hours)
