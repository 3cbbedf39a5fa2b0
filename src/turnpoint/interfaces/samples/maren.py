"""A finance chief who wants a social enterprise tied to two countries."""

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
    statement="I lead a social enterprise that pays smallholders in Ghana fairly and sells in Chicago.",
    title="head of a social enterprise",
    area_code="0016980",
    place="Chicago and Kumasi",
    occupation_code="11-9151.00",
    own_business=False,
    by=dt.date(2030, 6, 1),
    why="I know how money moves. I want it to move toward the village my mother left.",
    pay_floor=Decimal(95000),
    hours_per_week=Decimal(50),
    flexibility="Ten weeks a year in Ghana, in two stays.",
    confidence=60,
    least_sure="Whether a buyer signs before the first harvest.",
    dreams=(
        Dream(
            kind=DreamKind.PEOPLE,
            text="Kwame retires; we spend winters in Kumasi.",
            by=dt.date(2029, 12, 1),
        ),
        Dream(
            kind=DreamKind.PAY,
            text="The younger one’s college is paid for.",
            by=dt.date(2028, 6, 1),
        ),
        Dream(kind=DreamKind.PLACE, text="A home in both countries.", by=dt.date(2030, 1, 1)),
    ),
)
"""Where the destination stands; the earlier revisions say what was different."""

MAREN = SamplePerson(
    username="maren",
    name="Maren Okafor",
    line="finance chief who wants a social enterprise tied to two countries",
    profile=ProfileSaid(
        name="Maren Okafor",
        headline="Chief financial officer",
        place="Chicago, Illinois",
        area="0016980",
        currency="USD",
    ),
    roles=(
        RoleSaid(
            title="Chief financial officer",
            employer="Lakeside Packaging",
            occupation_code="11-1011.00",
            start_year=2018,
            start_month=1,
            pay=Decimal(262000),
            place="Chicago",
            summary="Two acquisitions, one refinancing, a team of thirty.",
        ),
        RoleSaid(
            title="Finance director",
            employer="Lakeside Packaging",
            occupation_code="11-3031.00",
            start_year=2012,
            start_month=4,
            end_year=2018,
            end_month=1,
            pay=Decimal(171000),
            place="Chicago",
            summary="Planning, treasury, the audit.",
        ),
        RoleSaid(
            title="Senior auditor",
            employer="Brandt & Lowe",
            occupation_code="13-2011.00",
            start_year=2004,
            start_month=9,
            end_year=2012,
            end_month=4,
            pay=Decimal(88000),
            place="Chicago",
            summary="Manufacturing and food clients.",
        ),
    ),
    education=(
        EducationSaid(
            institution="University of Illinois", area="Accounting", level=6, end_year=2004
        ),
        EducationSaid(
            institution="Northwestern University",
            area="Business administration",
            level=8,
            end_year=2011,
        ),
    ),
    skills=(
        SkillSaid(name="Treasury"),
        SkillSaid(name="Negotiation"),
        SkillSaid(name="Board reporting"),
        SkillSaid(name="Supplier finance"),
    ),
    languages=(
        LanguageSaid(name="English", fluency="native"),
        LanguageSaid(name="Twi", fluency="fluent"),
        LanguageSaid(name="French", fluency="basic"),
    ),
    revisions=(
        replace(
            NOW,
            statement="I give my time to a charity with a link to Ghana.",
            title="head of a charity",
            pay_floor=Decimal(120000),
            confidence=40,
            least_sure="Whether I would miss the pace.",
        ),
        NOW,
    ),
    routes=(("11-1011.00", "11-9151.00"),),
)
