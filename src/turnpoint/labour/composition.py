"""How the facts of several sources become one market: one numbering of occupations for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from turnpoint.labour import tables
from turnpoint.labour.activity import Activities
from turnpoint.labour.occupation import Occupation, TitleKind, Titles


def occupations() -> tuple[Occupation, ...]:
    """All occupations, sorted by code."""
    return tuple(Occupation(code, title) for code, title in tables.occupations())


def titles(known: Sequence[Occupation]) -> Titles:
    return Titles(
        texts=tuple(occupation.title for occupation in known),
        occupation=np.arange(len(known), dtype=np.int32),
        kind=np.full(len(known), TitleKind.OCCUPATION, dtype=np.int8),
    )


def activities(index: Mapping[str, int]) -> Activities:
    """The shipped detailed activities, for occupations numbered by ``index``."""
    pairs = tables.activity_pairs()
    identifiers = sorted({detailed for _, detailed in pairs})
    number = {identifier: i for i, identifier in enumerate(identifiers)}
    return Activities(
        occupation=np.array([index[code] for code, _ in pairs], dtype=np.int32),
        detailed=np.array([number[detailed] for _, detailed in pairs], dtype=np.int32),
        detailed_ids=tuple(identifiers),
        names=tables.generalized_names(),
    )
