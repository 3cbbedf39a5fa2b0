"""Titles that begin as somebody types: “soft” finds software developers, “it dir” IT directors.

An entry is suggested where it holds every finished word and a word that begins with the unfinished
last one. Those that begin just as typed come first, then short, official and common ones. Where that
finds too few, what ``match`` makes of the text so far, or of a form that the vocabulary knows and the
text begins, fills the rest.
"""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.title.index import TitleIndex
from turnpoint.core.title.match import OFFICIAL_KIND, TitleMatch, match
from turnpoint.core.title.normalise import LONGEST, words_of
from turnpoint.core.title.reading import content
from turnpoint.core.title.reason import reason_to_suggest
from turnpoint.core.title.vocabulary import vocabulary
from turnpoint.labour.occupation import TitleKind

BEGINS, SHORT, OFFICIAL, POPULATION = 0.4, 0.25, 0.1, 0.25
"""What makes a suggestion good; they sum to 1."""

LEAST_LETTERS = 3
"""Letters from which on slips and other forms are thought of."""

MOST_ENTRIES = 3_000
"""Above this many titles (after one letter), only official and reported ones are offered."""

_AFTER_ALL_LETTERS = "\U0010ffff"


def suggest(index: TitleIndex, text: str, *, limit: int = 8) -> tuple[TitleMatch, ...]:
    """Occupations to offer while ``text`` is being typed, best first, each once."""
    own = vocabulary()
    words = content(tuple(map(own.spellings.spell, words_of(text[:LONGEST]))))
    if not words or limit < 1:
        return ()
    matched = match(index, text, limit=limit) if len(text.strip()) >= LEAST_LETTERS else ()
    found = {each.occupation: each for each in matched if each.exact}
    for each in _begun(index, text, words, limit):
        found.setdefault(each.occupation, each)
    if len(found) < limit and len(text.strip()) >= LEAST_LETTERS:
        form = _form_begun(words)
        for each in (*(match(index, form, limit=limit) if form else ()), *matched):
            found.setdefault(each.occupation, each)
    return tuple(found.values())[:limit]


def _begun(index: TitleIndex, text: str, words: tuple[str, ...], limit: int) -> list[TitleMatch]:
    """Entries with every finished word and one that the last word begins, best first."""
    rows = _holding(index, words)
    if len(rows) > MOST_ENTRIES:
        rows = rows[index.kind[rows] <= TitleKind.REPORTED]
    if not len(rows):
        return []
    typed = " ".join(text.casefold().split())
    begins = np.fromiter((index.shown[row].lower().startswith(typed) for row in rows), np.float32)
    letters = np.fromiter((len(index.shown[row]) for row in rows), np.float32)
    occupation = index.occupation[rows]
    rank = BEGINS * begins + SHORT * np.minimum(1, len(typed) / letters)
    rank += OFFICIAL * OFFICIAL_KIND[index.kind[rows]] + POPULATION * index.prior[occupation]
    best: dict[int, TitleMatch] = {}
    for place in np.lexsort((rows, -rank)).tolist():
        row, number = int(rows[place]), int(occupation[place])
        if number not in best:
            best[number] = TitleMatch(
                occupation=number,
                score=round(float(rank[place]), 4),
                reason=reason_to_suggest(index, row),
                title=index.shown[row],
                kind=TitleKind(int(index.kind[row])),
                recognised=words,
                set_aside=(),
                exact=False,
            )
        if len(best) == limit:
            break
    return list(best.values())


def _holding(index: TitleIndex, words: tuple[str, ...]) -> NDArray[np.int64]:
    *finished, last = words
    first = bisect_left(index.words, last)
    end = bisect_left(index.words, last + _AFTER_ALL_LETTERS)
    held = np.zeros(len(index.shown), np.int16)
    held[index.entries.at[index.entries.start[first] : index.entries.start[end]]] = 1
    for word in dict.fromkeys(finished):
        if (number := index.number.get(word)) is None:
            return np.zeros(0, np.int64)
        held[index.entries.of(number)[0]] += 1
    return np.flatnonzero(held == 1 + len(set(finished)))


def _form_begun(words: tuple[str, ...]) -> str:
    """The shortest form of the vocabulary that the words begin: “solic” begins “solicitor”."""
    typed = " ".join(words)
    forms = (" ".join(said) for said in vocabulary().rewritings)
    return min(
        (each for each in forms if each.startswith(typed) and each != typed), key=len, default=""
    )
