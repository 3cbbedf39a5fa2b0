"""The last days of the sample people: what was on the list, what was done, what was left open."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.plans import focus_services as focus
from turnpoint.apps.plans.models import Area


@dataclass(frozen=True, slots=True)
class Planned:
    """One thing of a day so many ``ago``. Without ``serves`` it serves the destination."""

    ago: int
    text: str
    serves: str = ""
    done: bool = False
    area: Area = Area.WORK
    gravy: bool = False


DAYS = {
    "ruth": (
        Planned(2, "Read the supplier contract for what ends in March", done=True),
        Planned(2, "Ask Tom what his stand at the garden show cost", done=True, area=Area.HOME),
        Planned(2, "Clean the small filter", done=True, area=Area.HOME, gravy=True),
        Planned(1, "Hand the licence audit to Imani", "a calm handover", done=True),
        Planned(1, "Write down what a maintenance visit would cost"),
        Planned(0, "Join the supplier talks and only listen", "selling to households", done=True),
        Planned(0, "Draft the vendor exit plan, first page only", "a calm handover"),
        Planned(0, "Call the wholesaler: what does a first season cost?", area=Area.HOME),
    ),
    "maren": (
        Planned(1, "Note which hours of the week went to the work itself", done=True),
        Planned(1, "Ask for an hour with somebody who made this move"),
        Planned(0, "Let a colleague take the Thursday meeting", "time for the work itself"),
        Planned(0, "Dinner without the laptop in the room", "home", area=Area.HOME),
    ),
    "theo": (
        Planned(1, "Finish the small repair nobody asked about", "practice", done=True),
        Planned(1, "Write three questions for the open evening"),
        Planned(0, "Ask the foreman whether I may watch on Friday"),
        Planned(0, "Sign up for the open evening", area=Area.HOME),
    ),
    "amara": (
        Planned(1, "Let Priya lead the rota meeting", "leading through others", done=True),
        Planned(1, "Look at last quarter’s budget with the owners"),
        Planned(0, "Ask the owners whether a leader may keep a patient list"),
        Planned(0, "Write up the front-desk change in half a page", "leading through others"),
        Planned(0, "Agree the school holidays with Daniel", "home", area=Area.HOME),
    ),
}
"""By user name. The earlier days leave something open, so that today has it to offer."""


def give_days(*, owner: User, destination: Destination, today: dt.date) -> None:
    """Write the days as they were lived."""
    for planned in DAYS[owner.username]:
        row = focus.add(
            owner=owner,
            day=today - dt.timedelta(days=planned.ago),
            area=planned.area,
            text=planned.text,
            serves="" if planned.serves else f"destination:{destination.pk}",
            serves_words=planned.serves,
            gravy=planned.gravy,
        )
        if planned.done:
            focus.tick(owner=owner, focus_id=row.pk)
