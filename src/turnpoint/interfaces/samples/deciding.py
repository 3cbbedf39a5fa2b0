"""What the sample people have to decide, have decided, and decided before.

Open transitions come from the sample decision files, with their days moved so that the deadline lies
ahead, and their words moved to where the person lives.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from turnpoint.apps.accounts.models import User
from turnpoint.apps.transitions.models import Prediction
from turnpoint.apps.transitions.services import (
    criteria,
    decisions,
    effects,
    options,
    people,
    transitions,
)
from turnpoint.apps.transitions.services import past as past_services
from turnpoint.apps.transitions.services.decisions import Predicted
from turnpoint.apps.transitions.services.exchange import bring_in
from turnpoint.apps.transitions.services.past import PastSaid
from turnpoint.apps.transitions.starters import starters
from turnpoint.core.decision.toml_text import read
from turnpoint.interfaces.samples.decisions import text

DAYS_LEFT = 22
DAY = re.compile(r"\b20\d\d-\d\d-\d\d\b")
FILES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "maren": (
        "finance-chief",
        {
            "GBP": "USD",
            "low = 158000, likely = 162000, high = 168000": "low = 255000, likely = 262000, high = 272000",
            "low = 125000, likely = 150000, high = 185000": "low = 190000, likely = 235000, high = 280000",
            "best = 190000": "best = 290000",
            "Harbour Homes": "Kumasi Growers",
            "Four days in the office, one at a building site.": "Chicago, and ten weeks a year in Ghana, in two stays.",
            "whether the housing fund renews its grant": "whether the first buyer signs before the harvest",
            "Will the housing fund renew its grant?": "Will the first buyer sign before the harvest?",
            "The grant is not renewed by February": "No buyer has signed by February",
            "the chair of the trustees": "the buyer’s head of sourcing",
            "The bank asks Kumasi Growers for more security": "The bank wants our house as security for the harvest loan",
            "priya": "kwame",
            "Priya": "Kwame",
            "my wife": "my husband",
            "Maya": "Abena",
            "maya": "abena",
            "our daughter, 17": "our younger one, 17",
            "Edinburgh": "Northwestern",
        },
    ),
    "amara": (
        "promotion-with-a-move",
        {
            "low = 60000, likely = 62000, high = 64000": "low = 102000, likely = 104000, high = 106000",
            "low = 74000, likely = 78000, high = 84000": "low = 122000, likely = 128000, high = 136000",
            "worst = 50000\nbest = 110000": "worst = 90000\nbest = 170000",
            "worse = 62000, better = 74000": "worse = 104000, better = 122000",
            "partner_pay = { low = 1900, likely = 2100, high = 2300 }": "partner_pay = 0",
            "months without a practice": "months until he works again",
            "practice = 0\n": "practice = { low = 11, likely = 14, high = 20 }\n",
            "low = 3, likely = 7, high = 16, note": "low = 12, likely = 17, high = 24, note",
            "I will not be without a practice for more than a year.": "I finish the licence first, wherever that is quicker.",
            "whether the practice’s licence can be transferred, and how soon": "whether Daniel’s hours toward the licence count in Colorado",
            "Can Camille’s licence be transferred, and how soon?": "Do Daniel’s hours toward the licence count in Colorado?",
            "the chamber in Lyon": "the licensing board in Denver",
            "Camille has a practice in Lyon within nine months": "Daniel’s hours count in Denver within nine months",
            "how tiring the train is": "how tiring the flights are",
            "EUR": "USD",
            "Lyon": "Denver",
            "Lille": "Austin",
            "Camille": "Daniel",
        },
    ),
    "ruth": (
        "quit-or-search",
        {
            "low = 50500, likely = 51000, high = 51500": "low = 166000, likely = 168000, high = 170000",
            "low = 46000, likely = 55000, high = 68000": "low = 130000, likely = 152000, high = 185000",
            "worst = 40000\nbest = 75000": "worst = 100000\nbest = 210000",
            "cash = 21000\nreserve = 3000": "cash = 68000\nreserve = 8000",
            "low = 2300, likely = 2500, high = 2850": "low = 6800, likely = 7400, high = 8300",
            "benefits = 1900\nbenefits_months = 12": "benefits = 3200\nbenefits_months = 6",
            "No benefits for the first three months after resigning": "No benefits for those who resign",
            "We keep 3,000 for the car.": "We keep 8,000 for the car.",
            "Savings below 9,000 EUR": "Savings below 25,000 USD",
            "Jonas": "Mateo",
            "jonas": "mateo",
            "EUR": "USD",
        },
    ),
}
"""By person: the file, and the words that stand in for others."""

PAST: Mapping[str, tuple[PastSaid, ...]] = {
    "maren": (
        PastSaid(
            question="Audit partner, or the packaging company?",
            kind="offer",
            year=2012,
            chosen="The packaging company",
            made_hard="Eight years toward a partnership that was one year away.",
            how_decided="Over a winter, with Kwame and one former partner. We never wrote down what a year away from the children was worth.",
            led_to="The chief financial officer’s office, and dinners at home.",
            again=True,
        ),
        PastSaid(
            question="Do we buy the house in Kumasi now?",
            kind="other",
            year=2019,
            chosen="Waited",
            made_hard="Everybody in the family wanted it at once.",
            how_decided="It decided itself: the deadline passed while I was closing an acquisition.",
            led_to="The same house costs twice as much today.",
            again=False,
        ),
    ),
    "ruth": (
        PastSaid(
            question="Take the director’s job?",
            kind="promotion",
            year=2017,
            chosen="Took it",
            made_hard="I was asked on a Friday and flattered until Monday.",
            how_decided="In one weekend. I compared the pay and nothing else.",
            led_to="A good team, and evenings that belong to the telephone.",
        ),
    ),
    "theo": (
        PastSaid(
            question="From fixing things to leading the people who do?",
            kind="promotion",
            year=2021,
            chosen="Lead",
            made_hard="I was the best at the job that I would stop doing.",
            how_decided="My manager decided it, kindly. I said yes in the corridor.",
            led_to="Twelve people who stay. I still miss the screwdriver.",
            again=True,
        ),
    ),
}


def give_decisions(*, owner: User, username: str, today: dt.date) -> None:
    """Open, decide and remember what this sample person has to."""
    if username in FILES:
        bring_in(owner=owner, text=decision_text(username, today), today=today)
    if username == "theo":
        _night_rota(owner, today)
    for said in PAST.get(username, ()):
        past_services.write_past(owner=owner, **said)


def decision_text(username: str, today: dt.date) -> str:
    """The file with its days moved to around today, and its words to where the person lives."""
    name, words = FILES[username]
    toml = text(name)
    deadline = read(toml).file.deadline or today
    later = today + dt.timedelta(days=DAYS_LEFT) - deadline
    moved = DAY.sub(lambda day: str(dt.date.fromisoformat(day[0]) + later), toml)
    for word, other in words.items():
        moved = moved.replace(word, other)
    return moved


def _night_rota(owner: User, today: dt.date) -> None:
    """A small decision of a hundred days ago, with a prediction and a look back that are due."""
    opened = today - dt.timedelta(days=125)
    row = transitions.open_transition(
        owner=owner,
        question="Do I take the merger project, or keep the help desk as it is?",
        kind="internal-move",
        opened=opened,
        deadline=opened + dt.timedelta(days=28),
        currency="USD",
        staying="Keep the help desk",
    )
    project = options.add_option(
        owner=owner, transition_id=row.pk, name="Lead the merger project, half the week"
    )
    learning, hours = (
        criteria.add_criterion(owner=owner, transition_id=row.pk, **each.said)
        for each in starters(["learning", "hours"])
    )
    effects.say_effects(
        owner=owner,
        transition_id=row.pk,
        cells={
            (project.pk, hours.pk): {"low": 42, "likely": 46, "high": 55},
            (project.pk, learning.pk): {"levels": ["some of it", "just what I need next"]},
        },
    )
    band = people.add_person(
        owner=owner, transition_id=row.pk, name="Jonas", relation="bass player"
    )
    people.write_down(
        owner=owner, transition_id=row.pk, person_id=band.pk, limit="Not on Thursdays."
    )
    _decided(owner, row.pk, project.pk, today)


def _decided(owner: User, transition_id: int, option_id: int, today: dt.date) -> None:
    decided = today - dt.timedelta(days=100)
    decisions.decide(
        owner=owner,
        transition_id=transition_id,
        option_id=option_id,
        reasons="It is the nearest thing to a director’s week that I can try without leaving.",
        assumed="The desk runs with two shift leads.\nThe project ends by next summer.",
        signals="Two Thursdays in a row without the band.",
        predictions=[
            Predicted("The two shift leads stay.", 0.8, decided + dt.timedelta(days=60)),
            Predicted("I look forward to project days.", 0.6, decided + dt.timedelta(days=90)),
            Predicted("The project ends on its date.", 0.3, decided + dt.timedelta(days=330)),
        ],
        review_days=[decided + dt.timedelta(days=91), decided + dt.timedelta(days=365)],
        recorded_at=dt.datetime.combine(decided, dt.time(18), tzinfo=dt.UTC),
    )
    first = Prediction.objects.get(decision__transition_id=transition_id, position=0)
    decisions.judge(
        owner=owner,
        transition_id=transition_id,
        prediction_id=first.pk,
        came_true=True,
        judged_on=decided + dt.timedelta(days=62),
    )
