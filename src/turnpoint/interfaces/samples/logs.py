"""Where the last days of the sample people went, as they logged it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.models import HeldRole
from turnpoint.apps.roles.services.log import log

DAYS = 10
"""Working days that are logged: the two weeks."""


class Went(NamedTuple):
    """Minutes of the days in turn given to one thing; 0 where a day has none of it."""

    about: str
    minutes: tuple[int, ...]
    energy: int
    engagement: int


LOGS: Mapping[str, tuple[Went, ...]] = {
    "ruth": (
        Went("Steering projects and suppliers", (180, 210, 150), -1, 2),
        Went("Talking with my team leads", (90, 60, 120), 1, 4),
        Went("Budgets and contracts", (120, 0, 150), -2, 1),
        Went("Designing how systems fit together", (0, 90, 45), 2, 5),
        Went("Mail", (45, 60, 60), -1, 2),
    ),
    "maren": (
        Went("Closing the quarter", (150, 240, 60), 0, 3),
        Went("Advising the chief executive", (60, 90, 120), 2, 5),
        Went("Leading thirty people", (120, 60, 90), 1, 4),
        Went("Investor decks", (90, 60, 180), -2, 1),
    ),
    "theo": (
        Went("Solving hard calls with people", (120, 150, 90), 2, 5),
        Went("Coaching the team", (60, 45, 60), 2, 4),
        Went("Rosters and shifts", (120, 90, 150), -1, 2),
        Went("Monthly reports", (60, 120, 90), -2, 1),
        Went("Escalation calls with directors", (30, 60, 0), -1, 2),
    ),
    "amara": (
        Went("Seeing patients", (240, 180, 210), 2, 5),
        Went("Notes and forms", (120, 150, 130), -2, 1),
        Went("Teaching students", (0, 60, 60), 2, 4),
        Went("Meetings about processes", (60, 30, 60), -1, 2),
    ),
}
"""By user name."""


def keep_log(*, owner: User, held: HeldRole, today: dt.date) -> None:
    """Log the last working days before today."""
    for number, day in enumerate(_working_days_before(today)):
        for went in LOGS[owner.username]:
            if minutes := went.minutes[number % len(went.minutes)]:
                log(
                    owner=owner,
                    held=held,
                    day=day,
                    about=went.about,
                    minutes=minutes,
                    energy=went.energy,
                    engagement=went.engagement,
                )


def _working_days_before(today: dt.date) -> Iterator[dt.date]:
    before = (today - dt.timedelta(days=ago) for ago in range(1, 2 * DAYS + 1))
    found = [day for day in before if day.weekday() < 5][:DAYS]
    yield from reversed(found)
