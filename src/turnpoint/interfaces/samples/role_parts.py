"""What the four sample people do all day, and a role that each holds beside theirs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from django.utils import timezone

from turnpoint.apps.accounts.models import User
from turnpoint.apps.profiles.queries import present_role
from turnpoint.apps.roles.services import activities, others
from turnpoint.apps.roles.services.activities import ActivitySaid
from turnpoint.apps.roles.services.statement import state_role
from turnpoint.apps.roles.stated import Came, Stated
from turnpoint.core.role.activity import Share
from turnpoint.errors import NotFound
from turnpoint.interfaces.samples.logs import keep_log
from turnpoint.interfaces.samples.person import RoleBeside, RoleSample

WEEKS_BETWEEN = dt.timedelta(weeks=5)
"""Time between two wordings of a sample person’s statement."""


def does(
    name: str,
    time: float,
    enjoyment: int,
    *,
    leading: bool = False,
    repeatable: bool = False,
    wanted: str = "",
    code: str = "",
) -> ActivitySaid:
    """One activity; ``time`` in percent."""
    return ActivitySaid(
        name=name,
        time=time,
        enjoyment=enjoyment,
        leading=leading,
        repeatable=repeatable,
        wanted=wanted,
        code=code,
    )


RUTH = RoleSample(
    stated=(
        Stated(line="IT director"),
        Stated(
            line="I keep 2,000 people’s systems running, and ponds at home",
            paragraph="I came for the systems. These days I steer those who steer suppliers, and the "
            "best hour of the week is the one in the garden.",
            came=Came.EVOLVED,
            values="Things that run for years\nPeople who grow\nBeing home before dark",
            regrets="Not asking Tom ten years ago what his first season cost.",
        ),
    ),
    activities=(
        does("Steering projects and suppliers", 30, -1, leading=True, wanted="less"),
        does("Talking with my team leads", 20, 1, leading=True, code="4.A.4.b.4"),
        does("Budgets and contracts", 20, -2, wanted="less", code="4.A.4.c.3"),
        does("Designing how systems fit together", 15, 2, wanted="more", repeatable=True),
        does("Explaining IT to the board", 10, 0, code="4.A.4.a.1"),
        does("Walking through the data centre", 5, 1, wanted="more"),
        does("Building ponds and gardens", 0, 2, wanted="more"),
    ),
    beside=RoleBeside(
        name="My own koi-pond business",
        origin="destination",
        words="Three people, forty hours, winters slow.",
        shares={
            "Building ponds and gardens": Share(0.35, 0.55),
            "Designing how systems fit together": Share(0.05, 0.15),
            "Budgets and contracts": Share(0.1, 0.2),
            "Walking through the data centre": Share(0.0, 0.0),
        },
        new=(("Calls with households", Share(0.1, 0.25), None, False),),
    ),
)
MAREN = RoleSample(
    stated=(
        Stated(
            line="I see to it that a company can pay for its plans",
            paragraph="Half of it is numbers, half is telling people early what they do not want to "
            "hear.",
            came=Came.CHOSEN,
            values="Saying it early\nMoney as a means",
            regrets="The third deck for the same investor.",
        ),
    ),
    activities=(
        does("Closing the quarter", 25, -1, wanted="less", repeatable=True),
        does("Advising the chief executive", 20, 2, code="4.A.4.b.6"),
        does("Leading thirty people", 20, 1, leading=True, code="4.A.4.b.4"),
        does("Negotiating with banks", 15, 1, code="4.A.4.a.7"),
        does("Investor decks", 15, -2, wanted="less"),
        does("Mentoring two young analysts", 5, 2, leading=True, wanted="more"),
    ),
    beside=RoleBeside(
        name="Head of a social enterprise",
        origin="destination",
        words="Between Chicago and Accra, a team of eight.",
        shares={
            "Advising the chief executive": Share(0.0, 0.0),
            "Leading thirty people": Share(0.2, 0.35),
            "Negotiating with banks": Share(0.1, 0.2),
        },
        new=(("Raising money from donors", Share(0.15, 0.3), None, False),),
    ),
)
THEO = RoleSample(
    stated=(
        Stated(line="Help-desk manager", came=Came.EVOLVED),
        Stated(
            line="I get nine clinics back to work, and teach others how",
            paragraph="People call when nothing works and they are afraid it is their fault. It hardly "
            "ever is. Then I make sure the next one can solve it without me.",
            came=Came.EVOLVED,
            values="Nobody feels stupid\nThe team solves it without me",
            regrets="Saying yes to the monthly reports.",
        ),
    ),
    activities=(
        does("Solving hard calls with people", 30, 2, code="4.A.4.a.5"),
        does("Coaching the team", 20, 2, leading=True, wanted="more", code="4.A.4.b.5"),
        does("Rosters and shifts", 20, -1, leading=True, wanted="less", code="4.A.2.b.5"),
        does("Writing guides for the clinics", 15, 1, repeatable=True, wanted="more"),
        does("Monthly reports", 15, -2, wanted="less", code="4.A.3.b.6"),
    ),
    beside=RoleBeside(
        name="Promotion: head of IT at Northfield",
        origin="promotion",
        words="Budget, four managers, the steering committee.",
        shares={
            "Solving hard calls with people": Share(0.0, 0.05),
            "Coaching the team": Share(0.05, 0.2),
            "Monthly reports": Share(0.15, 0.25),
        },
        new=(("Budget and suppliers", Share(0.25, 0.4), -1, True),),
    ),
)
AMARA = RoleSample(
    stated=(
        Stated(
            line="I help people walk again, and run one clinic",
            paragraph="Three days with patients, two with everything that lets others see theirs.",
            came=Came.EVOLVED,
            values="Hands on, every week\nCare that does not depend on the door",
            regrets="Notes at nine in the evening.",
        ),
    ),
    activities=(
        does("Seeing patients", 45, 2),
        does("Notes and forms", 25, -2, wanted="less", code="4.A.3.b.6"),
        does("Teaching students", 10, 2, leading=True, wanted="more", code="4.A.4.b.3"),
        does("Meetings about processes", 10, -1),
        does("Talking with families", 10, 1),
    ),
    beside=RoleBeside(
        name="Offer: the regional job in Denver",
        origin="offer",
        words="Two days with patients at most, they say; the rest is leading nine clinics.",
        shares={
            "Seeing patients": Share(0.25, 0.5),
            "Notes and forms": Share(0.15, 0.25),
            "Teaching students": Share(0.1, 0.1),
        },
        new=(("Rosters and recruiting", Share(0.15, 0.3), None, True),),
    ),
)
ROLES: Mapping[str, RoleSample] = MappingProxyType(
    {"ruth": RUTH, "maren": MAREN, "theo": THEO, "amara": AMARA}
)


def take_apart(owner: User, sample: RoleSample) -> None:
    """Write what a sample person says of their role, through the services a page calls."""
    held = present_role(owner=owner)
    if held is None:
        raise NotFound("This sample person holds no role.")
    for base, stated in enumerate(sample.stated):
        ago = WEEKS_BETWEEN * (len(sample.stated) - base)
        state_role(owner=owner, held=held, base=base, said=stated, saved_at=timezone.now() - ago)
    keys = {}
    for said in sample.activities:
        row = activities.add_activity(owner=owner, held=held, **said)
        keys[row.name] = row.pk
    keep_log(owner=owner, held=held, today=timezone.localdate())
    beside = sample.beside
    other = others.put_beside(
        owner=owner, held=held, name=beside.name, origin=beside.origin, words=beside.words
    )
    shares = {keys[name]: share for name, share in beside.shares.items()}
    others.answer(owner=owner, other_id=other.pk, shares=shares)
    for name, share, enjoyment, leading in beside.new:
        others.add_there(
            owner=owner,
            other_id=other.pk,
            name=name,
            share=share,
            enjoyment=enjoyment,
            leading=leading,
        )
