"""An IT director who wants a koi-pond business in five years."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
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

NOW = Hypothesis(
    statement="I run a koi-pond business with three people, and I am home when school ends.",
    title="koi-pond builder and keeper",
    area_code="0038900",
    place="Portland, Oregon",
    occupation_code="37-1012.00",
    own_business=True,
    by=dt.date(2031, 11, 1),
    why="I build things that live. At work the best hour of the week is the one outdoors.",
    pay_floor=Decimal(52000),
    hours_per_week=Decimal(40),
    flexibility="Home by three on school days, winters slow.",
    confidence=55,
    least_sure="Whether households pay for care, not just for building.",
    dreams=(
        Dream(
            kind=DreamKind.PEOPLE,
            text="Sofie starts school; I do the afternoons.",
            by=dt.date(2028, 9, 1),
        ),
        Dream(kind=DreamKind.PLACE, text="Stay within an hour of Portland.", by=None),
        Dream(kind=DreamKind.DREAM, text="A greenhouse of our own.", by=dt.date(2030, 4, 1)),
    ),
)
"""Where the destination stands; the earlier revisions say what was different."""

RUTH = SamplePerson(
    username="ruth",
    name="Ruth Castellano",
    line="IT director who wants a koi-pond business",
    profile=ProfileSaid(
        name="Ruth Castellano",
        headline="IT director, gardener at weekends",
        place="Portland, Oregon",
        area="0038900",
        currency="USD",
    ),
    roles=(
        RoleSaid(
            title="IT director",
            employer="Harbour Freight Forwarding",
            occupation_code="11-3021.00",
            start_year=2019,
            start_month=3,
            pay=Decimal(168000),
            place="Portland",
            summary="Forty people, two data centres, one ERP that never ends.",
        ),
        RoleSaid(
            title="Infrastructure manager",
            employer="Harbour Freight Forwarding",
            occupation_code="11-3021.00",
            start_year=2014,
            start_month=6,
            end_year=2019,
            end_month=3,
            pay=Decimal(121000),
            place="Portland",
            summary="Networks, suppliers, the move to the cloud.",
        ),
        RoleSaid(
            title="Systems administrator",
            employer="Tri-County Library",
            occupation_code="15-1244.00",
            start_year=2008,
            start_month=9,
            end_year=2014,
            end_month=6,
            pay=Decimal(74000),
            place="Portland",
            summary="Everything with a plug.",
        ),
    ),
    education=(
        EducationSaid(
            institution="Portland State University", area="Computer science", level=6, end_year=2008
        ),
    ),
    skills=(
        SkillSaid(name="Vendor negotiation"),
        SkillSaid(name="Budgeting"),
        SkillSaid(name="Pond filtration"),
        SkillSaid(name="Planting design"),
    ),
    languages=(
        LanguageSaid(name="English", fluency="native"),
        LanguageSaid(name="Spanish", fluency="conversational"),
    ),
    revisions=(
        replace(
            NOW,
            statement="I leave IT and do something with water and gardens.",
            title="gardener",
            occupation_code="37-3011.00",
            pay_floor=Decimal(70000),
            confidence=30,
            least_sure="Whether I like it after eight weekends.",
            dreams=NOW.dreams[:2],
        ),
        replace(
            NOW,
            statement="I run a koi-pond business.",
            pay_floor=Decimal(60000),
            confidence=45,
            least_sure="Whether one can live on it all year.",
        ),
        NOW,
    ),
    routes=(("11-3021.00", "11-9021.00", "37-1012.00"),),
)
