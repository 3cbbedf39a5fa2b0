"""Turnpoint’s own small vocabulary of job titles: abbreviations, British, gendered, everyday forms.

It rewrites words into words (``lorry driver`` into ``truck driver``) and never names an occupation,
so that what a title stands for always comes from published facts. The tables beside this module are
written from common knowledge of job titles; none is copied from a publisher.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from turnpoint.core.title.normalise import FUNCTION_WORDS, words_of

Words = tuple[str, ...]

SPELLING = "spelling"
"""``because`` of a rewriting that corrects a slip instead of coming from the tables."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """``said`` is read as ``means``, because it is a form of kind ``because``."""

    said: Words
    means: Words
    because: str


@dataclass(frozen=True, slots=True)
class Spellings:
    """American spellings by the British word, and by the beginning of one."""

    words: Mapping[str, str]
    beginnings: Mapping[str, str]

    def spell(self, word: str) -> str:
        if word in self.words:
            return self.words[word]
        if "isation" in word:
            return word.replace("isation", "ization")
        for british, american in self.beginnings.items():
            if word.startswith(british):
                return american + word[len(british) :]
        return word


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """``rewritings`` by the words said, with all meanings of each in order of likelihood."""

    spellings: Spellings
    rewritings: Mapping[Words, tuple[Rewriting, ...]]
    longest: int
    seniority: frozenset[str]
    half_seniority: frozenset[str]
    charge: frozenset[str]
    workers: frozenset[str]
    worker_endings: Words
    not_workers: frozenset[str]

    def at(self, words: Words, start: int) -> tuple[Rewriting, ...]:
        """Rewritings of the longest run of words that begins at ``start``."""
        for length in range(min(self.longest, len(words) - start), 0, -1):
            if found := self.rewritings.get(words[start : start + length]):
                return found
        return ()

    def content(self, text: str) -> Words:
        """The words of a title as the index holds them, in order."""
        words = (word for word in words_of(text) if word not in FUNCTION_WORDS)
        return tuple(map(self.spellings.spell, words))

    def is_worker(self, word: str) -> bool:
        """Whether a singular word names somebody who works: ``welder``, ``nurse``, ``chef``."""
        return word in self.workers or (
            len(word) > 4 and word.endswith(self.worker_endings) and word not in self.not_workers
        )


@cache
def vocabulary() -> Vocabulary:
    """The tables shipped with the code."""
    tables = resources.files("turnpoint.core.title") / "tables"
    kinds = tomllib.loads((tables / "words.toml").read_text("utf-8"))
    spellings = _spellings(_rows((tables / "spellings.csv").read_text("utf-8")))
    rewritings: dict[Words, list[Rewriting]] = {}
    for line in _rows((tables / "rewritings.csv").read_text("utf-8")):
        said = tuple(map(spellings.spell, words_of(line["said"])))
        means = tuple(map(spellings.spell, words_of(line["means"])))
        if said != means:
            rewritings.setdefault(said, []).append(Rewriting(said, means, line["because"]))
    return Vocabulary(
        spellings=spellings,
        rewritings={said: tuple(meanings) for said, meanings in rewritings.items()},
        longest=max(map(len, rewritings)),
        worker_endings=tuple(kinds.pop("worker_endings")),
        **{name: frozenset(words) for name, words in kinds.items()},
    )


def _rows(text: str) -> list[dict[str, str]]:
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return list(csv.DictReader(lines))


def _spellings(rows: list[dict[str, str]]) -> Spellings:
    pairs = {row["said"]: row["means"] for row in rows}
    return Spellings(
        words={said: means for said, means in pairs.items() if not said.endswith("*")},
        beginnings={
            said.rstrip("*"): means.rstrip("*")
            for said, means in pairs.items()
            if said.endswith("*")
        },
    )
