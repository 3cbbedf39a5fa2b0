"""Free text to occupations, with the reason.

An occupation’s score is the likeness of its best entry (``likeness``), and then, for order among
equals, how central the words are to its titles, how official the best entry is, whether it manages as
the words say, and how many people work in it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.title.index import TitleIndex
from turnpoint.core.title.likeness import Likeness, likeness
from turnpoint.core.title.normalise import read_typed
from turnpoint.core.title.reading import content, readings
from turnpoint.core.title.reason import reason
from turnpoint.core.title.spelling import spelled
from turnpoint.core.title.vocabulary import Words, vocabulary
from turnpoint.labour.occupation import TitleKind

EXACT, CENTRAL, OFFICIAL, LEVEL, POPULATION = 0.10, 0.30, 0.06, 0.08, 0.12
"""What counts beside likeness, each against a likeness of 1. ``EXACT`` counts twice for the whole of
an official title."""

LEAST_LIKENESS = 0.2

OFFICIAL_KIND = np.zeros(len(TitleKind), np.float32)
OFFICIAL_KIND[[TitleKind.OCCUPATION, TitleKind.REPORTED, TitleKind.ABBREVIATION]] = 1.0, 0.7, 0.4
OFFICIAL_KIND[[TitleKind.ALTERNATE, TitleKind.ESCO, TitleKind.ESCO_ALTERNATE]] = 0.3, 0.3, 0.1


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """One occupation a title may stand for, and why.

    ``score`` is 0 to 1; ``title`` the published title it rests on; ``recognised`` the typed words
    that were used and ``set_aside`` those that were not (seniority, levels, unknown words). ``exact``:
    that title has just the words typed.
    """

    occupation: int
    score: float
    reason: str
    title: str
    kind: TitleKind
    recognised: Words
    set_aside: Words
    exact: bool


def match(index: TitleIndex, text: str, *, limit: int = 10) -> tuple[TitleMatch, ...]:
    """Occupations that ``text`` may stand for, best first; empty where nothing is recognised.

    Any text is allowed: only the beginning of a long one is read, and none is an error.
    """
    own = vocabulary()
    typed = read_typed(text)
    words = tuple(map(own.spellings.spell, typed.words))
    beside = content(tuple(map(own.spellings.spell, typed.beside)))
    ways, unknown = spelled(index, words)
    known = tuple(word for word in beside if word in index.number)
    read = readings(ways, known, own)
    if not read or limit < 1:
        return ()
    alike = likeness(index, read)
    scores, best = _scores(index, alike, manages=not own.charge.isdisjoint(words))
    order = np.lexsort((np.arange(len(scores)), -scores))[:limit]
    rank = (word for word in content(words)[:-1] if word in own.seniority)
    unheard = (word for word in beside if word not in index.number)
    aside = tuple(dict.fromkeys((*rank, *typed.levels, *unknown, *unheard)))
    used = tuple(word for word in (*content(words), *beside) if word not in aside)
    return tuple(
        TitleMatch(
            occupation=number,
            score=round(float(scores[number]), 4),
            reason=reason(index, read[alike.reading[entry]], entry),
            title=index.shown[entry],
            kind=TitleKind(int(index.kind[entry])),
            recognised=used,
            set_aside=aside,
            exact=own.content(index.shown[entry]) == content(words + beside),
        )
        for number, entry in ((int(number), int(best[number])) for number in order)
        if scores[number] > 0
    )


def _scores(
    index: TitleIndex, alike: Likeness, *, manages: bool
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Every occupation’s score, 0 where no entry is like enough, and the number of its best entry."""
    rows = np.flatnonzero(alike.entry >= LEAST_LIKENESS)[::-1]
    likeness, kind = alike.entry[rows], index.kind[rows]
    worth = likeness * (1 + OFFICIAL * OFFICIAL_KIND[kind])
    official = (kind == TitleKind.OCCUPATION) & index.whole[rows]
    worth += EXACT * (likeness > 0.9999) * (1.0 + official)
    occupations = len(index.prior)
    found = np.zeros(occupations, np.float32)
    best = np.full(occupations, -1, np.int64)
    order = np.argsort(worth, kind="stable")
    best[index.occupation[rows[order]]] = rows[order]
    found[index.occupation[rows[order]]] = worth[order]
    central = alike.central[alike.reading[best], np.arange(occupations)]
    extra = CENTRAL * central + POPULATION * index.prior
    extra += LEVEL * (index.manages == manages)
    top = 1 + OFFICIAL + 2 * EXACT + CENTRAL + POPULATION + LEVEL
    return np.where(found > 0, (found + extra * np.sqrt(found)) / top, 0).astype(np.float32), best
