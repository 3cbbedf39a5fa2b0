"""What the sample people did not know, what they tried, and what it changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from turnpoint.apps.destinations.experiments.said import Plan
from turnpoint.apps.destinations.models import Held, Kind


@dataclass(frozen=True, slots=True)
class Came:
    """What came of it, so many days ``ago``. ``led_to`` is the revision that followed, and
    ``why``; without ``led_to`` nothing changed. Without ``why``, nobody has said yet what it means."""

    ago: int
    happened: str
    held: Held
    sure: int
    surprise: str = ""
    led_to: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """One experiment, planned so many days ``ago`` and to be done ``due`` days from today."""

    ago: int
    what: str
    prediction: str
    probability: int
    due: int
    kind: Kind
    whom: str = ""
    hours: int = 0
    money: int = 0
    came: Came | None = None

    def plan(self, today: dt.date) -> Plan:
        """As a plan."""
        return Plan(
            what=self.what,
            prediction=self.prediction,
            probability=self.probability,
            due=today + dt.timedelta(days=self.due),
            kind=self.kind,
            whom=self.whom,
            hours=Decimal(self.hours) or None,
            money=Decimal(self.money) or None,
        )


@dataclass(frozen=True, slots=True)
class Wondered:
    """One question, raised so many days ``ago``; ``by`` counts the days from today."""

    ago: int
    question: str
    sure: int
    by: int = 0
    settled: bool = False
    tried: tuple[Tried, ...] = ()


WONDERED: Mapping[str, tuple[Wondered, ...]] = {
    "ruth": (
        Wondered(
            62,
            "Do I still like it after the first weekends outdoors?",
            50,
            settled=True,
            tried=(
                Tried(
                    60,
                    "Three Saturdays at the water-garden nursery",
                    "I come home tired and glad on two of the three.",
                    60,
                    -44,
                    Kind.VOLUNTEERING,
                    whom="The nursery on Foster Road",
                    hours=18,
                    came=Came(
                        44,
                        "All three. On the second it rained, and I did not want to leave.",
                        Held.YES,
                        85,
                        "Buying fish takes more paper than building a pond.",
                        led_to=2,
                        why="I do like it, rain included. And it is ponds, not gardens.",
                    ),
                ),
            ),
        ),
        Wondered(
            41,
            "Can one live on it all year, winters included?",
            30,
            by=120,
            tried=(
                Tried(
                    40,
                    "An hour with the owner of a pond company in Salem",
                    "He lives on it without a second job.",
                    40,
                    -24,
                    Kind.CONVERSATION,
                    whom="Dale, a friend of Tom’s",
                    hours=3,
                    money=25,
                    came=Came(
                        24,
                        "He does. Building pays the summer; 140 households on care contracts carry the winter.",
                        Held.YES,
                        55,
                        "Nobody he knows sells care on its own. He wishes he had begun with it.",
                        led_to=3,
                        why="Care carries the winter. It asks for three people, and leaves me the afternoons.",
                    ),
                ),
            ),
        ),
        Wondered(
            20,
            "Do households pay for care, not just for building?",
            40,
            by=75,
            tried=(
                Tried(
                    18,
                    "Offer a year of care at the garden show",
                    "Three of ten who stop would pay $60 a month.",
                    35,
                    6,
                    Kind.TRIAL,
                    whom="Tom, who has a stand there",
                    hours=12,
                    money=180,
                ),
            ),
        ),
        Wondered(
            19,
            "Does a building season leave room for school afternoons?",
            50,
            tried=(
                Tried(
                    17,
                    "A Friday with Tom’s crew, from the yard to the yard",
                    "They are back by three.",
                    55,
                    -8,
                    Kind.SHADOWING,
                    whom="Tom’s crew",
                    hours=9,
                    came=Came(
                        8,
                        "They were back at half past five, and said it was an early day.",
                        Held.NO,
                        45,
                        "Care rounds stop at two, all year.",
                        why="Long days are twelve weeks of building. Care work is what fits school afternoons, and care is what I am testing next.",
                    ),
                ),
            ),
        ),
    ),
    "maren": (
        Wondered(
            40,
            "Would I be content without the pace?",
            45,
            settled=True,
            tried=(
                Tried(
                    39,
                    "Keep the books of the diaspora school fund for a month",
                    "I look at my own company’s mail on fewer than three evenings.",
                    50,
                    -23,
                    Kind.VOLUNTEERING,
                    whom="The fund’s board in Chicago",
                    hours=16,
                    came=Came(
                        22,
                        "On two evenings. The month was slow, and I caught myself building them a price model nobody had asked for.",
                        Held.YES,
                        60,
                        "It was not the pace that I missed. It was trade.",
                        led_to=2,
                        why="It was trade that I missed: an enterprise, then, and not a charity.",
                    ),
                ),
            ),
        ),
        Wondered(
            18,
            "Does a buyer sign before the first harvest?",
            35,
            by=60,
            tried=(
                Tried(
                    16,
                    "Ask three heads of sourcing for half an hour each",
                    "One of them asks for a second meeting.",
                    45,
                    9,
                    Kind.CONVERSATION,
                    whom="Two from the board’s address book, one from Brandt & Lowe",
                    hours=6,
                ),
            ),
        ),
    ),
    "theo": (
        Wondered(
            30,
            "Could I be glad without fixing things with people beside me?",
            50,
            by=30,
            tried=(
                Tried(
                    28,
                    "A day beside the CIO of the clinics",
                    "I would swap with her on four of her eight hours.",
                    60,
                    -9,
                    Kind.SHADOWING,
                    whom="Dana, who said yes at once",
                    hours=8,
                    came=Came(
                        9,
                        "Two hours of eight: the talk with the new team lead, and the walk through the server room. The rest was contracts.",
                        Held.NO,
                        30,
                    ),
                ),
                Tried(
                    7,
                    "One evening at the repair café, as a fixer",
                    "The evening feels shorter than a meeting.",
                    80,
                    -1,
                    Kind.VOLUNTEERING,
                    hours=4,
                ),
            ),
        ),
    ),
    "amara": (
        Wondered(
            39,
            "Can I stop being the one who treats?",
            35,
            tried=(
                Tried(
                    38,
                    "Hand my Tuesday patients to Priya for two weeks",
                    "I ask her about them no more than twice a week.",
                    40,
                    -23,
                    Kind.PROJECT,
                    whom="Priya",
                    hours=10,
                    came=Came(
                        22,
                        "I asked on the first day, and then not again. Two patients did better with her.",
                        Held.YES,
                        70,
                        "One day a week with patients is enough to know what the week is for.",
                        led_to=2,
                        why="Four days of leading are right, if one with patients stays.",
                    ),
                ),
            ),
        ),
        Wondered(
            15,
            "May a leader keep a patient list here?",
            50,
            by=40,
            tried=(
                Tried(
                    14,
                    "Ask both owners, each alone, over coffee",
                    "At least one of them has done it.",
                    55,
                    4,
                    Kind.CONVERSATION,
                    whom="The owners of Lamar Physio",
                    hours=2,
                ),
            ),
        ),
    ),
}
