"""Reading a day’s list, and what the day before left open. Everything is the owner’s own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from turnpoint.apps.accounts.models import User
from turnpoint.apps.plans.addresses import addresses
from turnpoint.apps.plans.models import SLOTS, Area, Focus
from turnpoint.apps.plans.serving import itself
from turnpoint.errors import NotFound


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing as a page shows it. ``address`` leads to what it serves, where there is a page."""

    id: int
    area: Area
    text: str
    serves: str
    address: str
    done: bool
    day: dt.date
    listed: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A day’s list in one area, and how much room is left."""

    area: Area
    things: tuple[Thing, ...]

    @property
    def room(self) -> int:
        return SLOTS[self.area] - len(self.things)

    @property
    def done(self) -> bool:
        return bool(self.things) and all(thing.done for thing in self.things)


@dataclass(frozen=True, slots=True)
class DayList:
    """Three at work, one at home, and the gravy; ``left``: what the last list left open;
    ``ahead``: what is put on later days already."""

    work: Part
    home: Part
    gravy: tuple[Thing, ...]
    left: tuple[Thing, ...]
    ahead: tuple[Thing, ...]

    @property
    def done(self) -> bool:
        """Whether everything on the list is done: what comes now is gravy."""
        return all(part.done or not part.things for part in (self.work, self.home)) and bool(
            self.work.things or self.home.things
        )


def day_list(*, owner: User, day: dt.date) -> DayList:
    """What is on a day’s list, in the order of its places.

    Of the earlier days only the latest list is asked about, however long ago it was: what it left
    open and nobody has decided on yet.
    """
    mine = Focus.objects.filter(owner=owner, trashed_at__isnull=True)
    earlier = mine.filter(day__lt=day, slot__isnull=False)
    last = earlier.order_by("-day").values_list("day", flat=True).first()
    rows = list(mine.filter(day__gte=last or day))
    carried_on = {row.carried_from_id for row in rows}
    left = [row for row in rows if row.day == last and _undecided(row) and row.pk not in carried_on]
    today = [row for row in rows if row.day == day]
    ahead = [row for row in rows if row.day > day and not row.done_at]
    known = _things(owner, [*left, *today, *ahead])
    listed = {
        area: tuple(known[row.pk] for row in today if row.slot and row.area == area)
        for area in Area
    }
    return DayList(
        work=Part(Area.WORK, listed[Area.WORK]),
        home=Part(Area.HOME, listed[Area.HOME]),
        gravy=tuple(known[row.pk] for row in today if not row.slot),
        left=tuple(known[row.pk] for row in left),
        ahead=tuple(known[row.pk] for row in ahead),
    )


def _undecided(row: Focus) -> bool:
    return row.slot is not None and row.done_at is None and row.let_go_at is None


def focus(*, owner: User, focus_id: int, trashed: bool = False) -> Focus:
    """One thing of the person’s. Raises ``NotFound`` for anybody else’s."""
    found = Focus.objects.filter(owner=owner, pk=focus_id, trashed_at__isnull=not trashed).first()
    if found is None:
        raise NotFound("This is not on any of your days. It may have been taken off since.")
    return found


def listed(row: Focus) -> QuerySet[Focus]:
    """The things that have a place on the same list, in their order."""
    return Focus.objects.filter(
        owner=row.owner,
        day=row.day,
        area=row.area,
        slot__isnull=False,
        trashed_at__isnull=True,
    ).order_by("slot")


def taken(row: Focus) -> bool:
    """Whether another thing has the place of this one."""
    same = Focus.objects.filter(
        owner=row.owner, day=row.day, area=row.area, slot=row.slot, trashed_at__isnull=True
    )
    return same.exclude(pk=row.pk).exists()


def carried(*, owner: User, focus_id: int) -> bool:
    """Whether a later day goes on with it."""
    later = Focus.objects.filter(owner=owner, carried_from_id=focus_id, trashed_at__isnull=True)
    return later.exists()


def _things(owner: User, rows: Sequence[Focus]) -> dict[int, Thing]:
    """Things as a page shows them, by their numbers."""
    leads = addresses(owner=owner, rows=rows)
    return {
        row.pk: Thing(
            id=row.pk,
            area=Area(row.area),
            text=row.text,
            serves=itself(row) if row.serves == row.text else row.serves,
            address=leads.get(row.pk, ""),
            done=row.done_at is not None,
            day=row.day,
            listed=row.slot is not None,
        )
        for row in rows
    }
