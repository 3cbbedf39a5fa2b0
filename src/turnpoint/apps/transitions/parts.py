"""The parts of a transition’s file, in the order in which they are best written."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from turnpoint.apps.transitions.queries import Checked


@dataclass(frozen=True, slots=True)
class FilePart:
    """One page of the file."""

    slug: str
    name: str
    question: str
    lede: str

    @property
    def view(self) -> str:
        return f"transitions:{self.slug}"


PARTS = (
    FilePart(
        "options",
        "Options",
        "What could you do?",
        "Staying is always one of them: it is what the others are weighed against. Add the one on "
        "the table, and at least one that you would have to create yourself.",
    ),
    FilePart(
        "people",
        "People",
        "Who lives with the outcome?",
        "Ask them, and write down what they say in their own words. It stands beside the result "
        "and is never added into it.",
    ),
    FilePart(
        "criteria",
        "Criteria",
        "What matters?",
        "Three to eight are enough. Each needs two fixed ends, the worst and the best you would "
        "seriously consider, so that the options can be told apart.",
    ),
    FilePart(
        "effects",
        "Effects",
        "What would each option do?",
        "A low, a likely and a high figure, or “don’t know”. A wide range is an honest answer, and "
        "tells you what to find out.",
    ),
    FilePart(
        "money",
        "Money",
        "What does the road cost?",
        "What there is, what a month costs, and what each option brings. Everything is filled with "
        "a sensible beginning; change what you know better.",
    ),
    FilePart(
        "preferences",
        "Preferences",
        "How much does each matter?",
        "Three rungs, each one optional: put them in order, answer a few trade-offs, give numbers. "
        "Stop as soon as the answer no longer changes.",
    ),
    FilePart(
        "before",
        "Before you decide",
        "When is there no way back?",
        "Name the steps that are hard to take back, what should make you turn round before them, "
        "and what you could still find out.",
    ),
)


@dataclass(frozen=True, slots=True)
class PartState:
    """A part as the file’s page lists it."""

    part: FilePart
    address: str
    state: str
    started: bool
    problems: int


def states(found: Checked) -> tuple[PartState, ...]:
    """Each part, what is in it, and how many of its cells need another look."""
    said = _said(found)
    return tuple(
        PartState(
            part,
            reverse(part.view, args=[found.rows.transition.pk]),
            said[part.slug][0],
            said[part.slug][1],
            sum(_part_of(each.where) == part.slug and not each.warning for each in found.problems),
        )
        for part in PARTS
    )


def _said(found: Checked) -> dict[str, tuple[str, bool]]:
    rows, file = found.rows, found.file
    options, criteria = len(rows.options), len(rows.criteria)
    cells = options * sum(not row.measure for row in rows.criteria)
    known = len(rows.effects)
    voices = sum(len(row.voices.all()) for row in rows.people)
    wants = file.preferences
    rungs = sum(map(bool, (wants.ranking, wants.trade_offs, wants.swings)))
    steps = sum(len(each.way_back.steps) for each in file.options)
    open_questions = sum(row.done_at is None for row in rows.findings)
    others = " · ".join(row.name for row in rows.options if not row.stays)
    priced = sum(bool(row.money) for row in rows.options)
    return {
        "options": (f"staying · {others}" if others else "only staying so far", options > 1),
        "people": (
            f"{_count(len(rows.people), 'person', 'people')}, {_count(voices, 'thing', 'things')} said"
            if rows.people
            else "nobody yet",
            bool(rows.people),
        ),
        "criteria": (
            _count(criteria, "criterion", "criteria") if criteria else "none yet",
            criteria > 0,
        ),
        "effects": (
            f"{known} of {cells} cells filled" if cells else "after options and criteria",
            known > 0,
        ),
        "money": (
            f"{'household' if rows.transition.household else 'defaults only'}, {priced} of {options} options",
            bool(rows.transition.household) or priced > 0,
        ),
        "preferences": (f"{rungs} of 3 rungs" if rungs else "none yet", rungs > 0),
        "before": (
            f"{_count(steps, 'hard step', 'hard steps')}, {_count(open_questions, 'open question', 'open questions')}",
            steps + len(rows.findings) > 0,
        ),
    }


def _count(number: int, one: str, many: str) -> str:
    return f"{number or 'no'} {one if number == 1 else many}"


def _part_of(where: str) -> str:
    head, *rest = where.split(".")
    if head == "options" and "money" in rest[1:2]:
        return "money"
    if head == "options" and "way_back" in rest[1:2]:
        return "before"
    return {"household": "money", "questions": "before"}.get(head, head)


def neighbours(slug: str) -> FilePart | None:
    """The part that comes after one."""
    slugs = [part.slug for part in PARTS]
    place = slugs.index(slug) + 1
    return PARTS[place] if place < len(PARTS) else None


def part(slug: str) -> FilePart:
    """A part by its slug."""
    return next(each for each in PARTS if each.slug == slug)
