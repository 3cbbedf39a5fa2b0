"""Time zones of a calendar file by the names it uses, without asking the machine to remember any.

A name of the tz database counts as that zone, whatever the file says of it; so does a name that
Windows uses. Any other is read from its definition in the file, where that is plain; else the time
is the person’s own, and the page says so.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from dateutil.tz import tzical
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from turnpoint.apps.accounts.time_zone import available_names

PLAIN_RULE = re.compile(r"\ARRULE:FREQ=YEARLY(?:;(?:BYDAY|BYMONTH|INTERVAL|WKST)=[-+A-Z0-9]+)*\Z")
RULE = re.compile(r"\ARRULE", re.I)
OLD_START = re.compile(r"\A(DTSTART[^:]*:)(?:0\d{3}|1[0-8]\d\d|19[0-6]\d)")
"""Zones of Outlook begin in 1601; following their rules from 1970 gives the same hours."""
UNTIL = re.compile(r";UNTIL=[0-9TZ]+", re.I)


@dataclass(slots=True)
class Zones:
    """``own`` is the person’s zone. ``unknown`` collects the names that could not be read."""

    own: dt.tzinfo
    defined: Sequence[tuple[str, ...]] = ()
    unknown: set[str] = field(default_factory=set)
    found: dict[str, dt.tzinfo] = field(default_factory=dict)

    def named(self, name: str) -> dt.tzinfo:
        """The zone that goes by a name; the person’s own where it goes by none that is known."""
        if name not in self.found:
            self.found[name] = self._known(name) or self._defined(name) or self._unknown(name)
        return self.found[name]

    def _known(self, name: str) -> dt.tzinfo | None:
        parts = name.strip("/ ").split("/")
        for place in range(len(parts)):
            tail = "/".join(parts[place:])
            if tail in available_names() and (place == 0 or "/" in tail):
                return ZoneInfo(tail)
        windows = WINDOWS_TO_OLSON.get(name.strip())
        return ZoneInfo(windows) if windows in available_names() else None

    def _defined(self, name: str) -> dt.tzinfo | None:
        lines = next((each for each in self.defined if f"TZID:{name}" in each), None)
        if lines is None:
            return None
        plain = [OLD_START.sub(r"\g<1>1970", UNTIL.sub("", line)) for line in lines]
        if any(RULE.match(line) and not PLAIN_RULE.match(line.upper()) for line in plain):
            return None
        text = "\r\n".join(
            ("BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", *plain, "END:VTIMEZONE", "END:VCALENDAR", "")
        )
        try:
            zone = tzical(io.StringIO(text)).get()
            dt.datetime(2026, 1, 1, tzinfo=zone).utcoffset()
        except (ValueError, TypeError, AttributeError, KeyError, OverflowError):
            return None
        return zone

    def _unknown(self, name: str) -> dt.tzinfo:
        self.unknown.add(name[:60])
        return self.own
