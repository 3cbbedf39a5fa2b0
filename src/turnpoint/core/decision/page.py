"""The answers in plain words, every number with the cell it comes from. There is no verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from turnpoint.core.decision.answers import Answers
from turnpoint.core.decision.file import DecisionFile
from turnpoint.core.decision.said import Part, Sentence
from turnpoint.core.decision.said_ahead import no_way_back, to_find_out
from turnpoint.core.decision.said_money import runway, search
from turnpoint.core.decision.said_standing import standing, turned_round
from turnpoint.core.decision.wording import day, quoted


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its sentences. ``key`` names the part of the answers it speaks of."""

    key: str
    title: str
    sentences: tuple[Sentence, ...]


PARTS = (
    ("standing", "Best, in how much of what you might want", standing),
    ("flips", "What would have to be true", turned_round),
    ("runway", "Money for the road", runway),
    ("search", "Searching", search),
    ("turning", "The way back", no_way_back),
    ("findings", "What to find out first", to_find_out),
)


def page(answers: Answers) -> tuple[Section, ...]:
    """The sections that have anything to say."""
    found = [Section(key, title, tuple(said(answers))) for key, title, said in PARTS]
    found.append(Section("people", "At the table", tuple(voices(answers.file))))
    found.append(Section("problems", "Not settled yet", tuple(unsettled(answers))))
    return tuple(section for section in found if section.sentences)


def voices(file: DecisionFile) -> Iterator[Sentence]:
    """What others said, in their own words; beside the result, not in it."""
    for person in file.people:
        for number, voice in enumerate(person.voices, 1):
            where = f"people.{person.key}.voices.{number}"
            about = f", of {quoted(file, voice.option)}" if voice.option else ""
            when = f", {day(voice.said)}" if voice.said else ""
            words = [f"“{each}”" for each in (voice.effect, voice.limit) if each]
            said = f"{person.name or person.key}, {person.relation}".rstrip(", ")
            yield Sentence((Part(" ".join(words), where), Part(f" ({said}{about}{when})")))


def unsettled(answers: Answers) -> Iterator[Sentence]:
    """Warnings, and preferences that contradict one another."""
    for problem in answers.problems:
        yield Sentence((Part(problem.where, problem.where), Part(f": {problem.sentence}")))
