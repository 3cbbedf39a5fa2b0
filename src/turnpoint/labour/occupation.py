"""Occupations: classes of jobs in O*NET-SOC 2019, and the titles people use for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Occupation:
    """``code`` is the O*NET-SOC 2019 code (``11-3021.00``); ``description`` may be empty."""

    code: str
    title: str
    description: str = ""

    @property
    def soc(self) -> str:
        """The six-digit SOC 2018 code, which wages and projections are published by."""
        return self.code[:7]

    @property
    def major_group(self) -> str:
        return self.code[:2]


class TitleKind(IntEnum):
    """Where a title comes from, from the most to the least official."""

    OCCUPATION = 0
    REPORTED = 1
    ALTERNATE = 2
    ABBREVIATION = 3
    ESCO = 4
    ESCO_ALTERNATE = 5


@dataclass(frozen=True, slots=True)
class Titles:
    """Job titles and the occupations they are used for, as columns.

    ``occupation``: ``(titles,)`` index of the market’s occupations; ``kind``: ``(titles,)`` values
    of ``TitleKind``. One text may stand for several occupations.
    """

    texts: tuple[str, ...]
    occupation: NDArray[np.int32]
    kind: NDArray[np.int8]
