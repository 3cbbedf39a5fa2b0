"""Every published title by the words in it.

Axes: entry ``e`` is one title of one occupation, word ``w`` one distinct singular word, occupation
``o`` the market’s number. A word’s weight is its inverse document frequency over entries,
``idf[w] = ln(1 + (E − df + ½) / (df + ½))`` (Robertson & Spärck Jones), so that “manager” counts for
little and “actuary” for much. ``share[w, o]`` is the share of an occupation’s entries that hold the
word: a word that most of its titles hold is central to the occupation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from turnpoint.core.title.normalise import FUNCTION_WORDS, raw_words, singular
from turnpoint.core.title.official import plain_titles
from turnpoint.core.title.vocabulary import Vocabulary, vocabulary
from turnpoint.labour.market import LabourMarket
from turnpoint.labour.occupation import Occupation, TitleKind, Titles

_PARENTHESIS = re.compile(r"\s*\(([^()]*)\)\s*")
SENIORITY, HALF_SENIORITY = 0.12, 0.5
"""Worth of words for rank and terms (“senior”), and of those that may change the job (“chief”)."""

MOST_LETTERS = 24
"""Letters of the longest word whose spelling is corrected."""

_SUPERVISING_GROUPS = frozenset(str(group) for group in range(33, 55, 2))


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows of a sparse matrix by word: those of word ``w`` are ``start[w]:start[w + 1]``."""

    start: NDArray[np.int64]
    at: NDArray[np.int32]
    value: NDArray[np.float32]

    def of(self, word: int) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        rows = slice(self.start[word], self.start[word + 1])
        return self.at[rows], self.value[rows]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every known word, of titles and of the vocabulary, shortest first, to correct spelling by.

    ``start[n]``: where words of ``n`` letters begin; ``initial``: their first letters;
    ``frequency``: how many titles hold the word.
    """

    words: tuple[str, ...]
    initial: NDArray[np.str_]
    start: NDArray[np.int64]
    frequency: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class TitleIndex:
    """What matching needs, made once from a market. Equal markets make equal indexes.

    By entry: ``shown`` the title as published, ``occupation``, ``kind``, ``whole`` (false where the entry is one job named in a longer official title), ``size`` the sum
    of its words’ weights; ``entries[w]``: what the word is worth at its place in each entry. By
    occupation: ``first`` of its entries, which stand together; ``prior`` in 0 … 1 from employment;
    ``manages``.
    """

    shown: tuple[str, ...]
    occupation: NDArray[np.int32]
    kind: NDArray[np.int8]
    whole: NDArray[np.bool_]
    size: NDArray[np.float32]
    words: tuple[str, ...]
    number: Mapping[str, int]
    weight: NDArray[np.float32]
    entries: Columns
    first: NDArray[np.int64]
    share: Columns
    lexicon: Lexicon
    roots: Mapping[str, tuple[int, ...]]
    prior: NDArray[np.float32]
    manages: NDArray[np.bool_]


def title_index(market: LabourMarket) -> TitleIndex:
    """The index of a market’s titles, with national employment as the prior where it is known."""
    employment = np.full(len(market.occupations), np.nan, dtype=np.float32)
    if market.wages is not None:
        by_soc = dict(zip(market.wages.socs, market.wages.national()[0].tolist(), strict=True))
        for number, occupation in enumerate(market.occupations):
            employment[number] = by_soc.get(occupation.soc, np.nan)
    return build_index(market.occupations, market.titles, employment * _parts(market.occupations))


def _parts(occupations: Sequence[Occupation]) -> NDArray[np.float32]:
    """Share of a SOC’s people that each O*NET occupation in it is taken to have.

    Nobody publishes it: four fifths for the one that has the SOC’s own title, the rest alike.
    """
    members = Counter(occupation.soc for occupation in occupations)
    whole = {each.soc for each in occupations if each.code.endswith(".00")}
    shares = [
        1 / members[each.soc]
        if members[each.soc] == 1 or each.soc not in whole
        else (0.8 if each.code.endswith(".00") else 0.2 / (members[each.soc] - 1))
        for each in occupations
    ]
    return np.array(shares, dtype=np.float32)


def build_index(
    occupations: Sequence[Occupation], titles: Titles, employment: NDArray[np.float32]
) -> TitleIndex:
    """Index ``titles`` and the plain titles that the occupations’ official ones name.

    ``employment``: ``(occupations,)`` national employment, NaN where not known.
    """
    shown, occupation, kind, whole = _entries(occupations, titles)
    number, entry, word, worth = _incidence(shown)
    words, total, size = tuple(number), len(shown), len(number)
    frequency = np.bincount(word, minlength=size)
    weight = np.log1p((total - frequency + 0.5) / (frequency + 0.5)).astype(np.float32)
    return TitleIndex(
        shown=tuple(shown),
        occupation=occupation,
        kind=kind,
        whole=whole,
        size=np.bincount(entry, weight[word] * worth, total).astype(np.float32),
        words=words,
        number=number,
        weight=weight,
        entries=_columns(word, entry, worth, size),
        first=np.searchsorted(occupation, np.arange(len(occupations))).astype(np.int64),
        share=_shares(word, occupation[entry], occupation, size, len(occupations)),
        lexicon=_lexicon(words, frequency),
        roots=_roots(words),
        prior=_prior(employment),
        manages=np.array([_manages(each) for each in occupations], dtype=np.bool_),
    )


def _entries(
    occupations: Sequence[Occupation], titles: Titles
) -> tuple[list[str], NDArray[np.int32], NDArray[np.int8], NDArray[np.bool_]]:
    """Published titles, abbreviations in parentheses apart, and the parts of official titles."""
    shown, occupation = list(titles.texts), titles.occupation.tolist()
    kind, whole = titles.kind.tolist(), [True] * len(titles.texts)
    given = set(titles.occupation[titles.kind == TitleKind.OCCUPATION].tolist())
    own = vocabulary()
    for position, text in enumerate(titles.texts):
        if "(" in text and (inside := _PARENTHESIS.search(text)):
            shown[position] = _PARENTHESIS.sub(" ", text).strip()
            shown.append(inside[1])
            occupation.append(occupation[position])
            kind.append(kind[position])
            whole.append(True)
    for number, each in enumerate(occupations):
        named = plain_titles(each.title, own)
        for text in named if number in given else (each.title, *named):
            shown.append(text)
            occupation.append(number)
            kind.append(int(TitleKind.OCCUPATION))
            whole.append(text == each.title)
    order = np.argsort(np.array(occupation), kind="stable")
    return (
        [shown[place] for place in order],
        np.array(occupation, dtype=np.int32)[order],
        np.array(kind, dtype=np.int8)[order],
        np.array(whole, dtype=np.bool_)[order],
    )


def _incidence(
    shown: Sequence[str],
) -> tuple[dict[str, int], NDArray[np.int32], NDArray[np.int32], NDArray[np.float32]]:
    """Number the distinct words; entry, word and worth of every distinct word of every entry."""
    own, lines = vocabulary(), list(map(raw_words, shown))
    raw = {each: place for place, each in enumerate(dict.fromkeys(chain.from_iterable(lines)))}
    plain = ["" if each in FUNCTION_WORDS else own.spellings.spell(singular(each)) for each in raw]
    number = {each: place for place, each in enumerate(sorted(set(plain) - {""}))}
    word_of = np.array([number.get(each, -1) for each in plain], dtype=np.int64)
    typed = np.fromiter(map(raw.__getitem__, chain.from_iterable(lines)), np.int64)
    word = word_of[typed]
    entry = np.repeat(np.arange(len(lines)), [len(line) for line in lines])[word >= 0]
    word = word[word >= 0]
    starts = np.diff(entry, prepend=-1) > 0
    is_first, is_last = starts, np.append(starts[1:], True)
    inner, outer = (
        np.array([worth(each, own, first=first) for each in number], np.float32)
        for first in (False, True)
    )
    worths = np.where(is_last, np.float32(1), np.where(is_first, outer[word], inner[word]))
    pairs, place = np.unique(entry * len(number) + word, return_index=True)
    found = np.divmod(pairs, max(len(number), 1))
    return number, found[0].astype(np.int32), found[1].astype(np.int32), worths[place]


def worth(word: str, own: Vocabulary, *, first: bool) -> float:
    """What a word that is not the last of a title is worth for saying what the work is."""
    if first and word in own.half_seniority:
        return HALF_SENIORITY
    return SENIORITY if word in own.seniority else 1.0


def _lexicon(words: Sequence[str], frequency: NDArray[np.int64]) -> Lexicon:
    known = dict(zip(words, frequency.tolist(), strict=True))
    for said in vocabulary().rewritings:
        known |= {word: 0 for word in said if word not in known}
    ordered = sorted(known, key=lambda word: (len(word), word))
    lengths = np.array([len(word) for word in ordered])
    start = np.searchsorted(lengths, np.arange(MOST_LETTERS + 4))
    counts = np.array([known[word] for word in ordered], dtype=np.int64)
    initial = np.array([word[0] for word in ordered], dtype="U1")
    return Lexicon(tuple(ordered), initial, start.astype(np.int64), counts)


def _columns(
    word: NDArray[np.int32], at: NDArray[np.int32], value: NDArray[np.float32], size: int
) -> Columns:
    order = np.argsort(word, kind="stable")
    start = np.searchsorted(word[order], np.arange(size + 1))
    return Columns(start.astype(np.int64), at[order], value[order])


def _shares(
    word: NDArray[np.int32],
    held_by: NDArray[np.int32],
    occupation: NDArray[np.int32],
    size: int,
    occupations: int,
) -> Columns:
    """Share of each occupation’s entries that hold each word."""
    cells, counts = np.unique(word.astype(np.int64) * occupations + held_by, return_counts=True)
    at = (cells % occupations).astype(np.int32)
    value = counts / np.bincount(occupation, minlength=occupations)[at]
    return _columns((cells // occupations).astype(np.int32), at, value.astype(np.float32), size)


def root_of(word: str) -> str:
    """A word without the ending that makes it a worker or a work: ``weld`` of welder, welding."""
    for ending in ("ing", "ment", "ist", "ian", "ant", "er", "or", "ery", "ry", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _roots(words: Sequence[str]) -> dict[str, tuple[int, ...]]:
    grouped: dict[str, list[int]] = {}
    for number, word in enumerate(words):
        grouped.setdefault(root_of(word), []).append(number)
    return {root: tuple(numbers) for root, numbers in grouped.items() if len(numbers) > 1}


def _prior(employment: NDArray[np.float32]) -> NDArray[np.float32]:
    """Employment on a logarithmic scale from 0 (a thousand or fewer, or unknown) to 1 (millions)."""
    scaled = np.log10(np.clip(np.nan_to_num(employment, nan=1e3), 1e3, 1e7) / 1e3) / 4
    return np.asarray(scaled, dtype=np.float32)


def _manages(occupation: Occupation) -> bool:
    code = occupation.code
    return code.startswith("11-") or (code[:2] in _SUPERVISING_GROUPS and code[3] == "1")
