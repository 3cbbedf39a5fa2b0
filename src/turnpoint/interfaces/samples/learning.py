"""What the sample people want to learn, and what was said of how far along they are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from turnpoint.apps.accounts.models import User
from turnpoint.apps.destinations.models import Destination
from turnpoint.apps.skills.services import assessments, targets
from turnpoint.core.planning.assessment import Source, Strength


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said so many days ``ago``."""

    ago: int
    level: float
    source: Source
    strength: Strength
    evidence: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A skill, the level wanted in so many ``months``, and how much it counts."""

    name: str
    required: float
    weight: float
    months: int
    shown: float | None
    said: tuple[Said, ...] = ()


SKILLS = {
    "ruth": (
        Wanted(
            "Sales and Marketing",
            4.0,
            0.62,
            30,
            2.0,
            (
                Said(160, 2.0, Source.SELF, Strength.SAID),
                Said(
                    40,
                    2.5,
                    Source.PEER,
                    Strength.SEEN,
                    "Sold two garden visits at Tom’s stand, without his help.",
                    "Tom, who runs the stand",
                ),
            ),
        ),
        Wanted(
            "Biology",
            4.0,
            0.48,
            36,
            1.0,
            (
                Said(
                    90,
                    2.0,
                    Source.TEST,
                    Strength.SHOWN,
                    "Passed the two-day course on water and fish health.",
                    "extension service",
                ),
            ),
        ),
        Wanted("Building and Construction", 4.5, 0.55, 42, 1.5),
        Wanted("Customer and Personal Service", 5.5, 0.7, 24, 4.5),
    ),
    "maren": (
        Wanted(
            "Fundraising from foundations",
            5.0,
            0.8,
            20,
            2.0,
            (
                Said(
                    120,
                    2.5,
                    Source.FACILITATOR,
                    Strength.SEEN,
                    "Her first letter to a foundation, read together.",
                    "Ines",
                ),
                Said(
                    15,
                    3.5,
                    Source.MANAGER,
                    Strength.SHOWN,
                    "The harvest fund signed for forty thousand.",
                    "chair of the board",
                ),
            ),
        ),
        Wanted("Twi, spoken", 3.5, 0.5, 30, 1.0),
        Wanted("Customer and Personal Service", 5.5, 0.6, 26, 4.0),
    ),
    "theo": (
        Wanted(
            "Mechanical",
            4.0,
            0.7,
            24,
            1.5,
            (
                Said(
                    30,
                    2.5,
                    Source.PEER,
                    Strength.SEEN,
                    "Rebuilt a pump with the workshop on a Friday.",
                    "foreman",
                ),
            ),
        ),
        Wanted("Repairing", 4.0, 0.65, 24, 2.5),
        Wanted("Saying what I want, in a meeting", 4.0, 0.5, 12, 2.0),
    ),
    "amara": (
        Wanted(
            "Management of Personnel Resources",
            5.0,
            0.75,
            22,
            3.5,
            (
                Said(200, 3.0, Source.SELF, Strength.SAID),
                Said(
                    60,
                    4.0,
                    Source.MANAGER,
                    Strength.SEEN,
                    "Priya leads the rota meeting, and it holds.",
                    "the owners",
                ),
            ),
        ),
        Wanted("Management of Financial Resources", 4.5, 0.7, 18, 2.5),
        Wanted("Negotiation", 4.5, 0.5, 24, 3.5),
    ),
}
"""By user name."""


def give_skills(*, owner: User, destination: Destination, today: dt.date) -> None:
    """Write the skills wanted, and everything that was said of them."""
    for wanted in SKILLS[owner.username]:
        row = targets.want(
            owner=owner,
            name=wanted.name,
            required=wanted.required,
            weight=wanted.weight,
            by=months_after(today, wanted.months),
            shown=wanted.shown,
        )
        row.destination = destination
        row.save(update_fields=["destination"])
        for said in wanted.said:
            assessments.assess(
                owner=owner,
                target_id=row.pk,
                on=today - dt.timedelta(days=said.ago),
                level=said.level,
                source=said.source,
                strength=said.strength,
                evidence=said.evidence,
                who=said.who,
            )


def months_after(day: dt.date, months: int) -> dt.date:
    """The first of the month so many months later."""
    years, month = divmod(day.month - 1 + months, 12)
    return dt.date(day.year + years, month + 1, 1)
