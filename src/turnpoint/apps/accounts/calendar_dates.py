"""One thing with a date, as every app hands its dates to the calendar feed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DatedThing:
    """``uid`` stays the same for the same thing, whatever is renamed: “experiment-12-due”.

    ``starts`` is a day, or an aware moment where an hour is known; then ``minutes`` says how long
    it takes. ``alarm``: how long before it to remind, ``None`` for not at all. ``address`` is the
    path of its page.
    """

    uid: str
    starts: dt.date | dt.datetime
    title: str
    address: str
    minutes: int = 0
    alarm: dt.timedelta | None = None
