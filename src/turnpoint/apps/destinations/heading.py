"""Writing down where a destination stands among the others, whenever that changes."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from turnpoint.apps.destinations.models import Destination, Heading, Place


def note_place(destination: Destination, at: dt.datetime | None = None) -> None:
    """Add the place the destination has now, unless that is what was written last."""
    last = Heading.objects.filter(destination=destination).last()
    now = place_of(destination)
    if last is None or last.place != now:
        number = 1 if last is None else last.number + 1
        row = Heading(destination=destination, number=number, at=at or timezone.now(), place=now)
        row.save(force_insert=True)


def place_of(destination: Destination) -> Place:
    """The place it has by what is stored of it."""
    if destination.trashed_at is not None:
        return Place.REMOVED
    if destination.archived_at is not None:
        return Place.ASIDE
    return Place.AHEAD if destination.active else Place.BESIDE
