"""One line under “Waiting for you” on Today, as every app hands its own to that page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nudge:
    """One line on Today. ``tick`` is the address that settles it by POST, where there is one.

    ``serves`` is what the thing serves if it is put on today’s list: kind and number, as
    “transition:4”; blank where it cannot be put there.
    """

    kind: str
    text: str
    address: str
    by: dt.date | None = None
    ask: str = ""
    tick: str = ""
    serves: str = ""
