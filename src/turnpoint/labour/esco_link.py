"""Which ESCO occupations belong to which O*NET occupation, and what they bring it.

A crosswalk decides where it speaks; else an ESCO occupation belongs to the O*NET occupations that
have its preferred label among their titles, those of the most official kind first. A skill is essential to the O*NET occupation where it is so
in at least half of the ESCO occupations that belong to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from turnpoint.labour.competence import Competences
from turnpoint.labour.composition import Part
from turnpoint.labour.facts import FactFile
from turnpoint.labour.occupation import TitleKind

Pairs = NDArray[np.int32]
"""``(pairs, 2)``: ESCO occupation, occupation of the market; sorted by the latter."""


def linked(esco: FactFile, index: Mapping[str, int], parts: Sequence[Part]) -> Pairs:
    """Pairs by the crosswalk of the file, and by title where it is silent."""
    given = zip(esco.arrays["link.occupation"].tolist(), esco.texts("link.code"), strict=True)
    pairs = {(number, index[code]) for number, code in given if code in index}
    settled = {number for number, _ in pairs}
    labels = esco.texts("label")
    wanted = {plain: number for number, plain in enumerate(_plain(labels)) if number not in settled}
    best: dict[int, tuple[int, set[int]]] = {}
    for texts, occupations, kinds in parts:
        for row, plain in enumerate(_plain(texts)):
            if (number := wanted.get(plain)) is not None:
                occupation, kind = int(occupations[row]), int(kinds[row])
                rank, found = best.get(number, (kind, set()))
                if kind <= rank:
                    best[number] = kind, {occupation, *(found if kind == rank else ())}
    pairs |= {(number, each) for number, (_, found) in best.items() for each in found}
    table = np.array(sorted(pairs, key=lambda pair: (pair[1], pair[0])), dtype=np.int32)
    return table.reshape(-1, 2)


def _plain(titles: Sequence[str]) -> list[str]:
    """Titles in small letters without hyphens; all in one text, which is many times as fast."""
    plain = "\n".join(titles).lower().replace("-", " ").split("\n")
    if len(plain) == len(titles):
        return plain
    return [title.lower().replace("-", " ") for title in titles]


def titles(esco: FactFile, pairs: Pairs) -> Part:
    """ESCO's preferred and alternate labels of the occupations that are linked."""
    labels = esco.texts("label")
    texts = [labels[number] for number in pairs[:, 0].tolist()]
    start, rows, owner = _rows_of(esco.arrays["alternate.occupation"], pairs)
    alternates = esco.texts("alternate.text")
    texts.extend(alternates[row] for row in rows.tolist())
    kinds = np.full(len(texts), TitleKind.ESCO_ALTERNATE, dtype=np.int8)
    kinds[:start] = TitleKind.ESCO
    return texts, np.concatenate([pairs[:, 1], owner]), kinds


def competences(esco: FactFile, pairs: Pairs) -> Competences:
    """Skills of each linked occupation, without repeats."""
    _, rows, owner = _rows_of(esco.arrays["relation.occupation"], pairs)
    skills = esco.texts("skill.label")
    width = max(len(skills), 1)
    key = owner.astype(np.int64) * width + esco.arrays["relation.skill"][rows]
    found, inverse = np.unique(key, return_inverse=True)
    essential = np.bincount(inverse, weights=esco.arrays["relation.essential"][rows])
    members = np.bincount(pairs[:, 1], minlength=1)
    occupation = (found // width).astype(np.int32)
    return Competences(
        labels=skills,
        uris=esco.texts("skill.uri"),
        occupation=occupation,
        skill=(found % width).astype(np.int32),
        essential=np.asarray(2 * essential[: len(found)] >= members[occupation]),
    )


def _rows_of(
    column: NDArray[np.int32], pairs: Pairs
) -> tuple[int, NDArray[np.int64], NDArray[np.int32]]:
    """Rows of each pair's ESCO occupation in a sorted ``column``, and the pair's own occupation.

    The first value is the number of pairs.
    """
    start = np.searchsorted(column, pairs[:, 0], side="left")
    count = np.searchsorted(column, pairs[:, 0], side="right") - start
    before = np.cumsum(count) - count
    rows = np.arange(int(count.sum())) + np.repeat(start - before, count)
    return len(pairs), rows, np.repeat(pairs[:, 1], count)
