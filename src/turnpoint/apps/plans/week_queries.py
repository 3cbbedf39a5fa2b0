"""Reading weekly reviews and the few things of a week. Everything is the owner’s own."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from turnpoint.apps.accounts.models import User
from turnpoint.apps.plans import moved
from turnpoint.apps.plans.models import Focus, WeeklyReview, WeekThing
from turnpoint.apps.plans.week import after, looked_back_on, monday_of
from turnpoint.errors import NotFound


@dataclass(frozen=True, slots=True)
class WeekPage:
    """The review of one week: what moved, inside first, and what was written so far."""

    monday: dt.date
    inside: tuple[moved.Moved, ...]
    outside: tuple[moved.Moved, ...]
    review: WeeklyReview | None
    things: tuple[WeekThing, ...]
    past: tuple[WeeklyReview, ...]

    @property
    def sunday(self) -> dt.date:
        return self.monday + dt.timedelta(days=6)

    @property
    def next(self) -> dt.date:
        return after(self.monday)


def week_page(*, owner: User, today: dt.date) -> WeekPage:
    """The review that is written around ``today``."""
    monday = looked_back_on(today)
    reviews = tuple(WeeklyReview.objects.filter(owner=owner, trashed_at__isnull=True))
    return WeekPage(
        monday=monday,
        inside=moved.inside(owner=owner, monday=monday),
        outside=moved.outside(owner=owner, monday=monday),
        review=next((each for each in reviews if each.monday == monday), None),
        things=things_of(owner=owner, monday=after(monday)),
        past=tuple(each for each in reviews if each.monday != monday),
    )


def things_of(*, owner: User, monday: dt.date) -> tuple[WeekThing, ...]:
    """The few things of a week, in their order."""
    rows = WeekThing.objects.filter(owner=owner, monday=monday, trashed_at__isnull=True)
    return tuple(rows)


def still_open(*, owner: User, today: dt.date) -> tuple[WeekThing, ...]:
    """What of this week’s few has not been put on any day yet."""
    taken_up = Focus.objects.filter(of_week=OuterRef("pk"), trashed_at__isnull=True)
    rows = WeekThing.objects.filter(
        ~Exists(taken_up), owner=owner, monday=monday_of(today), trashed_at__isnull=True
    )
    return tuple(rows)


def written(*, owner: User, today: dt.date) -> bool:
    """Whether the week that is looked back on around ``today`` has a review."""
    monday = looked_back_on(today)
    return WeeklyReview.objects.filter(owner=owner, monday=monday, trashed_at__isnull=True).exists()


def review(*, owner: User, review_id: int, trashed: bool = False) -> WeeklyReview:
    """One review of the person’s. Raises ``NotFound`` for anybody else’s."""
    rows = WeeklyReview.objects.filter(owner=owner, pk=review_id)
    found = rows.filter(trashed_at__isnull=not trashed).first()
    if found is None:
        raise NotFound("There is no such review among yours. It may have been removed since.")
    return found


def thing(*, owner: User, thing_id: int, trashed: bool = False) -> WeekThing:
    """One of a week’s few things. Raises ``NotFound`` for anybody else’s."""
    rows = WeekThing.objects.filter(owner=owner, pk=thing_id)
    found = rows.filter(trashed_at__isnull=not trashed).first()
    if found is None:
        raise NotFound("This is not among the things of your weeks. It may have been removed.")
    return found
