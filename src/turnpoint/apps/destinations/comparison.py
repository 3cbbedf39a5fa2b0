"""Two revisions side by side: what was said before and is said now, word by word.

Texts are cut into words and the longest common runs are kept (``difflib``, Ratcliff and Obershelp);
texts that share little, and an answer that is a number, a date or a choice, differ as a whole.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from turnpoint.apps.destinations.hypothesis import Dream, Hypothesis
from turnpoint.apps.destinations.wording import (
    said_confidence,
    said_day,
    said_floor,
    said_hours,
    said_month,
)

MOST_WORDS = 2_000
"""Texts with more words than this differ as a whole: comparing words takes quadratic time."""

LEAST_ALIKE = 0.4
"""Texts less alike than this (0 to 1) differ as a whole: single words in common only confuse."""

_WORDS = re.compile(r"\s*\S+\s*|\s+")

Name = Callable[[str], str]


class Change(StrEnum):
    SAME = "same"
    WAS = "was"
    IS = "is"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words that stayed, went or came."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that differs. ``runs`` put together without ``is`` give the earlier answer."""

    label: str
    was: str
    now: str
    runs: tuple[Run, ...]


_Answers = tuple[tuple[str, Callable[[Hypothesis], str]], ...]
_FIRST: _Answers = (
    ("What I would do", lambda said: said.statement),
    ("What the work is called", lambda said: said.title),
)
_THEN: _Answers = (
    ("My own business", lambda said: "yes" if said.own_business else "no"),
    ("By", lambda said: said_month(said.by)),
    ("Why", lambda said: said.why),
    ("Where I live", lambda said: said.place),
    ("Pay floor", said_floor),
    ("Hours a week", said_hours),
    ("Flexibility", lambda said: said.flexibility),
    ("How sure I am", said_confidence),
    ("Least sure of", lambda said: said.least_sure),
)


def compare(
    before: Hypothesis, after: Hypothesis, *, occupation: Name = str, area: Name = str
) -> tuple[Difference, ...]:
    """Every answer that differs, in the order of the page; dreams one by one.

    ``occupation`` and ``area`` name a code.
    """
    answers: _Answers = (
        *_FIRST,
        ("Occupation", lambda said: occupation(said.occupation_code)),
        *_THEN,
        ("Pay looked up in", lambda said: area(said.area_code)),
    )
    found = [
        difference(label, answer(before), answer(after))
        for label, answer in answers
        if answer(before) != answer(after)
    ]
    return (*found, *_dreams(before.dreams, after.dreams))


def word_runs(was: str, now: str) -> tuple[Run, ...]:
    """The words of both texts as runs that stayed, went or came."""
    before, after = _WORDS.findall(was), _WORDS.findall(now)
    if max(len(before), len(after)) > MOST_WORDS:
        return _whole(was, now)
    matcher = difflib.SequenceMatcher(a=before, b=after, autojunk=False)
    if matcher.ratio() < LEAST_ALIKE:
        return _whole(was, now)
    runs: list[Run] = []
    for _, a, b, c, d in matcher.get_opcodes():
        if before[a:b] == after[c:d]:
            runs.append(Run(Change.SAME, "".join(before[a:b])))
        else:
            runs.extend(_whole("".join(before[a:b]), "".join(after[c:d])))
    return tuple(runs)


def _whole(was: str, now: str) -> tuple[Run, ...]:
    return tuple(Run(kind, text) for kind, text in ((Change.WAS, was), (Change.IS, now)) if text)


def difference(label: str, was: str, now: str) -> Difference:
    """One answer as it was and as it is, word by word where it is a text."""
    worded = " " in was and " " in now
    return Difference(label, was, now, word_runs(was, now) if worded else _whole(was, now))


def compared(before: dict[str, str], after: dict[str, str]) -> tuple[Difference, ...]:
    """What differs between two sets of answers, in the order of the later."""
    return tuple(
        difference(label, before.get(label, ""), now)
        for label, now in after.items()
        if before.get(label, "") != now
    )


def _dreams(before: tuple[Dream, ...], after: tuple[Dream, ...]) -> Iterator[Difference]:
    """Dreams that came, went or changed, matched by their text, then by kind and order."""
    gone = [dream for dream in before if dream not in after]
    come = [dream for dream in after if dream not in before]
    for dream in gone:
        partner = next((other for other in come if other.text == dream.text), None) or next(
            (other for other in come if other.kind is dream.kind), None
        )
        if partner is not None:
            come.remove(partner)
        yield difference("Dream or constraint", _said(dream), _said(partner) if partner else "")
    for dream in come:
        yield difference("Dream or constraint", "", _said(dream))
    if not gone and not come and before != after:
        order = ("; ".join(dream.text for dream in dreams) for dreams in (before, after))
        yield difference("Order of dreams", *order)


def _said(dream: Dream) -> str:
    by = f" (by {said_day(dream.by)})" if dream.by else ""
    return f"{dream.kind.value}: {dream.text}{by}"
