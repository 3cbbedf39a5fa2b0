"""Words that no title holds, read as the known words they are nearest to.

Nearness is the normalised optimal string alignment similarity (insertions, deletions, replacements
and swaps of neighbouring letters), as rapidfuzz computes it; among equally near words the one that
more titles hold comes first.
"""

from __future__ import annotations

from bisect import bisect_left

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from turnpoint.core.title.index import MOST_LETTERS, Lexicon, TitleIndex
from turnpoint.core.title.normalise import FUNCTION_WORDS
from turnpoint.core.title.vocabulary import SPELLING, Rewriting, Words

LEAST_NEARNESS = 0.72
LEAST_LETTERS = 4
MOST_CORRECTIONS = 3
MOST_UNKNOWN = 2
"""Unknown words that make a match less likely; more of them change nothing."""

_SLACK = 2  # letters by which a word and its correction may differ in length
_RARE, _COMMON = 2, 60  # titles that hold a word which may be a slip, and the word it is a slip of


def spelled(
    index: TitleIndex, words: Words
) -> tuple[tuple[tuple[Words, float, tuple[Rewriting, ...]], ...], Words]:
    """The ways ``words`` may be spelled, with trust and steps; and the words that nothing is near.

    The first way has the corrections that are needed, the second the words as typed where a typed
    word is known yet so rare that it may be a slip.
    """
    corrected, kept = list(words), list(words)
    steps: list[Rewriting] = []
    unknown: list[str] = []
    trust, left, slips = 1.0, MOST_CORRECTIONS, False
    for place, word in enumerate(words):
        known = _frequency(index.lexicon, word)
        if word in FUNCTION_WORDS or known > _RARE or (known >= 0 and word not in index.number):
            continue
        found = _nearest(index, word, known) if left else None
        left -= 1 if left else 0
        if found is not None:
            corrected[place], near = found
            trust *= near
            steps.append(Rewriting((word,), (corrected[place],), SPELLING))
            slips = slips or known > 0
        elif known < 0:
            unknown.append(word)
            corrected[place] = word if len(unknown) <= MOST_UNKNOWN else ""
    ways = [(tuple(filter(None, corrected)), trust, tuple(steps))]
    if slips:
        ways.insert(0, (tuple(kept), 1.0, ()))
    return tuple(ways), tuple(unknown)


def _frequency(lexicon: Lexicon, word: str) -> int:
    """Titles that hold a word; −1 where it is not known at all."""
    start, stop = _lengths(lexicon, len(word), len(word))
    place = bisect_left(lexicon.words, word, start, stop)
    found = place < stop and lexicon.words[place] == word
    return int(lexicon.frequency[place]) if found else -1


def _lengths(lexicon: Lexicon, shortest: int, longest: int) -> tuple[int, int]:
    last = len(lexicon.start) - 1
    return int(lexicon.start[min(shortest, last)]), int(lexicon.start[min(longest + 1, last)])


def _nearest(index: TitleIndex, word: str, known: int) -> tuple[str, float] | None:
    """The known word that ``word`` is a slip of, and how near it is; ``None`` where nothing is."""
    if not LEAST_LETTERS <= len(word) <= MOST_LETTERS:
        return None
    lexicon = index.lexicon
    start, stop = _lengths(lexicon, len(word) - _SLACK, len(word) + _SLACK)
    nearness = process.cdist(
        [word],
        lexicon.words[start:stop],
        scorer=OSA.normalized_similarity,
        score_cutoff=LEAST_NEARNESS,
        dtype=np.float32,
    )[0]
    common = np.log1p(lexicon.frequency[start:stop])
    begins = lexicon.initial[start:stop] == word[0]
    rank = np.where(nearness > 0, nearness + 0.012 * common + 0.05 * begins, 0)
    if known > 0:
        rank[(lexicon.frequency[start:stop] < _COMMON) | (nearness < 0.8)] = 0
    best = int(rank.argmax()) if len(rank) else 0
    if not len(rank) or rank[best] <= 0 or lexicon.words[start + best] == word:
        return None
    return lexicon.words[start + best], float(nearness[best])
