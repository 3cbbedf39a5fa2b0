"""A help-desk manager who thinks they want to be a CIO."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from turnpoint.apps.destinations.hypothesis import Dream, DreamKind, Hypothesis
from turnpoint.apps.profiles.services import (
    EducationSaid,
    LanguageSaid,
    ProfileSaid,
    RoleSaid,
    SkillSaid,
)
from turnpoint.interfaces.samples.person import SamplePerson

THEO = SamplePerson(
    username="theo",
    name="Theo Lindqvist",
    line="help-desk manager who thinks they want to be a CIO",
    profile=ProfileSaid(
        name="Theo Lindqvist",
        headline="Help-desk manager",
        place="Minneapolis, Minnesota",
        area="0033460",
        currency="USD",
    ),
    roles=(
        RoleSaid(
            title="Help-desk manager",
            employer="Northfield Clinics",
            occupation_code="15-1232.00",
            start_year=2021,
            start_month=5,
            pay=Decimal(78000),
            place="Minneapolis",
            summary="Twelve people, nine clinics, 1,400 calls a month.",
        ),
        RoleSaid(
            title="IT support specialist",
            employer="Northfield Clinics",
            occupation_code="15-1232.00",
            start_year=2015,
            start_month=8,
            end_year=2021,
            end_month=5,
            pay=Decimal(54000),
            place="Minneapolis",
            summary="Second line, then the one who trains the others.",
        ),
    ),
    education=(
        EducationSaid(
            institution="Hennepin Technical College", area="Network support", level=5, end_year=2015
        ),
    ),
    skills=(
        SkillSaid(name="Coaching"),
        SkillSaid(name="Incident management"),
        SkillSaid(name="Service desk tooling"),
    ),
    languages=(
        LanguageSaid(name="English", fluency="native"),
        LanguageSaid(name="Swedish", fluency="conversational"),
    ),
    revisions=(
        Hypothesis(
            statement="I am the CIO of a company that still makes things.",
            title="CIO",
            area_code="0033460",
            place="Minneapolis, Minnesota",
            occupation_code="11-3021.00",
            own_business=False,
            by=dt.date(2031, 9, 1),
            why="It is the next rung. I think I want it; I am not sure what its days are like.",
            pay_floor=Decimal(90000),
            hours_per_week=Decimal(50),
            flexibility="Two days a week from home.",
            confidence=35,
            least_sure="Whether I would miss fixing things with people beside me.",
            dreams=(
                Dream(kind=DreamKind.PEOPLE, text="Band practice on Thursdays survives.", by=None),
                Dream(kind=DreamKind.HOURS, text="No more night rota.", by=dt.date(2027, 6, 1)),
            ),
        ),
    ),
)
