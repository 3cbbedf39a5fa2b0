"""What would bring the sample people their skills, what they can spend, and the plan they accepted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.skills.drafting import draft
from turnpoint.apps.skills.models import SkillTarget
from turnpoint.apps.skills.services import opportunities, planning
from turnpoint.core.planning.opportunity import Kind
from turnpoint.interfaces.samples.learning import months_after


@dataclass(frozen=True, slots=True)
class Offered:
    """An opportunity; ``leads`` by the name of a skill, ``earliest`` in so many months.

    ``accepted``: the month in which it begins in the plan that was accepted.
    """

    name: str
    kind: Kind
    at_employer: bool
    hours: float
    length: int
    leads: Mapping[str, float]
    cost: int = 0
    earliest: int = 0
    seats: int | None = None
    after: tuple[str, ...] = ()
    where: str = ""
    accepted: int | None = None


@dataclass(frozen=True, slots=True)
class Spending:
    """What there is to spend, and what to choose from."""

    hours: float
    budget: int
    months: int
    offered: tuple[Offered, ...] = field(default_factory=tuple)


SALES, CARE = "Sales and Marketing", "Customer and Personal Service"
FUNDS, TWI = "Fundraising from foundations", "Twi, spoken"
PEOPLE, MONEY, TALKS = (
    "Management of Personnel Resources",
    "Management of Financial Resources",
    "Negotiation",
)

PLANS = {
    "ruth": Spending(
        5,
        900,
        24,
        (
            Offered("Join the supplier talks", Kind.PROJECT, True, 2, 3, {SALES: 3.5}, accepted=0),
            Offered(
                "Saturdays at Tom’s stand",
                Kind.VOLUNTEERING,
                False,
                3,
                6,
                {SALES: 4, CARE: 5},
                earliest=4,
                where="garden show",
                accepted=4,
            ),
            Offered(
                "Fish health, the long course",
                Kind.COURSE,
                False,
                4,
                4,
                {"Biology": 4},
                cost=680,
                seats=6,
                earliest=2,
                where="extension service",
            ),
            Offered(
                "Build two ponds with a mason",
                Kind.PROJECT,
                False,
                5,
                5,
                {"Building and Construction": 4.5},
                earliest=5,
                after=("Saturdays at Tom’s stand",),
                where="Delgado & Daughter",
            ),
            Offered(
                "Run the help desk’s complaints for a quarter",
                Kind.STRETCH,
                True,
                2,
                3,
                {CARE: 5.5},
                accepted=1,
            ),
        ),
    ),
    "maren": Spending(
        4,
        2500,
        24,
        (
            Offered(
                "An hour a fortnight with a foundation officer",
                Kind.MENTORING,
                False,
                0.5,
                8,
                {FUNDS: 4.5},
                accepted=0,
            ),
            Offered(
                "Write the grant for the harvest store",
                Kind.PROJECT,
                False,
                3,
                4,
                {FUNDS: 5},
                earliest=3,
                accepted=3,
            ),
            Offered("Twi with her aunt, on Sundays", Kind.MENTORING, False, 1.5, 12, {TWI: 3}),
            Offered(
                "Six weeks in Kumasi", Kind.ROTATION, False, 4, 2, {TWI: 3.5}, 1900, earliest=8
            ),
            Offered("Sit with the buyers’ service team", Kind.ROTATION, True, 3, 3, {CARE: 5.5}),
        ),
    ),
    "theo": Spending(
        6,
        1200,
        18,
        (
            Offered(
                "Fridays in the workshop",
                Kind.VOLUNTEERING,
                False,
                4,
                6,
                {"Mechanical": 3.5, "Repairing": 4},
                where="with the foreman",
                accepted=0,
            ),
            Offered(
                "Evening course: motors and drives",
                Kind.COURSE,
                False,
                5,
                5,
                {"Mechanical": 4},
                cost=950,
                seats=12,
                earliest=3,
                after=("Fridays in the workshop",),
            ),
            Offered(
                "Lead the one meeting that frightens me",
                Kind.STRETCH,
                True,
                1,
                3,
                {"Saying what I want, in a meeting": 4},
                accepted=0,
            ),
        ),
    ),
    "amara": Spending(
        6,
        1500,
        18,
        (
            Offered(
                "Lead a second clinic for half a year",
                Kind.ROTATION,
                True,
                4,
                6,
                {PEOPLE: 5},
                earliest=2,
                accepted=2,
            ),
            Offered(
                "Do the budget with the owners", Kind.PROJECT, True, 2, 4, {MONEY: 4}, accepted=0
            ),
            Offered(
                "Finance for those who lead",
                Kind.COURSE,
                False,
                3,
                3,
                {MONEY: 4.5},
                1100,
                earliest=1,
                seats=9,
            ),
            Offered("Negotiate the new lease", Kind.STRETCH, True, 1, 3, {TALKS: 4.5}, earliest=6),
        ),
    ),
}
"""By user name."""


def give_plan(*, owner: User, today: dt.date) -> None:
    """Write the opportunities, what there is to spend, and accept the plan."""
    spending = PLANS[owner.username]
    targets = dict(
        SkillTarget.objects.filter(owner=owner, trashed_at=None).values_list("name", "pk")
    )
    made: dict[str, int] = {}
    for each in spending.offered:
        row = opportunities.add(
            owner=owner,
            name=each.name,
            kind=each.kind.value,
            at_employer=each.at_employer,
            where=each.where,
            hours=each.hours,
            length=each.length,
            earliest=months_after(today, each.earliest) if each.earliest else None,
            cost=Decimal(each.cost),
            seats=each.seats,
            levels={targets[name]: level for name, level in each.leads.items()},
            after=[made[name] for name in each.after],
        )
        made[each.name] = row.pk
    planning.set_limits(
        owner=owner, hours=spending.hours, budget=Decimal(spending.budget), months=spending.months
    )
    planning.accept(
        owner=owner,
        today=today,
        starts={
            made[each.name]: months_after(today, each.accepted)
            for each in spending.offered
            if each.accepted is not None
        },
        inputs=draft(owner=owner, today=today).inputs,
        accepted_at=timezone.now() - dt.timedelta(days=6),
    )
