"""What a person does with a day’s list. The database, not this file, keeps it to three and one."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.plans import focus_queries as queries
from turnpoint.apps.plans.models import LONGEST_LINE, SLOTS, Area, Focus
from turnpoint.apps.plans.serving import LINKED, aims
from turnpoint.errors import BadInput, Conflict

FURTHEST = dt.timedelta(days=366)
CARRIED_ALREADY = "This was carried over already."


class DayFull(Conflict):
    """A day has no room for one more. ``area`` is where there is none."""

    def __init__(self, area: Area, day: dt.date) -> None:
        self.area = area
        self.day = day
        super().__init__(
            "Three is a full day at work. Put it under gravy, or take one off."
            if area is Area.WORK
            else "One thing at home is enough for a day. Put it under gravy, or take the other off."
        )


def add(
    *,
    owner: User,
    day: dt.date,
    area: Area,
    text: str,
    serves: str = "",
    serves_words: str = "",
    gravy: bool = False,
    instead: int | None = None,
) -> Focus:
    """Put one thing on a day’s list, or under gravy.

    ``serves``: kind and number of what it serves; ``serves_words``: the same in words of one’s own;
    ``instead``: the thing that gives up its place and goes under gravy.
    Raises ``DayFull`` where the list has no room, ``BadInput`` for no words or too many.
    """
    said = _one_line(text)
    aim = aims(owner=owner, key=serves, words=serves_words)
    return put(
        Focus(owner=owner, day=day, area=area, text=said, **aim), gravy=gravy, instead=instead
    )


def _one_line(text: str) -> str:
    said = " ".join(text.split())
    if not 0 < len(said) <= LONGEST_LINE:
        message = f"Say what it is in one line of at most {LONGEST_LINE} letters."
        raise BadInput(message, where="text")
    return said


def put(row: Focus, *, gravy: bool = False, instead: int | None = None) -> Focus:
    """Save a row in the first slot that the database gives away; another request may be quicker.

    ``instead``: the thing that makes room and goes under gravy.
    """
    with transaction.atomic():
        if instead is not None:
            into_gravy(owner=row.owner, focus_id=instead)
        for slot in (None,) if gravy else range(1, SLOTS[Area(row.area)] + 1):
            row.slot = slot
            if slot is not None and queries.taken(row):
                continue
            try:
                with transaction.atomic():
                    row.save()
            except IntegrityError as error:
                before = row.carried_from_id
                if before and queries.carried(owner=row.owner, focus_id=before):
                    raise Conflict(CARRIED_ALREADY) from error
                continue
            return row
        raise DayFull(Area(row.area), row.day)


def tick(*, owner: User, focus_id: int) -> Focus:
    """Say that it is done."""
    return _change(owner, focus_id, done_at=timezone.now())


def untick(*, owner: User, focus_id: int) -> Focus:
    """Say that it is not done after all."""
    return _change(owner, focus_id, done_at=None)


def reword(*, owner: User, focus_id: int, text: str) -> Focus:
    """Say it in other words. The words before are kept, for ``word_back``."""
    said = _one_line(text)
    before = queries.focus(owner=owner, focus_id=focus_id).text
    return _change(owner, focus_id, text=said, text_before=before)


def word_back(*, owner: User, focus_id: int) -> Focus:
    """Give it the words that it had before it was last reworded."""
    row = queries.focus(owner=owner, focus_id=focus_id)
    return _change(owner, focus_id, text=row.text_before or row.text, text_before=row.text)


def move(
    *,
    owner: User,
    focus_id: int,
    day: dt.date,
    today: dt.date,
    gravy: bool | None = None,
    instead: int | None = None,
) -> Focus:
    """Put it on another day, today or later; ``gravy`` left open: as it was on its own day.

    Raises ``DayFull`` where that day has no room, ``Conflict`` for a day that has passed.
    """
    row = queries.focus(owner=owner, focus_id=focus_id)
    if row.day < today or day < today:
        raise Conflict("A day that has passed stays as it was. Choose today or a later one.")
    if day - today > FURTHEST:
        raise BadInput("A year ahead is far enough for a day’s list.", where="day")
    if row.done_at:
        raise Conflict("This is done, so there is nothing left to move.")
    if row.day == day:
        return row
    row.day = day
    return put(row, gravy=row.slot is None if gravy is None else gravy, instead=instead)


def move_back(*, owner: User, focus_id: int, day: dt.date, today: dt.date, gravy: bool) -> Focus:
    """The undo of moving: its own day again, under gravy where that has filled up since."""
    try:
        return move(owner=owner, focus_id=focus_id, day=day, today=today, gravy=gravy)
    except DayFull:
        return move(owner=owner, focus_id=focus_id, day=day, today=today, gravy=True)


@transaction.atomic
def earlier(*, owner: User, focus_id: int) -> Focus:
    """Change places with the thing above it on the list."""
    return _swapped(queries.focus(owner=owner, focus_id=focus_id), step=-1)


@transaction.atomic
def later(*, owner: User, focus_id: int) -> Focus:
    """Change places with the thing below it on the list."""
    return _swapped(queries.focus(owner=owner, focus_id=focus_id), step=1)


def _swapped(row: Focus, *, step: int) -> Focus:
    listed = list(queries.listed(row).select_for_update())
    place = next((at for at, each in enumerate(listed) if each.pk == row.pk), -1)
    if place < 0 or not 0 <= place + step < len(listed):
        return row
    row, other = listed[place], listed[place + step]
    slots = other.slot, row.slot
    # A place is given once, so that one of the two is without while they change.
    for each, slot in ((row, None), (other, slots[1]), (row, slots[0])):
        each.slot = slot
        each.save(update_fields=["slot"])
    return row


def take_off(*, owner: User, focus_id: int) -> Focus:
    """Take it off the day; it can be put back."""
    return _change(owner, focus_id, trashed_at=timezone.now())


def put_back(*, owner: User, focus_id: int) -> Focus:
    """Put it back on its day; under gravy where the list has filled up since."""
    row = queries.focus(owner=owner, focus_id=focus_id, trashed=True)
    row.trashed_at = None
    gravy = row.slot is None
    try:
        return put(row, gravy=gravy)
    except DayFull:
        return put(row, gravy=True)


def into_gravy(*, owner: User, focus_id: int) -> Focus:
    """Keep it, without giving it one of the day’s places."""
    return _change(owner, focus_id, slot=None)


def onto_list(*, owner: User, focus_id: int, instead: int | None = None) -> Focus:
    """Give it one of the day’s places. Raises ``DayFull`` where none is left."""
    row = queries.focus(owner=owner, focus_id=focus_id)
    return row if row.slot else put(row, instead=instead)


def carry_over(
    *,
    owner: User,
    focus_id: int,
    day: dt.date,
    gravy: bool = False,
    instead: int | None = None,
) -> Focus:
    """Go on with it on ``day``: the same words, serving the same. The earlier day stays as it was."""
    before = queries.focus(owner=owner, focus_id=focus_id)
    if before.day >= day or before.done_at:
        raise Conflict("Only what an earlier day left open can be carried over.")
    if queries.carried(owner=owner, focus_id=before.pk):
        raise Conflict(CARRIED_ALREADY)
    row = Focus(
        owner=owner,
        day=day,
        area=before.area,
        text=before.text,
        serves=before.serves,
        goal=before.goal,
        **{f"{kind}_id": getattr(before, f"{kind}_id") for kind in LINKED},
        carried_from=before,
    )
    return put(row, gravy=gravy, instead=instead)


def let_go(*, owner: User, focus_id: int) -> Focus:
    """Leave it with its day: it will not be offered again."""
    return _change(owner, focus_id, let_go_at=timezone.now())


def hold_on(*, owner: User, focus_id: int) -> Focus:
    """Offer it again; the undo of letting go."""
    return _change(owner, focus_id, let_go_at=None)


def _change(owner: User, focus_id: int, **values: Any) -> Focus:
    row = queries.focus(owner=owner, focus_id=focus_id)
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))
    return row
