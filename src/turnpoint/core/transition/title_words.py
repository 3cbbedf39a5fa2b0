"""The words of an occupation's job titles, rare ones weighing more (TF-IDF)."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from turnpoint.labour.market import LabourMarket
from turnpoint.labour.occupation import TitleKind

Floats = NDArray[np.float32]

WORD = re.compile(r"[a-z]{3,}")
FILLING = frozenset(["all", "and", "except", "for", "the", "with", "other", "not"])
HOLDERS = 3
"""A word that fewer occupations use says nothing about how alike two of them are."""


def title_words(market: LabourMarket) -> Floats:
    """``(u, words)``, rows of length 1: O*NET's titles where it is loaded, else the occupation's own."""
    last = TitleKind.ABBREVIATION if "skills" in market.ratings else TitleKind.OCCUPATION
    used: list[Counter[str]] = [Counter() for _ in market.occupations]
    titles = market.titles
    for place in np.flatnonzero(titles.kind <= last).tolist():
        used[titles.occupation[place]].update(_words(titles.texts[place]))
    holders = Counter(word for words in used for word in words)
    n = len(used)
    known = sorted(word for word, many in holders.items() if HOLDERS <= many < n / 2)
    column = {word: number for number, word in enumerate(known)}
    result = np.zeros((n, len(known)), dtype=np.float32)
    for row, words in enumerate(used):
        for word, times in words.items():
            if word in column:
                result[row, column[word]] = (1 + np.log(times)) * np.log(n / holders[word])
    return np.asarray(result / np.maximum(np.linalg.norm(result, axis=1, keepdims=True), 1e-6))


def _words(title: str) -> list[str]:
    """Words without their plural, in small letters."""
    found = WORD.findall(title.lower())
    return [
        word[:-1] if word.endswith("s") and not word.endswith("ss") else word
        for word in found
        if word not in FILLING
    ]
