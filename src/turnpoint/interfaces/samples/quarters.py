"""Goals of the sample people this quarter, a look back on a week, and the few things after it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.plans import goal_services as goals
from turnpoint.apps.plans import week_services as weeks
from turnpoint.apps.plans.week import monday_of


@dataclass(frozen=True, slots=True)
class Meant:
    """What somebody wants of a quarter, how they will know, and what they wrote about last week."""

    goal: str
    know: str
    inside: str
    outside: str
    next: str


QUARTERS = {
    "ruth": Meant(
        "A first maintenance contract with a household",
        "somebody who is no friend has signed one",
        "I can say what a visit costs without looking it up. The supplier talks are less strange.",
        "Nothing; the vendor asked for a longer notice.",
        "Ring two owners of ponds and ask what they dread in winter",
    ),
    "maren": Meant(
        "A talk with three people who made this move",
        "I have their answers in writing, in my own words",
        "I know which hours of the week are the work itself: eleven of forty.",
        "An invitation to apply, which I have not answered yet.",
        "Answer the invitation with a question",
    ),
    "theo": Meant(
        "Two days on a site, watching",
        "the foreman would let me come a third time",
        "I can read a simple wiring plan, slowly.",
        "The date of the open evening is fixed.",
        "Write down what I would ask an apprentice",
    ),
    "amara": Meant(
        "A budget I can explain",
        "the owners ask me, and not the accountant",
        "The rota meeting went on without me, and well.",
        "The owners named a date for their answer.",
        "Ask for last year’s figures by room",
    ),
}


def give_quarters(*, owner: User, destination: Destination, today: dt.date) -> None:
    """Set the goal, and look back on the week before this one."""
    meant = QUARTERS[owner.username]
    goals.add_goal(
        owner=owner,
        today=today,
        text=meant.goal,
        know=meant.know,
        serves=f"destination:{destination.pk}",
    )
    weeks.write_review(
        owner=owner,
        monday=monday_of(today) - dt.timedelta(days=7),
        answers={"inside": meant.inside, "outside": meant.outside},
        things=[weeks.Chosen(meant.next)],
    )
