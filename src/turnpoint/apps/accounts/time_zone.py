"""Where a person’s days begin: the time zone, by its name in the tz database."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.utils import timezone

from turnpoint.errors import BadInput

LONGEST_NAME = 64
MOST_OFFERED = 5


@cache
def zones() -> tuple[str, ...]:
    """The places to choose from, by name; abbreviations and fixed offsets are no places."""
    return tuple(sorted({"UTC"} | {name for name in available_timezones() if _is_place(name)}))


def _is_place(name: str) -> bool:
    area, _, place = name.partition("/")
    return bool(place) and area not in {
        "Etc",
        "SystemV",
        "US",
        "Brazil",
        "Canada",
        "Chile",
        "Mexico",
    }


def zone_named(text: str) -> str:
    """The zone that ``text`` means: its name, or the only one whose name contains the words.

    Raises ``BadInput`` where there is none, or more than one.
    """
    words = "_".join(text.replace("_", " ").split()).casefold()
    exact = [name for name in zones() if name.casefold() == words]
    ends = [name for name in zones() if name.casefold().rpartition("/")[2] == words]
    within = [name for name in zones() if words and words in name.casefold()]
    for found in (exact, ends, within):
        if len(found) == 1:
            return found[0]
    if within:
        offered = ", ".join(within[:MOST_OFFERED])
        more = " and others" if len(within) > MOST_OFFERED else ""
        message = f"“{text}” could be {offered}{more}. Choose one of them."
    else:
        message = (
            f"There is no time zone called “{text}”. Try the nearest large city, such as Lisbon."
        )
    raise BadInput(message, where="time_zone")


def zone_of(name: str) -> ZoneInfo | None:
    """The zone a person’s account names; none where it names none that is known here."""
    return ZoneInfo(name) if name in available_names() else None


@cache
def available_names() -> frozenset[str]:
    return frozenset(available_timezones())


def said_now(zone: dt.tzinfo) -> str:
    """What clocks show there now, and how far that is from UTC: “14:05, UTC+02:00”."""
    now = timezone.now().astimezone(zone)
    offset = f"{now:%z}"
    return f"{now:%H:%M}, UTC{offset[:3]}:{offset[3:5]}"
