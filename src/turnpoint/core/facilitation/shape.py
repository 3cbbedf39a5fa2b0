"""The shape of a process: its sessions, what each is for, and when they are meant to be.

The usual one is five sessions of ninety minutes in four weeks. Others are allowed; the purposes are
dealt out over as many sessions as there are, so that none is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from turnpoint.errors import BadInput

MINUTES = 90
SESSIONS = 5
WEEKS = 4
MOST_SESSIONS = 12
MOST_WEEKS = 26


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a session is for: a question it opens with, an agenda, and what to bring."""

    key: str
    name: str
    opening: str
    agenda: tuple[str, ...]
    preparation: tuple[str, ...]


PURPOSES = (
    Purpose(
        "destination",
        "What a destination is",
        "Where do you want to be in five years, at work and at home?",
        (
            "Agree on how you work together, and what stays between you.",
            "The résumé: which turns did you choose, and which happened to you?",
            "What a destination is: a hypothesis to test, and no promise.",
            "A first sentence, as rough as it comes.",
        ),
        (
            "Read your own résumé as if it were somebody else’s.",
            "Write down three turns in it that you chose yourself.",
        ),
    ),
    Purpose(
        "energy",
        "Where energy and values lie",
        "Which hours of last month would you gladly have again?",
        (
            "Activities you love, and those that drain you.",
            "What was lost with each promotion, and what was won.",
            "Values: what you would not trade, and when you last did.",
            "The one line for a customs form.",
        ),
        (
            "Keep the two-week log, or bring your calendar.",
            "Rank the activities by best and worst.",
        ),
    ),
    Purpose(
        "futures",
        "Futures, and the hypothesis",
        "If that were closed to you, what would you do instead?",
        (
            "Two or three futures side by side.",
            "What each needs to be true.",
            "The one to head for now, and how sure you are.",
            "Who at home has a say, and has anybody asked them?",
        ),
        (
            "Write a second future that does not need your present employer.",
            "Ask one person at home what they would want.",
        ),
    ),
    Purpose(
        "realities",
        "Realities: skills, difficulty, risk",
        "What would have to be true for this to work?",
        (
            "The reality check: months, pay, gates.",
            "Skills: which are there, which are missing, who says so.",
            "Risk: the month it would hurt most, and the way back.",
            "What to find out before anything else.",
        ),
        (
            "Open the reality check and change one assumption you doubt.",
            "Name the figure that worries you most.",
        ),
    ),
    Purpose(
        "experiments",
        "Experiments, plan, and whom to tell",
        "What is the cheapest way to find out that you are wrong?",
        (
            "Two experiments with a prediction and a date.",
            "The plan for a quarter, and what leaves the diary for it.",
            "Whom to tell, in which order, and what to ask them.",
            "How you will know in a year, and who looks back with you.",
        ),
        (
            "Think of three people who do what you want to do.",
            "Look at next month’s diary for three hours a week.",
        ),
    ),
)
BY_KEY = {purpose.key: purpose for purpose in PURPOSES}


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session to be: its number from 1, what it is for, and the day it is meant for."""

    number: int
    purposes: tuple[Purpose, ...]
    day: dt.date


def meetings(
    start: dt.date, *, sessions: int = SESSIONS, weeks: int = WEEKS
) -> tuple[Meeting, ...]:
    """The sessions of a process that begins on ``start``, evenly over its weeks.

    Raises ``BadInput`` for a shape nobody can keep.
    """
    if not 1 <= sessions <= MOST_SESSIONS:
        raise BadInput(f"A process has 1 to {MOST_SESSIONS} sessions.", where="sessions")
    if not 1 <= weeks <= MOST_WEEKS:
        raise BadInput(f"A process takes 1 to {MOST_WEEKS} weeks.", where="weeks")
    dealt = _dealt(sessions)
    step = 0.0 if sessions == 1 else weeks * 7 / (sessions - 1)
    return tuple(
        Meeting(place + 1, dealt[place], start + dt.timedelta(days=round(place * step)))
        for place in range(sessions)
    )


def _dealt(sessions: int) -> list[tuple[Purpose, ...]]:
    """The purposes in their order over so many sessions; several in one, or one over several."""
    count = len(PURPOSES)
    if sessions >= count:
        return [(PURPOSES[place * count // sessions],) for place in range(sessions)]
    edges = [round(place * count / sessions) for place in range(sessions + 1)]
    return [PURPOSES[edges[place] : edges[place + 1]] for place in range(sessions)]


def drift(meant: Sequence[dt.date], now: Sequence[dt.date]) -> int:
    """By how many days the last session comes later (above 0) than the process was meant to end."""
    return (max(now) - max(meant)).days if meant and now else 0
