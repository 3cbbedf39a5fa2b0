"""How like a typed title every published title is.

For reading ``r`` of what was typed, entry ``e`` of the index and word weights ``w`` (idf times what
the word’s place is worth), with ``M`` the weight of the words they share, ``Q`` that of the reading and
``E`` that of the entry::

    likeness(r, e) = trust(r) · M / (M + α (Q − M) + β (E − M))        (Tversky, 1977)

A word also stands, for less, for those of the same root (“welding” for “welder”).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.title.index import TitleIndex, root_of
from turnpoint.core.title.reading import Reading

MISSING_TYPED = 1.0
"""α: what a typed word costs that the entry lacks."""

MISSING_TITLE = 0.6
"""β: what a word of the entry costs that was not typed."""

SAME_ROOT = 0.55
"""What a word is worth where the entry holds another of its root."""

COMMON = 1_000
"""A word that more titles hold does not make an entry a candidate where a rarer one was typed."""

UNKNOWN_WEIGHT = 2.5
"""Weight of a typed word that no entry holds: it makes every entry less likely alike."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """``entry[e]``: likeness of the reading that suits entry ``e`` best, ``reading[e]`` its number.

    ``central[r, o]``: how central the words of reading ``r`` are to an occupation’s titles, 0 to 1.
    """

    entry: NDArray[np.float32]
    reading: NDArray[np.int16]
    central: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Word:
    """A typed word’s own weight, and its weight in every entry and in every occupation’s titles.

    ``rows``: the entries that hold it or a word of its root, in any order and perhaps twice.
    """

    weight: float
    rows: NDArray[np.int32]
    entries: NDArray[np.float32]
    occupations: NDArray[np.float32]


def likeness(index: TitleIndex, readings: tuple[Reading, ...]) -> Likeness:
    """The likeness of the best reading to every entry; earlier readings win ties."""
    best = np.zeros(len(index.shown), np.float32)
    which = np.zeros(len(index.shown), np.int16)
    central = np.zeros((len(readings), len(index.prior)), np.float32)
    known: dict[tuple[str, float], _Word] = {}
    mask = np.zeros(len(index.shown), np.bool_)
    for number, reading in enumerate(readings):
        words = []
        for pair in zip(reading.words, reading.weights, strict=True):
            if pair not in known:
                known[pair] = _word(index, *pair)
            words.append(known[pair])
        asked = sum(word.weight for word in words)
        rows = _candidates(words, mask)
        shared = np.sum([word.entries[rows] for word in words], axis=0)
        cost = shared + MISSING_TYPED * np.maximum(asked - shared, 0)
        cost += MISSING_TITLE * np.maximum(index.size[rows] - shared, 0)
        alike = reading.trust * shared / np.maximum(cost, 1e-6)
        better = alike > best[rows]
        best[rows[better]], which[rows[better]] = alike[better], number
        held = np.sum([word.occupations for word in words], axis=0)
        central[number] = held * (reading.trust / asked)
    return Likeness(best, which, central)


def _candidates(words: Sequence[_Word], mask: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Entries that hold a telling word: any that few titles hold, or else the rarest there is.

    Sharing “manager” alone would never make an entry like enough. ``mask`` is all false, before
    and after.
    """
    held = [word.rows for word in words if len(word.rows)]
    fewest = min(map(len, held), default=0)
    for rows in held:
        if len(rows) <= max(COMMON, fewest):
            mask[rows] = True
    found = np.flatnonzero(mask)
    mask[found] = False
    return found


def _word(index: TitleIndex, word: str, weight: float) -> _Word:
    entries = np.zeros(len(index.shown), np.float32)
    occupations = np.zeros(len(index.prior), np.float32)
    exact = index.number.get(word)
    related = index.roots.get(root_of(word), () if exact is None else (exact,))
    own, rows = 0.0, [np.zeros(0, np.int32)]
    for number in sorted(related, key=lambda each: each == exact):
        idf = float(index.weight[number])
        own = idf if number == exact else max(own, idf)
        alike = idf * (1.0 if number == exact else SAME_ROOT)
        at, worth = index.entries.of(number)
        rows.append(at)
        entries[at] = np.minimum(worth, weight) * alike
        held_by, share = index.share.of(number)
        occupations[held_by] = np.sqrt(share) * (alike * weight)
    return _Word((own or UNKNOWN_WEIGHT) * weight, np.concatenate(rows), entries, occupations)
