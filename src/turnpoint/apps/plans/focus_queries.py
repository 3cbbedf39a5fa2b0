"""Reading a day’s list, and what the day before left open. Everything is the owner’s own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from turnpoint.apps.accounts.models import User
from turnpoint.apps.plans.models import SLOTS, Area, Focus
from turnpoint.apps.plans.serving import ADDRESSED_BY, address, itself
from turnpoint.apps.plans.serving import LEADS_TO as SERVED
from turnpoint.errors import NotFound

LEADS_TO = ("goal", *SERVED)
SHOWN = ("area", "text", "serves", "done_at", "day", "slot", "goal__trashed_at", *ADDRESSED_BY)


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
    """What is on a day’s list, in the order of its places."""
    rows = Focus.objects.filter(owner=owner, day__gte=day, trashed_at__isnull=True)
    known = [(row, _thing(row)) for row in rows.select_related(*LEADS_TO).only(*SHOWN)]
    things = [(row, thing) for row, thing in known if row.day == day]
    listed = {
        area: tuple(thing for row, thing in things if row.slot and row.area == area)
        for area in Area
    }
    return DayList(
        work=Part(Area.WORK, listed[Area.WORK]),
        home=Part(Area.HOME, listed[Area.HOME]),
        gravy=tuple(thing for row, thing in things if not row.slot),
        left=left_open(owner=owner, day=day),
        ahead=tuple(thing for row, thing in known if row.day > day and not row.done_at),
    )


def left_open(*, owner: User, day: dt.date) -> tuple[Thing, ...]:
    """What the latest list before ``day`` left open and nobody has decided on yet.

    Only the latest, however long ago it was: an older day is not asked about again.
    """
    earlier = Focus.objects.filter(
        owner=owner, day__lt=day, slot__isnull=False, trashed_at__isnull=True
    )
    last = earlier.order_by("-day").values_list("day", flat=True).first()
    if last is None:
        return ()
    carried_on = Focus.objects.filter(carried_from=OuterRef("pk"), trashed_at__isnull=True)
    rows = earlier.filter(~Exists(carried_on), day=last, done_at__isnull=True)
    return tuple(
        _thing(row)
        for row in rows.filter(let_go_at__isnull=True).select_related(*LEADS_TO).only(*SHOWN)
    )


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


def _thing(row: Focus) -> Thing:
    return Thing(
        id=row.pk,
        area=Area(row.area),
        text=row.text,
        serves=itself(row) if row.serves == row.text else row.serves,
        address=address(row),
        done=row.done_at is not None,
        day=row.day,
        listed=row.slot is not None,
    )
