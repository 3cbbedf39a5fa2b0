"""One entry of a ledger, as its page shows it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from turnpoint.apps.destinations.comparison import Difference


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was written. ``differences``: against what was written before it."""

    at: dt.datetime
    anchor: str
    title: str
    words: str
    address: str
    mark: str = ""
    differences: tuple[Difference, ...] = ()
    notes: tuple[str, ...] = ()
