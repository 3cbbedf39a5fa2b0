"""What to do in the first ninety days of a role: offered, never asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FirstThing:
    """One thing to do in a new role. ``know`` is how one will know, where it becomes a goal;
    ``page`` and ``link`` lead to where Turnpoint has a place for it."""

    name: str
    text: str
    why: str
    know: str
    page: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the first ninety days."""

    name: str
    title: str
    things: tuple[FirstThing, ...]


BEFORE = (
    FirstThing(
        "why-me",
        "Write down why they chose me, and why I chose them",
        "In three months it is the measure; by then nobody remembers the interview as it was.",
        "both reasons are on one page",
    ),
    FirstThing(
        "day-one",
        "Ask what the first day looks like, and who expects me",
        "One message takes most of the unease out of the night before.",
        "I know where to be, when, and whom to ask for",
    ),
    FirstThing(
        "loose-ends",
        "Hand over the last role so that nobody has to call",
        "A clean end is what the people there will tell others.",
        "my successor has done each thing once without me",
    ),
    FirstThing(
        "evenings",
        "Agree at home what the first weeks will take",
        "New work is tiring. It is easier to say so before than during.",
        "we have said which evenings are ours",
    ),
)

FIRST_WEEK = (
    FirstThing(
        "whom-to-ask",
        "Make a list of whom to ask what",
        "Names beside questions: who decides, who knows how it was, who gets things done.",
        "there is a name beside every question I had this week",
    ),
    FirstThing(
        "expected",
        "Ask my lead what would make the first ninety days a success",
        "Ask for examples. Two people who agree on a word may still mean two things.",
        "I can say it in three sentences and my lead nods",
    ),
    FirstThing(
        "my-job",
        "Say what my job should be",
        "The advertisement is a draft. What you would love to do more of is best said early.",
        "I have one line for it, and its activities with their hours",
        "roles:role",
        "My role",
    ),
    FirstThing(
        "look-on",
        "Sit beside two people whose work meets mine",
        "An hour of looking on shows what no handbook says.",
        "I can tell what they need from me, and by when",
    ),
    FirstThing(
        "fresh-eyes",
        "Keep a list of what looks odd to me",
        "You see it for about a month. Keep it to yourself at first; some of it has a reason.",
        "there are ten lines on it, and I know the reason for five",
    ),
)

NINETY_DAYS = (
    FirstThing(
        "small-win",
        "Finish one small thing that somebody had waited for",
        "Trust starts with something done, however small.",
        "the person who had waited says that it is done",
    ),
    FirstThing(
        "skills",
        "Choose which skills to acquire here",
        "A role teaches what it happens to teach, unless you choose two or three things.",
        "two skills have a level and a date",
        "skills:new",
        "Want a skill",
    ),
    FirstThing(
        "five-years",
        "Write where I want to be in five years",
        "Now, while nothing presses. It tells which work here to reach for.",
        "it is written, with how sure I am",
        "destinations:write",
        "Write a destination",
    ),
    FirstThing(
        "successor",
        "Think of who could follow me, and teach them one thing",
        "Whoever cannot be replaced cannot move on, and rarely has a free week.",
        "somebody has done one part of my work alone",
    ),
    FirstThing(
        "energy",
        "Notice which hours give energy and which take it",
        "Two weeks of short notes say more than a feeling at the end of a long day.",
        "I can name the three that give most and the three that take most",
        "roles:log",
        "Log two weeks",
    ),
    FirstThing(
        "ninety",
        "Ask my lead and two others how it is going",
        "Around the sixtieth day there is still time to change something before it sets.",
        "I have heard one thing to keep and one to change from each",
    ),
)

PARTS = (
    Part("before", "Before the first day", BEFORE),
    Part("week", "The first week", FIRST_WEEK),
    Part("ninety", "The first ninety days", NINETY_DAYS),
)

THINGS = {thing.name: thing for part in PARTS for thing in part.things}
