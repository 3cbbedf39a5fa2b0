"""A practitioner becoming leader of several sites."""

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
    statement="I lead five physiotherapy clinics and still treat patients one day a week.",
    title="director of several clinics",
    area_code="0012420",
    place="Austin, Texas",
    occupation_code="11-9111.00",
    own_business=False,
    by=dt.date(2029, 3, 1),
    why="Good care should not depend on which door you walk through.",
    pay_floor=Decimal(98000),
    hours_per_week=Decimal(45),
    flexibility="School holidays off, in turn with Daniel.",
    confidence=70,
    least_sure="Whether the owners let a leader keep a patient list.",
    dreams=(
        Dream(
            kind=DreamKind.PEOPLE,
            text="Daniel finishes his licence and works again.",
            by=dt.date(2028, 1, 1),
        ),
        Dream(
            kind=DreamKind.DREAM,
            text="One of the five sites is in the town I grew up in.",
            by=None,
        ),
    ),
)
"""Where the destination stands; the earlier revisions say what was different."""

AMARA = SamplePerson(
    username="amara",
    name="Amara Singh",
    line="practitioner becoming leader of several sites",
    profile=ProfileSaid(
        name="Amara Singh",
        headline="Physiotherapist and lead of one clinic",
        place="Austin, Texas",
        area="0012420",
        currency="USD",
    ),
    roles=(
        RoleSaid(
            title="Lead physiotherapist",
            employer="Lamar Physio",
            occupation_code="29-1123.00",
            start_year=2020,
            start_month=2,
            pay=Decimal(104000),
            place="Austin",
            summary="Three days with patients, two with rota, budget and the front desk.",
        ),
        RoleSaid(
            title="Physiotherapist",
            employer="St Brigid Hospital",
            occupation_code="29-1123.00",
            start_year=2014,
            start_month=7,
            end_year=2020,
            end_month=2,
            pay=Decimal(86000),
            place="Austin",
            summary="Orthopaedics, then stroke.",
        ),
    ),
    education=(
        EducationSaid(
            institution="University of Texas", area="Physical therapy", level=11, end_year=2014
        ),
    ),
    skills=(
        SkillSaid(name="Manual therapy"),
        SkillSaid(name="Clinical supervision"),
        SkillSaid(name="Rota planning"),
    ),
    languages=(
        LanguageSaid(name="English", fluency="native"),
        LanguageSaid(name="Punjabi", fluency="fluent"),
    ),
    revisions=(
        replace(NOW, confidence=50, least_sure="Whether I can stop being the one who treats."),
        NOW,
    ),
)
