"""Looking back on a week, and choosing the few things of the next one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.plans import moved
from turnpoint.apps.plans import week_queries as queries
from turnpoint.apps.plans.focus_services import put
from turnpoint.apps.plans.models import MOST_THINGS, Area, Focus, WeeklyReview, WeekThing
from turnpoint.apps.plans.serving import KINDS, NOTHING, aims
from turnpoint.apps.plans.week import after
from turnpoint.errors import BadInput, Conflict

ANSWERS = ("inside", "energy", "sure", "outside")


@dataclass(frozen=True, slots=True)
class Chosen:
    """One thing chosen for the next week; ``serves`` as a form sends it."""

    text: str
    serves: str = ""


@transaction.atomic
def write_review(
    *, owner: User, monday: dt.date, answers: Mapping[str, str], things: Sequence[Chosen] = ()
) -> WeeklyReview:
    """Keep what was answered about the week of ``monday``, and what shall be done in the next.

    Writing again changes the answers; what had moved is kept as it was shown last.
    Raises ``BadInput`` where nothing was written, and ``Conflict`` for a second one at once.
    """
    said = {name: answers.get(name, "").strip() for name in ANSWERS}
    if not any(said.values()) and not any(each.text.strip() for each in things):
        message = "There is nothing to keep yet. One line is enough; so is another week."
        raise BadInput(message, where="inside")
    row = WeeklyReview.objects.filter(owner=owner, monday=monday, trashed_at__isnull=True).first()
    row = row or WeeklyReview(owner=owner, monday=monday)
    for name, text in said.items():
        setattr(row, name, text)
    row.written_at = timezone.now()
    row.moved = {
        "inside": [each.plain() for each in moved.inside(owner=owner, monday=monday)],
        "outside": [each.plain() for each in moved.outside(owner=owner, monday=monday)],
    }
    try:
        with transaction.atomic():
            row.save()
            choose(owner=owner, monday=after(monday), things=things)
    except IntegrityError as error:
        raise Conflict("This week was looked back on in another window just now.") from error
    return row


def choose(*, owner: User, monday: dt.date, things: Sequence[Chosen]) -> None:
    """Say the few things of a week, each in its place; a place without words is free again."""
    known = {row.slot: row for row in queries.things_of(owner=owner, monday=monday)}
    for slot, each in enumerate(things[:MOST_THINGS], start=1):
        text = " ".join(each.text.split())
        row = known.get(slot) or WeekThing(owner=owner, monday=monday, slot=slot)
        if not text:
            if row.pk:
                row.trashed_at = timezone.now()
                row.save(update_fields=["trashed_at"])
            continue
        row.text = text
        for name, value in (
            NOTHING | {"goal_id": None} | aims(owner=owner, key=each.serves)
        ).items():
            setattr(row, name, value)
        row.save()


def remove_review(*, owner: User, review_id: int) -> WeeklyReview:
    """Take a review away; it can be put back."""
    row = queries.review(owner=owner, review_id=review_id)
    row.trashed_at = timezone.now()
    row.save(update_fields=["trashed_at"])
    return row


def restore_review(*, owner: User, review_id: int) -> WeeklyReview:
    """Put it back. Raises ``Conflict`` where that week was looked back on again since."""
    row = queries.review(owner=owner, review_id=review_id, trashed=True)
    row.trashed_at = None
    try:
        with transaction.atomic():
            row.save(update_fields=["trashed_at"])
    except IntegrityError as error:
        raise Conflict("That week has another review by now.") from error
    return row


def take_up(
    *, owner: User, thing_id: int, day: dt.date, gravy: bool = False, instead: int | None = None
) -> Focus:
    """Put one of the week’s few on a day. Raises ``DayFull`` where that has no room."""
    row = queries.thing(owner=owner, thing_id=thing_id)
    served = {name: getattr(row, name) for name in ("serves", *(f"{kind}_id" for kind in KINDS))}
    focus = Focus(owner=owner, day=day, area=Area.WORK, text=row.text, of_week=row, **served)
    return put(focus, gravy=gravy, instead=instead)


def drop(*, owner: User, thing_id: int) -> WeekThing:
    """Take one of the week’s few away; it can be put back."""
    row = queries.thing(owner=owner, thing_id=thing_id)
    row.trashed_at = timezone.now()
    row.save(update_fields=["trashed_at"])
    return row


def bring_back(*, owner: User, thing_id: int) -> WeekThing:
    """Put it back. Raises ``Conflict`` where its place was given to something else."""
    row = queries.thing(owner=owner, thing_id=thing_id, trashed=True)
    row.trashed_at = None
    try:
        with transaction.atomic():
            row.save(update_fields=["trashed_at"])
    except IntegrityError as error:
        raise Conflict("Its place in that week is taken by something else now.") from error
    return row
